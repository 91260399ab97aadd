import Foundation
import JiraServer
import TestSupport

/// The Jira of a shop whose release is 2.4.0.
enum JiraFixture {
  /// SHOP-1 and PAY-2 are of 2.4.0, SHOP-9 of 2.5.0, SHOP-10 of none; SHOP-900 is the release ticket.
  static func site(isCloud: Bool) -> JiraSite {
    var done = JiraSite.Issue("SHOP-9", "Accept two vouchers", versions: ["2.5.0"])
    done.status = "In Progress"
    var release = JiraSite.Issue("SHOP-900", "Release 2.4.0", versions: [])
    release.type = "Release"
    return JiraSite(
      isCloud: isCloud,
      projects: [
        JiraSite.Project(
          "SHOP",
          versions: [JiraSite.Version(10_200, "2.4.0", releaseDate: "2026-11-30"), JiraSite.Version(10_201, "2.5.0")]),
        JiraSite.Project("PAY", versions: [JiraSite.Version(10_300, "2.4.0")]),
        JiraSite.Project("SECRET", versions: [JiraSite.Version(10_400, "2.4.0")], isHidden: true),
      ],
      issues: [
        JiraSite.Issue("SHOP-1", "Keep the cart of a guest", versions: ["2.4.0"]),
        JiraSite.Issue("PAY-2", "Refund in instalments", versions: ["2.4.0"]), done,
        JiraSite.Issue("SHOP-10", versions: []), release, JiraSite.Issue("SECRET-1", versions: ["2.4.0"]),
      ])
  }

  static func server(isCloud: Bool, faults: [JiraFault] = []) async throws -> JiraServer {
    try await JiraServer(site(isCloud: isCloud), faults: faults)
  }

  /// The token of ``JiraSite``, and the header that is made of it.
  static let secrets = [
    "let-me-in-4711", Data("dana@example.com:let-me-in-4711".utf8).base64EncodedString(), "bGV0LW1lLWlu",
  ]

  /// What a shell has that asks the server.
  static func environment(_ server: JiraServer) -> [String: String?] {
    [
      "RELSCOPE_JIRA_URL": server.address, "RELSCOPE_JIRA_TOKEN": "let-me-in-4711",
      "RELSCOPE_JIRA_USER": "dana@example.com",
    ]
  }
}

extension Relscope {
  func fetch(
    _ arguments: String..., from server: JiraServer, in repository: GitRepository,
    setting changes: [String: String?] = [:]
  ) async throws -> ProgramResult {
    try await run(
      ["manifest", "fetch", "--repo", repository.path] + arguments, in: repository.path,
      setting: JiraFixture.environment(server).merging(changes) { _, change in change })
  }
}

/// The parts of a fetched manifest that the tests read.
struct WrittenManifest: Decodable, Equatable {
  struct Version: Decodable, Equatable {
    let name: String
    let released: Bool
    let archived: Bool
    let releaseDate: String?
    let description: String?
  }

  struct Ticket: Decodable, Equatable {
    let key: String
    let summary: String?
    let type: String?
    let status: String?
    let statusCategory: String?
    let statusSince: String?
    let assignee: String?
    let priority: String?
    let fixVersions: [String]?
    let formerKeys: [String]?
    let labels: String?
  }

  struct Source: Decodable, Equatable {
    let kind: String
    let url: String
    let query: String
    let fetchedAt: String
  }

  let version: Version
  let projects: [String]
  let releaseTicket: String?
  let source: Source
  let complete: Bool
  let tickets: [Ticket]
  let others: [Ticket]?
  let unknown: [String]?

  init(_ text: String) throws {
    self = try JSONDecoder().decode(WrittenManifest.self, from: Data(text.utf8))
  }

  init(at path: String) throws {
    try self.init(try String(contentsOfFile: path, encoding: .utf8))
  }
}
