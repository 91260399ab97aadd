import Foundation
import TestSupport
import Testing

/// All releases of a shop that are under way, as `relscope plan` and `relscope triage` see them.
struct PlanTests {
  private struct Written: Decodable {
    struct Release: Decodable {
      struct Ticket: Decodable {
        let key: String
      }

      let version: String
      let daysLeft: Int?
      let hotfix: Bool
      let branch: String?
      let follows: String?
      let tickets: [Ticket]?
      let ready: Int?
      let reached: Int?
      let gap: String?
      let unported: [String]
    }

    struct Shared: Decodable {
      let key: String
      let versions: [String]
    }

    let schema: String
    let releases: [Release]
    let released: Int
    let shared: [Shared]
  }

  private func manifest(
    _ version: String, _ keys: [String], released: Bool = false, end: String? = nil, follows: String? = nil
  ) -> String {
    let dates = end.map { ", \"startDate\": \"2026-11-02\", \"releaseDate\": \"\($0)\"" } ?? ""
    return ReleaseFixture.manifest(keys, version: version)
      .replacingOccurrences(of: "\"released\": false", with: "\"released\": \(released)\(dates)")
      .replacingOccurrences(
        of: "\"projects\"", with: (follows.map { "\"follows\": \"\($0)\", " } ?? "") + "\"projects\"")
  }

