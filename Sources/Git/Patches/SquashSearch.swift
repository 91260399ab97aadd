package import Commits

extension Repository {
  /// Finds the commits that make a whole change by themselves, as a squash merge does.
  ///
  /// - Parameters:
  ///   - old: The tree before the change.
  ///   - new: The tree after it.
  /// - Returns: Those of `commits` that change the same paths in the same way, in the order given; none for no change.
  /// - Complexity: A comparison of trees for every commit. Contents are read only where the same paths change.
  /// - Throws: ``GitError/Code/missingObject`` if a tree or a file is not here.
  package func commits(
    of commits: [ObjectID], changing old: ObjectID, to new: ObjectID
  ) throws(GitError) -> [ObjectID] {
    let paths = try TreeComparison(old, new, in: self).paths
    guard !paths.isEmpty else { return [] }
    var patch: CommitDiff.Patch?
    var found: [ObjectID] = []
    for commit in commits where try changedPaths(of: commit) == paths {
      if patch == nil { patch = try CommitDiff(from: old, to: new, in: self).patch() }
      if try CommitDiff(of: commit, in: self).patch() == patch { found.append(commit) }
    }
    return found
  }
}
