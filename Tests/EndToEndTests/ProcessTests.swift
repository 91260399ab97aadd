import Foundation
import TestSupport
import Testing

/// A release on its way through the steps, as `relscope process` sees it.
struct ProcessTests {
  private struct Written: Decodable {
    struct Step: Decodable {
      struct Evidence: Decodable {
        let source: String
        let text: String
        let time: String?
        let by: String?
      }

      let step: Int
      let state: String
      let evidence: [Evidence]
    }

    struct Contradiction: Decodable {
      let steps: [Int]
      let text: String
    }

    let schema: String
    let steps: [Step]
    let contradictions: [Contradiction]

    subscript(step: Int) -> String { steps[step - 1].state }
  }

  private static let policy =
    ReleaseFixture.policy + "production: {tag: \"v{version}\"}\nmail: {qa: [qa@example.com]}\n"

  private func process(_ repository: GitRepository, _ arguments: String...) async throws -> Written {
    let result = try await Relscope(for: repository)
      .run(["process", "2.4.0", "--repo", repository.path, "--format", "json"] + arguments)
    #expect(result.status == 0, "\(result)")
    return try JSONDecoder().decode(Written.self, from: Data(result.outputBytes))
  }

  private func release() async throws -> GitRepository {
    let repository = try await GitRepository.planning(["SHOP-1", "PAY-2"], policy: Self.policy)
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "1\n"])
    try await repository.commit("PAY-2 Refund in instalments", files: ["refund.js": "2\n"])
    return repository
  }

  @Test func `are read after each step`() async throws {
    let repository = try await release()
    var seen = try await process(repository)
    #expect(seen.schema == "relscope.process/1")
    #expect(seen.steps.map(\.step) == Array(1...14))
    #expect(
      [seen[1], seen[2], seen[4], seen[9], seen[11], seen[12]] == [
        "done", "done", "done", "not-yet", "not-yet", "not-yet",
      ])
    #expect([seen[3], seen[5], seen[6], seen[7], seen[8], seen[10], seen[13], seen[14]].allSatisfy { $0 == "unknown" })

    try await repository.checkout("main")
    try await repository.merge("release/2.4.0", message: "Merge pull request #7 from shop/release/2.4.0")
    seen = try await process(repository)
    #expect([seen[6], seen[9], seen[11]] == ["done", "done", "not-yet"])
    #expect(seen.steps[8].evidence.first?.by == "Dana Weber")
    #expect(seen.contradictions.isEmpty)

    try await repository.tag("v2.4.0", message: "Release")
    seen = try await process(repository)
    #expect([seen[11], seen[12]] == ["done", "unknown"])
    #expect(seen.steps[10].evidence.first?.time != nil)

    try await repository.git("branch", "--delete", "--force", "release/2.4.0")
    seen = try await process(repository)
    #expect([seen[6], seen[9], seen[11]] == ["done", "done", "done"])
  }

  @Test func `find a squash merge by its tree`() async throws {
    let repository = try await release()
    try await repository.checkout("main")
    try await repository.git("merge", "--quiet", "--squash", "release/2.4.0")
    try await repository.commit("Release 2.4.0 (#7)")
    let seen = try await process(repository)
    #expect([seen[6], seen[9]] == ["done", "done"])
  }

  @Test func `find a tag beside main and a release that was merged as it should not be`() async throws {
    let repository = try await release()
    try await repository.commit("SHOP-9 A stray", files: ["stray.js": "3\n"])
    try await repository.checkout("main")
    try await repository.merge("release/2.4.0")
    try await repository.checkout("main^0")
    try await repository.commit("SHOP-1 More", files: ["cart.js": "4\n"])
    try await repository.tag("v2.4.0", message: "Release")
    let seen = try await process(repository)
    #expect([seen[7], seen[9], seen[11]] == ["contradicted", "done", "contradicted"])
    #expect(
      seen.contradictions.contains {
        $0.text.hasPrefix("tag v2.4.0 is at ") && $0.text.hasSuffix("which is not on the base")
      })
    #expect(seen.contradictions.contains { $0.text == "the release was merged, and it differs from the version" })
  }

  @Test(arguments: [("1-2", 0), ("9", 1), ("3", 2), ("1-14", 1)])
  func `are a gate on the steps that are asked for`(steps: String, status: Int) async throws {
    let repository = try await release()
    let result = try await Relscope(for: repository)
      .run(["process", "2.4.0", "--repo", repository.path, "--require", steps])
    #expect(result.status == status, "\(result)")
  }

  @Test(arguments: [
    (["2.4.0", "--require", "9-1"], 64, "'--require 9-1' names no steps"),
    (["2.4.0", "--require", "1-15"], 64, "'--require 1-15' names no steps"),
    ([" "], 64, "a version's name cannot be blank"),
    (["2.4.0", "--evidence", "none.json"], 66, "none.json"),
    (["2.4.0", "--base", "trunk"], 66, "cannot read base 'trunk'"),
  ])
  func `say what is wrong with the question`(arguments: [String], status: Int, message: String) async throws {
    let repository = try await release()
    let result = try await Relscope(for: repository).run(["process", "--repo", repository.path] + arguments)
    #expect(result.status == status, "\(result)")
    #expect(result.errors.contains(message), "\(result)")
  }

  @Test func `draft notes, scope and results`() async throws {
    let repository = try await release()
    let relscope = try Relscope(for: repository)
    let notes = try await relscope.run(["notes", "2.4.0", "--repo", repository.path])
    #expect(notes.status == 0)
    #expect(notes.output == "# Release 2.4.0\n\n## Task\n\n- PAY-2 Work on PAY-2\n- SHOP-1 Work on SHOP-1\n")
    #expect(notes.errors == "relscope: the release is not merged yet: its scope may still change\n")
    let scope = try await relscope.run([
      "notify", "2.4.0", "--repo", repository.path, "--output", repository.path + "/scope.eml",
    ])
    #expect(scope.status == 0, "\(scope)")
    let mail = try String(contentsOfFile: repository.path + "/scope.eml", encoding: .utf8)
    #expect(mail.contains("\r\nTo: qa@example.com\r\nSubject: Release 2.4.0: scope, as planned\r\n"))
    let results = try await relscope.run(["results", "2.4.0", "--repo", repository.path, "--follow-up", "2.4.1"])
    #expect(results.output.hasPrefix("# Release 2.4.0: not on production yet\n"))
    #expect(results.output.hasSuffix("What is open goes into 2.4.1.\n"))
  }
}
