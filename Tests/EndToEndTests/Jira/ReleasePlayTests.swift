import Foundation
import JiraServer
import TestSupport
import Testing

/// A whole release, from the version in Jira to the end: what `relscope process --fetch` says after each step.
struct ReleasePlayTests {
  struct Written: Decodable {
    struct Step: Decodable {
      struct Evidence: Decodable {
        let text: String
        let by: String?
      }

      let step: Int
      let state: String
      let evidence: [Evidence]
    }

    struct Contradiction: Decodable {
      let text: String
    }

    let steps: [Step]
    let contradictions: [Contradiction]

    var done: [Int] { steps.filter { $0.state == "done" }.map(\.step) }
  }

  static let policy =
    ReleaseFixture.policy + """
      production: {tag: "v{version}"}
      qa: [quinn@example.com]
      jira: {release-ticket: 'issuetype = Release AND summary ~ {version}'}

      """

  /// The parts of the play: Jira, the repository with a release branch, and a way to change the tickets.
  struct Play {
    let server: JiraServer
    let repository: GitRepository
    let relscope: Relscope

    init(isCloud: Bool) async throws {
      var site = JiraFixture.site(isCloud: isCloud)
      for place in site.issues.indices where site.issues[place].versions == ["2.4.0"] {
        site.issues[place].status = "In Progress"
        site.issues[place].statusSince = nil
        site.issues[place].enteredAt = "2026-10-30T08:00:00.000+0100"
      }
      server = try await JiraServer(site)
      repository = try await GitRepository.planning([], policy: ReleasePlayTests.policy)
      relscope = try Relscope(for: repository)
      try await fetchManifest()
      try await repository.checkout("release/2.4.0")
      try await repository.git("merge", "--quiet", "--ff-only", "main")
      try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "1\n"])
      try await repository.commit("PAY-2 Refund in instalments", files: ["refund.js": "2\n"])
    }

    /// QA writes the manifest anew on main.
    func fetchManifest() async throws {
      let here = try await repository.git("rev-parse", "--abbrev-ref", "HEAD")
      try await repository.checkout("main")
      let fetched = try await relscope.fetch("--version", "2.4.0", from: server, in: repository)
      try #require(fetched.status == 0, "\(fetched)")
      try await repository.git("add", "releases")
      try await repository.commit("SHOP-900 Plan 2.4.0")
      try await repository.checkout(here)
    }

    func set(
      _ status: String, since: String, ready: String? = nil, by: String = "Quinn Abe",
      address: String? = "quinn@example.com"
    ) {
      server.change { site in
        for place in site.issues.indices where site.issues[place].versions == ["2.4.0"] {
          site.issues[place].status = status
          site.issues[place].statusSince = since
          site.issues[place].readySince = ready
          site.issues[place].statusBy = by
          site.issues[place].statusByAddress = address
        }
      }
    }

    func release() {
      server.change { site in
        for project in site.projects.indices {
          for version in site.projects[project].versions.indices
          where site.projects[project].versions[version].name == "2.4.0" {
            site.projects[project].versions[version].isReleased = true
          }
        }
      }
    }

    func merge() async throws {
      try await repository.checkout("main")
      try await repository.merge("release/2.4.0", message: "Merge pull request #7 from shop/release/2.4.0")
    }

    func process(_ arguments: String...) async throws -> Written {
      let usual = ["process", "2.4.0", "--repo", repository.path, "--format", "json"]
      let result = try await relscope.run(
        usual + arguments, in: repository.path, setting: JiraFixture.environment(server))
      try #require(result.status == 0, "\(result)")
      return try JSONDecoder().decode(Written.self, from: Data(result.outputBytes))
    }
  }

  static let ready = "2026-11-20T10:12:00.000+0100"
  static let closed = "2026-11-26T10:12:00.000+0100"

  @Test(arguments: [true, false])
  func `is told after each step`(isCloud: Bool) async throws {
    let play = try await Play(isCloud: isCloud)
    var seen = try await play.process("--fetch")
    #expect(seen.done == [3, 4, 5])

    play.set("Ready for Release", since: Self.ready)
    seen = try await play.process("--fetch")
    #expect(seen.done == [1, 2, 3, 4, 5])
    #expect(seen.steps[1].evidence.first?.by == "Quinn Abe")
    #expect(seen.contradictions.map(\.text) == [])

    // The gate reads the manifest, which still says what Jira said before.
    try await play.fetchManifest()
    try await play.merge()
    seen = try await play.process("--fetch")
    #expect(seen.done == [1, 2, 3, 4, 5, 6, 9])

    try await play.repository.tag("v2.4.0", message: "Release")
    seen = try await play.process("--fetch")
    #expect(seen.done == [1, 2, 3, 4, 5, 6, 9, 11])
    #expect(seen.steps[11].state == "not-yet")

    play.set("Done", since: Self.closed, ready: Self.ready)
    play.release()
    let file = play.repository.folder.path + "/evidence.json"
    seen = try await play.process("--fetch", "--evidence", file)
    #expect(seen.done == [1, 2, 3, 4, 5, 6, 9, 11, 12, 14])
    #expect(seen.contradictions.map(\.text) == [])

    // The same without a network.
    let offline = try await play.process("--evidence", file)
    #expect(offline.done == seen.done)
    let without = try await play.process()
    #expect(without.done == [1, 2, 3, 4, 5, 6, 9, 11])
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let make: @Sendable (Play) async throws -> Void

    init(_ text: String, _ make: @escaping @Sendable (Play) async throws -> Void) {
      testDescription = text
      self.make = make
    }
  }

  static let mistakes = [
    Mistake("was set ready by Dana Weber, who is not QA by the policy") { play in
      play.set("Ready for Release", since: ready, by: "Dana Weber", address: "dana@example.com")
    },
    Mistake("the version is released, and PAY-2 and SHOP-1 are open") { play in
      play.release()
    },
    Mistake("the version is released in SHOP, and 1 issue is unresolved") { play in
      play.release()
    },
    Mistake("closed before the release came to production") { play in
      play.set("Done", since: "2026-01-01T10:12:00.000+0100", ready: "2025-12-31T10:12:00.000+0100")
    },
    Mistake("which is not on the base") { play in
      try await play.repository.checkout("release/2.4.0")
      try await play.repository.commit("SHOP-1 More", files: ["cart.js": "3\n"])
      try await play.repository.git("tag", "--force", "--annotate", "--message", "Release", "v2.4.0")
      try await play.repository.checkout("release/2.4.0^0")
      try await play.repository.git("branch", "--force", "release/2.4.0", "HEAD^")
    },
  ]

  @Test(arguments: mistakes)
  func `finds what went wrong`(_ mistake: Mistake) async throws {
    let play = try await Play(isCloud: true)
    play.set("Ready for Release", since: Self.ready)
    try await play.fetchManifest()
    try await play.merge()
    try await play.repository.tag("v2.4.0", message: "Release")
    let before = try await play.process("--fetch")
    #expect(before.contradictions.map(\.text) == [])
    try await mistake.make(play)
    let seen = try await play.process("--fetch")
    #expect(seen.contradictions.contains { $0.text.contains(mistake.testDescription) }, "\(seen)")
  }

  @Test func `ends as Jira's own failures do`() async throws {
    let play = try await Play(isCloud: true)
    let result = try await play.relscope.run(
      ["process", "2.4.0", "--repo", play.repository.path, "--fetch"], in: play.repository.path,
      setting: JiraFixture.environment(play.server).merging(["RELSCOPE_JIRA_TOKEN": "wrong"]) { $1 })
    #expect(result.status == 77, "\(result)")
    #expect(!result.errors.contains("wrong") || result.errors.contains("wrong or"), "\(result)")
    #expect(result.output == "")
  }
}
