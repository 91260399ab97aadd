import TestSupport
import Testing

/// Which base is meant when nobody says so, and that the report says which was used.
struct BaseChoiceTests {
  private func check(_ repository: GitRepository, _ arguments: String...) async throws -> CheckOutcome {
    CheckOutcome(
      result: try await Relscope(for: repository)
        .run(["check", "--repo", repository.path, "--format", "json"] + arguments))
  }

  /// A clone with release/2.4.0 checked out, of a repository whose main has moved on after the clone, with a fetch.
  private func behind() async throws -> GitRepository {
    let original = try await GitRepository.passing()
    try await original.checkout("main")
    let clone = try await original.clone()
    try await clone.git("checkout", "--quiet", "release/2.4.0")
    // A merge that git would not forward to the local main.
    try await original.commit("SHOP-50 Go on", files: ["on.js": "1\n"])
    try await clone.git("fetch", "--quiet", "origin")
    return clone
  }

  @Test func `prefers the remote's main to a local one that is behind`() async throws {
    let clone = try await behind()
    let outcome = try await check(clone)
    #expect(outcome.status == 0, "\(outcome)")
    let report = try outcome.report()
    #expect(report.range.base.name == "origin/main")
    #expect(try await report.range.base.id == clone.id(of: "origin/main"))
    #expect(report.remarks.contains { $0.contains("'main' is behind 'origin/main'") }, "\(report.remarks)")
    #expect(report.findings(of: "base-ahead").count == 1)
    // Who names the local one gets it.
    let named = try await check(clone, "--base", "main").report()
    #expect(try await named.range.base.id == clone.id(of: "main"))
    #expect(named.findings(of: "base-ahead").isEmpty)
  }

  @Test func `uses a local main that is ahead, or has diverged, and says so`() async throws {
    let clone = try await behind()
    try await clone.checkout("main")
    try await clone.commit("SHOP-51 Here", files: ["here.js": "1\n"])
    try await clone.checkout("release/2.4.0")
    let diverged = try await check(clone).report()
    #expect(diverged.range.base.name == "main")
    #expect(diverged.remarks.contains { $0.contains("diverged") })
    try await clone.checkout("main")
    try await clone.merge("origin/main")
    try await clone.checkout("release/2.4.0")
    let ahead = try await check(clone).report()
    #expect(try await ahead.range.base.id == clone.id(of: "main"))
    #expect(ahead.remarks.contains { $0.contains("is ahead of 'origin/main'") })
  }

  @Test func `takes the remote's HEAD branch where the policy names none`() async throws {
    let original = try await GitRepository.planning(
      ["SHOP-1"], policy: ReleaseFixture.policy.replacing("base: main\n", with: ""))
    try await original.git("branch", "--quiet", "-m", "main", "trunk")
    try await original.git("branch", "main", "trunk~1")
    try await original.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "keep\n"])
    try await original.checkout("trunk")
    let clone = try await original.clone()
    try await clone.git("checkout", "--quiet", "release/2.4.0")
    let report = try await check(clone).report()
    #expect(report.range.base.name == "origin/trunk")
    #expect(report.verdict == "pass")
  }

  @Test func `falls back to master, and says so when there is no base`() async throws {
    let policy = ReleaseFixture.policy.replacing("base: main\n", with: "")
    let repository = try await GitRepository.planning(["SHOP-1"], policy: policy)
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "keep\n"])
    try await repository.git("branch", "--quiet", "-m", "main", "master")
    let outcome = try await check(repository)
    #expect(try outcome.report().range.base.name == "master")
    #expect(outcome.status == 0, "\(outcome)")
    try await repository.git("branch", "--quiet", "-m", "master", "stem")
    let none = try await check(repository)
    #expect(none.status == 66, "\(none)")
    #expect(none.result.errors.contains("--base"))
  }

  /// What CI services check out: a detached HEAD, and no local branch at all.
  @Test func `checks a detached HEAD with remote branches only`() async throws {
    let original = try await GitRepository.passing()
    let clone = try await original.clone()
    let tip = try await clone.id(of: "origin/release/2.4.0")
    try await clone.git("checkout", "--quiet", "--detach", tip)
    for branch in try await clone.git("for-each-ref", "--format=%(refname:short)", "refs/heads").split(separator: "\n")
    {
      try await clone.git("branch", "--quiet", "-D", String(branch))
    }
    let outcome = try await check(clone)
    #expect(outcome.status == 0, "\(outcome)")
    let report = try outcome.report()
    #expect(report.version == "2.4.0")
    #expect(report.range.release.id == tip)
    #expect(report.range.base.name == "origin/main")
    #expect(report.remarks.contains { $0.contains("HEAD is detached") && $0.contains("release/2.4.0") })
    #expect(report.remarks.contains { $0.contains("no local 'main'") })
    // A branch by its short name, that only the remote has.
    let named = try await check(clone, "--release", "release/2.4.0").report()
    #expect(named.range.release == report.range.release || named.range.release.id == tip)
    #expect(named.verdict == "pass")
  }

  @Test func `does not guess between two release branches at one commit`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.git("branch", "release/2.5.0")
    try await repository.git("checkout", "--quiet", "--detach")
    let outcome = try await check(repository)
    #expect(outcome.status == 64, "\(outcome)")
    #expect(outcome.result.errors.contains("--version"))
  }

  @Test func `calls a linked worktree of a shallow clone incomplete, like the clone`() async throws {
    let original = try await GitRepository.passing(earlier: 3)
    let clone = try await original.clone(depth: 5)
    try await clone.git("branch", "--quiet", "--track", "release/2.4.0-work", "origin/release/2.4.0")
    let worktree = try await clone.addWorktree("release/2.4.0-work")
    let outcome = try await Relscope(for: worktree).check(
      worktree, base: "origin/main", release: "origin/release/2.4.0")
    #expect(outcome.status == 2, "\(outcome)")
    #expect(try outcome.report().incomplete.map(\.reason) == ["shallow-history"])
  }

  @Test func `is incomplete, not in error, when a shallow clone cannot tell which main is behind`() async throws {
    let original = try await GitRepository.passing()
    try await original.checkout("main")
    let clone = try await original.clone(depth: 1)
    try await original.commit("SHOP-50 Go on", files: ["on.js": "1\n"])
    try await original.commit("SHOP-51 Go on", files: ["on.js": "2\n"])
    try await clone.git("fetch", "--quiet", "--depth", "1", "origin")
    let outcome = try await check(clone, "--release", "origin/release/2.4.0")
    #expect(outcome.status == 1 || outcome.status == 2, "\(outcome)")
    #expect(try outcome.report().incomplete.contains { $0.reason == "shallow-history" })
  }
}
