/// The commits on either side of two revisions: exact ancestor sets, whatever the clocks say.
package struct CommitRange: Sendable {
  /// Reachable from the release and not from the base; children before parents, newest first among equals.
  package let commits: CommitList
  /// Reachable from the base and not from the release; in the same order.
  package let baseOnly: CommitList
  /// The best common ancestors: several after criss-cross merges, none for unrelated histories. By id.
  package let mergeBases: [MergeBase]
  /// Those of ``commits`` by which the release came to the base. What they are called is the release's name, and says
  /// nothing of tickets.
  package let bringing: Set<ObjectID>

  package struct MergeBase: Equatable, Sendable {
    package let id: ObjectID
    package let tree: ObjectID

    package init(id: ObjectID, tree: ObjectID) {
      self.id = id
      self.tree = tree
    }
  }

  package init(
    commits: CommitList, baseOnly: CommitList, mergeBases: [MergeBase], bringing: Set<ObjectID> = []
  ) {
    self.commits = commits
    self.baseOnly = baseOnly
    self.mergeBases = mergeBases
    self.bringing = bringing
  }
}
