import Foundation
import ForgeServer
import TestSupport

/// A release with a pull request on one of the forges.
struct ForgedRelease {
  static let secrets = [
    "let-me-in-4711", Data("dana@example.com:let-me-in-4711".utf8).base64EncodedString(), "bGV0LW1lLWlu",
  ]

  let repository: GitRepository
  let server: ForgeServer

  /// - Parameters:
  ///   - keys: The tickets of the manifest; the branch has SHOP-1 and SHOP-9.
  ///   - change: Fits the site; it has pull request 12 of the release.
  init(
    on face: ForgeSite.Face, keys: [String] = ["SHOP-1", "PAY-2"], faults: [ForgeFault] = [],
    _ change: (inout ForgeSite) -> Void = { _ in }
  ) async throws {
    let kind = face.rawValue
    server = try await ForgeServer(ForgeSite(face))
    let policy =
      ReleaseFixture.policy + "forge: {kind: \(kind), url: \"\(server.address)\"}\n"
      + "links: {ticket: \"https://jira.example.com/browse/{key}\"}\n"
    repository = try await GitRepository.planning(keys, policy: policy)
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "export const keep = true\n"])
    try await repository.commit("SHOP-9 Accept two vouchers @dana #12", files: ["voucher.js": "export const two = 2\n"])
    try await repository.git("remote", "add", "origin", "ssh://git@git.corp:7999/acme/web.git")
    let head = try await repository.id(of: "release/2.4.0")
    server.change { site in
      site.pulls = [
        ForgeSite.Pull(12, commit: head)
      ]
      change(&site)
    }
    server.set(faults)
  }

  /// Runs a command with the token of the site.
  func run(_ arguments: String..., setting changes: [String: String?] = [:]) async throws -> ProgramResult {
    try await Relscope(for: repository).run(
      ["pull-request"] + arguments, in: repository.path,
      setting: ["RELSCOPE_FORGE_TOKEN": "let-me-in-4711"].merging(changes) { _, new in new })
  }

  /// The comments of whoever asks.
  var own: [ForgeSite.Note] { server.site.notes.filter { $0.author == server.site.asker } }

  /// What was asked, without what pages and searches add.
  var calls: Set<String> {
    Set(
      server.visits.map { visit in
        let path = visit.target.split(separator: "?")[0].replacing(/[0-9a-f]{40}/, with: "ID")
          .replacing(/(comments|notes)\/\d+/) { "\($0.output.1)/N" }
        return "\(visit.method) \(path)"
      })
  }

  /// What a post may ask, and nothing else.
  static let posting: [ForgeSite.Face: Set<String>] = [
    .github: [
      "GET repos/acme/web/pulls", "GET repos/acme/web/pulls/12", "GET user", "GET repos/acme/web/issues/12/comments",
      "POST repos/acme/web/issues/12/comments", "PATCH repos/acme/web/issues/comments/N",
      "POST repos/acme/web/statuses/ID",
    ],
    .gitea: [
      "GET repos/acme/web/pulls", "GET repos/acme/web/pulls/12", "GET user", "GET repos/acme/web/issues/12/comments",
      "POST repos/acme/web/issues/12/comments", "PATCH repos/acme/web/issues/comments/N",
      "POST repos/acme/web/statuses/ID",
    ],
    .gitlab: [
      "GET projects/acme%2Fweb/merge_requests", "GET projects/acme%2Fweb/merge_requests/12", "GET user",
      "GET projects/acme%2Fweb/merge_requests/12/notes", "POST projects/acme%2Fweb/merge_requests/12/notes",
      "PUT projects/acme%2Fweb/merge_requests/12/notes/N", "POST projects/acme%2Fweb/statuses/ID",
    ],
    .bitbucketCloud: [
      "GET repositories/acme/web/pullrequests", "GET repositories/acme/web/pullrequests/12", "GET user",
      "GET repositories/acme/web/pullrequests/12/comments", "POST repositories/acme/web/pullrequests/12/comments",
      "PUT repositories/acme/web/pullrequests/12/comments/N", "POST repositories/acme/web/commit/ID/statuses/build",
    ],
    .bitbucketDataCenter: [
      "GET projects/acme/repos/web/pull-requests", "GET projects/acme/repos/web/pull-requests/12",
      "GET projects/acme/repos/web", "GET projects/acme/repos/web/pull-requests/12/activities",
      "POST projects/acme/repos/web/pull-requests/12/comments",
      "PUT projects/acme/repos/web/pull-requests/12/comments/N", "POST projects/acme/repos/web/commits/ID/builds",
    ],
  ]

  /// What was asked besides.
  var otherCalls: Set<String> { calls.subtracting(Self.posting[server.site.face] ?? []) }

  /// The first line of the comments about 2.4.0.
  static func marker(on face: ForgeSite.Face) -> String {
    switch face {
    case .github, .gitlab, .gitea: "<!-- relscope:2.4.0 -->"
    case .bitbucketCloud, .bitbucketDataCenter: "[relscope:2.4.0]: https://relscope.example/"
    }
  }
}
