import Foundation
import ReleaseScope
import Reports
import Testing

@Suite struct ServiceFormatTests {
  @Test(arguments: ServiceFormat.allCases, [SampleReport.pass, .fail, .incomplete, .failIncomplete, .empty])
  func `draws the golden file`(format: ServiceFormat, sample: SampleReport) throws {
    try Golden.expect(format.text(sample.report()), in: "\(sample.rawValue)-\(format.file)")
  }

  @Test(arguments: ServiceFormat.allCases, SampleReport.allCases)
  func `can be read, and ends with a line break`(format: ServiceFormat, sample: SampleReport) throws {
    let text = format.text(try sample.report())
    #expect(text.utf8.last == UInt8(ascii: "\n"))
    _ = try format.texts(in: text)
  }

  @Test(arguments: ServiceFormat.allCases)
  func `holds no character that acts or hides, whatever a report says`(format: ServiceFormat) throws {
    let text = format.text(try SampleReport.hostile.report())
    let bad = text.unicodeScalars.filter { scalar in
      let isBreak = scalar == "\n" || (scalar == "\r" && format == .csv)
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: return !isBreak
      default: return false
      }
    }
    #expect(bad.isEmpty, "\(bad.map { String($0.value, radix: 16) })")
    let pieces = try format.texts(in: text)
    let hasAttack = pieces.contains { $0.contains("<script>") }
    let isWhole = format != .outputs && format != .github
    #expect(hasAttack || !isWhole, "an attack is shown as what it is")
  }

  @Test func `annotates ten at most, the worst first, and says how many more there are`() throws {
    let lines = try WorkflowLine.read(GitHubRenderer().text(of: SampleReport.many.report()))
    #expect(lines.count == 10)
    #expect(lines.dropLast().allSatisfy { $0.name == "error" })
    let report = try SampleReport.many.report()
    let all = report.findings.count { $0.waiver == nil } + report.incomplete.count
    #expect(lines.last?.data == "and \(all - 9) more; the job summary has them all")
  }

  @Test func `says nothing of foreign text in the commands of a workflow`() throws {
    let text = GitHubRenderer().text(of: try SampleReport.hostile.report())
    let commands = try WorkflowLine.read(text)
    #expect(commands.count == text.split(separator: "\n").count - 1)
    #expect(Set(commands.map(\.name)).isSubset(of: ["error", "warning", "notice"]))
    for command in commands {
      #expect(command.properties.map(\.name).allSatisfy { ["title", "file", "line"].contains($0) })
    }
    #expect(!text.contains("##["))
  }

  @Test func `sets no output but its own`() throws {
    let lines = GitHubOutputs().text(of: try SampleReport.hostile.report()).split(separator: "\n")
    let names = lines.map { $0.prefix { $0 != "=" } }
    #expect(names == ["verdict", "version", "base", "release", "errors", "warnings", "incomplete"])
  }

  @Test func `writes no field that a spreadsheet takes for a formula`() throws {
    let text = CSVRenderer().text(of: try SampleReport.hostile.report())
    let fields = try ServiceFormat.csv.texts(in: text)
    let formulas = fields.filter { field in field.first.map { "=+-@\t\r".contains($0) } ?? false }
    #expect(formulas.isEmpty)
    #expect(fields.contains { $0.hasPrefix("'=") })
  }

  @Test(arguments: [SampleReport.pass, .fail, .incomplete, .hostile, .many])
  func `counts the test cases as it writes them`(sample: SampleReport) throws {
    let text = JUnitRenderer().text(of: try sample.report())
    func count(_ element: String) -> Int { text.ranges(of: "<\(element)").count }
    let root = try #require(text.split(separator: "\n").dropFirst().first)
    #expect(root.contains(" tests=\"\(count("testcase"))\""), "\(root)")
    #expect(root.contains(" failures=\"\(count("failure"))\""))
    #expect(root.contains(" errors=\"\(count("error "))\""))
    #expect(root.contains(" skipped=\"\(count("skipped"))\""))
  }

  @Test(arguments: [ServiceFormat.sarif, .gitlab])
  func `names each finding by a fingerprint of its own, the same after a rebase`(format: ServiceFormat) throws {
    for sample in SampleReport.allCases {
      let texts = try JSONSerialization.jsonObject(with: Data(format.text(sample.report()).utf8))
      let prints = Self.fingerprints(in: texts)
      #expect(Set(prints).count == prints.count)
    }
    let fail = format.text(try SampleReport.fail.report())
    #expect(fail.contains("\"unplanned-ticket/SHOP-131\""))
  }

  private static func fingerprints(in value: Any) -> [String] {
    switch value {
    case let list as [Any]: list.flatMap(fingerprints)
    case let object as [String: Any]:
      object.flatMap { name, value in
        ["fingerprint", "primaryLocationLineHash"].contains(name) ? [value as? String ?? ""] : fingerprints(in: value)
      }
    default: []
    }
  }
}
