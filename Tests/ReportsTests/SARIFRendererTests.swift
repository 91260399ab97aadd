import Foundation
import ReleaseScope
import Reports
import Testing

@Suite struct SARIFRendererTests {
  private func results(_ report: ScopeReport) throws -> (rules: [[String: Any]], results: [[String: Any]]) {
    let text = SARIFRenderer(toolVersion: "0.1.0").text(of: report)
    let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    return (try #require(driver["rules"] as? [[String: Any]]), try #require(run["results"] as? [[String: Any]]))
  }

  @Test(arguments: SampleReport.allCases)
  func `points each result to the one descriptor of its rule`(sample: SampleReport) throws {
    let (rules, results) = try results(try sample.report())
    let ids = rules.compactMap { $0["id"] as? String }
    #expect(ids == RuleID.allCases.map(\.rawValue) + ["incomplete"])
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(ids[index] == result["ruleId"] as? String)
    }
  }

  @Test(arguments: SampleReport.allCases)
  func `gives each result a fingerprint of its own that messages do not change`(sample: SampleReport) throws {
    var report = try sample.report()
    func prints() throws -> [String] {
      try results(report).results.compactMap { result in
        (result["partialFingerprints"] as? [String: String])?["primaryLocationLineHash"]
      }
    }
    let before = try prints()
    #expect(before.count == report.findings.count + report.incomplete.count)
    #expect(Set(before).count == before.count)
    for index in report.findings.indices { report.findings[index].message += " (said in other words)" }
    let after = try prints()
    #expect(after == before)
  }

  @Test func `suppresses what is waived, with the reason`() throws {
    let waived = try results(try SampleReport.fail.report()).results.filter { $0["suppressions"] != nil }
    #expect(waived.count == 1)
    let suppression = try #require((waived.first?["suppressions"] as? [[String: Any]])?.first)
    #expect((suppression["justification"] as? String)?.contains("changed in the admin panel") == true)
  }
}
