import Foundation
import TestSupport
import Testing

/// Whose documents count, and what has changed since.
struct TrustTests {
  private static let refreshed = ReleaseFixture.manifest(["SHOP-1", "PAY-2"]).replacing(
    "\"assignee\": \"dana\"", with: "\"assignee\": \"milan\"")

  @Test func `does not blame a release for documents that moved on main`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.checkout("main")
    try await repository.commit("SHOP-900 Refresh 2.4.0", files: ["releases/2.4.0.json": Self.refreshed])
    try await repository.commit("Tell more", files: [".relscope.yml": ReleaseFixture.policy + "# more\n"])
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 0, "\(outcome)")
    let report = try outcome.report()
    #expect(report.findings(of: "untrusted-policy").isEmpty)
    // Nor is it work that the release should test with.
    #expect(report.findings(of: "base-ahead").isEmpty)
  }

  @Test func `counts other work on main, but for what is exempt, taken back or picked`() async throws {
    let policy = ReleaseFixture.policy + "exempt:\n  - {author: \"*[bot]@users.noreply.github.com\", reason: updates}\n"
    let repository = try await GitRepository.planning(["SHOP-1"], policy: policy)
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "keep\n"])
    try await repository.checkout("main")
    let relscope = try Relscope(for: repository)
    try await repository.commit("Update libraries", files: ["lock": "1\n"], author: .bot)
    let gone = try await repository.commit("SHOP-51 Try", files: ["try.js": "1\n"])
    try await repository.revert(gone)
    let picked = try await repository.commit("SHOP-52 Mend", files: ["mend.js": "1\n"])
    try await repository.checkout("release/2.4.0")
    try await repository.cherryPick(picked)
    #expect(try await relscope.check(repository).report().findings(of: "base-ahead").isEmpty)
    try await repository.checkout("main")
    let ahead = try await repository.commit(
      "SHOP-53 Go on", files: ["on.js": "1\n", "releases/2.4.0.json": Self.refreshed])
    let finding = try #require(try await relscope.check(repository).report().findings(of: "base-ahead").first)
    #expect(finding.commits == [ahead])
    #expect(finding.help == "run: git merge main")
  }

  @Test(arguments: ["manifest", "policy", "removed"])
  func `blames a release that changes what it is judged by`(what: String) async throws {
    let repository = try await GitRepository.passing()
    switch what {
    case "manifest": try await repository.commit("SHOP-1 Plan", files: ["releases/2.4.0.json": Self.refreshed])
    case "policy":
      try await repository.commit("SHOP-1 Relax", files: [".relscope.yml": ReleaseFixture.policy + "# more\n"])
    default: try await repository.commit("SHOP-1 Clean up", removing: [".relscope.yml"])
    }
    let relscope = try Relscope(for: repository)
    for stage in ["merge", "push"] {
      let outcome = try await relscope.check(repository, "--stage", stage)
      #expect(outcome.status == 1, "\(outcome)")
      let findings = try outcome.report().findings(of: "untrusted-policy")
      #expect(findings.map(\.severity) == ["error"])
      #expect(findings.first?.message.contains(what == "manifest" ? "releases/2.4.0.json" : ".relscope.yml") == true)
    }
    guard what != "removed" else { return }
    // Once main has the same, there is nothing to say.
    try await repository.checkout("main")
    try await repository.cherryPick("release/2.4.0")
    #expect(try await relscope.check(repository).report().findings(of: "untrusted-policy").isEmpty)
  }

  @Test func `does not take documents that main has and that came in by merge for the release's own`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.checkout("main")
    try await repository.commit("SHOP-900 Refresh", files: ["releases/2.4.0.json": Self.refreshed])
    try await repository.checkout("release/2.4.0")
    try await repository.merge("main")
    try await repository.checkout("main")
    try await repository.commit(
      "SHOP-900 Refresh again", files: ["releases/2.4.0.json": ReleaseFixture.manifest(["SHOP-1", "PAY-2"])])
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 0, "\(outcome)")
  }

  @Test func `reads the documents that it is told to trust`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.commit(
      "SHOP-9 Accept two vouchers",
      files: ["voucher.js": "two\n", "releases/2.4.0.json": ReleaseFixture.manifest(["SHOP-1", "PAY-2", "SHOP-9"])])
    try repository.write("releases/2.4.0.json", ReleaseFixture.manifest(["SHOP-1", "PAY-2", "SHOP-9", "SHOP-10"]))
    let relscope = try Relscope(for: repository)
    let rule = "untrusted-policy=off"
    let base = try await relscope.check(repository, "--rule", rule).report()
    #expect(base.manifest?.from == "main")
    #expect(base.differences.contains("unplanned-ticket SHOP-9"))
    let release = try await relscope.check(repository, "--rule", rule, "--trust", "release")
    #expect(release.status == 0, "\(release)")
    #expect(try release.report().manifest?.from == "release/2.4.0")
    let workTree = try await relscope.check(repository, "--rule", rule, "--trust", "worktree").report()
    #expect(workTree.manifest?.from == "worktree")
    #expect(workTree.differences.contains("missing-ticket SHOP-10"))
    // However it is read, that the release changes it is said.
    let asIs = try await relscope.check(repository, "--trust", "release").report()
    #expect(asIs.differences.contains("untrusted-policy"))
  }

  // MARK: Drift

  private func frozen() async throws -> GitRepository {
    let policy = ReleaseFixture.policy + "frozen-at: scope/{version}\n"
    let repository = try await GitRepository.planning(["SHOP-1", "PAY-2"], policy: policy)
    try await repository.tag("scope/2.4.0", at: "main", message: "Agreed")
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "keep\n"])
    return repository
  }

  @Test func `says what was added and dropped since the scope was frozen`() async throws {
    let repository = try await frozen()
    let relscope = try Relscope(for: repository)
    #expect(try await relscope.check(repository).report().findings(of: "scope-drift").isEmpty)
    try await repository.checkout("main")
    try await repository.commit(
      "SHOP-900 Refresh", files: ["releases/2.4.0.json": ReleaseFixture.manifest(["SHOP-1", "SHOP-11"])])
    let findings = try await relscope.check(repository).report().findings(of: "scope-drift")
    #expect(findings.map { "\($0.ticket ?? "") \($0.severity)" } == ["PAY-2 warning", "SHOP-11 warning"])
    #expect(findings.allSatisfy { $0.message.contains("scope/2.4.0") })
    #expect(findings.first?.message.contains("dropped") == true)
    #expect(findings.last?.message.contains("added") == true)
  }

  /// A clone without tags, as CI services make them, must not look like a scope that did not change.
  @Test func `says when it does not find the frozen scope`() async throws {
    let repository = try await frozen()
    try await repository.git("tag", "-d", "scope/2.4.0")
    let report = try await Relscope(for: repository).check(repository).report()
    #expect(report.remarks.contains { $0.contains("scope/2.4.0") }, "\(report.remarks)")
  }
}
