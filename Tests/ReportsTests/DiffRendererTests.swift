import Foundation
import ReleaseScope
import Reports
import TestSupport
import Testing

@Suite struct DiffRendererTests {
  @Test(arguments: SampleReport.allCases)
  func `draws the golden file in ASCII`(sample: SampleReport) throws {
    let text = DiffRenderer(width: 80, colour: false, unicode: false).text(of: try sample.report())
    expectGolden(text, named: "diff-\(sample.rawValue)-ascii.txt")
  }

  @Test(arguments: SampleReport.allCases)
  func `draws the golden file in Unicode and colour`(sample: SampleReport) throws {
    let text = DiffRenderer(width: 80, colour: true, unicode: true).text(of: try sample.report())
    expectGolden(text, named: "diff-\(sample.rawValue)-colour.txt")
  }

  @Test func `puts the halves below each other in 40 columns`() throws {
    let text = DiffRenderer(width: 40, colour: false, unicode: false).text(of: try SampleReport.netScope.report())
    expectGolden(text, named: "diff-net-scope-narrow.txt")
  }

  @Test func `shows what differs before what does not`() throws {
    let report = try SampleReport.many.report()
    let text = DiffRenderer(colour: false, unicode: false).text(of: report)
    let differs = try #require(text.range(of: "delivered only ("))
    let both = try #require(text.range(of: "= in both ("))
    #expect(differs.upperBound < both.lowerBound)
    #expect(text.contains("--all shows each of these"))
  }

  @Test func `names each of 500 tickets where all is asked for`() throws {
    let report = try SampleReport.many.report()
    let all = DiffRenderer(colour: false, unicode: false, all: true).text(of: report)
    #expect(!all.contains("--all"))
    let words = Set(all.split { " \n".contains($0) })
    let missing = report.tickets.map(\.key.description).filter { !words.contains(Substring($0)) }
    #expect(missing.isEmpty)
  }
}
