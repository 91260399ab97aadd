import ReleaseScope
import Testing

struct ApprovalRuleTests {
  private static let head = Story.id("a")
  private static let earlier = Story.id("b")

  private static func report(_ state: ApprovalReport.State, _ change: (inout ApprovalReport) -> Void = { _ in })
    -> ApprovalReport
  {
    var report = ApprovalReport(role: "tech-lead", state: state)
    if state != .missing {
      report.approver = "lead@example.com"
      report.head = earlier
      report.time = Instant(seconds: 1_795_600_000)
    }
    change(&report)
    return report
  }

  private static func messages(_ approvals: [ApprovalReport], by rule: RuleID) -> [String] {
    var release = RuleStory()
    release.policy.approvals.required = ["tech-lead"]
    release.commit("a", "SHOP-7 Mend the totals")
    release.gather = {
      $0.approvals = approvals
      $0.head = Self.head
    }
    return release.found(by: rule).map(\.message)
  }

  @Test func `a role in which nobody approved is missing`() {
    let messages = Self.messages([Self.report(.missing)], by: .approvalMissing)
    #expect(messages == ["tech-lead: nobody approved \(Self.head.abbreviated)"])
  }

  @Test func `what holds is enough, whatever else does not`() {
    for rule in [RuleID.approvalMissing, .approvalVoid] {
      let messages = Self.messages([Self.report(.held), Self.report(.void)], by: rule)
      #expect(messages.isEmpty)
    }
  }

  @Test func `a role is missing or void, and speaks for no other`() {
    var release = RuleStory()
    release.policy.approvals.required = ["tech-lead", "release-developer", "qa"]
    release.gather = {
      $0.head = Self.head
      $0.approvals = [
        Self.report(.void), Self.report(.held) { $0.role = "release-developer" },
        Self.report(.missing) { $0.role = "qa" },
      ]
    }
    #expect(release.found(by: .approvalMissing).map(\.message) == ["qa: nobody approved \(Self.head.abbreviated)"])
    let void = release.found(by: .approvalVoid).map(\.message)
    #expect(void.count == 1 && void[0].hasPrefix("tech-lead: lead@example.com approved"))
  }

  /// What came since an approval, which is nothing where the history was written anew.
  @Test(
    arguments: [
      (["a"], " (1 commit later: SHOP-7 Mend the totals)"), (["a", "c"], " (2 commits later: SHOP-7 Mend the totals)"),
      ([], ""),
    ] as [([String], String)])
  func `an earlier approval says what came since`(since: [String], words: String) {
    let void = Self.report(.void) {
      $0.reason = .head
      $0.since = since.map(Story.id)
    }
    let messages = Self.messages([void], by: .approvalVoid)
    #expect(
      messages == [
        "tech-lead: lead@example.com approved \(Self.earlier.abbreviated) on 2026-11-25; the head is "
          + "\(Self.head.abbreviated)\(words)"
      ])
  }

  @Test func `what was signed is told before what anybody may have written`() {
    let forged = Self.report(.void) {
      $0.approver = "mallory@example.com"
      $0.reason = .signature
      $0.detail = "the signature is not of this text"
    }
    let late = Self.report(.void) {
      $0.key = "SHA256:x"
      $0.reason = .expired
      $0.detail = "it held until 2026-11-20"
    }
    let messages = Self.messages([forged, late], by: .approvalVoid)
    #expect(
      messages == [
        "tech-lead: lead@example.com approved \(Self.earlier.abbreviated) on 2026-11-25, which does not count: it held "
          + "until 2026-11-20"
      ])
  }
}
