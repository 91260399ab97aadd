package import Commits

extension Repository {
  /// The newest commits that a revision reaches, in no promised order.
  ///
  /// - Returns: At most `limit`; fewer where the history ends, or is not here.
  /// - Throws: ``GitError`` if a commit is here and cannot be read.
  package func commits(reachableFrom tip: ObjectID, limit: Int) throws(GitError) -> [Commit] {
    let boundary = try shallowBoundary()
    var seen: Set<ObjectID> = [tip]
    var pending = [tip]
    var found: [Commit] = []
    var next = 0
    while next < pending.count, found.count < limit {
      guard let commit = try commit(pending[next]) else { break }
      found.append(commit)
      next += 1
      guard !boundary.contains(commit.id) else { continue }
      for parent in commit.parents where seen.insert(parent).inserted { pending.append(parent) }
    }
    return found
  }
}
