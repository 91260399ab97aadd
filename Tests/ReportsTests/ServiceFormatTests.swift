import ReleaseScope
import Reports
import TestSupport
import Testing

@Suite struct ServiceFormatTests {
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
