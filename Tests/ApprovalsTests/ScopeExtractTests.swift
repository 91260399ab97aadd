import Approvals
import ReleaseScope
import Testing

struct ScopeExtractTests {
  private static let head = ObjectID(high: 1, middle: 1, low: 1)
  private static let other = ObjectID(high: 1, middle: 1, low: 2)

  private static func report(_ change: (inout ScopeReport) throws -> Void) throws -> ScopeReport {
    let end = RangeEnd(name: "x", id: head)
    var report = ScopeReport(
      verdict: .pass, version: try VersionName(parsing: "2.4.0"), stage: .merge,
      range: RangeSummary(base: end, release: end, commits: 1, merges: 0),
      tickets: [TicketReport(key: try TicketKey(parsing: "SHOP-1"), isPlanned: true, state: .delivered)])
    try change(&report)
    return report
  }

  private static func digest(_ change: (inout ScopeReport) throws -> Void = { _ in }) throws -> String {
    ScopeExtract(of: try report(change), head: head, mergeBases: [other]).digest
  }

  private static func finding(_ rule: RuleID, _ severity: Severity = .error, commits: [ObjectID] = []) -> Finding {
    Finding(rule: rule, severity: severity, commits: commits, message: "m", help: "h")
  }

  @Test func `is the same text for the same scope`() throws {
    let text = ScopeExtract(of: try Self.report { _ in }, head: Self.head, mergeBases: [Self.other]).text
    #expect(
      text == """
        relscope.scope/1
        version "2.4.0"
        head \(Self.head)
        merge-base \(Self.other)
        ticket SHOP-1 planned delivered

        """)
  }

  @Test(arguments: [
    RuleID.approvalMissing, .approvalVoid, .staleManifest, .waiverExpired, .notReady, .staleApproval, .baseAhead,
    .unportedFix, .unsealedManifest,
  ])
  func `leaves out what a clock, a click or another branch changes`(_ rule: RuleID) throws {
    let (with, without) = (try Self.digest { $0.findings = [Self.finding(rule)] }, try Self.digest())
    #expect(with == without)
  }

  @Test func `is another one for other tickets, states, findings and waivers`() throws {
    let digests = [
      try Self.digest(), try Self.digest { $0.tickets[0].state = .reverted },
      try Self.digest { $0.tickets[0].isPlanned = false }, try Self.digest { $0.tickets = [] },
      try Self.digest { $0.version = try VersionName(parsing: "2.4.1") },
      try Self.digest { $0.findings = [Self.finding(.untrackedCommit, commits: [Self.head])] },
      try Self.digest { $0.findings = [Self.finding(.untrackedCommit, commits: [Self.other])] },
      try Self.digest {
        $0.findings = [Self.finding(.untrackedCommit, commits: [Self.head])]
        $0.findings[0].baselineReason = "known"
      },
    ]
    #expect(Set(digests).count == digests.count)
  }

  @Test func `knows no difference between what one clone sees on other branches and another does not`() throws {
    let missing = try Self.digest { $0.findings = [Self.finding(.missingTicket)] }
    let unmerged = try Self.digest { $0.findings = [Self.finding(.unmergedWork, .warning, commits: [Self.other])] }
    #expect(missing == unmerged)
  }
}
