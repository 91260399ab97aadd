import ReleaseScope
import Reports
import TestSupport
import Testing

@Suite struct TerminalRendererTests {
  @Test(arguments: SampleReport.allCases)
  func `draws the golden file in ASCII`(sample: SampleReport) throws {
    let text = TerminalRenderer(width: 80, colour: false, unicode: false).text(of: try sample.report())
    expectGolden(text, named: "terminal-\(sample.rawValue)-ascii.txt")
  }

  @Test(arguments: [40, 60, 120])
  func `draws the golden file in other widths`(width: Int) throws {
    let text = TerminalRenderer(width: width, colour: false, unicode: true).text(of: try SampleReport.fail.report())
    expectGolden(text, named: "terminal-fail-\(width).txt")
  }

  @Test(arguments: SampleReport.allCases)
  func `draws the golden file in Unicode and colour`(sample: SampleReport) throws {
    let text = TerminalRenderer(width: 80, colour: true, unicode: true).text(of: try sample.report())
    expectGolden(text, named: "terminal-\(sample.rawValue)-colour.txt")
  }

  @Test func `links keys and ids where the terminal can and the policy says to what`() throws {
    var report = try SampleReport.fail.report()
    report.links.ticket = try LinkTemplate(parsing: "https://jira.example.com/browse/{key}", placeholder: "key")
    report.links.commit = try LinkTemplate(parsing: "https://git.example.com/c/{id}", placeholder: "id")
    var terminal = Terminal(colour: true, unicode: true)
    let plain = TerminalRenderer(on: terminal).text(of: report)
    #expect(!plain.contains("\u{1B}]8;;"))
    terminal.hyperlinks = true
    let linked = TerminalRenderer(on: terminal).text(of: report)
    let key = try #require(report.findings.first { $0.ticket != nil }?.ticket)
    let id = try #require(report.untracked.first)
    #expect(linked.contains("\u{1B}]8;;https://jira.example.com/browse/\(key)\u{1B}\\"))
    #expect(linked.contains("\u{1B}]8;;https://git.example.com/c/\(id)\u{1B}\\"))
    // Each line closes what it opens, so that a pager may show any part.
    for line in linked.split(separator: "\n") {
      let opened = line.ranges(of: "\u{1B}]8;;h").count
      let closed = line.ranges(of: "\u{1B}]8;;\u{1B}").count
      #expect(opened == closed)
    }
    // Without links the text is the same.
    let bare = linked.replacing(/\x1B\]8;;[^\x1B]*\x1B\\/, with: "")
    #expect(bare == plain)
  }
}
