import ReleaseScope
import Reports
import Testing

@Suite struct TerminalRendererTests {
  @Test(arguments: SampleReport.allCases)
  func `draws the golden file in ASCII`(sample: SampleReport) throws {
    let text = TerminalRenderer(width: 80, colour: false, unicode: false).text(of: try sample.report())
    try Golden.expect(text, in: "terminal-\(sample.rawValue)-ascii.txt")
  }

  @Test(arguments: [40, 60, 120])
  func `draws the golden file in other widths`(width: Int) throws {
    let text = TerminalRenderer(width: width, colour: false, unicode: true).text(of: try SampleReport.fail.report())
    try Golden.expect(text, in: "terminal-fail-\(width).txt")
  }

  @Test(arguments: SampleReport.allCases)
  func `draws the golden file in Unicode and colour`(sample: SampleReport) throws {
    let text = TerminalRenderer(width: 80, colour: true, unicode: true).text(of: try sample.report())
    try Golden.expect(text, in: "terminal-\(sample.rawValue)-colour.txt")
  }
}
