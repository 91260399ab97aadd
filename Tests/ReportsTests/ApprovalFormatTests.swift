import ReleaseScope
import Testing

@testable import Reports

/// What the formats say of approvals, and of the forge's reviews.
struct ApprovalFormatTests {
  private static func report() throws -> ScopeReport {
    let head = try #require(ObjectID(String(repeating: "2", count: 40)))
    let old = try #require(ObjectID(String(repeating: "3", count: 40)))
    let time = try #require(Instant(parsing: "2026-11-20T09:12:00Z"))
    var report = ScopeReport(
      verdict: .fail, version: try VersionName(parsing: "2.4.0"), stage: .merge,
      range: RangeSummary(
        base: NamedCommit(name: "main", id: old), release: NamedCommit(name: "release/2.4.0", id: head), commits: 1,
        merges: 0))
    var held = ApprovalReport(role: "tech-lead", state: .held)
    (held.approver, held.head, held.time) = ("lead@example.com", head, time)
    var void = ApprovalReport(role: "release-developer", state: .void)
    (void.approver, void.head, void.time) = ("dev@example.com", old, time)
    (void.reason, void.detail, void.since) = (.head, "the head is another commit", [head])
    report.approvals = [held, void, ApprovalReport(role: "qa", state: .missing)]
    report.reviews = [ForgeReview(by: "lea", state: "approved", commit: head, time: time)]
    report.findings = [
      Finding(
        rule: .approvalMissing, severity: .error, message: "nobody approved as qa", help: .run("relscope approve"))
    ]
    return report
  }

  private static let approvals = [
    "tech-lead: lead@example.com approved 2222222222 on 2026-11-20",
    "release-developer: dev@example.com approved 3333333333 on 2026-11-20; void: the head is another commit, 1 commit since",
    "qa: nobody",
  ]
  private static let review = "lea: approved this head on 2026-11-20 (on the forge, binds no content)"

  /// Lines that were broken are one again, and what keeps Markdown from reading them is gone.
  private static func words(_ text: String) -> String {
    text.replacing("\\", with: "").replacing("&#8203;", with: "")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(
    arguments: [
      TerminalRenderer(colour: false, unicode: true), ApprovalsRenderer(colour: false, unicode: true),
      MarkdownRenderer(),
      HTMLRenderer(), SARIFRenderer(toolVersion: "0.1.0"),
    ] as [any ReportRenderer])
  func `shows approvals that hold, are void and are missing, and reviews`(renderer: any ReportRenderer) throws {
    let text = Self.words(renderer.text(of: try Self.report()))
    for line in Self.approvals + [Self.review] { #expect(text.contains(line), "\(renderer)\n\(text)") }
  }

  @Test(arguments: [CSVRenderer(), JUnitRenderer()] as [any ReportRenderer])
  func `shows approvals where there is a row for each`(renderer: any ReportRenderer) throws {
    let text = Self.words(renderer.text(of: try Self.report()))
    for word in ["tech-lead", "release-developer", "qa", "lead@example.com", "the head is another commit"] {
      #expect(text.contains(word), "\(renderer)\n\(text)")
    }
  }
}
