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

/// A version that mends what another one broke.
package struct FollowUp: Equatable, Sendable {
  package var version: VersionName
  package var tickets: [TicketKey]
  package var isReleased: Bool

  package init(version: VersionName, tickets: [TicketKey], isReleased: Bool) {
    self.version = version
    self.tickets = tickets
    self.isReleased = isReleased
  }
}

/// An approval that the policy asks for.
package struct ApprovalFact: Equatable, Sendable {
  package enum State: Equatable, Sendable {
    case holds
    case missing
    /// It was given and does not hold; says why.
    case void(String)
  }

  package var role: String
  package var state: State
  package var by: String?
  package var time: Instant?

  package init(role: String, state: State, by: String? = nil, time: Instant? = nil) {
    self.role = role
    self.state = state
    self.by = by
    self.time = time
  }
}

/// The release branch.
package struct BranchFact: Equatable, Sendable {
  package var name: String
  package var head: ObjectID
  /// How many commits it has that the base has not.
  package var ahead: Int

  package init(name: String, head: ObjectID, ahead: Int) {
    self.name = name
    self.head = head
    self.ahead = ahead
  }
}

/// A merge that brought the release to the base.
package struct MergeFact: Equatable, Sendable {
  package var commit: ObjectID
  package var subject: String
  package var committer: String
  package var time: Instant

  package init(commit: ObjectID, subject: String, committer: String, time: Instant) {
    self.commit = commit
    self.subject = subject
    self.committer = committer
    self.time = time
  }
}

/// What git says of production.
package enum ProductionFact: Equatable, Sendable {
  /// The policy does not say what production is.
  case notNamed
  /// A tag or a branch that is not there.
  case absent(String)
  /// A tag or a branch and what it has.
  case reached(ProductionRef)
  /// The policy names an environment of the forge.
  case environment(String)
}

package struct ProductionRef: Equatable, Sendable {
  /// `tag v2.4.0`, `branch production`.
  package var name: String
  package var commit: ObjectID
  package var time: Instant?
  package var by: String?
  /// Whether the base has it.
  package var isOnBase: Bool
  /// Whether it has the release's newest merge; `nil` where the release is not merged.
  package var hasMerge: Bool?

  package init(
    name: String, commit: ObjectID, time: Instant? = nil, by: String? = nil, isOnBase: Bool, hasMerge: Bool?
  ) {
    self.name = name
    self.commit = commit
    self.time = time
    self.by = by
    self.isOnBase = isOnBase
    self.hasMerge = hasMerge
  }
}

extension Ticket {
  /// Whether Jira counts its status among those that end the work.
  package var isClosed: Bool { statusCategory == "done" }
}
