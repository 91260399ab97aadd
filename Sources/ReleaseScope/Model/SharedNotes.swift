/// Notes on commits that people share: git brings them to no clone by itself.
package struct SharedNotes: Sendable {
  /// What people signed of a release's head.
  package static let approvals = SharedNotes(name: "relscope-approvals", pattern: "relscope-*")
  /// To which tickets commits belong whose messages do not say it.
  package static let tickets = SharedNotes(name: "tickets", pattern: "tickets*")

  /// As `git notes --ref` takes it.
  package let name: String
  private let pattern: String

  /// The ref that is written here and pushed.
  package var reference: RefName { RefName("refs/notes/\(name)") }

  /// Where a remote's notes are until somebody merges them.
  package func fetched(from remote: String) -> RefName { RefName("refs/notes/\(remote)/\(name)") }

  /// What brings them. A refspec without a pattern would make every fetch fail where the remote has none.
  package func refspec(from remote: String) -> String { "+refs/notes/\(pattern):refs/notes/\(remote)/\(pattern)" }

  package var fetchCommand: String { "git fetch origin '\(refspec(from: "origin"))'" }
}
