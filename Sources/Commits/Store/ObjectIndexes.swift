/// Object ids in the order in which they came, each with its index.
///
/// A table of indexes with open addressing: the ids are digests, so that their own bits place them.
package struct ObjectIndexes: Sendable {
  private static let empty: Int32 = -1

  private var ids = Pages<ObjectID>()
  private var slots = [Int32](repeating: empty, count: 1 << 10)

  package init() {}

  package func id(_ index: Int32) -> ObjectID { ids[Int(index)] }

  package subscript(id: ObjectID) -> Int32? {
    let index = slots[slot(of: id)]
    return index == Self.empty ? nil : index
  }

  /// Adds an id if it is new, and returns its index.
  package mutating func insert(_ id: ObjectID) -> (index: Int32, isNew: Bool) {
    let slot = slot(of: id)
    guard slots[slot] == Self.empty else { return (slots[slot], false) }
    let index = Int32(ids.count)
    slots[slot] = index
    ids.append(id)
    if ids.count * 2 > slots.count { grow() }
    return (index, true)
  }

  /// Where an id is, or would be.
  private func slot(of id: ObjectID) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: id.middle) & mask
    while true {
      let index = slots[slot]
      if index == Self.empty || ids[Int(index)] == id { return slot }
      slot = (slot + 1) & mask
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: Self.empty, count: slots.count * 2)
    for index in 0..<ids.count { slots[slot(of: ids[index])] = Int32(index) }
  }
}
