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
}
