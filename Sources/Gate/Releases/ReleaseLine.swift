import ReleaseScope
import ScopeCheck

/// The first-parent line of a release branch, as far as the base lacks it.
struct ReleaseLine {
  /// Oldest first; never empty.
  let commits: [RangeCommit]
  /// What the oldest of them was made on; `nil` where the line has a beginning of its own.
  let start: ObjectID?
  /// Of the branch and the base.
  let mergeBases: [CommitRange.MergeBase]
  /// Whether the base lacks one commit alone of the branch, merges apart.
  let isOneCommit: Bool

  /// - Returns: `nil` if the base has the branch.
  init?(_ branch: NamedCommit, since base: ObjectID, in repository: some ReleaseRepository) throws {
    let range = try repository.history(base: base, releases: [branch.id]).range()
    var commits: [RangeCommit] = []
    var next: ObjectID? = branch.id
    while let id = next, let commit = range.commits[id] {
      commits.append(commit)
      next = commit.parents.first
    }
    guard !commits.isEmpty else { return nil }
    self.commits = commits.reversed()
    start = next
    mergeBases = range.mergeBases
    isOneCommit = range.commits.lazy.filter { !$0.isMerge }.prefix(2).count < 2
  }

  var tip: ObjectID { commits[commits.count - 1].id }

  /// The newest of its commits that is one of `ids`.
  func newest(of ids: Set<ObjectID>) -> ObjectID? { commits.last { ids.contains($0.id) }?.id }
}
