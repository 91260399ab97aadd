import Commits

/// What spreads evenly without being hashed.
protocol Spread: Equatable {
  /// Of which the low bits differ for most.
  var spread: UInt64 { get }
}

extension ObjectID: Spread {
  var spread: UInt64 { middle }
}

extension Int: Spread {
  var spread: UInt64 { UInt64(truncatingIfNeeded: self) &* 0x9E37_79B9_7F4A_7C15 >> 32 }
}

/// Objects that were used lately, by a name of theirs.
///
/// A name has two slots of a table. That costs a tenth of a dictionary, which a check of many commits asks a million
/// times; an object may be let go before others that were used longer ago.
struct RecentObjects<Name: Spread> {
  private struct Slot {
    let name: Name
    let object: StoredObject
    /// Whether it was used since it was last passed over.
    var isUsed = false

    /// In bytes, with what an object takes besides its own, about.
    var room: Int { object.room + 192 }
  }

  /// How many slots there are at most.
  private static var most: Int { 1 << 16 }

  /// In bytes.
  private let limit: Int
  private var slots: [Slot?] = Array(repeating: nil, count: 1 << 8)
  private var count = 0
  private var size = 0
  /// The slot at which it is looked next for something to let go.
  private var hand = 0

  /// - Parameter limit: In bytes; what is longer than an eighth of it is not kept.
  init(limit: Int) { self.limit = limit }

  /// - Complexity: Constant.
  subscript(name: Name) -> StoredObject? {
    mutating get {
      var place = first(name)
      if slots[place]?.name != name { place ^= 1 }
      guard slots[place]?.name == name else { return nil }
      slots[place]?.isUsed = true
      return slots[place]?.object
    }
  }

  /// Keeps an object; when there are too many, some that were not used lately are let go.
  mutating func add(_ object: StoredObject, _ name: Name) {
    let slot = Slot(name: name, object: object)
    guard slot.room <= limit / 8 else { return }
    if count * 2 > slots.count, slots.count < Self.most { grow() }
    insert(slot)
    while size > limit { letGo() }
  }

  private func first(_ name: Name) -> Int { Int(truncatingIfNeeded: name.spread) & (slots.count - 1) }

  private mutating func insert(_ slot: Slot) {
    let first = first(slot.name)
    // The one that was there before moves on.
    if slots[first] != nil, slots[first]?.name != slot.name {
      empty(first ^ 1)
      slots.swapAt(first, first ^ 1)
    }
    empty(first)
    if slots[first ^ 1]?.name == slot.name { empty(first ^ 1) }
    slots[first] = slot
    count += 1
    size += slot.room
  }

  private mutating func empty(_ place: Int) {
    guard let slot = slots[place] else { return }
    slots[place] = nil
    count -= 1
    size -= slot.room
  }

  private mutating func letGo() {
    if slots[hand]?.isUsed == true { slots[hand]?.isUsed = false } else { empty(hand) }
    hand = (hand + 1) & (slots.count - 1)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: nil, count: old.count * 2)
    (count, size, hand) = (0, 0, 0)
    for case let slot? in old { insert(slot) }
  }
}
