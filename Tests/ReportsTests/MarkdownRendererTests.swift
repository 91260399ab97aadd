import ReleaseScope
import Reports
import TestSupport
import Testing

@Suite struct MarkdownRendererTests {
  @Test(arguments: SampleReport.allCases)
  func `draws the golden file`(sample: SampleReport) throws {
    let text = MarkdownRenderer().text(of: try sample.report())
    expectGolden(text, named: "markdown-\(sample.rawValue).md")
  }

  @Test func `draws the golden file of a report without room`() throws {
    expectGolden(MarkdownRenderer(limit: 6_000).text(of: try SampleReport.many.report()), named: "markdown-short.md")
  }

  @Test(arguments: [60_000, 20_000, 5_000, 2_000])
  func `stays within its limit and says what it leaves out`(limit: Int) throws {
    let report = try SampleReport.many.report()
    let text = MarkdownRenderer(limit: limit).text(of: report)
    #expect(text.utf16.count <= limit)
    let isWhole = report.tickets.allSatisfy { text.contains("\($0.key)") }
    #expect(isWhole || text.contains("**Left out for length: "))
  }

  @Test(arguments: [60_000, 20_000, 5_000, 2_000])
  func `closes what it opens, however short`(limit: Int) throws {
    for sample in SampleReport.allCases {
      let text = MarkdownRenderer(limit: limit).text(of: try sample.report())
      let opened = text.ranges(of: "<details>").count
      let closed = text.ranges(of: "\n</details>\n").count
      #expect(opened == closed)
      #expect(text.hasSuffix("\n"))
    }
  }

  @Test func `names each of 500 tickets`() throws {
    let report = try SampleReport.many.report()
    let words = Set(MarkdownRenderer().text(of: report).split { " ,|\n".contains($0) })
    let missing = report.tickets.map(\.key.description).filter { !words.contains(Substring($0)) }
    #expect(missing.isEmpty)
  }

  @Test func `writes as many cells in each row as its table has columns`() throws {
    for sample in SampleReport.allCases {
      var columns: Int?
      for line in MarkdownRenderer().text(of: try sample.report()).split(
        separator: "\n", omittingEmptySubsequences: false)
      {
        guard line.hasPrefix("|") else {
          columns = nil
          continue
        }
        let cells = line.replacing("\\\\", with: "").replacing("\\|", with: "").count { $0 == "|" }
        #expect(cells == columns ?? cells, "\(line)")
        columns = cells
      }
    }
  }
}
