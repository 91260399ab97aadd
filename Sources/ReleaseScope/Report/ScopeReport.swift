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
