import Commits

/// The commits that a walk has met, as dense indexes with their parents, dates and the sides that reach them.
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

  /// What is kept of a commit where there is a commit-graph file.
  private struct Rank {
    static let none = Rank(generation: unlimited, position: noPosition, child: noChild)

    var generation: UInt64
    var position: UInt32
    var child: Int32
  }

  /// The generation of commits that are not in a commit-graph file: they may reach any other.
  static let unlimited = UInt64.max
  private static let noPosition = UInt32.max
  private static let noChild: Int32 = -1

  /// Ids, dates and parents of the commits that were met.
  private(set) var ancestry = Ancestry()
  private var sides: [Side] = []
  /// As long as the others when there is a commit-graph, else empty.
  private var ranks: [Rank] = []
  private let hasRanks: Bool

  init(hasRanks: Bool) {
    self.hasRanks = hasRanks
  }

  /// How many commits were met; the indexes are below.
  var count: Int { sides.count }

  /// The index of a commit that a side reaches; `nil` for others, also where a child of it was read.
  func index(of id: ObjectID) -> Int32? {
    guard let index = ancestry.index(of: id), !side(index).isEmpty else { return nil }
    return index
  }

  func id(_ index: Int32) -> ObjectID { ancestry.id(index) }

  func side(_ index: Int32) -> Side { sides[Int(index)] }

  /// In seconds since 1970; 0 for a commit that is not here.
  func time(_ index: Int32) -> Int64 { ancestry.time(index) }

  /// Greater than those of all ancestors, if it is not ``unlimited``.
  func generation(_ index: Int32) -> UInt64 { hasRanks ? ranks[Int(index)].generation : Self.unlimited }

  /// Where a commit is in the commit-graph, if that is known already.
  func position(_ index: Int32) -> UInt32? {
    guard hasRanks, ranks[Int(index)].position != Self.noPosition else { return nil }
    return ranks[Int(index)].position
  }

  /// The child through which the base was first seen to reach a commit; `nil` for the tip of the base, and without a
  /// commit-graph.
  func childOnBase(_ index: Int32) -> Int32? {
    guard hasRanks, ranks[Int(index)].child != Self.noChild else { return nil }
    return ranks[Int(index)].child
  }

  func isRead(_ index: Int32) -> Bool { ancestry.isRead(index) }

  /// Whether the commit is named by another and is not here.
  func isMissing(_ index: Int32) -> Bool { ancestry.isMissing(index) }

  /// Where the parents of a commit are, for ``parent(at:)``; none for one that was not read.
  func slotsOfParents(_ index: Int32) -> Range<Int> { ancestry.slotsOfParents(index) }

  func parent(at slot: Int) -> Int32 { ancestry.parent(at: slot) }

  /// All parents, reached or not, first parent first.
  func parents(_ index: Int32) -> [Int32] { slotsOfParents(index).map(parent) }

  /// The indexes that exactly `side` reaches, in the order in which they were met.
  func indexes(on side: Side) -> [Int32] {
    sides.indices.filter { sides[$0] == side }.map(Int32.init)
  }

  /// The index of a commit, which is met with this if it was not before.
  mutating func meet(_ id: ObjectID, position: UInt32? = nil) -> Int32 {
    let (index, isNew) = ancestry.meet(id)
    if isNew {
      sides.append([])
      if hasRanks { ranks.append(.none) }
    }
    if let position { ranks[Int(index)].position = position }
    return index
  }

  mutating func setMissing(_ index: Int32) { ancestry.setMissing(index) }

  /// Notes the date of a commit that is read; its parents follow with ``addParent(_:to:)``, before any other's.
  mutating func setRead(_ index: Int32, time: Int64, generation: UInt64 = unlimited) {
    ancestry.setRead(index, time: time)
    if hasRanks { ranks[Int(index)].generation = generation }
  }

  mutating func addParent(_ parent: Int32, to index: Int32) { ancestry.addParent(parent, to: index) }

  /// Notes the parents of a commit at which a shallow clone ends.
  mutating func cut(_ index: Int32, from parents: [ObjectID]) { ancestry.cut(index, from: parents) }

  /// - Parameter child: From where the side reaches the commit; `nil` if it starts there.
  mutating func insert(_ side: Side, at index: Int32, from child: Int32?) {
    if hasRanks, side.contains(.base), !sides[Int(index)].contains(.base) {
      ranks[Int(index)].child = child ?? Self.noChild
    }
    sides[Int(index)].formUnion(side)
  }

  mutating func remove(_ side: Side, at index: Int32) { sides[Int(index)].subtract(side) }

  /// All that `starts` reach, themselves included, as far as `isIncluded` goes; in no promised order.
  func reachable(from starts: [Int32], where isIncluded: (Int32) -> Bool = { _ in true }) -> [Int32] {
    var isReached = [Bool](repeating: false, count: sides.count)
    var reached: [Int32] = []
    func reach(_ index: Int32) {
      guard !isReached[Int(index)], !side(index).isEmpty, isIncluded(index) else { return }
      isReached[Int(index)] = true
      reached.append(index)
    }
    for start in starts { reach(start) }
    var next = 0
    while next < reached.count {
      for slot in slotsOfParents(reached[next]) { reach(parent(at: slot)) }
      next += 1
    }
    return reached
  }
}
