/// The outcome of a check: the one value that every renderer draws.
///
/// Equal input gives an equal report: everything is sorted by meaning, and nothing of the clock or the machine is in
/// it. Its texts are as they came (from commits, tickets, files): each renderer cleans them for its format.
package struct ScopeReport: Equatable, Sendable {
  package var verdict: Verdict
  package var version: VersionName?
  package var stage: Stage
  package var range: RangeSummary
  /// `nil` when no manifest could be had; `incomplete` then says why.
  package var manifest: DocumentSummary?
  /// When the version is planned; `nil` where the manifest does not say.
  package var dates: VersionDates?
  /// `nil` when the repository has no policy and the defaults hold.
  package var policy: DocumentSummary?
  /// `nil` when none was asked for.
  package var baseline: DocumentSummary?
  /// The repository's name in the policy; `nil` if it has none.
  package var repository: String?
  /// The reports that this one was merged of; empty for the report of one repository.
  package var parts: [ReportPart] = []
  package var counts: Counts
  /// By key; every planned ticket and every ticket that the range names.
  package var tickets: [TicketReport]
  /// Commits without a ticket that should have one, in the order of the range.
  package var untracked: [ObjectID]
  package var exempt: [ExemptCommit]
  package var reverts: [RevertReport]
  package var alreadyOnBase: [BaseMatch]
  /// Keys of unknown projects, by key, with the commits that name them.
  package var otherKeys: [OtherKey]
  /// By severity, rule, ticket, first commit.
  package var findings: [Finding]
  package var incomplete: [Incompleteness]
  /// By role; empty where the policy asks for none.
  package var approvals: [ApprovalReport] = []
  /// Those of the pull request, where somebody asked the forge; oldest first.
  package var reviews: [ForgeReview] = []
  /// What the reader should know of how the answer came about, such as which base was chosen.
  package var remarks: [String]
  /// For every commit that the report names and that could be read: what people know it by.
  package var commits: CommitSummaries
  /// Where tickets and commits can be looked at, as the policy says.
  package var links = Links()

  package init(
    verdict: Verdict, version: VersionName?, stage: Stage, range: RangeSummary, manifest: DocumentSummary? = nil,
    policy: DocumentSummary? = nil, counts: Counts = Counts(), tickets: [TicketReport] = [],
    untracked: [ObjectID] = [], exempt: [ExemptCommit] = [], reverts: [RevertReport] = [],
    alreadyOnBase: [BaseMatch] = [], otherKeys: [OtherKey] = [], findings: [Finding] = [],
    incomplete: [Incompleteness] = [], remarks: [String] = [], commits: CommitSummaries = []
  ) {
    self.verdict = verdict
    self.version = version
    self.stage = stage
    self.range = range
    self.manifest = manifest
    self.policy = policy
    self.counts = counts
    self.tickets = tickets
    self.untracked = untracked
    self.exempt = exempt
    self.reverts = reverts
    self.alreadyOnBase = alreadyOnBase
    self.otherKeys = otherKeys
    self.findings = findings
    self.incomplete = incomplete
    self.remarks = remarks
    self.commits = commits
  }

  /// The summary of a commit that the report names.
  package func summary(of id: ObjectID) -> CommitSummary? { commits[id] }
}

package enum Verdict: String, Sendable, CaseIterable {
  case pass
  case fail
  case incomplete

  /// A proven mismatch is a mismatch, whatever else could not be seen.
  package init(_ findings: [Finding], unseen: [Incompleteness]) {
    let isWrong = findings.contains { $0.severity == .error && $0.isOpen }
    self = isWrong ? .fail : unseen.isEmpty ? .pass : .incomplete
  }
}

/// One of the reports that a merged one was made of.
package struct ReportPart: Equatable, Sendable {
  /// The repository's name, or the file's.
  package var name: String
  package var verdict: Verdict
  package var range: RangeSummary
  package var policy: DocumentSummary?

  package init(name: String, verdict: Verdict, range: RangeSummary, policy: DocumentSummary?) {
    self.name = name
    self.verdict = verdict
    self.range = range
    self.policy = policy
  }
}

package struct RangeSummary: Equatable, Sendable {
  package var base: RangeEnd
  package var release: RangeEnd
  package var commits: Int
  package var merges: Int
  /// The merge that brought the release in, when an already merged release is judged.
  package var merge: ObjectID?

  package init(base: RangeEnd, release: RangeEnd, commits: Int, merges: Int, merge: ObjectID? = nil) {
    self.base = base
    self.release = release
    self.commits = commits
    self.merges = merges
    self.merge = merge
  }

  package init(base: NamedCommit, release: NamedCommit, commits: Int, merges: Int, merge: ObjectID? = nil) {
    self.init(
      base: RangeEnd(name: base.name, id: base.id), release: RangeEnd(name: release.name, id: release.id),
      commits: commits, merges: merges, merge: merge)
  }
}

/// One side of a range: the name by which it was found, and its commit.
package struct RangeEnd: Equatable, Sendable {
  package var name: String
  /// `nil` where nothing could be compared, since a CI service's clone lacks it, and in a merged report.
  package var id: ObjectID?

  package init(name: String, id: ObjectID?) {
    self.name = name
    self.id = id
  }
}

/// A manifest or a policy, and where it was read.
package struct DocumentSummary: Equatable, Sendable {
  package var name: String
  /// A revision's name, `worktree`, or `file` for a file outside of the repository.
  package var from: String
  /// `sha256:` and the digest of its bytes.
  package var digest: String
  /// Of a manifest only: whether it has a seal, and the number of its tickets.
  package var isSealed: Bool?
  package var tickets: Int?

  package init(name: String, from: String, digest: String, isSealed: Bool? = nil, tickets: Int? = nil) {
    self.name = name
    self.from = from
    self.digest = digest
    self.isSealed = isSealed
    self.tickets = tickets
  }
}

/// The numbers that people ask for first.
package struct Counts: Equatable, Sendable {
  /// Planned tickets whose work is in effect, all or in part.
  package var delivered = 0
  /// Planned tickets without work.
  package var absent = 0
  package var unplanned = 0
  package var untracked = 0
  package var errors = 0
  package var warnings = 0
  package var waived = 0
  /// Findings that the baseline covers.
  package var known = 0

  package init() {}

  package init(_ tickets: [TicketReport], _ findings: [Finding], untracked: Int) {
    for ticket in tickets {
      switch ticket.state {
      case .delivered, .partlyReverted: if ticket.isPlanned { delivered += 1 } else { unplanned += 1 }
      case .absent, .mentioned: if ticket.isPlanned { absent += 1 }
      case .reverted, .removed, .alreadyOnBase: break
      }
    }
    self.untracked = untracked
    for finding in findings {
      if finding.waiver != nil {
        waived += 1
      } else if finding.baselineReason != nil {
        known += 1
      } else {
        switch finding.severity {
        case .error: errors += 1
        case .warning: warnings += 1
        case .note, .off: break
        }
      }
    }
  }
}

package struct ExemptCommit: Equatable, Sendable {
  package var commit: ObjectID
  package var reason: String

  package init(commit: ObjectID, reason: String) {
    self.commit = commit
    self.reason = reason
  }
}

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
  /// The command that mends it.
  package var help: String

  package init(reason: Reason, message: String, help: String) {
    self.reason = reason
    self.message = message
    self.help = help
  }
}
