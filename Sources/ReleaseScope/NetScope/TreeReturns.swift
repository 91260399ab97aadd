/// Finds the commits with which a side returns to a tree that it had before: they take back all that came between.
struct TreeReturns {
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
    let hasTrees = !commits.isEmpty && commits.tree(0) != nil
    var size = 16
    while hasTrees, size < 2 * commits.count { size *= 2 }
    slots = Array(repeating: -1, count: hasTrees ? size : 0)
  }

  /// Looks at the next commit; they come oldest first.
  ///
  /// - Returns: The positions of what it takes back; `nil` if its tree is new, or that of its parent.
  mutating func next(_ position: Int) -> [Int]? {
    guard !slots.isEmpty, let tree = commits.tree(position) else { return nil }
    let slot = slot(of: tree)
    let earlier = slots[slot] < 0 ? nil : Int(slots[slot])
    slots[slot] = Int32(position)
    guard !commits.isMerge(position) else { return nil }
    if let parent = graph.parents(position).first?.position {
      guard commits.tree(parent) != tree else { return nil }
    } else if tree == mergeBase?.tree {
      return nil
    }
    if let earlier, graph.isAncestor(earlier, of: position) {
      return graph.ancestors(of: position, besides: earlier)
    }
    return tree == mergeBase?.tree ? graph.ancestors(of: position, besides: nil) : nil
  }

  private func slot(of tree: ObjectID) -> Int {
    var place = Int(truncatingIfNeeded: tree.high ^ tree.middle ^ UInt64(tree.low)) & (slots.count - 1)
    while slots[place] >= 0, commits.tree(Int(slots[place])) != tree { place = (place + 1) & (slots.count - 1) }
    return place
  }
}
