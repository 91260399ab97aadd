/// Findings that a release had when somebody decided to fail on new ones only.
package struct Baseline: Equatable, Sendable {
  /// A finding, and why it is accepted.
  package struct Entry: Equatable, Sendable {
    package var rule: RuleID
    package var ticket: TicketKey?
    /// By id; for rules whose findings more commits make worse.
    package var commits: [ObjectID]
    /// See ``Finding/about``.
    package var about: String?
    /// What was wrong, for people. It tells findings apart only in an entry that was written when nothing else did.
    package var message: String
    package var reason: String

    package init(
      rule: RuleID, ticket: TicketKey? = nil, commits: [ObjectID] = [], about: String? = nil, message: String,
      reason: String
    ) {
      self.rule = rule
      self.ticket = ticket
      self.commits = commits
      self.about = about
      self.message = message
      self.reason = reason
    }
  }

  /// The only version that it is for.
  package var version: VersionName
  /// By rule, ticket, commits, message.
  package var entries: [Entry]

  package init(version: VersionName, entries: [Entry]) {
    self.version = version
    self.entries = entries.sorted(by: Entry.areInOrder)
  }
}

extension Baseline.Entry {
  /// What it accepts, in words.
  var subject: String {
    let commits = commits.count == 1 ? "commit \(commits[0].abbreviated)" : "\(commits.count) commits"
    return ticket.map(\.description) ?? (self.commits.isEmpty ? "'\(message)'" : commits)
  }

  fileprivate static func areInOrder(_ left: Self, _ right: Self) -> Bool {
    if left.rule != right.rule { return left.rule < right.rule }
    if left.ticket != right.ticket {
      guard let leftTicket = left.ticket else { return true }
      guard let rightTicket = right.ticket else { return false }
      return leftTicket < rightTicket
    }
    if left.commits != right.commits { return left.commits.lexicographicallyPrecedes(right.commits) }
    return (left.message, left.reason) < (right.message, right.reason)
  }
}

extension RuleID {
  /// Whether a baseline may accept the rule's findings. What says that the check itself cannot be relied on, or that an
  /// acceptance has ended, it may not: only a waiver with an approver and a last day can.
  package var canBeInBaseline: Bool {
    switch self {
    case .untrustedPolicy, .brokenSeal, .waiverExpired, .waiverUnused, .baselineUnused, .exemptionUnused,
      .approvalMissing, .approvalVoid:
      false
    case .unplannedTicket, .missingTicket, .unmergedWork, .revertedTicket, .partlyRevertedTicket, .removedTicket,
      .nothingChanged, .mergeWithChanges, .submoduleMoved, .alreadyOnBase, .untrackedCommit, .suspiciousKey,
      .unresolvedRevert, .wrongVersion, .notReady, .staleApproval, .unassigned, .untriaged, .versionState,
      .releaseTicket, .baseAhead, .unportedFix, .unsealedManifest, .staleManifest, .scopeDrift:
      true
    }
  }

  /// Whether a further commit makes a finding another one. What is missing is missing, wherever it is mentioned or
  /// waits to be merged.
  var countsCommits: Bool { self != .missingTicket && self != .unmergedWork }
}
