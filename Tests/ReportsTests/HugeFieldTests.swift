import ReleaseScope
import Reports
import Testing

@Suite struct HugeFieldTests {
  private static func report() throws -> ScopeReport {
    let huge = String(repeating: "huge e\u{301}\u{1B}[0m ", count: 20_000)
    var builder = try ReportBuilder()
    let commits = try builder.ticket("SHOP-1", huge, planned: false, commits: [huge], by: huge)
    try builder.find(
      .unplannedTicket, .error, about: "SHOP-1", commits: commits, "SHOP-1 is not a ticket of 2.4.0", help: "plan it")
    try builder.find(.versionState, .error, "2.4.0 is archived", help: "restore it")
    return builder.built()
  }

  @Test(arguments: [40, 80])
  func `does not flood a terminal`(width: Int) throws {
    let report = try Self.report()
    let subject = WhyRenderer.Subject.ticket(try ReportBuilder.key("SHOP-1"))
    let texts = [
      TerminalRenderer(width: width, colour: false, unicode: true).text(of: report),
      DiffRenderer(width: width, colour: false, unicode: true).text(of: report),
      WhyRenderer(subject, width: width, colour: false, unicode: true).text(of: report),
    ]
    for text in texts {
      let lines = text.count { $0 == "\n" }
      #expect(lines < 120)
    }
  }

  @Test func `does not take the room of other findings in a comment`() throws {
    let text = MarkdownRenderer().text(of: try Self.report())
    #expect(text.contains("is archived"))
    #expect(!text.contains("Left out"))
  }
}
