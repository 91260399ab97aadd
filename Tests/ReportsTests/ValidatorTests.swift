import ReleaseScope
import TestSupport
import Testing

@Suite(.enabled(if: Validator.areInstalled, "scripts/install-validators has not been run"))
struct ValidatorTests {
  @Test(.enabled(if: Validator.hasSchema, "the schema of SARIF is not there"))
  func `writes SARIF that the schema of the standard takes`() async throws {
    let reports = try SampleReport.allCases.map { try $0.report() } + Attack.all.map { try $0.report() }
    let result = try await Validator.sarif.run(reports.map(ServiceFormat.sarif.text))
    #expect(result.status == 0, "\(result)")
    #expect(result.output.isEmpty)
  }

  @Test(
    .enabled(if: Validator.hasSchema, "the schema of SARIF is not there"),
    arguments: [
      ("\"startLine\": 1", "\"startLine\": 0"), ("\"level\": \"error\"", "\"level\": \"fatal\""),
      ("\"version\": \"2.1.0\"", "\"version\": \"2.2.0\""), ("\"ruleIndex\"", "\"ruleNumber\""),
    ])
  func `has a validator that finds what is wrong`(right: String, wrong: String) async throws {
    let text = ServiceFormat.sarif.text(of: try SampleReport.fail.report())
    try #require(text.contains(right))
    let result = try await Validator.sarif.run([text.replacing(right, with: wrong)])
    #expect(result.status == 0, "\(result)")
    #expect(!result.output.isEmpty)
  }

  @Test func `writes JUnit XML that another reader counts alike`() async throws {
    let reports = try [SampleReport.pass, .fail, .incomplete, .failIncomplete, .many].map { try $0.report() }
    let texts = reports.map(ServiceFormat.junit.text)
    let result = try await Validator.junit.run(texts)
    #expect(result.status == 0, "\(result)")
    let counted = try texts.map { text in
      let cases = try #require(try XMLTree(parsing: text).root).all.filter { $0.name == "testcase" }
      let kinds = ["failure", "error", "skipped"].map { kind in
        cases.count { $0.children.contains { $0.name == kind } }
      }
      return ([cases.count] + kinds).map(String.init).joined(separator: " ")
    }
    #expect(result.output.split(separator: "\n").map(String.init) == counted)
  }
}
