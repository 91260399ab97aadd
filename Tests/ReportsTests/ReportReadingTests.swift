import Documents
import Foundation
import ReleaseScope
import Testing

/// Reports as others read them back, to merge them.
@Suite struct ReportReadingTests {
  private func text(_ report: ScopeReport) -> String {
    var text = ""
    ReportFile().write(report, to: &text)
    return text
  }

  private func read(_ text: String) throws -> ScopeReport {
    try ReportFile.read(Array(text.utf8), name: "web.json")
  }

  @Test(arguments: SampleReport.allCases)
  func `reads what it has written`(sample: SampleReport) throws {
    let written = text(try sample.report())
    let again = text(try read(written))
    #expect(again == written)
  }

  @Test func `reads what takes back, does again and lists work`() throws {
    let report = try SampleReport.evidence()
    #expect(try read(text(report)).reverts == report.reverts)
  }

  @Test(arguments: Attack.all)
  func `reads hostile text as it was`(attack: Attack) throws {
    let report = try attack.report()
    let read = try read(text(report))
    #expect(text(read) == text(report))
    #expect(read.findings.map(\.message) == report.findings.map(\.message))
  }

  @Test func `reads what only some reports have`() throws {
    var report = try SampleReport.fail.report()
    report.repository = "web"
    report.baseline = DocumentSummary(name: "b.json", from: "origin/main", digest: "sha256:02")
    report.range.base.id = nil
    report.tickets[0].repositories = ["web", "api"]
    report.findings[0].baselineReason = "adopted"
    report.counts = Counts(report.tickets, report.findings, untracked: report.untracked.count)
    report.parts = [ReportPart(name: "web", verdict: .fail, range: report.range, policy: report.policy)]
    let read = try read(text(report))
    #expect(read == report)
  }

  static let changes: [(from: String, to: String, saying: String)] = [
    ("relscope.report/1", "relscope.report/2", "relscope.report/2"), ("\"schema\"", "\"shema\"", "no 'schema'"),
    ("\"verdict\": \"fail\"", "\"verdict\": \"pass\"", "follows from"),
    ("\"verdict\": \"fail\"", "\"verdict\": \"great\"", "great"), ("\"verdict\"", "\"verdikt\"", "no 'verdict'"),
    ("\"severity\": \"error\"", "\"severity\": \"loud\"", "loud"),
    ("\"rule\": \"unplanned-ticket\"", "\"rule\": \"planned-ticket\"", "planned-ticket"),
    ("\"state\": \"delivered\"", "\"state\": \"sent\"", "sent"), ("\"planned\": true", "\"planned\": 1", "planned"),
    ("\"key\": \"SHOP-101\"", "\"key\": \"SHOP-102\"", "twice"), ("\"key\": \"SHOP-101\"", "\"key\": \"shop\"", "shop"),
    ("\"commits\": 11", "\"commits\": -1", "commits"), ("\"commits\": 11", "\"commits\": \"many\"", "commits"),
    ("\"incomplete\": []", "\"unseen\": []", "no 'incomplete'"), ("\"incomplete\": []", "\"incomplete\": null", "list"),
    ("\"expires\": \"2026-12-01\"", "\"expires\": \"later\"", "later"), ("58da1368a8", "58da13", "object id"),
    ("\"stage\": \"merge\"", "\"stage\": \"merge\", \"stage\": \"push\"", "duplicate"),
    ("{", "", "expected"), ("\"findings\": [", "\"findings\": [[],", "object"),
  ]

  @Test(arguments: changes.indices)
  func `refuses a report that it cannot rely on`(index: Int) throws {
    let change = Self.changes[index]
    let written = text(try SampleReport.fail.report())
    let place = try #require(written.firstRange(of: change.from))
    let changed = written.replacingCharacters(in: place, with: change.to)
    let error = #expect(throws: DocumentError.self) { try self.read(changed) }
    #expect(error?.problem.message.contains("web.json:") == true)
    #expect(error?.problem.message.contains(change.saying) == true, "\(error?.problem.message ?? "")")
  }

  @Test(arguments: ["", "null", "[]", "{}", "\u{0}", "{\"schema\": \"relscope.manifest/1\"}"])
  func `refuses what is no report`(text: String) throws {
    #expect(throws: DocumentError.self) { try read(text) }
  }

  @Test func `passes over members of a later relscope`() throws {
    let report = try SampleReport.pass.report()
    let written = text(report)
    let later = written.replacing("\"remarks\": [", with: "\"moreToSay\": {\"a\": [1]},\n  \"remarks\": [")
    try #require(later != written)
    #expect(try read(later) == report)
  }
}
