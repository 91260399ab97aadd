import Foundation
import ForgeServer
import TestSupport
import Testing

/// What `relscope process --fetch` learns from a forge, on each of them.
struct EvidenceTests {
  private struct Written: Decodable {
    struct Step: Decodable {
      struct Evidence: Decodable {
        let source: String
        let text: String
        let url: String?
        let time: String?
        let by: String?
      }

      let state: String
      let evidence: [Evidence]
    }

    struct Contradiction: Decodable {
      let text: String
    }

    let steps: [Step]
    let contradictions: [Contradiction]

    subscript(number: Int) -> Step { steps[number - 1] }
  }

  private func process(
    _ release: ForgedRelease, _ arguments: String..., setting changes: [String: String?] = [:]
  ) async throws -> (written: Written, result: ProgramResult) {
    let result = try await Relscope(for: release.repository).run(
      ["process", "2.4.0", "--repo", release.repository.path, "--format", "json"] + arguments,
      in: release.repository.path, setting: ["RELSCOPE_FORGE_TOKEN": "let-me-in-4711"].merging(changes) { $1 })
    try #require(result.status == 0, "\(result)")
    return (try JSONDecoder().decode(Written.self, from: Data(result.outputBytes)), result)
  }

  @Test(arguments: ForgeSite.Face.allCases)
  func `tells of an open pull request, its reviews and its comment`(face: ForgeSite.Face) async throws {
    let release = try await ForgedRelease(on: face)
    let (without, _) = try await process(release)
    #expect([without[6].state, without[8].state] == ["unknown", "unknown"])

    var (seen, result) = try await process(release, "--fetch")
    #expect([seen[6].state, seen[8].state, seen[9].state] == ["done", "not-yet", "not-yet"])
    #expect(seen[6].evidence.first?.text == "pull request #12 is open")
    #expect(seen[6].evidence.first?.by == "dana")
    #expect(seen[6].evidence.first?.url?.contains("12") == true)
    // On a busy machine it says how far it is, too.
    #expect(result.errors.hasSuffix("relscope: Jira was not asked: RELSCOPE_JIRA_URL is not set\n"))

    let posted = try await release.run("post")
    try #require(posted.status == 0, "\(posted)")
    let head = try await release.repository.id(of: "release/2.4.0")
    release.server.change { site in
      site.reviews = [ForgeSite.Review(by: ForgeSite.Account(5, "kim"), "approved", at: head)]
    }
    let file = release.repository.folder.path + "/evidence.json"
    (seen, _) = try await process(release, "--fetch", "--evidence", file)
    #expect(seen[8].state == "done", "\(seen[8])")
    #expect(seen[7].evidence.contains { $0.text.hasPrefix("review: approved") && $0.by == "kim" }, "\(seen[7])")

    // The same without a network.
    release.server.forgetVisits()
    let (offline, _) = try await process(release, "--evidence", file)
    #expect(offline[8].state == "done")
    #expect(release.server.visits.isEmpty)

    try await release.repository.commit("SHOP-1 More", files: ["more.js": "1\n"])
    (seen, _) = try await process(release, "--evidence", file)
    #expect(seen[8].state == "contradicted")
    #expect(seen.contradictions.contains { $0.text.hasPrefix("QA was told the scope of \(head.prefix(10))") })
  }

