/// What commits do for tickets, in the order in which it was added, and then by ticket.
struct WorkTable<Element: Sendable>: Sendable {
  private var tickets: [Int32] = []
  private var elements: [Element] = []

  mutating func add(_ element: Element, to ticket: Int) {
    tickets.append(Int32(ticket))
    elements.append(element)
  }

  /// The elements of each of `count` tickets, in the order in which they were added.
  ///
  /// - Complexity: Linear in elements and tickets.
  func byTicket(_ count: Int) -> Grouped {
    var starts = [Int32](repeating: 0, count: count + 1)
    for ticket in tickets { starts[Int(ticket) + 1] += 1 }
    for ticket in 0..<count { starts[ticket + 1] += starts[ticket] }
    var next = starts
    var order = [Int32](repeating: 0, count: tickets.count)
    for (place, ticket) in tickets.enumerated() {
      order[Int(next[Int(ticket)])] = Int32(place)
      next[Int(ticket)] += 1
    }
    return Grouped(starts: starts, order: order, elements: elements)
  }

  struct Grouped: Sendable {
    fileprivate let starts: [Int32]
    fileprivate let order: [Int32]
    fileprivate let elements: [Element]

    /// How many elements there are for all tickets.
    var count: Int { elements.count }

    subscript(ticket: Int) -> [Element] {
      order[Int(starts[ticket])..<Int(starts[ticket + 1])].map { elements[Int($0)] }
    }
  }
}
