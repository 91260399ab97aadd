/// The keys that commits without one take from the branch that brought them in.
struct BranchInheritance: Sendable {
  /// By position, that of the merge.
  private var merges: [CommitPosition?]

  /// For each position, the innermost merge with keys that brought the commit in.
  ///
  /// Merges and reverts inherit nothing: a merge is nobody's work of its own, and a revert belongs to what it undoes.
  init(_ graph: RangeGraph, keys: ScopeKeys, reverts: Set<CommitPosition>, merged: inout MergedCommits) {
    let commits = graph.commits
    merges = Array(repeating: nil, count: commits.count)
    // Oldest first: of two merges that brought a commit in, the inner one is an ancestor of the outer.
    for merge in commits.indices.reversed() where commits.isMerge(merge) && keys.hasUses(merge) {
      for position in merged.brought(by: merge)
      where merges[position] == nil && !keys.hasUses(position) && !reverts.contains(position)
        && !commits.isMerge(position)
      {
        merges[position] = merge
      }
    }
  }

  /// The position of the merge from which a commit has its keys; `nil` if it has none from any.
  func merge(for position: CommitPosition) -> CommitPosition? { merges[position] }
}

extension CommitList {
  /// By position, the tickets that commits without one take from the innermost merge of the list that brought them in.
  ///
  /// - Complexity: Linear, but for merges with tickets, which cost the distance that they span.
  package var inheritedKeys: [CommitPosition: [TicketKey]] {
    func keys(_ position: CommitPosition) -> [TicketKey] {
      kept(position) { columns, row in
        columns.uses(row).filter { $0.place != nil }.map { columns.keys[$0.key] }
      }
    }
    let open = Set(indices.filter { !isMerge($0) && keys($0).isEmpty && reverts($0).isEmpty })
    let merges = indices.reversed().filter { isMerge($0) && !keys($0).isEmpty }
    guard !merges.isEmpty else { return [:] }
    var inherited: [CommitPosition: [TicketKey]] = [:]
    var merged = MergedCommits(RangeGraph(self))
    for merge in merges {
      for position in merged.brought(by: merge) where open.contains(position) && inherited[position] == nil {
        inherited[position] = keys(merge)
      }
    }
    return inherited
  }
}
