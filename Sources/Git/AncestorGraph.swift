import ReleaseScope

/// The commits reached so far, as dense indexes with their parents and the sides that reach them.
struct AncestorGraph {
  struct Side: OptionSet {
    let rawValue: UInt8
    static let base = Side(rawValue: 1)
    static let release = Side(rawValue: 2)
    /// Reached from another ref only.
    static let elsewhere = Side(rawValue: 4)
    static let both: Side = [.base, .release]
  }

  private(set) var ids: [ObjectID] = []
  private var indexes: [ObjectID: Int32] = [:]
  private var parentLists: [[Int32]] = []
  private(set) var sides: [Side] = []
  private var isRead: [Bool] = []

  func index(of id: ObjectID) -> Int32? { indexes[id] }

  func id(_ index: Int32) -> ObjectID { ids[Int(index)] }

  func side(_ index: Int32) -> Side { sides[Int(index)] }

  func parents(_ index: Int32) -> [Int32] { parentLists[Int(index)] }

  /// The indexes that exactly `side` reaches, in the order of the walk.
  func indexes(on side: Side) -> [Int32] {
    ids.indices.lazy.filter { sides[$0] == side }.map(Int32.init)
  }

  /// Marks all ancestors of `tips`, and the tips, as reached from `side`.
  ///
  /// - Parameter read: The parents of a commit; called once for each commit, whatever the number of walks.
  mutating func walk<Failure: Error>(
    from tips: [ObjectID], _ side: Side, read: (ObjectID, Int32) throws(Failure) -> [ObjectID]
  ) throws(Failure) {
    var pending: [Int32] = []
    for tip in tips { mark(add(tip), side, &pending) }
    while let index = pending.popLast() {
      if !isRead[Int(index)] {
        isRead[Int(index)] = true
        let parents = try read(ids[Int(index)], index)
        parentLists[Int(index)] = parents.map { add($0) }
      }
      for parent in parentLists[Int(index)] { mark(parent, side, &pending) }
    }
  }

  /// All that `starts` reach, themselves included, as far as `isIncluded` goes.
  func reachable(from starts: [Int32], where isIncluded: (Int32) -> Bool = { _ in true }) -> Set<Int32> {
    var reached: Set<Int32> = []
    var pending = starts.filter(isIncluded)
    while let index = pending.popLast() {
      guard reached.insert(index).inserted else { continue }
      pending += parentLists[Int(index)].filter(isIncluded)
    }
    return reached
  }

  private mutating func add(_ id: ObjectID) -> Int32 {
    if let index = indexes[id] { return index }
    let index = Int32(ids.count)
    indexes[id] = index
    ids.append(id)
    parentLists.append([])
    sides.append([])
    isRead.append(false)
    return index
  }

  /// A walk of other refs stops where either side begins.
  private mutating func mark(_ index: Int32, _ side: Side, _ pending: inout [Int32]) {
    let present = sides[Int(index)]
    guard !present.contains(side), side != .elsewhere || present.isEmpty else { return }
    sides[Int(index)].insert(side)
    pending.append(index)
  }
}
