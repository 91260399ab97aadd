import ReleaseScope

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

  /// Where the parents of a commit are in `parentIndexes`.
  private struct ParentSlots {
    static let unread = ParentSlots(first: 0, count: -1)
    static let missing = ParentSlots(first: 0, count: -2)

    var first: Int32
    var count: Int32
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

  private var commits = ObjectIndexes()
  private var times: [Int64] = []
  private var sides: [Side] = []
  private var parentSlots: [ParentSlots] = []
  private var parentIndexes: [Int32] = []
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
    guard let index = commits[id], !side(index).isEmpty else { return nil }
    return index
  }

  func id(_ index: Int32) -> ObjectID { commits.ids[Int(index)] }

  func side(_ index: Int32) -> Side { sides[Int(index)] }

  /// In seconds since 1970; 0 for a commit that is not here.
  func time(_ index: Int32) -> Int64 { times[Int(index)] }

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

  func isRead(_ index: Int32) -> Bool { parentSlots[Int(index)].count != ParentSlots.unread.count }

  /// Whether the commit is named by another and is not here.
  func isMissing(_ index: Int32) -> Bool { parentSlots[Int(index)].count == ParentSlots.missing.count }

  /// Where the parents of a commit are, for ``parent(at:)``; none for one that was not read.
  func slotsOfParents(_ index: Int32) -> Range<Int> {
    let slots = parentSlots[Int(index)]
    return Int(slots.first)..<Int(slots.first + max(slots.count, 0))
  }

  func parent(at slot: Int) -> Int32 { parentIndexes[slot] }

  /// All parents, reached or not, first parent first.
  func parents(_ index: Int32) -> ArraySlice<Int32> { parentIndexes[slotsOfParents(index)] }

  /// The indexes that exactly `side` reaches, in the order in which they were met.
  func indexes(on side: Side) -> [Int32] {
    sides.indices.filter { sides[$0] == side }.map(Int32.init)
  }

  /// The index of a commit, which is met with this if it was not before.
  mutating func meet(_ id: ObjectID, position: UInt32? = nil) -> Int32 {
    let (index, isNew) = commits.insert(id)
    if isNew {
      times.append(0)
      sides.append([])
      parentSlots.append(.unread)
      if hasRanks { ranks.append(.none) }
    }
    if let position { ranks[Int(index)].position = position }
    return index
  }

  mutating func setMissing(_ index: Int32) { parentSlots[Int(index)] = .missing }

  /// Notes the date of a commit that is read; its parents follow with ``addParent(_:to:)``, before any other's.
  mutating func setRead(_ index: Int32, time: Int64, generation: UInt64 = unlimited) {
    times[Int(index)] = time
    if hasRanks { ranks[Int(index)].generation = generation }
    parentSlots[Int(index)] = ParentSlots(first: Int32(parentIndexes.count), count: 0)
  }

  mutating func addParent(_ parent: Int32, to index: Int32) {
    parentIndexes.append(parent)
    parentSlots[Int(index)].count += 1
  }

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
