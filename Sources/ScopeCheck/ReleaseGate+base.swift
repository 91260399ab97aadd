package import ReleaseScope

extension ReleaseGate {
  /// The base as a remote is known to have it, or as the usual remote has it if that is further.
  ///
  /// - Parameter remote: A name, or an address, of which nothing is known; `nil` for the usual remote.
  package func publishedBase(on remote: String? = nil) throws -> NamedCommit? {
    let remotes = try [remote, RevisionChoice(repository).usualRemote()].compactMap(\.self)
    let known = try remotes.compactMap { remote in
      try repository.commit(ofReference: "refs/remotes/\(remote)/\(baseBranch)").map {
        NamedCommit(name: "\(remote)/\(baseBranch)", id: $0)
      }
    }
    guard let first = known.first, let last = known.last, first.id != last.id else { return known.first }
    return try repository.isAncestor(first.id, of: last.id) ? last : first
  }

  /// The base by which to judge a release that is pushed.
  ///
  /// - Returns: The base as it is known here, unless it has work of the release that the remote's base lacks, as after a
  ///   fast-forward that is not pushed: the remote's base then.
  package func base(forPushOf release: ObjectID, to remote: String?) throws -> NamedCommit? {
    guard let base, let published = try publishedBase(on: remote), published.id != base.id else { return base }
    let common = try repository.history(base: base.id, releases: [release]).range().mergeBases.map(\.id)
    let areThere = try common.allSatisfy { try $0 == published.id || repository.isAncestor($0, of: published.id) }
    return areThere ? base : published
  }

  /// Whether a remote's base has a commit: it was judged when it got there.
  package func isPublished(_ id: ObjectID) throws -> Bool {
    try repository.remoteNames().contains { remote in
      guard let tip = try repository.commit(ofReference: "refs/remotes/\(remote)/\(baseBranch)") else { return false }
      return try tip == id || repository.isAncestor(id, of: tip)
    }
  }
}
