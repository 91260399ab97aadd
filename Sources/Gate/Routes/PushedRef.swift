package import ReleaseScope

/// One ref of a push, as a hook manager tells it in place of git's lines.
package struct PushedRef: Equatable, Sendable {
  /// What the user pushed: a full ref, or as typed: `HEAD`.
  package let localRef: String
  /// The object id that is pushed; `nil` when it has to be read from `localRef`.
  package let localID: String?
  /// The ref on the remote.
  package let remoteRef: RefName
  /// Where the pushed commits start: the ref's old id on the remote, or for a new ref the parent of the first commit
  /// that no remote-tracking ref has. `nil` when the push begins with the first commit of the history. No base to judge
  /// by.
  package let start: String?
  package let remoteName: String
  /// May hold credentials: it belongs in no log.
  package let remoteURL: String

  /// Reads what pre-commit says: one ref for each push, the first that is no deletion and has commits to push.
  ///
  /// pre-commit passes no standard input to its hooks. It says nothing of the other refs of a push, of deletions, and
  /// of a ref whose commits are all on the remote already: for such a push alone it runs no hook.
  ///
  /// - Returns: `nil` unless pre-commit runs a pre-push hook.
  package init?(preCommit variables: [String: String]) {
    func value(_ name: String) -> String? {
      guard let value = variables["PRE_COMMIT_\(name)"], !value.isEmpty else { return nil }
      return value
    }
    guard variables["PRE_COMMIT"] == "1", let remoteRef = value("REMOTE_BRANCH"), let localRef = value("LOCAL_BRANCH"),
      let remoteName = value("REMOTE_NAME")
    else { return nil }
    self.localRef = localRef
    self.remoteRef = RefName(remoteRef)
    self.remoteName = remoteName
    localID = value("TO_REF")
    start = value("FROM_REF")
    remoteURL = value("REMOTE_URL") ?? ""
  }
}
