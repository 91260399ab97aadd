import Foundation
import ForgeServer
import TestSupport
import Testing

private enum OthersClients {
  static let folder = PackageFolder.path + "/.build/forge-clients"
  static let script = PackageFolder.path + "/Tests/EndToEndTests/Forges/Client/client.py"

  /// In CI they have to be there.
  static var areInstalled: Bool {
    FileManager.default.fileExists(atPath: folder + "/installed")
      || ProcessInfo.processInfo.environment["CI"] != nil
  }
}

/// The forges of the tests are such: clients that others wrote can use them.
@Suite(.enabled(if: OthersClients.areInstalled, "run scripts/install-forge-clients"))
struct ForgeClientTests {
  private struct Seen: Decodable, Equatable {
    let numbers: [Int]
    let head: String
    let branch: String
    let draft: Bool
    let state: String
    let comments: Int
    let last: String
    let author: String
    let reviews: [[String?]]
  }

  private static let head = String(repeating: "1a2b3c4d", count: 5)

  private func run(_ client: String, _ server: ForgeServer, token: String = "let-me-in-4711") async throws
    -> ProgramResult
  {
    let home = try TemporaryFolder()
    return try await Program(OthersClients.folder + "/bin/python", environment: CleanEnvironment(home: home.path))
      .run([OthersClients.script, client, server.address, token, Self.head])
  }

  @Test(
    arguments: [
      ("github", .github), ("github-models", .github), ("gitlab", .gitlab), ("gitea", .gitea),
      ("bitbucket-cloud", .bitbucketCloud), ("bitbucket-data-center", .bitbucketDataCenter),
    ] as [(String, ForgeSite.Face)])
  func `can be used by the clients that others wrote`(client: String, face: ForgeSite.Face) async throws {
    var site = ForgeSite(face)
    site.pulls = [ForgeSite.Pull(12, commit: Self.head)]
    let kim = ForgeSite.Account(5, "kim")
    site.notes = (1...129).map { ForgeSite.Note($0, "Comment \($0)", by: kim) }
    site.reviews = [ForgeSite.Review(by: kim, "approved", at: Self.head)]
    let server = try await ForgeServer(site)
    let result = try await run(client, server)
    try #require(result.status == 0, "\(result)")
    let seen = try JSONDecoder().decode(Seen.self, from: Data(result.outputBytes))
    let tiesReviews = face != .gitlab && face != .bitbucketCloud
    let expected = Seen(
      numbers: [12], head: face == .bitbucketCloud ? String(Self.head.prefix(12)) : Self.head, branch: "release/2.4.0",
      draft: false, state: ["gitlab": "opened", "github": "open", "gitea": "open"][face.rawValue] ?? "OPEN",
      comments: 130, last: "edited", author: "relscope-bot",
      reviews: [["kim", "APPROVED", tiesReviews ? Self.head : nil]])
    #expect(seen == expected)
    #expect(server.site.notes.last?.version == 1)
  }

  @Test(arguments: [("github", ForgeSite.Face.github), ("gitlab", .gitlab), ("gitea", .gitea)])
  func `refuses a client's wrong token`(client: String, face: ForgeSite.Face) async throws {
    var site = ForgeSite(face)
    site.pulls = [ForgeSite.Pull(12, commit: Self.head)]
    let result = try await run(client, try await ForgeServer(site), token: "wrong")
    #expect(result.status == 1)
    #expect(result.errors.contains("401"), "\(result)")
  }
}
