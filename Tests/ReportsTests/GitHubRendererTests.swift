import ReleaseScope
@testable import Reports
import Testing

@Suite struct GitHubRendererTests {
  private func report(errors: Int, warnings: Int, unseen: Int = 0) throws -> ScopeReport {
    var builder = try ReportBuilder()
    for number in 0..<warnings {
      try builder.find(.unassigned, .warning, about: "SHOP-\(number + 500)", "nobody", help: "assign it")
    }
    for number in 0..<errors {
      try builder.find(.missingTicket, .error, about: "SHOP-\(number + 1)", "missing", help: "merge it")
    }
    builder.change { report in
      report.incomplete = (0..<unseen).map {
        Incompleteness(reason: .missingObject, message: "object \($0)", help: "fetch it")
      }
    }
    return builder.built()
  }

  @Test(arguments: [(0, 0), (3, 2), (10, 0), (4, 6)])
  func `annotates each finding as long as there is room`(errors: Int, warnings: Int) throws {
    let log = WorkflowLog(GitHubRenderer().text(of: try report(errors: errors, warnings: warnings)))
    let names = log.commands.map(\.name)
    #expect(names == Array(repeating: "error", count: errors) + Array(repeating: "warning", count: warnings))
  }

  @Test(arguments: [(11, 0, 2, "error"), (0, 11, 2, "warning"), (9, 30, 30, "warning"), (40, 40, 71, "error")])
  func `annotates the worst and says how many more there are`(
    errors: Int, warnings: Int, more: Int, last: String
  ) throws {
    let text = GitHubRenderer().text(of: try report(errors: errors, warnings: warnings))
    let commands = WorkflowLog(text).commands
    #expect(commands.count == 10)
    #expect(commands.prefix(9).count { $0.name == "error" } == min(errors, 9))
    let end = try #require(commands.last)
    #expect(end.name == last)
    #expect(end.data.hasPrefix("and \(more) more"))
    // The log has them all.
    #expect((0..<errors).allSatisfy { text.contains("SHOP-\($0 + 1)") })
  }

  @Test func `annotates what could not be seen before the warnings`() throws {
    let commands = WorkflowLog(GitHubRenderer().text(of: try report(errors: 0, warnings: 20, unseen: 2))).commands
    #expect(commands.map(\.name) == ["error", "error"] + Array(repeating: "warning", count: 8))
    #expect(commands.first?.properties["title"] == "missing-object")
  }

  @Test(arguments: [
    ("pass", "pass"), ("a\nb", "a\nb"), ("relscope-end", "relscope-end"), ("x\nrelscope-end\ny", "x\nrelscope-end\ny"),
    ("", ""), ("relscope-end-\nrelscope-end--", "relscope-end-\nrelscope-end--"),
  ])
  func `hands on a value of any text as one output`(value: String, expected: String) throws {
    let outputs = WorkflowLog.outputs(GitHubOutputs.entry("version", value) + GitHubOutputs.entry("verdict", "fail"))
    #expect(outputs == ["version": expected, "verdict": "fail"])
  }

  @Test func `hands on the verdict and the counts`() throws {
    let outputs = try #require(WorkflowLog.outputs(GitHubOutputs(try SampleReport.fail.report()).text))
    #expect(outputs["verdict"] == "fail")
    #expect(outputs["version"] == "2.4.0")
    #expect(outputs["errors"] == "7" && outputs["warnings"] == "1" && outputs["incomplete"] == "0")
  }
}
