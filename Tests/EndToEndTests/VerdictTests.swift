import TestSupport
import Testing

/// Statuses 0, 1 and 2: what was looked at, and what was found.
struct VerdictTests {
  @Test func `passes a release that holds what its manifest says`() async throws {
    let repository = try await GitRepository.passing()
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 0)
    let report = try outcome.report()
    #expect(report.schema == "relscope.report/1")
    #expect(report.verdict == "pass")
    #expect(report.version == "2.4.0")
    #expect(report.states == ["SHOP-1": "delivered", "PAY-2": "delivered"])
    #expect(report.range.commits == 2)
    #expect(try await report.range.release.id == repository.id(of: "release/2.4.0"))
    #expect(outcome.result.errors.isEmpty)
  }

  @Test func `fails a release with a ticket too many and one too few`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1", "PAY-2"])
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "keep\n"])
    try await repository.commit("SHOP-9 Accept two vouchers", files: ["voucher.js": "two\n"])
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 1)
    let report = try outcome.report()
    #expect(report.verdict == "fail")
    let errors = report.findings.filter { $0.severity == "error" }.map { "\($0.rule) \($0.ticket ?? "-")" }
    #expect(errors.sorted() == ["missing-ticket PAY-2", "unplanned-ticket SHOP-9"])
  }

  @Test func `writes the same bytes for the same input`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.commit("Raise the session timeout", files: ["session.js": "60\n"])
    let relscope = try Relscope(for: repository)
    let once = try await relscope.check(repository)
    let again = try await relscope.check(repository)
    #expect(once.status == 1)
    #expect(once.result.outputBytes == again.result.outputBytes)
    #expect(!once.result.output.contains(repository.folder.path), "the report names a path of this machine")
  }

  @Test func `reads a manifest from its standard input`() async throws {
    let repository = try await GitRepository.passing()
    let result = try await Relscope(for: repository).run(
      ["check", "--repo", repository.path, "--manifest", "-", "--format", "json"],
      input: ReleaseFixture.manifest(["SHOP-1"]))
    #expect(result.status == 1, "\(result)")
    #expect(try CheckOutcome(result: result).report().differences.contains("unplanned-ticket PAY-2"))
  }

  @Test func `needs neither a home nor a path nor a locale`() async throws {
    let repository = try await GitRepository.passing()
    let result = try await Relscope(for: repository).run(
      ["check", "--repo", repository.path, "--format", "json"],
      setting: ["HOME": nil, "PATH": nil, "LC_ALL": nil, "TZ": nil])
    #expect(result.status == 0, "\(result)")
  }

  @Test func `reads policy and manifest from the base, whatever the release says`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.commit(
      "SHOP-1 Plan what was done",
      files: [
        "releases/2.4.0.json": ReleaseFixture.manifest(["SHOP-1", "PAY-2", "SHOP-9"]),
        ".relscope.yml": ReleaseFixture.policy + "rules: {untrusted-policy: off}\n",
      ])
    try await repository.commit("SHOP-9 Accept two vouchers", files: ["voucher.js": "two\n"])
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 1)
    let differences = try outcome.report().differences
    #expect(differences.contains("unplanned-ticket SHOP-9"))
    #expect(differences.contains { $0.hasPrefix("untrusted-policy") })
  }

  @Test func `tells each difference of the sample release`() async throws {
    let repository = try await GitRepository()
    let script = PackageFolder.path + "/scripts/sample-release"
    let sample = repository.folder.path + "/sample"
    let made = try await Program(script, environment: repository.environment).run([sample])
    try #require(made.status == 0, "\(made)")
    let relscope = try Relscope(for: repository)
    let arguments = ["check", "--repo", sample, "--base", "main", "--release", "release/2.4.0", "--format", "json"]
    let outcome = CheckOutcome(result: try await relscope.run(arguments))
    #expect(outcome.status == 1)
    let report = try outcome.report()
    #expect(
      report.states == [
        "SHOP-101": "delivered", "SHOP-104": "absent", "SHOP-107": "delivered", "SHOP-109": "absent",
        "SHOP-110": "reverted", "SHOP-112": "partly-reverted", "SHOP-119": "delivered", "PAY-31": "delivered",
        "PAY-33": "already-on-base", "PAY-36": "absent",
      ])
    let expected = [
      "missing-ticket SHOP-104 (waived)", "missing-ticket SHOP-109", "not-ready PAY-31", "reverted-ticket SHOP-110",
      "unmerged-work PAY-36", "unplanned-ticket SHOP-119", "untracked-commit",
    ]
    let errors = report.findings.indices.filter { report.findings[$0].severity == "error" }
      .map { report.differences[$0] }
    #expect(errors.sorted() == expected)
    #expect(report.differences.contains("partly-reverted-ticket SHOP-112"))
    #expect(report.differences.contains("already-on-base PAY-33"))
    #expect(report.untracked.count == 1)
  }
}
