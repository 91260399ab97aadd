import Foundation
import TestSupport
import Testing

/// A release that had its errors when relscope came, and must not get new ones.
struct BaselineTests {
  private static let file = "scope-baseline.json"

  /// A release with an unplanned ticket, a missing one and a commit without a ticket.
  private func failing() async throws -> GitRepository {
    let repository = try await GitRepository.planning(["SHOP-1", "SHOP-4"])
    try await repository.commit("SHOP-1 Keep the cart", files: ["cart.js": "keep\n"])
    try await repository.commit("SHOP-9 Accept vouchers", files: ["voucher.js": "1\n"])
    try await repository.commit("Tidy up", files: ["tidy.js": "1\n"])
    return repository
  }

  private func check(_ repository: GitRepository, _ arguments: String...) async throws -> CheckOutcome {
    CheckOutcome(
      result: try await Relscope(for: repository).run(
        ["check", "--base", "main", "--release", "release/2.4.0", "--format", "json", "--baseline", Self.file]
          + arguments, in: repository.path))
  }

  /// Writes the baseline and commits it on main.
  private func accept(_ repository: GitRepository, reason: String = "adopted as it was") async throws {
    let written = try await check(repository, "--write-baseline", "--reason", reason)
    #expect(written.status == 0, "\(written)")
    let text = try String(contentsOfFile: repository.path + "/" + Self.file, encoding: .utf8)
    try FileManager.default.removeItem(atPath: repository.path + "/" + Self.file)
    try await repository.checkout("main")
    try await repository.commit("SHOP-100 Accept what is", files: [Self.file: text])
    try await repository.checkout("release/2.4.0")
  }

  private func entries(_ repository: GitRepository) throws -> [[String: Any]] {
    let data = try Data(contentsOf: URL(fileURLWithPath: repository.path + "/" + Self.file))
    let file = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(file["schema"] as? String == "relscope.baseline/1" && file["version"] as? String == "2.4.0")
    return try #require(file["entries"] as? [[String: Any]])
  }

  @Test func `writes what fails, sorted, with the reason`() async throws {
    let repository = try await failing()
    let first = try await check(repository, "--write-baseline", "--reason", "adopted as it was")
    #expect(first.status == 0, "\(first)")
    #expect(first.result.errors.contains("accepts 3 errors"))
    let written = try entries(repository)
    #expect(written.map { $0["rule"] as? String } == ["unplanned-ticket", "missing-ticket", "untracked-commit"])
    #expect(written.allSatisfy { $0["reason"] as? String == "adopted as it was" })
    let bytes = try Data(contentsOf: URL(fileURLWithPath: repository.path + "/" + Self.file))
    // Again, without a reason: nothing is new.
    let second = try await check(repository, "--write-baseline")
    #expect(second.status == 0, "\(second)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: repository.path + "/" + Self.file)) == bytes)
  }

  /// The file that the policy of ``named(_:)`` names.
  private static let named = "releases/2.4.0.baseline.json"

  /// Has the policy name the baseline, which lies on the base, or on the release alone.
  private func named(_ repository: GitRepository, onBase: Bool) async throws {
    let written = try await check(repository, "--write-baseline", "--reason", "adopted as it was")
    try #require(written.status == 0, "\(written)")
    let text = try String(contentsOfFile: repository.path + "/" + Self.file, encoding: .utf8)
    try FileManager.default.removeItem(atPath: repository.path + "/" + Self.file)
    try await repository.checkout("main")
    let policy = ReleaseFixture.policy + "baseline: releases/{version}.baseline.json\n"
    try await repository.commit(
      "SHOP-100 Accept what is", files: [".relscope.yml": policy].merging(onBase ? [Self.named: text] : [:]) { $1 })
    try await repository.checkout("release/2.4.0")
    if !onBase { try await repository.commit("SHOP-1 Accept what is", files: [Self.named: text]) }
  }

