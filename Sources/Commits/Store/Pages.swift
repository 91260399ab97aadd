/// A list to which elements are only added, kept in pages: growing moves none of them, and a copy that goes on to grow
/// shares all full pages with the original.
struct Pages<Element: Sendable>: Sendable {
  private static var shift: Int { 14 }

  private(set) var count = 0
  private var pages: [[Element]] = []

  subscript(index: Int) -> Element {
    get { pages[index >> Self.shift][index & ((1 << Self.shift) - 1)] }
    set { pages[index >> Self.shift][index & ((1 << Self.shift) - 1)] = newValue }
  }

  mutating func append(_ element: Element) {
    if count >> Self.shift == pages.count {
      // The first page grows with what comes: most histories are short.
      pages.append([])
      if pages.count > 1 { pages[pages.count - 1].reserveCapacity(1 << Self.shift) }
    }
    pages[pages.count - 1].append(element)
    count += 1
  }
}
