/// Commits that name each other as parents, as dense indexes in the order in which they were met.
///
/// A copy costs nothing until one of the two grows.
package struct Ancestry: Sendable {
  /// Where the parents of a commit are in `parentIndexes`.
  private struct ParentSlots {
    static let unread = ParentSlots(first: 0, count: -1)
    static let missing = ParentSlots(first: 0, count: -2)

    var first: Int32
    var count: Int32
  }

  private var commits = ObjectIndexes()
  private var times = Pages<Int64>()
  private var parentSlots = Pages<ParentSlots>()
  private var parentIndexes = Pages<Int32>()
  /// The parents of commits at which the history is cut off.
  private var cutParents: [Int32: [ObjectID]] = [:]

  package init() {}

  /// How many commits were met; the indexes are below.
  package var count: Int { parentSlots.count }

  package func index(of id: ObjectID) -> Int32? { commits[id] }

  package func id(_ index: Int32) -> ObjectID { commits.id(index) }

  /// When a commit was made, in seconds since 1970; 0 for one that is not here.
  package func time(_ index: Int32) -> Int64 { times[Int(index)] }

  package func isRead(_ index: Int32) -> Bool { parentSlots[Int(index)].count != ParentSlots.unread.count }

  /// Whether the commit is named by another and is not here.
  package func isMissing(_ index: Int32) -> Bool { parentSlots[Int(index)].count == ParentSlots.missing.count }

  /// Where the parents of a commit are, for ``parent(at:)``; none for one that was not read, or where the history is
  /// cut off.
  package func slotsOfParents(_ index: Int32) -> Range<Int> {
    let slots = parentSlots[Int(index)]
    return Int(slots.first)..<Int(slots.first + max(slots.count, 0))
  }

  package func parent(at slot: Int) -> Int32 { parentIndexes[slot] }

  /// All parents, as the commit names them, first parent first.
  package func parentIDs(_ index: Int32) -> [ObjectID] {
    if !cutParents.isEmpty, let cut = cutParents[index] { return cut }
    return slotsOfParents(index).map { id(parent(at: $0)) }
  }

  package func isMerge(_ index: Int32) -> Bool {
    slotsOfParents(index).count > 1 || (!cutParents.isEmpty && (cutParents[index]?.count ?? 0) > 1)
  }

  /// The index of a commit, which is met with this if it was not before.
  package mutating func meet(_ id: ObjectID) -> (index: Int32, isNew: Bool) {
    let met = commits.insert(id)
    if met.isNew {
      times.append(0)
      parentSlots.append(.unread)
    }
    return met
  }

  package mutating func setMissing(_ index: Int32) { parentSlots[Int(index)] = .missing }

  /// Notes the date of a commit that is read; its parents follow with ``addParent(_:to:)``, before any other's.
  package mutating func setRead(_ index: Int32, time: Int64) {
    times[Int(index)] = time
    parentSlots[Int(index)] = ParentSlots(first: Int32(parentIndexes.count), count: 0)
  }

  package mutating func addParent(_ parent: Int32, to index: Int32) {
    parentIndexes.append(parent)
    parentSlots[Int(index)].count += 1
  }

  /// Notes the parents that a commit names and that are not to be visited.
  package mutating func cut(_ index: Int32, from parents: [ObjectID]) { cutParents[index] = parents }
}
