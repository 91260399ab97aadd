import Foundation
import ForgeServer
import TestSupport
import Testing

/// What a forge may do instead of an answer, and what is said of it.
struct ForgeFailureTests {
  struct Failure: Sendable, CustomTestStringConvertible {
    let name: String
    let fault: ForgeFault
    let status: Int32
    let words: String

    var testDescription: String { name }
  }

  private static let list: [ForgeSite.Face: String] = [
    .github: "pulls", .gitea: "pulls", .gitlab: "merge_requests", .bitbucketCloud: "pullrequests",
    .bitbucketDataCenter: "pull-requests",
  ]

  private static func failures(_ face: ForgeSite.Face) -> [Failure] {
    let list = list[face] ?? ""
    return [
      Failure(name: "expired", fault: .expiredToken, status: 77, words: "does not accept the token"),
      Failure(name: "read only", fault: .readOnly, status: 77, words: "this job's token may only read"),
      Failure(
        name: "single sign-on", fault: .singleSignOn, status: 77,
        words: "admit it at https://github.com/orgs/acme/sso?authorization_request=A1"),
      Failure(name: "web page", fault: .webPage(list), status: 69, words: "with a web page instead of data"),
      Failure(
        name: "login", fault: .redirect(list, to: "https://sso.example.com/login?token=abc"), status: 77,
        words: "login page 'https://sso.example.com/login'"),
      Failure(
        name: "elsewhere", fault: .redirect(list, to: "https://other.example.com/api/x"), status: 78,
        words: "sends its visitors on to 'https://other.example.com/api/x'"),
      Failure(name: "broken", fault: .brokenBody(list), status: 69, words: "data that is broken"),
      Failure(name: "down", fault: .failure(list, status: 500), status: 69, words: "answered with status 500"),
      Failure(name: "missing", fault: .failure(list, status: 404), status: 66, words: "or the token may not see it"),
      Failure(
        name: "limit of an hour",
        fault: .rateLimit(times: 1_000, status: 429, headers: ["Retry-After": "3600"], message: "Too many requests"),
        status: 69, words: "its rate limit is reached"),
    ]
  }

  @Test(arguments: ForgeSite.Face.allCases)
  func `says what went wrong, with the right status, and posts nothing`(face: ForgeSite.Face) async throws {
    let release = try await ForgedRelease(on: face)
    for failure in Self.failures(face) {
      release.server.forgetVisits()
      release.server.set([failure.fault])
      let result = try await release.run("post")
      #expect(result.status == failure.status, "\(failure.name): \(result)")
      #expect((result.output + result.errors).contains(failure.words), "\(failure.name): \(result)")
      let quiet = try await release.run("post", "--best-effort")
      #expect(quiet.status == 0, "\(failure.name): \(quiet)")
      #expect(quiet.errors.isEmpty == (failure.fault == .readOnly), "\(failure.name): \(quiet)")
      for secret in ForgedRelease.secrets + ["token=abc"] {
        #expect(!(result.output + result.errors).contains(secret), "\(failure.name)")
      }
    }
    #expect(release.server.site.notes.isEmpty)
    #expect(release.otherCalls.isEmpty)
  }

  @Test(
    arguments: ForgeSite.Face.allCases.map { ($0, 429, "Too many requests") } + [
      (.github, 403, "You have exceeded a secondary rate limit.")
    ])
  func `waits as long as the forge asks`(face: ForgeSite.Face, status: Int, message: String) async throws {
    let headers = ["Retry-After": "1"]
    let release = try await ForgedRelease(
      on: face, faults: [.rateLimit(times: 1, status: status, headers: headers, message: message)])
    let result = try await release.run("post")
    #expect(result.output.hasPrefix("comment made"), "\(result)")
    #expect(release.own.count == 1)
    #expect(release.otherCalls.isEmpty)
  }

  @Test func `is silent in a job without a token, and never fails it`() async throws {
    let release = try await ForgedRelease(on: .github)
    let without: [String: String?] = ["RELSCOPE_FORGE_TOKEN": nil]
    let loud = try await release.run("post", setting: without)
    #expect(loud.status == 78 && loud.errors.contains("there is no token for '127.0.0.1:"), "\(loud)")
    let quiet = try await release.run("post", "--best-effort", setting: without)
    #expect(quiet.status == 0 && quiet.errors.isEmpty && quiet.output.isEmpty, "\(quiet)")
    #expect(release.server.visits.isEmpty)
  }

