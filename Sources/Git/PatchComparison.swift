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
    let wanted = leftByPaths.flatMap { paths, commits in commits + (rightByPaths[paths] ?? []) }
    let patches = try patches(of: Array(Set(wanted)), in: repository)
    for (paths, commits) in leftByPaths {
      var byPatch: [CommitDiff.Patch: [ObjectID]] = [:]
      for other in rightByPaths[paths] ?? [] {
        if let patch = patches[other] { byPatch[patch, default: []].append(other) }
      }
      for commit in commits {
        if let equal = patches[commit].flatMap({ byPatch[$0] }) { same[commit] = equal }
      }
    }
    unreadable = Set(unreadable).sorted()
  }

  /// The commits by the paths that they change.
  ///
  /// - Parameter known: Leaves out those that change something else.
  private mutating func group(
    _ commits: [ObjectID], in repository: Repository, among known: Set<[String]>? = nil
  ) throws(GitError) -> [[String]: [ObjectID]] {
    let paths = known.map { TreeComparison.KnownPaths($0.joined()) }
    let changes = try repository.readInParallel(commits) { (repository, commit) throws(GitError) in
      try Self.ifHere { () throws(GitError) -> [String]? in
        let changes = try repository.changes(of: commit, among: paths)
        return changes.hasOthers || changes.paths.isEmpty ? nil : changes.paths
      }
    }
    var groups: [[String]: [ObjectID]] = [:]
    for (commit, changes) in zip(commits, changes) {
      switch changes {
      case .missing: unreadable.append(commit)
      case .read(let paths?) where known?.contains(paths) ?? true: groups[paths, default: []].append(commit)
      case .read: break
      }
    }
    return groups
  }

  private mutating func patches(
    of commits: [ObjectID], in repository: Repository
  ) throws(GitError) -> [ObjectID: CommitDiff.Patch] {
    let patches = try repository.readInParallel(commits) { (repository, commit) throws(GitError) in
      try Self.ifHere { () throws(GitError) in try CommitDiff(of: commit, in: repository).patch() }
    }
    var found: [ObjectID: CommitDiff.Patch] = [:]
    for (commit, patch) in zip(commits, patches) {
      switch patch {
      case .missing: unreadable.append(commit)
      case .read(let patch): found[commit] = patch
      }
    }
    return found
  }

  private enum Reading<Value: Sendable>: Sendable {
    case read(Value)
    /// An object that it takes is not here.
    case missing
  }

  private static func ifHere<Value>(_ read: () throws(GitError) -> Value) throws(GitError) -> Reading<Value> {
    do {
      return .read(try read())
    } catch {
      guard error.code == .missingObject else { throw error }
      return .missing
    }
  }
}
