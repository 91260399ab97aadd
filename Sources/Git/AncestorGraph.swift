import ReleaseScope

/// The commits that a walk has reached, as dense indexes with their parents, dates and the sides that reach them.
struct AncestorGraph {
  struct Side: OptionSet {
    let rawValue: UInt8
    static let base = Side(rawValue: 1)
    static let release = Side(rawValue: 2)
    /// Reached from another ref, and from neither side so far.
    static let elsewhere = Side(rawValue: 4)
    static let both: Side = [.base, .release]

    /// Whether it is still to be found out which of its ancestors another side has too.
    var isOpen: Bool { self == .base || self == .release || self == .elsewhere }
  }

  private(set) var ids: [ObjectID] = []
  private(set) var times: [Int64] = []
  private(set) var sides: [Side] = []
  private var indexes: [ObjectID: Int32] = [:]
  private var parentIDs: [[ObjectID]?] = []

  func index(of id: ObjectID) -> Int32? { indexes[id] }

  func id(_ index: Int32) -> ObjectID { ids[Int(index)] }

  func side(_ index: Int32) -> Side { sides[Int(index)] }

  func time(_ index: Int32) -> Int64 { times[Int(index)] }

  /// All parents, reached or not.
  func parentIDs(_ index: Int32) -> [ObjectID] { parentIDs[Int(index)] ?? [] }

  /// Whether the commit is named by another and is not here.
  func isMissing(_ index: Int32) -> Bool { parentIDs[Int(index)] == nil }

  /// The parents that were reached.
  func parents(_ index: Int32) -> [Int32] { parentIDs(index).compactMap { indexes[$0] } }

  /// The indexes that exactly `side` reaches, in the order of the walk.
  func indexes(on side: Side) -> [Int32] {
    ids.indices.filter { sides[$0] == side }.map(Int32.init)
  }

  /// - Parameter parents: `nil` for a commit that is not here.
  mutating func add(_ id: ObjectID, time: Int64, parents: [ObjectID]?) -> Int32 {
    let index = Int32(ids.count)
    indexes[id] = index
    ids.append(id)
    times.append(time)
    sides.append([])
    parentIDs.append(parents)
    return index
  }

  mutating func insert(_ side: Side, at index: Int32) { sides[Int(index)].formUnion(side) }

  mutating func remove(_ side: Side, at index: Int32) { sides[Int(index)].subtract(side) }

  /// All that `starts` reach, themselves included, as far as `isIncluded` goes.
  func reachable(from starts: [Int32], where isIncluded: (Int32) -> Bool = { _ in true }) -> Set<Int32> {
    var reached: Set<Int32> = []
    var pending = starts.filter(isIncluded)
    while let index = pending.popLast() {
      guard reached.insert(index).inserted else { continue }
      pending += parents(index).filter(isIncluded)
    }
    return reached
  }
}
