package import ReleaseScope

/// What is known of a release: all that a step may be told by. What is `nil` or empty was not seen.
package struct ProcessFacts: Sendable {
  package var version: VersionName
  package var policy: Policy
  package var manifest: Manifest?
  /// The manifest's name and where it was read: `releases/2.4.0.json at origin/main`.
  package var manifestName: String?
  /// What changed in the scope since it was frozen, and at which revision; `nil` if it is not frozen.
  package var drift: (since: String, changes: ManifestDrift)?
  /// Why there is no manifest, or no report; empty where there are both.
  package var gaps: [String] = []
  /// The comparison of the release with its manifest.
  package var report: ScopeReport?
  /// In the order of the policy's roles; `nil` where the policy asks for none.
  package var approvals: [ApprovalFact]?
  package var branch: BranchFact?
  /// The merges of the release on the base's first-parent line, newest first.
  package var merges: [MergeFact] = []
  package var production = ProductionFact.notNamed
  /// The versions on the base that mend what this one broke.
  package var followUps: [FollowUp] = []
  /// What Jira and the forge said; `nil` where nobody asked.
  package var evidence: ProcessEvidence?
  /// Whether a seal proves the evidence to be as it was fetched.
  package var isEvidenceSealed = true

  package init(version: VersionName, policy: Policy) {
    self.version = version
    self.policy = policy
  }

  /// The planned tickets without the release ticket.
  var tickets: [Ticket] { (manifest?.tickets ?? []).filter { $0.key != manifest?.releaseTicket } }

  func isReady(_ ticket: Ticket) -> Bool {
    guard let status = ticket.status else { return false }
    return ticket.isClosed || policy.readyStatuses.contains { $0.caseInsensitivelyEquals(status) }
  }

  var newestMerge: MergeFact? { merges.first }

  /// Where work of this hot fix is not yet, one sentence for each open release branch.
  var unported: [String] {
    (report?.findings ?? []).filter { $0.rule == .unportedFix && $0.isOpen }.map(\.message)
  }
}

extension Ticket {
  /// Whether Jira counts its status among those that end the work.
  package var isClosed: Bool { statusCategory == "done" }
}
