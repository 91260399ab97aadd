import Approvals
import Git
import Platform
import ReleaseScope

/// The ref that approvals are kept under, as git changes it here and on a remote.
struct ApprovalNotesRef {
  private static let mostTries = 5

  let git: RepositoryGit
  let repository: Repository

  /// Adds a line to the note of a commit.
  func add(_ record: ApprovalRecord, on commit: ObjectID) throws {
    try run(
      ["notes", "--ref=\(SharedNotes.approvals.reference)", "append", "-F", "-", "\(commit)"],
      input: Array("\(record.line)\n".utf8), "write the note")
  }

  /// Merges what a remote has, and pushes both, again when somebody else was faster.
  func share(with remote: String) throws {
    let fetched = SharedNotes.approvals.fetched(from: remote)
    for _ in 0..<Self.mostTries {
      try run(
        ["fetch", "--quiet", remote, SharedNotes.approvals.refspec(from: remote)], "fetch the approvals")
      if try repository.commit(ofReference: fetched) != nil {
        try run(
          [
            "notes", "--ref=\(SharedNotes.approvals.reference)", "merge", "--quiet", "-s", "cat_sort_uniq",
            fetched.text,
          ],
          "merge the approvals")
      }
      if git.run(["push", "--quiet", remote, SharedNotes.approvals.reference.text])?.status == 0 { return }
    }
    throw Problem(
      .unavailable, "the approval is here, and '\(remote)' does not take it",
      help: "run: git push \(ShellWord.quoted(remote)) \(SharedNotes.approvals.reference)")
  }

  private func run(_ arguments: [String], input: [UInt8] = [], _ what: String) throws {
    guard let answer = git.run(arguments, input: input) else {
      throw Problem(.missing, "cannot run git", help: "install git")
    }
    guard answer.status == 0 else {
      throw Problem(
        .unavailable, "git could not \(what)",
        help: "run: git \(arguments.map(ShellWord.quoted).joined(separator: " "))")
    }
  }
}
