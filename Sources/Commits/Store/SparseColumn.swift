/// What some commits have one of, or several.
struct SparseColumn<Element: Sendable>: Sendable {
  /// In order; one for each element.
  private var places: [UInt16] = []
  private var elements: [Element] = []

  /// How many elements there are.
  var count: Int { elements.count }

  /// - Parameter place: The last one, or a later one.
  mutating func add(_ element: Element, to place: Int) {
    places.append(UInt16(place))
    elements.append(element)
  }

  subscript(place: Int) -> ArraySlice<Element> {
    guard !places.isEmpty else { return [] }
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < place { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < places.count, places[end] == place { end += 1 }
    return elements[low..<end]
  }

  /// Gives back the room for more.
  mutating func trim() {
    places = places.map(\.self)
    elements = elements.map(\.self)
  }
}