  /// git, its helpers and ssh have words of their own.
  @Test func `is silent in a job whose helper has no token either`() async throws {
    let release = try await ForgedRelease(on: .github)
    let repository = release.repository
    let ssh = try repository.folder.write("bin/ssh", "#!/bin/sh\necho 'ssh: no such option' >&2\nexit 255\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: ssh)
    try await repository.git("remote", "set-url", "origin", "git@git.work:acme/web.git")
    try await repository.git("config", "--global", "credential.helper", "!echo 'helper: locked' >&2; :")
    let without: [String: String?] = [
      "RELSCOPE_FORGE_TOKEN": nil,
      "PATH": repository.folder.path + "/bin:" + (repository.environment.variables["PATH"] ?? ""),
    ]
    let quiet = try await release.run("post", "--best-effort", setting: without)
    #expect(quiet.status == 0 && quiet.errors.isEmpty && quiet.output.isEmpty, "\(quiet)")
    let loud = try await release.run("post", setting: without)
    #expect(loud.status == 78 && loud.errors.contains("helper: locked"), "\(loud)")
    #expect(loud.errors.contains("there is no token for '127.0.0.1:"), "\(loud)")
  }

  /// A helper may wait for somebody who is not there.
  @Test func `comes to an end when git's helper does not`() async throws {
    let release = try await ForgedRelease(on: .github)
    let repository = release.repository
    let fifo = repository.folder.path + "/nobody"
    try await repository.git("config", "--global", "credential.helper", "!mkfifo '\(fifo)'; cat '\(fifo)'; :")
    let result = try await release.run("post", setting: ["RELSCOPE_FORGE_TOKEN": nil, "RELSCOPE_FORGE_TIMEOUT": "1"])
    #expect(result.status == 69, "\(result)")
    #expect(result.errors.contains("git's credential helper has not answered in 4 seconds"), "\(result)")
    #expect(release.server.visits.isEmpty)
  }

  @Test(arguments: ForgeSite.Face.allCases)
  func `is silent in a job whose token has no right`(face: ForgeSite.Face) async throws {
    let release = try await ForgedRelease(on: face) { $0.mayWrite = false }
    let loud = try await release.run("post")
    #expect(loud.status == 77 && loud.errors.contains("refuses the request"), "\(loud)")
    let quiet = try await release.run("post", "--best-effort")
    #expect(quiet.status == 0 && quiet.errors.isEmpty && quiet.output.isEmpty, "\(quiet)")
  }

  @Test func `looks with GitLab's token of a job, which cannot comment`() async throws {
    let release = try await ForgedRelease(on: .gitlab)
    let job: [String: String?] = [
      "RELSCOPE_FORGE_TOKEN": nil, "CI_JOB_TOKEN": "let-me-in-4711", "CI_SERVER_URL": release.server.address,
    ]
    let posted = try await release.run("post", setting: job)
    #expect(posted.status == 77 && posted.errors.contains("CI_JOB_TOKEN cannot comment"), "\(posted)")
    let quiet = try await release.run("post", "--best-effort", setting: job)
    #expect(quiet.status == 0 && quiet.errors.isEmpty, "\(quiet)")
    let names = Set(release.server.visits.flatMap { $0.headers.keys.map { $0.lowercased() } })
    #expect(names.contains("job-token") && !names.contains("private-token") && !names.contains("authorization"))
  }

  @Test(arguments: [
    ("https://dana:pass-4711@git.corp/acme/web.git", "nobody says which forge 'git.corp' is"),
    ("https://dev.azure.com/org/proj/_git/web", "pull requests on Azure DevOps are not supported"),
    ("/srv/git/web.git", "'/srv/git/web.git' is on no forge"),
  ])
  func `asks nobody where no forge is known`(remote: String, words: String) async throws {
    let repository = try await GitRepository.passing()
    try await repository.git("remote", "add", "origin", remote)
    let relscope = try Relscope(for: repository)
    let token = ["RELSCOPE_FORGE_TOKEN": Optional("let-me-in-4711")]
    for command in ["show", "post"] {
      let result = try await relscope.run(["pull-request", command], in: repository.path, setting: token)
      #expect(result.status == 78, "\(result)")
      #expect(result.errors.contains(words), "\(result)")
      #expect(!result.errors.contains("pass-4711"))
    }
  }

  /// What one program takes for the host, another takes for a part of the password.
  @Test(arguments: [
    "https://dana:pass/4711@github.com/acme/web.git", "https://github.com#pass-4711@evil.example.com/acme/web.git",
    "https://github.com?pass-4711@evil.example.com/acme/web", "https://github.com\\@evil.example.com/pass-4711/web",
    "dana:pass-4711@github.com:acme/web.git", "https://dana:pass-4711", "ssh://dana:pass-4711/@github.com/acme/web",
  ])
  func `asks nobody where the address of the remote has two meanings`(remote: String) async throws {
    let repository = try await GitRepository.passing()
    try await repository.git("remote", "add", "origin", remote)
    let relscope = try Relscope(for: repository)
    for command in ["show", "post"] {
      let result = try await relscope.run(
        ["pull-request", command], in: repository.path, setting: ["RELSCOPE_FORGE_TOKEN": "let-me-in-4711"])
      #expect(result.status == 78, "\(result)")
      #expect(result.errors.contains("can be read in more than one way"), "\(result)")
      #expect(!result.errors.contains("4711") && !result.errors.contains("evil"), "\(result)")
    }
  }

  /// A policy that gives no address speaks of the host that it comes from.
  @Test func `has the policy vouch for no other remote than that of the base`() async throws {
    let repository = try await GitRepository.planning(
      ["SHOP-1"], policy: ReleaseFixture.policy + "forge: {kind: gitea}\n")
    try await repository.git("remote", "add", "origin", "https://127.0.0.1:1/acme/web.git")
    try await repository.git("remote", "add", "other", "https://127.0.0.1:2/acme/web.git")
    try await repository.git("config", "branch.main.remote", "origin")
    let relscope = try Relscope(for: repository)
    let token = ["RELSCOPE_FORGE_TOKEN": Optional("let-me-in-4711")]
    let own = try await relscope.run(["pull-request", "show"], in: repository.path, setting: token)
    #expect(own.status == 69 && own.errors.contains("cannot reach Gitea"), "\(own)")
    let other = try await relscope.run(
      ["pull-request", "show", "--remote", "other"], in: repository.path, setting: token)
    #expect(other.status == 78 && other.errors.contains("nobody says which forge '127.0.0.1' is"), "\(other)")
  }
}