  @Test(arguments: ForgeSite.Face.allCases)
  func `tells of a merge and of production`(face: ForgeSite.Face) async throws {
    let release = try await ForgedRelease(on: face)
    let repository = release.repository
    try await repository.checkout("main")
    try await repository.commit(
      "SHOP-900 Say what production is",
      files: [
        ".relscope.yml": try String(contentsOfFile: repository.path + "/.relscope.yml", encoding: .utf8)
          + "production: {environment: production}\n"
      ])
    let old = try await repository.id(of: "main")
    try await repository.merge("release/2.4.0", message: "Merge the release")
    let merge = try await repository.id(of: "main")
    release.server.change { site in
      site.pulls[0].state = "merged"
      site.pulls[0].mergeCommit = merge
      // Another one, of the same branch, that nobody wanted.
      var closed = ForgeSite.Pull(13, commit: site.pulls[0].headCommit)
      closed.state = "closed"
      site.pulls.append(closed)
    }
    var (seen, _) = try await process(release, "--fetch")
    #expect(seen[6].state == "done")
    #expect(seen[6].evidence.first?.text == "pull request #12 is merged")
    let tells = face == .github || face == .gitlab
    #expect(seen[11].state == (tells ? "not-yet" : "unknown"), "\(seen[11])")

    release.server.change { site in
      site.deployments = [
        ForgeSite.Deployment("production", old, at: "2026-11-25T07:00:00Z"),
        ForgeSite.Deployment("staging", merge, at: "2026-11-25T08:00:00Z"),
        ForgeSite.Deployment("production", merge, at: "2026-11-25T09:00:00Z", states: ["failure"]),
      ]
    }
    (seen, _) = try await process(release, "--fetch")
    #expect(seen[11].state == (tells || face == .bitbucketCloud ? "not-yet" : "unknown"), "\(seen[11])")

    try await repository.commit("SHOP-900 Go on")
    let later = try await repository.id(of: "main")
    release.server.change { site in
      site.deployments.append(
        ForgeSite.Deployment("production", later, at: "2026-11-25T10:00:00Z", states: ["success", "inactive"]))
    }
    (seen, _) = try await process(release, "--fetch")
    let isTold = tells || face == .bitbucketCloud
    #expect(seen[11].state == (isTold ? "done" : "unknown"), "\(seen[11])")
    guard isTold else { return }
    #expect(seen[11].evidence.first?.time == "2026-11-25T10:00:00Z")

    release.server.change { site in
      site.deployments.append(ForgeSite.Deployment("production", old, at: "2026-11-25T11:00:00Z"))
    }
    (seen, _) = try await process(release, "--fetch")
    #expect(seen[11].state == "contradicted")
    #expect(
      seen.contradictions.contains {
        $0.text == "production went back to \(old.prefix(10)), which does not have the release"
      })
  }

  @Test(arguments: ForgeSite.Face.allCases)
  func `finds no pull request where there is none, or one of a fork only`(face: ForgeSite.Face) async throws {
    let release = try await ForgedRelease(on: face) { site in
      site.pulls[0].headRepository = "dana/web"
    }
    let (seen, _) = try await process(release, "--fetch")
    #expect(seen[6].state == "not-yet")
    #expect(seen[6].evidence.first?.text == "there is no pull request of the release branch")
  }

  @Test func `says what a token may not read, and takes it for nothing`() async throws {
    let release = try await ForgedRelease(
      on: .github, faults: [.failure("/comments", status: 403), .failure("/reviews", status: 403)])
    let (seen, result) = try await process(release, "--fetch")
    #expect(seen[6].state == "done")
    #expect(seen[8].state == "unknown")
    #expect(seen[8].evidence.first?.text == "the comments of the pull request could not be read")
    #expect(result.errors.contains("the token may not read the comments of pull request 12"), "\(result)")
  }

  @Test(
    arguments: [
      ([.expiredToken], 77), ([.failure("/pulls", status: 500)], 69), ([.webPage("/pulls")], 69),
      ([.brokenBody("/pulls")], 69),
    ] as [([ForgeFault], Int)])
  func `ends as the forge's failures do`(faults: [ForgeFault], status: Int) async throws {
    let release = try await ForgedRelease(on: .github, faults: faults)
    let result = try await Relscope(for: release.repository).run(
      ["process", "2.4.0", "--repo", release.repository.path, "--fetch"], in: release.repository.path,
      setting: ["RELSCOPE_FORGE_TOKEN": "let-me-in-4711"])
    #expect(result.status == status, "\(result)")
    #expect(result.output == "")
    #expect(!ForgedRelease.secrets.contains { result.errors.contains($0) }, "\(result)")
  }

  @Test func `asks for nothing but what the steps need`() async throws {
    let release = try await ForgedRelease(on: .github)
    _ = try await process(release, "--fetch")
    #expect(
      release.calls == [
        "GET repos/acme/web/pulls", "GET repos/acme/web/pulls/12", "GET repos/acme/web/pulls/12/reviews",
        "GET repos/acme/web/issues/12/comments",
      ])
  }
}
