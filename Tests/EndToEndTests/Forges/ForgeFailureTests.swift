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
  }

  @Test(
    arguments: [
      (429, ["Retry-After": "1"], "Too many requests"),
      (403, ["Retry-After": "1"], "You have exceeded a secondary rate limit."),
    ])
  func `waits as long as the forge asks`(status: Int, headers: [String: String], message: String) async throws {
    let release = try await ForgedRelease(
      on: .github, faults: [.rateLimit(times: 1, status: status, headers: headers, message: message)])
    let result = try await release.run("post")
    #expect(result.output.hasPrefix("comment made"), "\(result)")
    #expect(release.own.count == 1)
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
}
