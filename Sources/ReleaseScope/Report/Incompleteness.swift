/// Something that was needed and could not be seen.
package struct Incompleteness: Equatable, Sendable {
  package enum Reason: String, Sendable, CaseIterable {
    case shallowHistory = "shallow-history"
    case graftedHistory = "grafted-history"
    case replacedHistory = "replaced-history"
    case missingObject = "missing-object"
    case crowdedMessage = "crowded-message"
    case unrelatedHistories = "unrelated-histories"
    case noManifest = "no-manifest"
    case truncatedManifest = "truncated-manifest"
    case emptyManifest = "empty-manifest"
    case unreadApprovals = "unread-approvals"
    case missingReport = "missing-report"
    case unknownMerges = "unknown-merges"
    case unknownCommit = "unknown-commit"
    case longMessage = "long-message"
  }

  package var reason: Reason
  package var message: String
  /// What makes it seen.
  package var help: Advice

  package init(reason: Reason, message: String, help: Advice) {
    self.reason = reason
    self.message = message
    self.help = help
  }
}
