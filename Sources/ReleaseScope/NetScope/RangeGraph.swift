/// Which commits of a range are parents of which: 8 bytes a commit and 4 a parent, beside the commits themselves.
///
/// A parent stands behind its children.
struct RangeGraph: Sendable {
  /// A parent that is in the range, in one number.
  struct Parent: Sendable {
    private let bits: UInt32

    init(position: CommitPosition, isFirst: Bool) {
      bits = UInt32(position.offset) << 1 | (isFirst ? 1 : 0)
    }

    var position: CommitPosition { CommitPosition(Int(bits >> 1)) }
    /// Whether it is the first of all parents.
    var isFirst: Bool { bits & 1 == 1 }
  }

  let commits: CommitList
  private var parents: [Parent] = []
  /// By position, where its parents begin; one more at the end.
  private var starts: [Int32] = []
  /// By position, the newest commit of a line from child to parent. Each is on one line, so that of two commits on the
  /// same the one behind is an ancestor.
  private var lines: [CommitPosition] = []

  init(_ commits: CommitList) {
    self.commits = commits
    starts.reserveCapacity(commits.count + 1)
    parents.reserveCapacity(commits.count)
    for position in commits.indices {
      starts.append(Int32(parents.count))
      commits.forEachParent(of: position) { parent, place in
        parents.append(Parent(position: parent, isFirst: place == 0))
      }
    }
    starts.append(Int32(parents.count))
    lines = Array(commits.indices)
    for tip in commits.indices where lines[tip] == tip {
      var position = tip
      while let parent = parents(position).first?.position, lines[parent] == parent {
        lines[parent] = tip
        position = parent
      }
    }
  }

  /// The parents of a commit that are in the range.
  func parents(_ position: CommitPosition) -> ArraySlice<Parent> {
    parents[Int(starts[position])..<Int(starts[position.offset + 1])]
  }

  func forEachParent(_ position: CommitPosition, _ body: (Parent) -> Void) {
    for place in starts[position]..<starts[position.offset + 1] { body(parents[Int(place)]) }
  }

  /// Whether the one behind of two commits is known to be an ancestor of the other, or both are the same.
  func isOnOneLine(_ one: CommitPosition, _ other: CommitPosition) -> Bool { lines[one] == lines[other] }

  /// The commits whose id starts with `digits`.
  ///
  /// - Complexity: Constant for a full id, else linear in the range.
  func positions(withPrefix digits: String) -> [CommitPosition] {
    if let id = ObjectID(digits) { return commits.position(of: id).map { [$0] } ?? [] }
    return commits.indices.filter { commits.id($0).hasPrefix(digits) }
  }

  /// Whether `ancestor` is reachable from `descendant`, and is not the same.
  ///
  /// - Complexity: Linear in the distance of the two positions; constant on a line of first parents.
  func isAncestor(_ ancestor: CommitPosition, of descendant: CommitPosition) -> Bool {
    guard ancestor > descendant else { return false }
    guard !isOnOneLine(ancestor, descendant) else { return true }
    var reached = ReachedPositions(from: descendant, through: ancestor)
    for position in descendant..<ancestor where reached.contains(position) {
      forEachParent(position) { reached.insert($0.position) }
    }
    return reached.contains(ancestor)
  }

  /// The ancestors of a commit, without those of `other` and without `other`; newest first.
  ///
  /// - Parameter other: An ancestor, or `nil`.
  /// - Complexity: Linear in the distance to the oldest of them.
  func ancestors(of descendant: CommitPosition, besides other: CommitPosition?) -> [CommitPosition] {
    var found: [CommitPosition] = []
    /// What is reached and not passed yet, and whether it is one of them.
    var reached: [CommitPosition: Bool] = [:]
    var open = 0
    func reach(_ position: CommitPosition, _ isWanted: Bool) {
      let before = reached[position]
      let isWanted = isWanted && before != false && position != other
      reached[position] = isWanted
      open += (isWanted ? 1 : 0) - (before == true ? 1 : 0)
    }
    forEachParent(descendant) { reach($0.position, true) }
    for position in commits.indices(after: descendant) {
      guard open > 0 else { break }
      guard let isWanted = reached.removeValue(forKey: position) else { continue }
      if isWanted {
        open -= 1
        found.append(position)
      }
      forEachParent(position) { reach($0.position, isWanted) }
    }
    return found
  }

  /// The parents that the side lacks of some commits, without repetition.
  func parentsElsewhere(of positions: some Sequence<CommitPosition>) -> Set<ObjectID> {
    var found: Set<ObjectID> = []
    for position in positions where parents(position).count < commits.parentIDs(position).count {
      found.formUnion(commits.parentIDs(position).filter { !commits.contains($0) })
    }
    return found
  }

  /// The commits elsewhere on which rests what a merge brought, and not what it was merged into.
  ///
  /// - Complexity: Linear in the distance to the end of the range.
  func parentsFromElsewhere(of merge: CommitPosition, bringing brought: [CommitPosition]) -> Set<ObjectID> {
    let parents = commits.parentIDs(merge)
    var elsewhere = parentsElsewhere(of: brought)
    elsewhere.formUnion(parents.dropFirst().filter { !commits.contains($0) })
    if let first = parents.first { elsewhere.remove(first) }
    guard !elsewhere.isEmpty else { return [] }
    return elsewhere.subtracting(parentsElsewhere(of: Set(ancestors(of: merge, besides: nil)).subtracting(brought)))
  }

  /// The first of `candidates`, which are sorted, that is reachable from `descendant`, and is not the same.
  ///
  /// - Complexity: Linear in the distance to the last candidate.
  func firstAncestor(of descendant: CommitPosition, among candidates: [CommitPosition]) -> CommitPosition? {
    guard let last = candidates.last, last > descendant else { return nil }
    var reached = ReachedPositions(from: descendant, through: last)
    var next = candidates.drop { $0 <= descendant }
    for position in descendant...last where reached.contains(position) {
      next = next.drop { $0 < position }
      if next.first == position { return position }
      forEachParent(position) { reached.insert($0.position) }
    }
    return nil
  }
}

/// The positions between two that a walk from the first has reached.
private struct ReachedPositions {
  private let first: CommitPosition
  private var isReached: [Bool]

  init(from first: CommitPosition, through last: CommitPosition) {
    self.first = first
    isReached = Array(repeating: false, count: first.distance(to: last) + 1)
    isReached[0] = true
  }

  func contains(_ position: CommitPosition) -> Bool { isReached[first.distance(to: position)] }

  /// Notes a position; one behind the last is left out.
  mutating func insert(_ position: CommitPosition) {
    let place = first.distance(to: position)
    if place < isReached.count { isReached[place] = true }
  }
}
