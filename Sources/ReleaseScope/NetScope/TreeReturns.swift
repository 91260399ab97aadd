/// Finds the commits with which a side returns to a tree that it had before: they take back all that came between.
struct TreeReturns {
  /// What came between a tree and its return, by position.
  struct Taken {
    let all: [CommitPosition]
    /// What of it came by merges, without merges: the line may have had the same by other commits before.
    let merged: [CommitPosition]
  }

  /// What a commit takes back by its tree, which costs much to find.
  struct Question {
    let position: CommitPosition
    let earlier: CommitPosition?
    let returns: TreeReturns

    /// See ``TreeReturns/taken(by:since:)``.
    var taken: Taken? { returns.taken(by: position, since: earlier) }
  }

  private let graph: RangeGraph
  private let commits: CommitList
  private let mergeBase: CommitRange.MergeBase?
  /// By a hash of the tree, the newest position with it so far; what is not in use is negative.
  private var slots: [Int32]

  /// - Parameter mergeBases: Where the side began; one, for its tree to count.
  init(_ graph: RangeGraph, mergeBases: [CommitRange.MergeBase]) {
    self.graph = graph
    commits = graph.commits
    mergeBase = mergeBases.count == 1 ? mergeBases[0] : nil
    var size = 16
    while size < 2 * commits.count { size *= 2 }
    slots = Array(repeating: -1, count: size)
  }

  /// Notes the tree of the next commit; they come oldest first.
  ///
  /// - Returns: The position of the newest one before that has it.
  mutating func note(_ position: CommitPosition) -> CommitPosition? {
    let slot = slot(of: commits.tree(position))
    defer { slots[slot] = Int32(position.offset) }
    return slots[slot] < 0 ? nil : CommitPosition(Int(slots[slot]))
  }

  /// The positions of what a commit takes back that is no merge and has the same tree as `earlier`.
  ///
  /// - Returns: `nil` if it does not build on that, nor has the tree from which the side set out.
  /// - Complexity: Linear in the range.
  func taken(by position: CommitPosition, since earlier: CommitPosition?) -> Taken? {
    if let earlier, isOnLine(earlier, of: position) {
      return parted(graph.ancestors(of: position, besides: earlier), before: position)
    }
    guard let tree = mergeBase?.tree, commits.tree(position) == tree, setsOut(position) else { return nil }
    return parted(graph.ancestors(of: position, besides: nil), before: position)
  }

  /// Parts what came between by the merges on the line.
  private func parted(_ between: [CommitPosition], before position: CommitPosition) -> Taken {
    guard between.contains(where: commits.isMerge) else { return Taken(all: between, merged: []) }
    var (line, next): (Set<CommitPosition>, CommitPosition?) = ([], position)
    while let place = next {
      line.insert(place)
      next = graph.parents(place).first { $0.isFirst }?.position
    }
    return Taken(
      all: between.filter { !bringsNothing($0) }, merged: between.filter { !line.contains($0) && !commits.isMerge($0) })
  }

  private func bringsNothing(_ position: CommitPosition) -> Bool {
    guard commits.isMerge(position), let first = commits.parentIDs(position).first else { return false }
    let before = commits.position(of: first).flatMap(commits.tree) ?? (first == mergeBase?.id ? mergeBase?.tree : nil)
    return before == commits.tree(position)
  }

  /// Whether the line of a commit set out from the merge base: what came in by a merge later is not what it returns to.
  private func setsOut(_ position: CommitPosition) -> Bool {
    var position = position
    while let parent = graph.parents(position).first(where: \.isFirst)?.position { position = parent }
    return commits.parentIDs(position).first == mergeBase?.id
  }

  /// Whether a commit is on the line of first parents of another.
  private func isOnLine(_ earlier: CommitPosition, of position: CommitPosition) -> Bool {
    var next: CommitPosition? = position
    while let position = next, position < earlier { next = graph.parents(position).first { $0.isFirst }?.position }
    return next == earlier
  }

  private func slot(of tree: ObjectID) -> Int {
    var place = Int(truncatingIfNeeded: tree.high ^ tree.middle ^ UInt64(tree.low)) & (slots.count - 1)
    while slots[place] >= 0, commits.tree(CommitPosition(Int(slots[place]))) != tree {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }
}
