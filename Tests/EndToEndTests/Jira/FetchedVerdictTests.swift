import Foundation
import JiraServer
import ServiceJSON
import TestSupport
import Testing

/// From a Jira and a repository to a verdict, as a release goes: fetch, commit on the base, check without a network.
struct FetchedVerdictTests {
  private static let policy =
    ReleaseFixture.policy
      + """
      triage: {"*": [priority], Bug: [Steps to Reproduce]}
      jira: {release-ticket: 'issuetype = Release AND summary ~ "Release {version}"'}

      """

  /// Fetches on main and commits the manifest there, then goes back to the release.
  private func plan(_ repository: GitRepository, _ server: JiraServer) async throws {
    try await repository.checkout("main")
    let result = try await Relscope(for: repository).fetch(
      "--version", "2.4.0", "--check-scope", "main..release/2.4.0", from: server, in: repository)
    try #require(result.status == 0, "\(result)")
    try await repository.git("add", "releases")
    try await repository.commit("SHOP-900 Say what is in 2.4.0")
    try await repository.checkout("release/2.4.0")
  }

  /// What the check needs of Jira is in the manifest: no address, no token, no server.
  private func check(_ repository: GitRepository) async throws -> CheckOutcome {
    CheckOutcome(
      result: try await Relscope(for: repository).run(
        ["check", "--repo", repository.path, "--base", "main", "--format", "json"]))
  }

  @Test(arguments: [true, false])
  func `passes the release that Jira plans`(isCloud: Bool) async throws {
    let server = try await JiraFixture.server(isCloud: isCloud)
    server.change { $0.issues[0].formerKeys = ["SHOP-77"] }
    let repository = try await GitRepository.planning([], policy: Self.policy)
    try await repository.commit("SHOP-77 Keep the cart of a guest", files: ["cart.js": "keep\n"])
    try await repository.commit("PAY-2 Refund in instalments", files: ["refund.js": "3\n"])
    try await repository.commit("SHOP-900 Raise the version", files: ["version": "2.4.0\n"])
    try await plan(repository, server)
    let outcome = try await check(repository)
    #expect(outcome.status == 0, "\(outcome)")
    let report = try outcome.report()
    #expect(report.states == ["SHOP-1": "delivered", "PAY-2": "delivered", "SHOP-900": "delivered"])
    let areAllPlanned = report.tickets.allSatisfy(\.planned)
    #expect(areAllPlanned)
    // The commits of the tests are of 2 November, the status is of the 20th.
    #expect(report.differences.filter { $0 != "base-ahead" }.isEmpty, "\(report.differences)")
    #expect(report.incomplete.isEmpty)
  }

  @Test(arguments: [true, false])
  func `finds each difference between the release and Jira`(isCloud: Bool) async throws {
    let server = try await JiraFixture.server(isCloud: isCloud)
    server.change { site in
      site.projects[0].versions[0].isReleased = true
      site.issues[1].status = "In Review"
      site.issues[4].assignee = nil
      var bug = JiraSite.Issue("SHOP-3", "Filter by colour", versions: ["2.4.0"])
      bug.type = "Bug"
      bug.assignee = nil
      bug.priority = nil
      bug.custom["customfield_10042"] = nil as JSON
      site.issues.append(bug)
    }
    let repository = try await GitRepository.planning([], policy: Self.policy)
    // The day after the ticket was found ready.
    try await repository.commit(
      "SHOP-1 Keep the cart of a guest", files: ["cart.js": "keep\n"], date: "2026-11-21T09:00:00Z")
    try await repository.commit("PAY-2 Refund in instalments", files: ["refund.js": "3\n"])
    try await repository.commit("SHOP-9 Accept two vouchers", files: ["voucher.js": "2\n"])
    try await repository.commit("SHOP-404 Whatever this is", files: ["what.js": "?\n"])
    try await plan(repository, server)
    let outcome = try await check(repository)
    #expect(outcome.status == 1, "\(outcome)")
    let report = try outcome.report()
    #expect(
      report.differences.filter { $0 != "base-ahead" }.sorted() == [
        "missing-ticket SHOP-3", "not-ready PAY-2", "release-ticket SHOP-900", "stale-approval SHOP-1",
        "unassigned SHOP-3",
        "unplanned-ticket SHOP-404", "untriaged SHOP-3", "version-state", "wrong-version SHOP-9",
      ])
    let messages = report.findings.map(\.message)
    #expect(messages.contains("SHOP-9 has the fix version '2.5.0', not '2.4.0'"))
    #expect(messages.contains("version '2.4.0' is already released, on 2026-11-30"))
    #expect(messages.contains("SHOP-3 lacks priority, Steps to Reproduce"))
    #expect(messages.contains { $0.hasPrefix("SHOP-404 is in the release and Jira knows no such ticket") })
  }

  @Test func `notices that a fetched manifest was changed by hand`() async throws {
    let server = try await JiraFixture.server(isCloud: true)
    let repository = try await GitRepository.planning([], policy: Self.policy)
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "keep\n"])
    try await plan(repository, server)
    try await repository.checkout("main")
    let path = repository.path + "/releases/2.4.0.json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try await repository.commit(
      "SHOP-900 Do without PAY-2", files: ["releases/2.4.0.json": text.replacing("\"PAY-2\"", with: "\"PAY-3\"")])
    try await repository.checkout("release/2.4.0")
    let report = try await check(repository).report()
    #expect(report.verdict == "fail")
    #expect(report.differences.contains("broken-seal"))
  }
}
