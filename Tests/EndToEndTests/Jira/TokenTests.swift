import Foundation
import JiraServer
import TestSupport
import Testing

/// Where the token comes from, and where it never goes.
struct TokenTests {
  @Test(arguments: [true, false])
  func `sends an API token with its user, and a personal one without`(hasUser: Bool) async throws {
    let server = try await JiraFixture.server(isCloud: false)
    let repository = try await GitRepository.planning([])
    let changes: [String: String?] = hasUser ? [:] : ["RELSCOPE_JIRA_USER": nil]
    let result = try await Relscope(for: repository).fetch(
      "--version", "2.4.0", "-o", "-", from: server, in: repository, setting: changes)
    #expect(result.status == 0, "\(result)")
    let headers = Set(server.visits.map { $0.headers["Authorization"] })
    #expect(headers == [hasUser ? "Basic \(JiraFixture.secrets[1])" : "Bearer let-me-in-4711"])
  }

  /// A helper that answers with a user and the token, and notes what it is told.
  private func repository(helperUser: String) async throws -> GitRepository {
    let repository = try await GitRepository.planning([])
    let notes = repository.folder.path + "/notes"
    let helper = try repository.folder.write(
      "helper",
      """
      #!/bin/sh
      echo "$1" >>"\(notes)"
      [ "$1" = get ] || exit 0
      while read -r line; do [ -n "$line" ] || break; echo "$line" >>"\(notes)"; done
      echo "username=\(helperUser)"
      echo "password=let-me-in-4711"
      """)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: helper)
    try await repository.git("config", "--global", "credential.helper", helper)
    return repository
  }

  @Test(arguments: [
    ("dana@example.com", JiraFault?.none, "store"), ("bearer", nil, "store"), ("bearer", .expiredToken, "erase"),
  ])
  func `has the token from git's credential helpers, which it tells whether it is good`(
    user: String, fault: JiraFault?, verb: String
  ) async throws {
    let server = try await JiraFixture.server(isCloud: false, faults: [fault].compactMap(\.self))
    let repository = try await repository(helperUser: user)
    let result = try await Relscope(for: repository).fetch(
      "--version", "2.4.0", "-o", "-", from: server, in: repository,
      setting: ["RELSCOPE_JIRA_TOKEN": nil, "RELSCOPE_JIRA_USER": nil])
    #expect(result.status == (fault == nil ? 0 : 77), "\(result)")
    let notes = try String(contentsOfFile: repository.folder.path + "/notes", encoding: .utf8)
    let host = server.address.dropFirst("http://".count).prefix { $0 != "/" }
    #expect(notes == "get\nprotocol=http\nhost=\(host)\n\(verb)\n")
    let sent = server.visits.first?.headers["Authorization"]
    #expect(sent == (user == "bearer" ? "Bearer let-me-in-4711" : "Basic \(JiraFixture.secrets[1])"))
  }

  @Test func `carries the token to no other host`() async throws {
    let other = try await JiraFixture.server(isCloud: true)
    let target = other.address + "/rest/api/3/project/SHOP/versions"
    let server = try await JiraFixture.server(isCloud: true, faults: [.redirect("/versions", to: target)])
    let repository = try await GitRepository.planning([])
    let result = try await Relscope(for: repository).fetch(
      "--version", "2.4.0", "-o", "-", from: server, in: repository,
      setting: ["http_proxy": other.address, "all_proxy": other.address, "ALL_PROXY": other.address])
    #expect(result.status == 78, "\(result)")
    #expect(other.visits.isEmpty)
    #expect(server.visits.last?.path.hasSuffix("/versions") == true)
  }

  @Test func `writes the token nowhere, not even when it is asked to show what it sends`() async throws {
    let server = try await JiraFixture.server(isCloud: true)
    let repository = try await GitRepository.planning([])
    let keys = repository.folder.path + "/keys"
    let chatty: [String: String?] = ["SSLKEYLOGFILE": keys]
    let relscope = try Relscope(for: repository)
    for arguments in [["--version", "2.4.0"], ["--version", "9"], ["--version", "2.4.0", "--nonsense"]] {
      let result = try await relscope.run(
        ["manifest", "fetch"] + arguments, in: repository.path,
        setting: JiraFixture.environment(server).merging(chatty) { _, change in change })
      for secret in JiraFixture.secrets {
        #expect(!result.output.contains(secret) && !result.errors.contains(secret), "\(result)")
      }
    }
    // Everything that the runs could have written is in the temporary folder.
    for secret in JiraFixture.secrets {
      let found = try await Program("grep", environment: repository.environment)
        .run(["-rlF", "--", secret, repository.folder.path])
      #expect(found.status == 1, "\(found)")
    }
    #expect(!FileManager.default.fileExists(atPath: keys))
    #expect(server.visits.contains { $0.headers["Authorization"]?.hasPrefix("Basic ") == true })
  }

  @Test func `reads the token in one file`() throws {
    let sources = PackageFolder.path + "/Sources"
    let files = FileManager.default.enumerator(atPath: sources)?.compactMap { $0 as? String } ?? []
    let readers = try files.filter { $0.hasSuffix(".swift") }.filter { file in
      try String(contentsOfFile: "\(sources)/\(file)", encoding: .utf8).contains(".reveal()")
    }
    #expect(readers == ["HTTP/Authorization.swift"])
  }
}
