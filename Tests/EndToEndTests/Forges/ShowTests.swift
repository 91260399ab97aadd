import Foundation
import ForgeServer
import TestSupport
import Testing

/// What the forge knows of the pull request.
struct ShowTests {
  private struct Shown: Decodable {
    struct Side: Decodable {
      let branch: String
      let commit: String?
    }

    struct Review: Decodable {
      let author: String?
      let state: String
      let commit: String?
      let ofHead: Bool?
    }

    let schema: String
    let forge: String
    let number: Int
    let url: String?
    let state: String
    let draft: Bool
    let head: Side
    let base: Side
    let mergeable: Bool?
    let reviews: [Review]?
    let requiredChecks: [String]?
    let relscopeIsRequired: Bool?
  }

  private static let showing: [ForgeSite.Face: Set<String>] = [
    .github: [
      "GET repos/acme/web/pulls", "GET repos/acme/web/pulls/12", "GET repos/acme/web/pulls/12/reviews",
      "GET repos/acme/web/rules/branches/main", "GET repos/acme/web/branches/main",
    ],
    .gitea: [
      "GET repos/acme/web/pulls", "GET repos/acme/web/pulls/12", "GET repos/acme/web/pulls/12/reviews",
      "GET repos/acme/web/branches/main",
    ],
    .gitlab: [
      "GET projects/acme%2Fweb/merge_requests", "GET projects/acme%2Fweb/merge_requests/12",
      "GET projects/acme%2Fweb/merge_requests/12/approvals", "GET projects/acme%2Fweb",
    ],
    .bitbucketCloud: ["GET repositories/acme/web/pullrequests", "GET repositories/acme/web/pullrequests/12"],
    .bitbucketDataCenter: [
      "GET projects/acme/repos/web/pull-requests", "GET projects/acme/repos/web/pull-requests/12",
      "GET projects/acme/repos/web/pull-requests/12/merge",
    ],
  ]

  @Test func `stands before a server of each forge that there is`() async throws {
    let policy = ReleaseFixture.policy + "forge: {url: \"https://git.corp\"}\n"
    let repository = try await GitRepository.planning(["SHOP-1"], policy: policy)
    let result = try await Relscope(for: repository).run(["check"], in: repository.path)
    let list = try #require(result.errors.firstMatch(of: /add kind: one of (.*)/)?.output.1, "\(result)")
    // Forgejo speaks as Gitea does.
    let faces = Set(ForgeSite.Face.allCases.map(\.rawValue)).union(["forgejo"])
    #expect(Set(list.replacing(",", with: "").split(separator: " ").map(String.init)) == faces)
  }

  @Test(arguments: ForgeSite.Face.allCases)
  func `tells the pull request, its reviews and its required checks`(face: ForgeSite.Face) async throws {
    let old = String(repeating: "9d8e7f6a", count: 5)
    let release = try await ForgedRelease(on: face) { site in
      let kim = ForgeSite.Account(5, "kim")
      site.reviews = [
        ForgeSite.Review(by: kim, "comment", at: old), ForgeSite.Review(by: kim, "approved", at: old),
        ForgeSite.Review(by: ForgeSite.Account(6, "lee"), "approved", at: site.pulls[0].headCommit),
      ]
      site.requiredChecks = ["ci", "scope / relscope"]
    }
    let result = try await release.run("show", "--format", "json")
    #expect(result.status == 0, "\(result)")
    let shown = try JSONDecoder().decode(Shown.self, from: Data(result.outputBytes))
    let head = try await release.repository.id(of: "HEAD")
    #expect(shown.schema == "relscope.pull-request/1" && shown.forge == face.rawValue)
    #expect(shown.number == 12 && shown.state == "open" && !shown.draft)
    #expect(shown.url?.hasSuffix("/12") == true)
    #expect(shown.head.branch == "release/2.4.0" && shown.base.branch == "main")
    #expect(shown.head.commit == (face == .bitbucketCloud ? String(head.prefix(12)) : head))
    #expect(shown.mergeable == (face == .bitbucketCloud ? nil : true))
    #expect(shown.reviews?.map(\.author) == ["kim", "lee"])
    #expect(shown.reviews?.map(\.state) == ["approved", "approved"])
    let tiesThem = face != .gitlab && face != .bitbucketCloud
    #expect(shown.reviews?.map(\.ofHead) == (tiesThem ? [false, true] : [nil, nil]))
    switch face {
    case .github, .gitea:
      #expect(shown.requiredChecks == ["ci", "scope / relscope"] && shown.relscopeIsRequired == true)
    case .gitlab: #expect(shown.requiredChecks == ["pipeline"] && shown.relscopeIsRequired == nil)
    case .bitbucketCloud, .bitbucketDataCenter: #expect(shown.requiredChecks == nil)
    }
    #expect(release.calls == Self.showing[face])
    let read = try await release.run("show")
    #expect(read.output.hasPrefix("pull request 12: Release 2.4.0\n  http"), "\(read)")
    #expect(
      read.output.contains(tiesThem ? "kim approved at 9d8e7f6, which is not the head" : "kim approved;"), "\(read)")
  }

  @Test(arguments: ForgeSite.Face.allCases)
  func `shows a draft as one`(face: ForgeSite.Face) async throws {
    let release = try await ForgedRelease(on: face) { $0.pulls[0].isDraft = true }
    let result = try await release.run("show")
    #expect(result.output.contains("state    open, a draft"), "\(result)")
  }

  @Test(arguments: [ForgeSite.Face.github, .gitlab, .gitea])
  func `follows a repository that was renamed`(face: ForgeSite.Face) async throws {
    let release = try await ForgedRelease(on: face) { site in
      site.oldRepository = "acme/web"
      site.repository = "shop/web"
      site.pulls[0].headRepository = "shop/web"
    }
    let shown = try await release.run("show")
    #expect(shown.status == 0, "\(shown)")
    let posted = try await release.run("post")
    #expect(posted.output.hasPrefix("comment made"), "\(posted)")
    #expect(release.own.count == 1)
  }

  /// These tell nobody where a repository has gone.
  @Test(arguments: [ForgeSite.Face.bitbucketCloud, .bitbucketDataCenter])
  func `says that a repository which was renamed is not there`(face: ForgeSite.Face) async throws {
    let release = try await ForgedRelease(on: face) { $0.repository = "shop/web" }
    for command in ["show", "post"] {
      let result = try await release.run(command)
      #expect(result.status == 66, "\(result)")
      #expect(result.errors.contains("no such repository, or the token may not see it"), "\(result)")
    }
    #expect(release.server.site.notes.isEmpty)
    #expect(release.otherCalls.isEmpty)
  }

  @Test func `asks for no token where everybody may read`() async throws {
    let release = try await ForgedRelease(on: .github)
    let shown = try await release.run("show", setting: ["RELSCOPE_FORGE_TOKEN": nil])
    #expect(shown.status == 77, "\(shown)")
    #expect(shown.errors.contains("there is no token for '127.0.0.1:"), "\(shown)")
    #expect(release.server.visits.allSatisfy { $0.headers["Authorization"] == nil })
  }
}
