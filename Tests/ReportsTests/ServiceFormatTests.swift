import Foundation
import ReleaseScope
import Reports
import TestSupport
import Testing

@Suite struct ServiceFormatTests {
  /// That the guide lists the formats of the program, a test of the program sees to.
  @Test func `are all formats of the guide but those for people and relscope's own`() throws {
    let package = URL(fileURLWithPath: "\(#filePath)")
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let guide = try String(contentsOf: package.appendingPathComponent("docs/guide.md"), encoding: .utf8)
    let table = try #require(guide.firstRange(of: "| format | extension | for |\n")).upperBound
    let rows = guide[table...].split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("|") }
    let names = rows.compactMap { row in row.split(separator: "`").dropFirst().first.map(String.init) }
    let others: Set = ["terminal", "html", "markdown", "json"]
    #expect(others.isSubset(of: names))
    #expect(Set(names).subtracting(others) == Set(ServiceFormat.allCases.map(\.rawValue)))
  }

  @Test(arguments: ServiceFormat.allCases, [SampleReport.pass, .fail, .incomplete, .failIncomplete])
  func `draws the golden file`(format: ServiceFormat, sample: SampleReport) throws {
    expectGolden(
      format.text(of: try sample.report()), named: "\(format.rawValue)-\(sample.rawValue).\(format.fileExtension)")
  }

  @Test(arguments: ServiceFormat.allCases, SampleReport.allCases)
  func `writes the same text each time, to the end of a line`(format: ServiceFormat, sample: SampleReport) throws {
    let report = try sample.report()
    let (first, second) = (format.text(of: report), format.text(of: report))
    #expect(first == second)
    #expect(first.hasSuffix("\n") || first.hasSuffix("\r\n"))
  }
}
