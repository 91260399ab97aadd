import TestSupport
import Testing

/// What a policy changes: waivers, exemptions, stages, severities; and notes after the fact.
struct PolicyEffectTests {
  /// A release with a ticket too many, one too few, and a commit without a ticket.
  private func release(_ policy: String) async throws -> (repository: GitRepository, untracked: String) {
    let repository = try await GitRepository.planning(["SHOP-1", "SHOP-4"], policy: ReleaseFixture.policy + policy)
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "keep\n"])
    try await repository.commit("SHOP-9 Accept two vouchers", files: ["voucher.js": "two\n"])
    let id = try await repository.commit(
      "Raise the session timeout", files: ["docs/session.md": "60\n", "docs/a/b.md": "1\n"])
    return (repository, id)
  }

  private static func waiver(_ rule: String, _ what: String, expires: String = "2099-12-31") -> String {
    "  - {rule: \(rule), \(what), reason: it is agreed, approver: lead@example.com, expires: \(expires)}\n"
  }

  @Test func `passes what is waived by ticket and by path, marked`() async throws {
    let (repository, _) = try await release(
      "waivers:\n" + Self.waiver("missing-ticket", "ticket: SHOP-4") + Self.waiver("unplanned-ticket", "path: \"*.js\"")
        + Self.waiver("untracked-commit", "path: \"docs/**\""))
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 0, "\(outcome)")
    let report = try outcome.report()
    let waived = report.differences.filter { $0.hasSuffix("(waived)") }
    #expect(
      waived == ["unplanned-ticket SHOP-9 (waived)", "missing-ticket SHOP-4 (waived)", "untracked-commit (waived)"])
    #expect(report.findings.compactMap(\.waiver?.reason) == ["it is agreed", "it is agreed", "it is agreed"])
    #expect(report.findings(of: "waiver-unused").isEmpty)
  }

  @Test func `passes what is waived by commit, and nothing beside it`() async throws {
    let (first, untracked) = try await release("")
    try await first.checkout("main")
    try await first.commit(
      "SHOP-900 Waive",
      files: [
        ".relscope.yml": ReleaseFixture.policy + "waivers:\n"
          + Self.waiver("untracked-commit", "commit: \(untracked.prefix(8))")
      ])
    try await first.checkout("release/2.4.0")
    let other = try await first.commit("Raise it again", files: ["docs/session.md": "90\n"])
    let report = try await Relscope(for: first).check(first).report()
    let findings = report.findings(of: "untracked-commit")
    #expect(findings.filter { $0.waiver == nil }.map(\.commits) == [[other]])
    #expect(findings.filter { $0.waiver != nil }.map(\.commits) == [[untracked]])
  }

  @Test func `does not waive a path when the commit changes others as well`() async throws {
    let (repository, _) = try await release("waivers:\n" + Self.waiver("untracked-commit", "path: \"docs/*.md\""))
    let report = try await Relscope(for: repository).check(repository).report()
    #expect(report.findings(of: "untracked-commit").map { $0.waiver == nil } == [true])
    #expect(report.findings(of: "waiver-unused").count == 1)
  }

  @Test func `fails for a waiver that expired, and tells of one that nothing needs`() async throws {
    let (repository, _) = try await release(
      "rules: {unplanned-ticket: off, untracked-commit: off}\nwaivers:\n"
        + Self.waiver("missing-ticket", "ticket: SHOP-4", expires: "2020-01-31")
        + Self.waiver("missing-ticket", "ticket: SHOP-5"))
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 1)
    let report = try outcome.report()
    #expect(report.differences.contains("missing-ticket SHOP-4"))
    #expect(report.findings(of: "waiver-expired").map(\.severity) == ["error"])
    #expect(report.findings(of: "waiver-expired").first?.message.contains("2020-01-31") == true)
    #expect(report.findings(of: "waiver-unused").map { "\($0.ticket ?? "") \($0.severity)" } == ["SHOP-5 warning"])
  }

  static let exemptions = [
    ("{paths: [\"docs/**\"], reason: documentation}", true), ("{paths: [\"docs/*\"], reason: documentation}", false),
    ("{paths: [\"docs/*\", \"docs/a/**\"], reason: documentation}", true),
    ("{author: dana@example.com, reason: she knows}", true), ("{author: \"Dana*\", reason: she knows}", true),
    ("{author: \"*[bot]@users.noreply.github.com\", reason: updates}", false),
    ("{author: dana@example.com, committer: milan@example.com, reason: both}", false),
    ("{subject: \"Raise *\", reason: small}", true), ("{subject: \"raise *\", reason: small}", false),
    ("{author: dana@example.com, paths: [\"src/**\"], reason: both}", false),
  ]

  @Test func `asks no ticket of what is exempt, and shows it`() async throws {
    let (repository, id) = try await release("")
    let relscope = try Relscope(for: repository)
    for (exemption, isExempt) in Self.exemptions {
      let policy = try repository.folder.write("policy.yml", ReleaseFixture.policy + "exempt:\n  - \(exemption)\n")
      let report = try await relscope.check(repository, "--policy", policy).report()
      #expect(report.exempt.map(\.commit) == (isExempt ? [id] : []), "\(exemption)")
      #expect(report.untracked == (isExempt ? [] : [id]), "\(exemption)")
      #expect(report.findings(of: "untracked-commit").count == (isExempt ? 0 : 1), "\(exemption)")
    }
  }

  @Test func `lets a push pass with what is not there yet, and stops it for what should not be there`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1", "SHOP-4"])
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "keep\n"])
    let relscope = try Relscope(for: repository)
    let merge = try await relscope.check(repository)
    #expect(merge.status == 1)
    let push = try await relscope.check(repository, "--stage", "push")
    #expect(push.status == 0, "\(push)")
    #expect(try push.report().findings(of: "missing-ticket").map(\.severity) == ["note"])
    let strict = try await relscope.check(repository, "--stage", "push", "--rule", "missing-ticket=error")
    #expect(strict.status == 1, "\(strict)")
    try await repository.commit("SHOP-9 Accept two vouchers", files: ["voucher.js": "two\n"])
    let stray = try await relscope.check(repository, "--stage", "push")
    #expect(stray.status == 1)
    #expect(try stray.report().differences.contains("unplanned-ticket SHOP-9"))
  }

  @Test func `gives a stage its own severities`() async throws {
    let (repository, _) = try await release(
      "rules: {untracked-commit: warning, unplanned-ticket: off}\nstages: {push: {missing-ticket: error, untracked-commit: off}}\n"
    )
    let relscope = try Relscope(for: repository)
    let push = try await relscope.check(repository, "--stage", "push")
    #expect(push.status == 1)
    #expect(try push.report().findings(of: "missing-ticket").map(\.severity) == ["error"])
    #expect(try push.report().findings(of: "untracked-commit").isEmpty)
    let merge = try await relscope.check(repository).report()
    #expect(merge.findings(of: "untracked-commit").map(\.severity) == ["warning"])
    #expect(merge.findings(of: "unplanned-ticket").isEmpty)
  }

  @Test func `weighs rules as the caller says`() async throws {
    let (repository, _) = try await release("")
    let outcome = try await Relscope(for: repository).check(
      repository, "--rule", "missing-ticket=warning", "--rule", "unplanned-ticket=off", "--rule=untracked-commit=note")
    #expect(outcome.status == 0, "\(outcome)")
    let report = try outcome.report()
    #expect(report.findings(of: "missing-ticket").map(\.severity) == ["warning"])
    #expect(report.findings(of: "untracked-commit").map(\.severity) == ["note"])
    #expect(report.findings(of: "unplanned-ticket").isEmpty)
  }

  @Test func `attributes a commit by a note`() async throws {
    let repository = try await GitRepository.passing()
    let id = try await repository.commit("Raise the session timeout", files: ["session.js": "60\n"])
    let relscope = try Relscope(for: repository)
    #expect(try await relscope.check(repository).report().untracked == [id])
    try await repository.git("notes", "--ref=tickets", "add", "-m", "SHOP-1", id)
    let noted = try await relscope.check(repository)
    #expect(noted.status == 0, "\(noted)")
    #expect(try noted.report().untracked.isEmpty)
    try await repository.git("notes", "--ref=tickets", "add", "--force", "-m", "PAY-7", id)
    #expect(try await relscope.check(repository).report().differences.contains("unplanned-ticket PAY-7"))
    // Notes under other refs are none of ours.
    try await repository.git("notes", "--ref=tickets", "remove", id)
    try await repository.git("notes", "add", "-m", "SHOP-1", id)
    #expect(try await relscope.check(repository).report().untracked == [id])
  }

  @Test func `reads a ticket in a subject in GBK, and shows the subject`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1"])
    // "SHOP-9 购物车" in GBK.
    let bytes = Array("SHOP-9 ".utf8) + [0xB9, 0xBA, 0xCE, 0xEF, 0xB3, 0xB5, 0x0A]
    try await repository.commit(bytes: bytes, encoding: "GBK")
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(try outcome.report().differences.contains("unplanned-ticket SHOP-9"))
    #expect(outcome.result.output.contains("SHOP-9 购物车"), "\(outcome)")
  }
}