  @Test func `is read from the base where the policy names it, by checks and hooks`() async throws {
    let repository = try await failing()
    try await named(repository, onBase: true)
    let arguments = ["check", "--base", "main", "--release", "release/2.4.0"]
    let known = try await Relscope(for: repository).run(arguments, in: repository.path)
    #expect(known.status == 0, "\(known)")
    #expect(known.output.contains("\(Self.named) from main"), "\(known)")
    let installed = try await Relscope(for: repository).run(["hooks", "install"], in: repository.path)
    try #require(installed.status == 0, "\(installed)")
    let server = try await repository.clone(bare: true)
    let push = try await repository.run(["push", server.path, "release/2.4.0:refs/heads/next"])
    #expect(push.status == 0, "\(push)")
    try await repository.commit("SHOP-8 More", files: ["more.js": "1\n"])
    let new = try await Relscope(for: repository).run(arguments, in: repository.path)
    #expect(new.status == 1 && new.output.contains("SHOP-8"), "\(new)")
    let refused = try await repository.run(["push", server.path, "release/2.4.0"])
    #expect(refused.status != 0 && refused.errors.contains("SHOP-8"), "\(refused)")
    #expect(!refused.errors.contains("SHOP-9"), "\(refused)")
  }

  @Test func `that a release brings itself counts for nothing, and is said`() async throws {
    let repository = try await failing()
    try await named(repository, onBase: false)
    let result = try await Relscope(for: repository).run(
      ["check", "--base", "main", "--release", "release/2.4.0"], in: repository.path)
    #expect(result.status == 1, "\(result)")
    #expect(result.output.contains("untrusted-policy") && result.output.contains("SHOP-9"), "\(result)")
  }

  @Test func `passes what is known and fails what is new`() async throws {
    let repository = try await failing()
    try await accept(repository)
    let known = try await check(repository)
    #expect(known.status == 0, "\(known)")
    let report = try known.report()
    #expect(report.verdict == "pass")
    #expect(report.findings.filter { $0.severity == "error" }.allSatisfy { $0.baseline?.reason == "adopted as it was" })
    try await repository.commit("SHOP-12 Something else", files: ["else.js": "1\n"])
    let new = try await check(repository)
    #expect(new.status == 1, "\(new)")
    let open = try new.report().findings.filter { $0.severity == "error" && $0.baseline == nil }
    #expect(open.map(\.ticket) == ["SHOP-12"])
  }

  @Test func `counts more work for a known ticket as new, and less as known`() async throws {
    let repository = try await failing()
    try await repository.commit("SHOP-9 Accept two vouchers", files: ["voucher.js": "2\n"])
    let voucher = try await repository.id(of: "HEAD")
    try await accept(repository)
    try await repository.revert(voucher)
    let less = try await check(repository)
    #expect(less.status == 0, "\(less)")
    try await repository.commit("SHOP-9 Accept three vouchers", files: ["voucher.js": "3\n"])
    let more = try await check(repository)
    #expect(more.status == 1, "\(more)")
    // Naming what is missing in passing does not make it less missing.
    try await repository.git("reset", "--quiet", "--hard", "HEAD~1")
    try await repository.commit("SHOP-1 Prepare\n\nas agreed for SHOP-4", files: ["cart.js": "more\n"])
    let mentioned = try await check(repository)
    #expect(mentioned.status == 0, "\(mentioned)")
  }

  @Test func `reports entries that match nothing any more, and drops them when it writes`() async throws {
    let repository = try await failing()
    try await accept(repository)
    try await repository.commit("SHOP-4 Change the footer", files: ["footer.js": "1\n"])
    let outcome = try await check(repository)
    #expect(outcome.status == 0, "\(outcome)")
    let unused = try outcome.report().findings(of: "baseline-unused")
    #expect(unused.map(\.ticket) == ["SHOP-4"] && unused.map(\.severity) == ["warning"])
    try await repository.git("checkout", "--quiet", "main", "--", Self.file)
    let written = try await check(repository, "--write-baseline")
    #expect(written.status == 0, "\(written)")
    #expect(try entries(repository).map { $0["rule"] as? String } == ["unplanned-ticket", "untracked-commit"])
  }

  @Test func `keeps the reasons of what is known, and asks for one for what is new`() async throws {
    let repository = try await failing()
    let first = try await check(repository, "--write-baseline", "--reason", "old")
    #expect(first.status == 0, "\(first)")
    try await repository.commit("SHOP-12 Something else", files: ["else.js": "1\n"])
    let silent = try await check(repository, "--write-baseline")
    #expect(silent.status == 64, "\(silent)")
    #expect(try entries(repository).count == 3)
    let said = try await check(repository, "--write-baseline", "--reason", "new")
    #expect(said.status == 0, "\(said)")
    let reasons = try entries(repository).map { "\($0["ticket"] ?? "") \($0["reason"] ?? "")" }
    #expect(reasons == ["SHOP-9 old", "SHOP-12 new", "SHOP-4 old", "<null> old"])
  }

