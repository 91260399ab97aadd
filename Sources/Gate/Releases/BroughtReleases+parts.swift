import ReleaseScope
import ScopeCheck

extension BroughtReleases {
  /// Whether a commit that the move brings, on the line of a release branch below its tip, is a part of the release; or
  /// is work that came to the branch from elsewhere: the base, from which it was cut, or a fix that goes to both.
  ///
  /// The logs of the branches say where it was committed. Without them a branch that points to it, or a merge that
  /// names another branch, says that it is that branch's.
  func isPart(_ id: ObjectID, of release: String) throws -> Bool {
    if try repository.wasCommitted(id, on: .branch(release)) { return true }
    if try repository.wasCommitted(id, on: .branch(gate.baseBranch)) { return false }
    if otherTips.contains(id) || isMergedAsAnother(id) { return false }
    for branch in others where try repository.wasCommitted(id, on: branch.name) { return false }
    return !newcomers.contains(release)
  }

  /// Whether a merge that comes with it names a branch, and no release, as where it comes from.
  private func isMergedAsAnother(_ id: ObjectID) -> Bool {
    added.contains { commit in
      guard commit.isMerge, commit.parents.dropFirst().contains(id) else { return false }
      return gate.namesBranch(in: commit.subject) && gate.mergedReleases(in: commit.subject).isEmpty
    }
  }
}
