import ReleaseScope

/// The first-parent line of a release branch, as far as the base lacks it.
struct ReleaseLine {
  /// Oldest first; never empty.
  let commits: [RangeCommit]
  /// What the oldest of them was made on; `nil` where the line has a beginning of its own.
  let start: ObjectID?
  /// The commits of the base on which some of the branch's were made; the merge bases are among them.
  let boundary: [ObjectID]
  /// Whether the base lacks one commit alone of the branch, merges apart.
  let isOneCommit: Bool

  /// - Parameter lacking: What the base lacks, of this branch and of others.
  /// - Returns: `nil` if the base has the branch.
  /// - Complexity: A visit for each commit of the branch that the base lacks.
  init?(_ branch: NamedCommit, lacking: CommitList) {
    var commits: [RangeCommit] = []
    var next: ObjectID? = branch.id
    while let id = next, let commit = lacking[id] {
      commits.append(commit)
      next = commit.parents.first
    }
    guard !commits.isEmpty else { return nil }
    self.commits = commits.reversed()
    start = next
    var seen: Set<ObjectID> = [branch.id]
    var pending = [branch.id]
    var boundary: [ObjectID] = []
    var count = 0
    while let id = pending.popLast() {
      guard let commit = lacking[id] else {
        boundary.append(id)
        continue
      }
      if !commit.isMerge { count += 1 }
      for parent in commit.parents where seen.insert(parent).inserted { pending.append(parent) }
    }
    self.boundary = boundary.sorted()
    isOneCommit = count < 2
  }

  var tip: ObjectID { commits[commits.count - 1].id }

  /// The newest of its commits that is one of `ids`.
  func newest(of ids: Set<ObjectID>) -> ObjectID? { commits.last { ids.contains($0.id) }?.id }
}
