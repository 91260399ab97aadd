import Foundation
import JiraServer
import TestSupport
import Testing

private enum OthersClient {
  static let python = PackageFolder.path + "/.build/jira-client/bin/python"
  static let folder = PackageFolder.path + "/Tests/EndToEndTests/Jira/Client"

  /// Atlassian's description of Cloud, which is kept beside the project.
  static let schemas = PackageFolder.path + "/../shared/reference/jira-cloud-openapi-slim.json"

  /// In CI it has to be there.
  static var isInstalled: Bool {
    FileManager.default.fileExists(atPath: PackageFolder.path + "/.build/jira-client/installed")
      || ProcessInfo.processInfo.environment["CI"] != nil
  }
}

/// The Jira of the tests is one: a client that others wrote can use it, and it answers in the shapes of Atlassian's own
/// description.
@Suite(.enabled(if: OthersClient.isInstalled, "run scripts/install-jira-client"))
struct ClientTests {
  private struct Seen: Decodable {
    let deployment: String
    let somebody: String
    let versions: [String]
    let count: Int
    let keys: [String]
    let statuses: [String]
    let summary: String
  }

  private func run(_ script: String, _ arguments: [String], input: String = "") async throws -> ProgramResult {
    let home = try TemporaryFolder()
    return try await Program(OthersClient.python, environment: CleanEnvironment(home: home.path))
      .run([OthersClient.folder + "/" + script] + arguments, input: Array(input.utf8))
  }

  @Test(arguments: [true, false])
  func `can be used by the client that others wrote`(isCloud: Bool) async throws {
    var site = JiraFixture.site(isCloud: isCloud)
    site.issues = (1...130).map { JiraSite.Issue("SHOP-\($0)", "Work \($0)", versions: ["2.4.0"]) }
    let server = try await JiraServer(site)
    let result = try await run("client.py", [server.address, site.user, site.token, "SHOP", "2.4.0"])
    try #require(result.status == 0, "\(result)")
    let seen = try JSONDecoder().decode(Seen.self, from: Data(result.outputBytes))
    #expect(seen.deployment == (isCloud ? "Cloud" : "Server"))
    #expect(seen.somebody == "Dana Weber")
    #expect(seen.versions == ["2.4.0", "2.5.0"])
    #expect(seen.count == 130)
    #expect(seen.keys == (1...130).map { "SHOP-\($0)" })
    #expect(seen.statuses == ["Ready for Release"])
    #expect(seen.summary == "Work 1")
  }

  @Test func `refuses the client's wrong password`() async throws {
    let server = try await JiraFixture.server(isCloud: false)
    let result = try await run("client.py", [server.address, "dana@example.com", "wrong", "SHOP", "2.4.0"])
    #expect(result.status == 1)
    #expect(result.errors.contains("401"), "\(result)")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: OthersClient.schemas), "the OpenAPI document is not there"))
  func `answers, and is asked, in the shapes of the OpenAPI document`() async throws {
    let server = try await JiraFixture.server(isCloud: true)
    let repository = try await GitRepository.planning([])
    for key in ["SHOP-1", "SHOP-9", "SHOP-404"] { try await repository.commit("\(key) Work") }
    let fetched = try await Relscope(for: repository).fetch(
      "--version", "2.4.0", "-o", "-", "--check-scope", "main..release/2.4.0", from: server, in: repository)
    #expect(fetched.status == 0, "\(fetched)")
    let bodies = server.visits.filter { !$0.body.isEmpty }.map { visit in
      "\(visit.path.split(separator: "/").suffix(2).joined(separator: "/"))\t\(visit.body)\n"
    }
    #expect(bodies.count == 2)
    let result = try await run(
      "validate.py", [OthersClient.schemas, server.address, "dana@example.com", "let-me-in-4711"],
      input: bodies.joined())
    #expect(result.status == 0, "\(result)")
    let names = Set(result.output.split(separator: "\n"))
    #expect(names.contains("SearchAndReconcileRequestBean") && names.contains("BulkFetchIssueRequestBean"))
    #expect(names.count == 12)
  }
}
