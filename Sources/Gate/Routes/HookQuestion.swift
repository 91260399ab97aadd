package import ReleaseScope

/// What git asks a hook, as values.
package enum HookQuestion: Sendable {
  /// `pre-push`; with the remote's name, or its address where it has no name.
  case push(remote: String?, address: String?, [PushLine], PendingMerge)
  /// `pre-receive`, and `update` with one ref.
  case received([RefUpdate], PendingMerge)
  /// `pre-merge-commit`: what `git merge` was told to merge, each with the words that it was named by.
  case mergeCommit([(id: ObjectID, name: String)], PendingMerge)
  /// `pre-commit`.
  case commit(PendingMerge)
  /// `reference-transaction` in its state `prepared`.
  case transaction([RefUpdate], PendingMerge)

  /// The commits that git names in the environment of a merge: `GITHEAD_<id>=<name>`.
  package static func mergedHeads(in environment: [String: String]) -> [(id: ObjectID, name: String)] {
    environment.compactMap { name, value in
      guard name.hasPrefix("GITHEAD_"), let id = ObjectID(String(name.dropFirst("GITHEAD_".count))) else { return nil }
      return (id, value)
    }.sorted { $0.id < $1.id }
  }
}
