/// A hook of git that relscope has a text for.
package enum HookName: String, CaseIterable, Sendable {
  case prePush = "pre-push"
  case preMergeCommit = "pre-merge-commit"
  case preCommit = "pre-commit"
  case commitMsg = "commit-msg"
  case referenceTransaction = "reference-transaction"
  case preReceive = "pre-receive"
  case update

  /// Those that run where people work.
  package static let client: [HookName] = [.prePush, .preMergeCommit, .preCommit, .commitMsg, .referenceTransaction]

  /// What `--server` installs: one verdict for all refs of a push. `update` gives one for each, and is asked for by
  /// name.
  package static let server: [HookName] = [.preReceive]

  /// Whether it runs where branches are pushed to.
  package var isOnServer: Bool {
    switch self {
    case .preReceive, .update: true
    case .prePush, .preMergeCommit, .preCommit, .commitMsg, .referenceTransaction: false
    }
  }

  /// Whether git writes lines to its standard input.
  package var readsInput: Bool {
    switch self {
    case .prePush, .referenceTransaction, .preReceive: true
    case .preMergeCommit, .preCommit, .commitMsg, .update: false
    }
  }
}
