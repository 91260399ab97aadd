/// The keys that commits without one take from the branch that brought them in.
enum BranchInheritance {
  struct Inherited: Equatable {
    let keys: [TicketKey]
    /// The position of the merge.
    let merge: Int
  }

  /// For each position, what the commit inherits from the innermost merge with keys that brought it in.
  ///
  /// Merges and reverts inherit nothing: a merge is nobody's work of its own, and a revert belongs to what it undoes.
  ///
  /// - Parameter facts: One for each commit of `graph`.
  static func resolve(_ graph: RangeGraph, facts: [MessageFacts]) -> [Int: Inherited] {
    var inherited: [Int: Inherited] = [:]
    // Oldest first: of two merges that brought a commit in, the inner one is an ancestor of the outer.
    for merge in graph.commits.indices.reversed() where graph.commits[merge].isMerge {
      let keys = facts[merge].implements.map(\.key)
      guard !keys.isEmpty else { continue }
      for position in graph.brought(by: merge)
      where inherited[position] == nil && facts[position].implements.isEmpty && facts[position].revert == nil
        && !graph.commits[position].isMerge
      {
        inherited[position] = Inherited(keys: keys, merge: merge)
      }
    }
    return inherited
  }
}