  private func shop() async throws -> GitRepository {
    let repository = try await GitRepository.planning(["SHOP-1", "PAY-2"])
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "1\n"])
    try await repository.checkout("main")
    try await repository.commit(
      "SHOP-900 Plan more",
      files: [
        "releases/2.4.0.json": manifest("2.4.0", ["SHOP-1", "PAY-2"], end: "2026-11-30"),
        "releases/2.5.0.json": manifest("2.5.0", ["SHOP-1", "SHOP-7"], end: "2026-12-20"),
        "releases/2.3.0.json": manifest("2.3.0", ["SHOP-3"], released: true),
        "releases/2.3.1.json": manifest("2.3.1", ["SHOP-5"], end: "2026-11-20", follows: "2.3.0"),
        "releases/2.9.0.json": "{\"schema\": 1}\n", "releases/README.md": "Plans\n",
      ])
    try await repository.checkout(new: "hotfix/2.3.1")
    try await repository.commit("SHOP-5 Round prices", files: ["prices.js": "1\n"])
    try await repository.checkout("main")
    try await repository.checkout(new: "release/3.0.0")
    try await repository.commit("SHOP-30 New shop", files: ["shop.js": "1\n"])
    try await repository.checkout("main")
    return repository
  }

  private func plan(_ repository: GitRepository, _ arguments: String...) async throws -> Written {
    let result = try await Relscope(for: repository).run(
      ["plan", "--repo", repository.path, "--today", "2026-11-27", "--format", "json"] + arguments)
    #expect(result.status == 0, "\(result)")
    return try JSONDecoder().decode(Written.self, from: Data(result.outputBytes))
  }

  @Test func `are all versions that are planned or have a branch`() async throws {
    let repository = try await shop()
    let seen = try await plan(repository)
    #expect(seen.schema == "relscope.plan/1")
    #expect(seen.releases.map(\.version) == ["2.3.1", "2.4.0", "2.5.0", "2.9.0", "3.0.0"])
    #expect(seen.released == 1)
    #expect(seen.releases.map(\.daysLeft) == [-7, 3, 23, nil, nil])
    #expect(seen.releases.map(\.branch) == ["hotfix/2.3.1", "release/2.4.0", nil, nil, "release/3.0.0"])
    #expect(seen.releases.map(\.hotfix) == [true, false, false, false, false])
    #expect(seen.releases[0].follows == "2.3.0")
    #expect(seen.releases[0].unported.count == 2, "\(seen.releases[0].unported)")
    #expect(seen.releases[1].tickets?.map(\.key) == ["SHOP-1", "PAY-2"])
    #expect(seen.releases[1].ready == 2)
    #expect(seen.releases[1].reached == 2)
    #expect(seen.releases[3].gap?.contains("releases/2.9.0.json") == true, "\(seen.releases[3])")
    #expect(seen.releases[4].tickets == nil)
    #expect(seen.shared.map(\.key) == ["SHOP-1"])
    #expect(seen.shared.map(\.versions) == [["2.4.0", "2.5.0"]])
    let all = try await plan(repository, "--all")
    #expect(all.releases.count == 6)
    #expect(all.released == 0)
  }

  @Test func `are drawn for people`() async throws {
    let repository = try await shop()
    let relscope = try Relscope(for: repository)
    let terminal = try await relscope.run(["plan", "--repo", repository.path, "--today", "2026-11-27"])
    #expect(terminal.status == 0, "\(terminal)")
    #expect(terminal.output.contains("3 days left"))
    #expect(terminal.output.contains("SHOP-1 is in 2.4.0 and 2.5.0"))
    #expect(terminal.output.contains("2.4.0 and 2.5.0 are both under way from 2026-11-02 to 2026-11-30"))
    let page = repository.folder.path + "/plan.html"
    let written = try await relscope.run(
      ["plan", "--repo", repository.path, "--today", "2026-11-27", "--output", page])
    #expect(written.status == 0, "\(written)")
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(html.contains("Planned for 2026-11-30"))
    #expect(!html.contains("dana"))
    #expect(!html.contains("3.0.0"))
  }

  @Test func `say what is wrong with the question`() async throws {
    let repository = try await shop()
    let result = try await Relscope(for: repository).run(["plan", "--repo", repository.path, "--today", "soon"])
    #expect(result.status == 64)
    #expect(result.errors.contains("'soon' is no day"))
  }

  @Test func `hold back a hot fix that never came to an open release, also when its branch is gone`() async throws {
    let repository = try await shop()
    try await repository.merge("hotfix/2.3.1")
    try await repository.git("branch", "--quiet", "--delete", "hotfix/2.3.1")
    let lost = try await Relscope(for: repository).run(["process", "2.3.1", "--repo", repository.path])
    #expect(lost.output.contains("the open release branch 'release/2.4.0' lacks 1 commit of this hot fix"), "\(lost)")
    // What counts is the content: a port by hand has another subject and no trailer.
    let fix = try await repository.id(of: "main^2")
    for branch in ["release/2.4.0", "release/3.0.0"] {
      try await repository.checkout(branch)
      try await repository.git("cherry-pick", "--no-commit", fix)
      try await repository.commit("SHOP-5 Bring the prices over")
    }
    let ported = try await Relscope(for: repository).run(["process", "2.3.1", "--repo", repository.path])
    #expect(!ported.output.contains("lacks"), "\(ported)")
  }

  @Test func `list what has to be triaged`() async throws {
    let repository = try await shop()
    let old = "\"key\": \"SHOP-7\", \"summary\": \"Work on SHOP-7\", \"type\": \"Task\""
    let path = repository.path + "/releases/2.5.0.json"
    let text = try String(contentsOfFile: path, encoding: .utf8)
      .replacingOccurrences(of: "\"priority\": \"High\"", with: "\"priority\": \"\"")
    #expect(text.contains(old))
    try await repository.commit("SHOP-900 Forget priorities", files: ["releases/2.5.0.json": text])
    try await repository.git("rm", "--quiet", "releases/2.9.0.json")
    try await repository.commit("SHOP-900 Tidy")
    let list = try await Relscope(for: repository).run(["triage", "--repo", repository.path])
    #expect(list.status == 0, "\(list)")
    #expect(list.output.contains("To triage"))
    #expect(list.output.contains("2.5.0, dana, since 2026-11-20: lacks priority"), "\(list)")
    #expect(!list.output.contains("PAY-2"))
  }
}
