package import ReleaseScope

/// Which commits of two groups make the same change.
package struct PatchComparison: Sendable {
  /// For a commit of the one group, those of the other that make the same change, in the order given.
  package private(set) var same: [ObjectID: [ObjectID]] = [:]
  /// Commits that could not be compared since a tree or a file is not here.
  package private(set) var unreadable: [ObjectID] = []

  /// Compares each of `left` with each of `right`; merges and empty commits are equal to none.
  ///
  /// - Complexity: A comparison of trees for every commit. Contents are read only for commits that change the same
  ///   paths as one of the other group.
  /// - Throws: ``GitError`` for anything but an object that is not here.
  package init(_ left: [ObjectID], _ right: [ObjectID], in repository: Repository) throws(GitError) {
    guard !left.isEmpty, !right.isEmpty else { return }
    let rightByPaths = try group(right, in: repository)
    let leftByPaths = try group(left, in: repository, among: Set(rightByPaths.keys))
    for (paths, commits) in leftByPaths {
      guard let others = rightByPaths[paths] else { continue }
      var byPatch: [CommitDiff.Patch: [ObjectID]] = [:]
      for other in others {
        if let patch = try patch(other, in: repository) { byPatch[patch, default: []].append(other) }
      }
      for commit in commits {
        guard let patch = try patch(commit, in: repository), let equal = byPatch[patch] else { continue }
        same[commit] = equal
      }
    }
    unreadable = Set(unreadable).sorted()
  }

  private mutating func group(
    _ commits: [ObjectID], in repository: Repository, among known: Set<[String]>? = nil
  ) throws(GitError) -> [[String]: [ObjectID]] {
    let paths = known.map { TreeComparison.KnownPaths($0.joined()) }
    var groups: [[String]: [ObjectID]] = [:]
    for commit in commits {
      let changes = try reading(commit) { () throws(GitError) in try repository.changes(of: commit, among: paths) }
      guard let changes, !changes.hasOthers, !changes.paths.isEmpty, known?.contains(changes.paths) ?? true
      else { continue }
      groups[changes.paths, default: []].append(commit)
    }
    return groups
  }

  private mutating func patch(_ commit: ObjectID, in repository: Repository) throws(GitError) -> CommitDiff.Patch? {
    try reading(commit) { () throws(GitError) in try CommitDiff(of: commit, in: repository).patch() }
  }

  private mutating func reading<Value>(
    _ commit: ObjectID, _ read: () throws(GitError) -> Value
  ) throws(GitError) -> Value? {
    do {
      return try read()
    } catch {
      guard error.code == .missingObject else { throw error }
      unreadable.append(commit)
      return nil
    }
  }
}
