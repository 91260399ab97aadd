import Foundation
import HTTP
import Jira
import ReleaseScope
import ScriptedTransport
import Testing

/// Answers that real Jiras gave, which are kept beside the project.
private enum Samples {
  static let folder = URL(fileURLWithPath: "\(#filePath)").deletingLastPathComponent()
    .appendingPathComponent("../../../shared/reference/jira-samples").standardizedFileURL

  static var areThere: Bool { FileManager.default.fileExists(atPath: folder.path) }
}

@Suite(.enabled(if: Samples.areThere, "the recorded answers are not there"))
struct SampleTests {
  private func sample(_ name: String) throws -> String {
    try String(contentsOf: Samples.folder.appendingPathComponent(name), encoding: .utf8)
  }

  private func fetch(
    _ version: String, of project: String, _ changes: [String: [Reply]], server: Reply = FetchTests.dataCenter
  ) async throws -> FetchedManifest {
    let question = ManifestQuestion(
      version: try VersionName(parsing: version), projects: [try ProjectKey(parsing: project)],
      triageFields: ["Components"], now: Instant(seconds: 0))
    return try await ManifestFetch.run(
      question, over: ScriptedTransport(FetchTests.table(server, changes)),
      at: try JiraAddress(parsing: "https://issues.apache.org/jira"))
  }

  @Test func `reads the versions of a real project`() async throws {
    let fetched = try await fetch(
      "XSS Protection API 1.0.0", of: "SLING",
      [
        "versions": [.json(try sample("apache-sling-versions.json"))],
        "relatedIssueCounts": [.json(try sample("apache-sling-relatedIssueCounts-12329667.json"))],
      ])
    let version = fetched.manifest.version
    #expect(version.isReleased == true)
    #expect(version.releaseDate == "2015-03-20")
    #expect(version.description == "Initial release")
    #expect(
      fetched.gaps == ["version 'XSS Protection API 1.0.0' of 'SLING' has 1 tickets, of which the token may see 0"])
  }

  /// The recording counts nine issues and has one of them twice.
  @Test func `notices that a recorded search of Data Center is short`() async throws {
    let fetched = try await fetch(
      "Committer CLI 1.0.0", of: "SLING",
      [
        "versions": [.json(#"[{"id": "12345", "name": "Committer CLI 1.0.0"}]"#)],
        "search": [.json(try sample("apache-sling-search-committer-cli-1.0.0.json"))],
      ])
    #expect(fetched.gaps == ["Jira counts 9 tickets and gave 8"])
    #expect(!fetched.manifest.isComplete)
    #expect(fetched.manifest.tickets.count == 8)
    #expect(fetched.manifest.tickets.allSatisfy { $0.summary?.isEmpty == false && $0.status != nil })
  }

  @Test func `reads issues of Cloud with all of their fields`() async throws {
    let fetched = try await fetch(
      "2.4.0", of: "ISSUE",
      [
        "search/jql": [.json(try sample("digitalservice-cloud-v2-search-anonymised.json"))],
        "changelog": [.json(#"{"values": [], "isLast": true, "total": 0}"#)],
      ], server: FetchTests.cloud)
    let found = fetched.manifest.tickets + fetched.manifest.others
    #expect(found.count == 3)
    #expect(found.allSatisfy { $0.type != nil && $0.fixVersions?.isEmpty == true })
  }

  @Test func `reads an issue of an old Jira, which has no status category`() async throws {
    let issue = try sample("LUCENE-1.issue.json")
    let fetched = try await fetch(
      "2.4.0", of: "LUCENE", ["search": [.json(#"{"issues": [\#(issue)], "total": 1}"#)]])
    let ticket = try #require(fetched.manifest.others.first)
    #expect(ticket.status == "Closed")
    #expect(ticket.statusCategory == nil)
    #expect(ticket.priority == .value("Major"))
    #expect(ticket.assignee == .absent)
    #expect(ticket.fields["Components"] == .value("core/store"))
    // Without its changelog nobody knows since when.
    #expect(ticket.statusSince == nil)
  }

  @Test func `takes the day of creation when the status never changed`() async throws {
    let changelog = try sample("apache-sling-changelog-SLING-0006.json")
    let start = try #require(changelog.range(of: #""changelog":"#))
    let embedded = changelog[start.upperBound...].dropLast(2)
    let issue =
      #"{"id": "6", "key": "SLING-6", "changelog": \#(embedded), "#
      + #""fields": {"created": "2019-09-01T10:00:00.000+0200", "fixVersions": []}}"#
    let fetched = try await fetch(
      "2.4.0", of: "SLING", ["search": [.json(#"{"issues": [\#(issue)], "total": 1}"#)]])
    let ticket = try #require(fetched.manifest.others.first)
    #expect(ticket.statusSince?.description == "2019-09-01T08:00:00Z")
  }
}
