package import ReleaseScope
import ScopeCheck

extension ReleaseGate {
  /// By convention, the remote of a fork that is the repository which it was made of.
  private static var upstream: String { "upstream" }

  /// The remote that the base tracks here; without one, the usual remote.
  private func trackedRemote() throws -> String? {
    let tracked = try repository.trackedRemote(of: baseBranch)
    return try tracked.flatMap { try repository.remoteNames().contains($0) ? $0 : nil }
      ?? RevisionChoice(repository).usualRemote()
  }

  /// The base as a remote is known to have it, or as the tracked remote has it if that is further.
  ///
  /// - Parameter remote: A name, or an address, of which nothing is known; `nil` for the tracked remote.
  /// - Throws: An ``ExplainedError`` of the repository.
  package func publishedBase(on remote: String? = nil) throws -> NamedCommit? {
    let remotes = try [remote, trackedRemote()].compactMap(\.self)
    let known = try remotes.compactMap { remote in
      try repository.commit(ofReference: .tracking(baseBranch, of: remote)).map {
        NamedCommit(name: "\(remote)/\(baseBranch)", id: $0)
      }
    }
    guard let first = known.first, let last = known.last, first.id != last.id else { return known.first }
    return try repository.isAncestor(first.id, of: last.id) ? last : first
  }

  /// The base by which to judge a release that is pushed.
  ///
  /// - Returns: The base as it is known here, unless it has work of the release that the remote's base lacks, as after
  ///   a fast-forward that is not pushed: the remote's base then.
  /// - Throws: An ``ExplainedError`` of the repository.
  package func base(forPushOf release: ObjectID, to remote: String?) throws -> NamedCommit? {
    guard let base, let published = try publishedBase(on: remote), published.id != base.id else { return base }
    let common = try repository.history(base: base.id, releases: [release]).range().mergeBases.map(\.id)
    let areThere = try common.allSatisfy { try $0 == published.id || repository.isAncestor($0, of: published.id) }
    return areThere ? base : published
  }

  /// Whether the base of a remote that is believed has a commit: it was judged when it got there. Believed are the
  /// remote that the base tracks, and `upstream`: what any other remote has, somebody's fork or a backup, nobody
  /// judged.
  ///
  /// - Throws: An ``ExplainedError`` of the repository.
  package func isPublished(_ id: ObjectID) throws -> Bool {
    let upstream = try repository.remoteNames().first { $0 == Self.upstream }
    return try isPublished(id, on: [trackedRemote(), upstream].compactMap(\.self))
  }

  /// Whether another remote than the one that is pushed to has a commit on its base, and is believed: a fork or a
  /// backup is brought up to date then. Nothing stands above `upstream`.
  ///
  /// - Parameter destination: The name of a remote.
  func isPublished(_ id: ObjectID, elsewhereThan destination: String) throws -> Bool {
    let remotes = try repository.remoteNames()
    guard remotes.contains(destination), destination != Self.upstream else { return false }
    let believed = try [trackedRemote(), remotes.first { $0 == Self.upstream }].compactMap(\.self)
    return try isPublished(id, on: believed.filter { $0 != destination })
  }

  private func isPublished(_ id: ObjectID, on remotes: [String]) throws -> Bool {
    try remotes.contains { remote in
      guard let tip = try repository.commit(ofReference: .tracking(baseBranch, of: remote)) else { return false }
      return try tip == id || repository.isAncestor(id, of: tip)
    }
  }
}