  @Test func `takes the baseline from the base, so that a release cannot bring its own`() async throws {
    let repository = try await failing()
    let none = try await check(repository)
    #expect(none.status == 66, "\(none)")
    _ = try await check(repository, "--write-baseline", "--reason", "mine")
    try await repository.git("add", Self.file)
    try await repository.commit("SHOP-1 Accept everything")
    let own = try await check(repository)
    #expect(own.status == 66, "\(own)")
    #expect(own.result.errors.contains("'main' has no such file"))
    let trusted = try await check(repository, "--trust", "worktree")
    #expect(try trusted.report().findings(of: "untrusted-policy").count == 1, "\(trusted)")
    #expect(trusted.status == 1)
  }

  @Test func `is not written when not everything could be seen, and makes nothing complete`() async throws {
    let original = try await failing()
    try await accept(original)
    let clone = try await original.clone(depth: 2)
    try await clone.checkout("release/2.4.0")
    let outcome = try await check(clone)
    #expect(outcome.status == 2 || outcome.status == 1, "\(outcome)")
    let before = try await clone.git("status", "--porcelain")
    let written = try await check(clone, "--write-baseline", "--reason", "x")
    #expect([1, 2].contains(written.status), "\(written)")
    #expect(written.result.errors.contains("is not written"))
    #expect(try await clone.git("status", "--porcelain") == before)
  }

  static let wrong: [(String, String)] = [
    ("{}", "schema"), ("[]", "object"), ("{\"schema\": \"relscope.baseline/2\"}", "relscope.baseline/2"),
    ("{\"schema\": \"relscope.baseline/1\", \"version\": \"2.4.0\"}", "entries"),
    ("{\"schema\": \"relscope.baseline/1\", \"version\": \"2.5.0\", \"entries\": []}", "2.5.0"),
    (entry("\"rule\": \"broken-seal\""), "broken-seal"), (entry("\"rule\": \"no-such-rule\""), "no-such-rule"),
    (entry("\"rule\": \"missing-ticket\", \"reson\": \"x\""), "reason"),
    (entry("\"rule\": \"missing-ticket\"", reason: " "), "reason"),
  ]

  private static func entry(_ members: String, reason: String = "x") -> String {
    """
    {"schema": "relscope.baseline/1", "version": "2.4.0", "entries": [
      {\(members), "ticket": "SHOP-4", "commits": [], "message": "m", "reason": "\(reason)"}]}
    """
  }

  @Test(arguments: wrong)
  func `refuses a baseline that it cannot rely on`(text: String, saying: String) async throws {
    let repository = try await failing()
    try await repository.checkout("main")
    try await repository.commit("SHOP-100 Accept", files: [Self.file: text])
    try await repository.checkout("release/2.4.0")
    let outcome = try await check(repository)
    #expect(outcome.status == 65, "\(outcome)")
    #expect(outcome.result.errors.contains(saying), "\(outcome)")
  }

  @Test(arguments: [["--write-baseline"], ["--reason", "x"], ["--write-baseline", "--reason", "x"]])
  func `needs a file to write to`(arguments: [String]) async throws {
    let repository = try await failing()
    let result = try await Relscope(for: repository).run(["check", "--repo", repository.path] + arguments)
    #expect(result.status == 64, "\(result)")
  }

  @Test func `shows what is known apart, in the formats for people`() async throws {
    let repository = try await failing()
    try await accept(repository)
    let terminal = try await Relscope(for: repository).run(
      ["check", "--base", "main", "--release", "release/2.4.0", "--baseline", Self.file], in: repository.path)
    #expect(terminal.output.contains("\nKNOWN   in the baseline, and not counted as errors"), "\(terminal)")
    #expect(terminal.output.contains("adopted as it was"))
    #expect(
      terminal.output.hasPrefix("PASS  release/2.4.0 has no new errors against 2.4.0: 1 ticket, 3 findings in the"))
    let markdown = try await Relscope(for: repository).run(
      ["check", "--base", "main", "--release", "release/2.4.0", "--baseline", Self.file, "--format", "markdown"],
      in: repository.path)
    #expect(markdown.output.contains("### In the baseline: known, and not counted as errors (3)"), "\(markdown)")
  }
}
