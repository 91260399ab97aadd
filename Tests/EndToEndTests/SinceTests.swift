import TestSupport
import Testing

/// Ranges that begin at an earlier version instead of the base.
struct SinceTests {
  /// Main has v2.3.0, then SHOP-1 and PAY-2, then v2.4.0.
  private func tagged(policy: String = "") async throws -> GitRepository {
    let repository = try await GitRepository.planning(["SHOP-1", "PAY-2"], policy: ReleaseFixture.policy + policy)
    try await repository.checkout("main")
    try await repository.git("tag", "v2.3.0")
    try await repository.commit("SHOP-1 Work", files: ["cart.js": "1\n"])
    try await repository.commit("PAY-2 Work", files: ["refund.js": "1\n"])
    try await repository.git("tag", "v2.4.0")
    return repository
  }

  private func check(_ repository: GitRepository, _ arguments: String...) async throws -> CheckOutcome {
    let usual = ["check", "--repo", repository.path, "--release", "v2.4.0", "--version", "2.4.0", "--format", "json"]
    return CheckOutcome(result: try await Relscope(for: repository).run(usual + arguments))
  }

  @Test(arguments: ["v2.3.0", "v{previous}"])
  func `judges what lies between two tags of one line`(since: String) async throws {
    let repository = try await tagged()
    let outcome = try await check(repository, "--since", since)
    #expect(outcome.status == 0, "\(outcome)")
    let report = try outcome.report()
    #expect(report.states == ["SHOP-1": "delivered", "PAY-2": "delivered"])
    #expect(report.range.base.name == "v2.3.0")
    #expect(report.range.commits == 2)
    #expect(report.remarks.contains { $0.contains("begins at 'v2.3.0'") })
    #expect(report.manifest?.from == "main")
  }

  @Test func `takes the policy's word, and the option's before it`() async throws {
    let repository = try await tagged(policy: "since: \"v{previous}\"\n")
    #expect(try await check(repository).report().range.base.name == "v2.3.0")
    try await repository.git("tag", "start", "v2.3.0~1")
    #expect(try await check(repository, "--since", "start").report().range.base.name == "start")
  }

  /// A maintenance line next to main: only tags below the release count, by their numbers.
  @Test func `finds the version before among the ancestors`() async throws {
    let repository = try await tagged()
    for tag in ["v2.3.9", "v2.3.10", "v2.3.11-rc1"] { try await repository.git("tag", tag, "v2.4.0~1") }
    try await repository.checkout(new: "other", at: "v2.3.0")
    try await repository.commit("SHOP-70 Elsewhere", files: ["other.js": "1\n"])
    try await repository.git("tag", "v2.3.50")
    let report = try await check(repository, "--since", "v{previous}").report()
    #expect(report.range.base.name == "v2.3.10")
    #expect(report.range.commits == 1)
  }

  @Test(arguments: [
    (["--since", "w{previous}"], 66, "w{previous}"), (["--since", "nothing"], 66, "nothing"),
    (["--since", "v2.3.0", "--merge", "main"], 64, "--merge"),
  ])
  func `says what it does not find`(arguments: [String], status: Int32, word: String) async throws {
    let repository = try await tagged()
    let usual = ["check", "--repo", repository.path, "--release", "v2.4.0", "--version", "2.4.0"]
    let result = try await Relscope(for: repository).run(usual + arguments)
    #expect(result.status == status, "\(result)")
    #expect(result.errors.contains(word), "\(result)")
  }

  @Test func `does not let a release loosen its policy by beginning earlier`() async throws {
    let repository = try await tagged()
    try await repository.checkout("release/2.4.0")
    try await repository.commit(
      "SHOP-1 Be kind", files: [".relscope.yml": ReleaseFixture.policy + "rules: {missing-ticket: off}\n"])
    let outcome = CheckOutcome(
      result: try await Relscope(for: repository).run([
        "check", "--repo", repository.path, "--release", "release/2.4.0", "--since", "v2.3.0", "--format", "json",
      ]))
    #expect(outcome.status == 1, "\(outcome)")
    #expect(try outcome.report().differences.contains("untrusted-policy"))
    #expect(try outcome.report().differences.contains("unmerged-work PAY-2"))
  }

  @Test func `finds no fault with a manifest that the caller chose by revision`() async throws {
    let repository = try await tagged()
    try await repository.commit(
      "SHOP-900 Plan less", files: ["releases/2.4.0.json": ReleaseFixture.manifest(["SHOP-1"])])
    try await repository.git("tag", "planned")
    let chosen = try await Relscope(for: repository).run([
      "check", "--repo", repository.path, "--base", "v2.3.0", "--release", "planned", "--version", "2.4.0",
      "--format", "json", "--manifest", "planned:releases/2.4.0.json",
    ])
    let report = try CheckOutcome(result: chosen).report()
    #expect(report.findings(of: "untrusted-policy").isEmpty)
    #expect(report.manifest?.from == "planned")
  }
}
