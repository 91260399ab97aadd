/// Finds keys in a list that grows. Most messages have few, which are compared; many are hashed.
struct KeyLookup {
  private static let few = 8

  private var hashed: Set<TicketKey> = []

  mutating func contains<Element>(_ key: TicketKey, in list: [Element], _ keyOf: (Element) -> TicketKey) -> Bool {
    guard list.count > Self.few else { return list.contains { keyOf($0) == key } }
    if hashed.isEmpty { hashed = Set(list.map(keyOf)) }
    return hashed.contains(key)
  }

  /// To be called with what is added to the list.
  mutating func add(_ key: TicketKey) {
    if !hashed.isEmpty { hashed.insert(key) }
  }
}
