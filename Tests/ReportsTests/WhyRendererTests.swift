import ReleaseScope
import Reports
import TestSupport
import Testing

@Suite struct WhyRendererTests {
  @Test(arguments: [
    "SHOP-101", "SHOP-115", "PAY-20", "SHOP-117", "SHOP-55", "SHOP-96", "SHOP-104", "SHOP-140", "SHOP-150", "SHOP-160",
    "ABC-1", "SHOP-999",
  ])
  func `draws the golden file of a ticket`(key: String) throws {
    let renderer = WhyRenderer(.ticket(try ReportBuilder.key(key)), colour: false, unicode: false)
    expectGolden(renderer.text(of: try SampleReport.netScope.report()), named: "why-\(key).txt")
  }

  @Test func `draws the golden file of each commit`() throws {
    let report = try SampleReport.netScope.report()
    let ids = report.commits.sorted { $0.date < $1.date }.map(\.id) + [try ReportBuilder.id(7000)]
    let texts = ids.map { WhyRenderer(.commit($0), colour: false, unicode: false).text(of: report) }
    expectGolden(texts.joined(separator: "\n" + String(repeating: "=", count: 80) + "\n\n"), named: "why-commits.txt")
  }

  @Test func `draws the golden file of a waived ticket in colour`() throws {
    let renderer = WhyRenderer(.ticket(try ReportBuilder.key("SHOP-104")), colour: true, unicode: true)
    expectGolden(renderer.text(of: try SampleReport.fail.report()), named: "why-waived-colour.txt")
  }

  @Test func `says that an incomplete report may lack the answer`() throws {
    let renderer = WhyRenderer(.ticket(try ReportBuilder.key("SHOP-999")), colour: false, unicode: false)
    expectGolden(renderer.text(of: try SampleReport.incomplete.report()), named: "why-incomplete.txt")
  }

  @Test func `draws the golden file of what the files tell, and of every kind of evidence`() throws {
    let report = try SampleReport.evidence()
    let tickets = report.tickets.map { WhyRenderer.Subject.ticket($0.key) }
    let reverts = report.reverts.map { WhyRenderer.Subject.commit($0.commit) }
    let texts = (tickets + reverts).map { WhyRenderer($0, colour: false, unicode: false).text(of: report) }
    expectGolden(
      texts.joined(separator: "\n" + String(repeating: "=", count: 80) + "\n\n"), named: "why-evidence.txt")
  }
}
