import TestSupport
import Testing

/// What other branches have, and what they should have been given.
struct OtherBranchTests {
  @Test func `names the branch with the work that is not merged, and the command`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1", "PAY-2"])
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "keep\n"])
    try await repository.checkout(new: "feature/PAY-2-refund", at: "main")
    var work: [String] = []
    for part in 1...2 {
      work.append(try await repository.commit("PAY-2 Refund \(part)", files: ["refund.js": "\(part)\n"]))
    }
    try await repository.git("branch", "feature/PAY-2-old", "HEAD~1")
    try await repository.checkout("release/2.4.0")
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 1)
    let report = try outcome.report()
    let finding = try #require(report.findings(of: "unmerged-work").first)
    #expect(finding.ticket == "PAY-2")
    #expect(Set(finding.commits) == Set(work))
    #expect(finding.message.contains("'feature/PAY-2-refund' (2 commits)"))
    #expect(finding.help == "run: git switch release/2.4.0 && git merge feature/PAY-2-refund")
    #expect(report.findings(of: "missing-ticket").isEmpty)
  }

  @Test func `finds work that only the remote has`() async throws {
    let original = try await GitRepository.planning(["SHOP-1"])
    try await original.checkout(new: "feature/SHOP-1", at: "main")
    try await original.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "keep\n"])
    try await original.checkout("main")
    let clone = try await original.clone()
    let outcome = try await Relscope(for: clone).check(clone)
    let finding = try #require(try outcome.report().findings(of: "unmerged-work").first)
    #expect(finding.help.hasSuffix("git merge origin/feature/SHOP-1"))
  }

  @Test func `says that the work is on the base, and not on a branch of old`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1"])
    try await repository.checkout("main")
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "keep\n"])
    try await repository.checkout("release/2.4.0")
    try await repository.commit("SHOP-900 Begin", files: ["begin": "1\n"])
    let outcome = try await Relscope(for: repository).check(repository)
    let finding = try #require(try outcome.report().findings(of: "unmerged-work").first)
    #expect(finding.help.hasSuffix("git merge main"))
  }

  /// People paste the commands: a branch of somebody else must not run anything then.
  @Test(arguments: ["feature/$(touch${IFS}x)", "feature/`id`", "feature/a;b", "feature/it's", "feature/a&b|c>d"])
  func `quotes branch names in commands`(branch: String) async throws {
    let repository = try await GitRepository.planning(["SHOP-1"])
    try await repository.commit("SHOP-900 Begin", files: ["begin": "1\n"])
    try await repository.checkout(new: branch, at: "main")
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "keep\n"])
    try await repository.checkout("main")
    let outcome = try await Relscope(for: repository).check(repository)
    let finding = try #require(try outcome.report().findings(of: "unmerged-work").first)
    try await paste(finding.help, in: repository)
    #expect(try await repository.git("status", "--porcelain").isEmpty)
    let healed = try await Relscope(for: repository).check(repository)
    #expect(try healed.report().states["SHOP-1"] == "delivered")
  }

  /// Does what a finding says.
  private func paste(_ help: String, in repository: GitRepository) async throws {
    let command = try #require(help.split(separator: "run: ").last.map(String.init))
    let dana = [
      "GIT_AUTHOR_NAME": "Dana", "GIT_AUTHOR_EMAIL": "dana@example.com", "GIT_AUTHOR_DATE": "@1793620000 +0000",
      "GIT_COMMITTER_NAME": "Dana", "GIT_COMMITTER_EMAIL": "dana@example.com",
      "GIT_COMMITTER_DATE": "@1793620000 +0000",
      "GIT_MERGE_AUTOEDIT": "no",
    ]
    let pasted = try await Program("sh", environment: repository.environment.setting(dana))
      .run(["-c", command], in: repository.path)
    #expect(pasted.status == 0, "\(pasted)")
  }

  // MARK: Hot fixes

  /// A hot fix of two commits, and release/2.5.0, which is open; hotfix/2.4.1 is checked out.
  private func hotfix() async throws -> (repository: GitRepository, fixes: [String]) {
    let repository = try await GitRepository.planning(["SHOP-1"])
    try await repository.git("branch", "--quiet", "-m", "release/2.4.0", "release/2.5.0")
    try await repository.commit("SHOP-70 Next", files: ["next.js": "1\n"])
    try await repository.checkout("main")
    try await repository.commit(
      "SHOP-900 Plan 2.4.1", files: ["releases/2.4.1.json": ReleaseFixture.manifest(["SHOP-8"], version: "2.4.1")])
    try await repository.checkout(new: "hotfix/2.4.1")
    let fixes = try await [
      repository.commit("SHOP-8 Count vouchers once", files: ["voucher.js": "once\n"]),
      repository.commit("SHOP-8 Test it", files: ["voucher.test.js": "1\n"]),
    ]
    return (repository, fixes)
  }

  private func unported(_ repository: GitRepository) async throws -> [WrittenReport.Finding] {
    let outcome = try await Relscope(for: repository).check(repository, release: "hotfix/2.4.1")
    #expect(outcome.status == 0, "\(outcome)")
    return try outcome.report().findings(of: "unported-fix")
  }

  @Test func `names an open release branch that lacks a hot fix, with a command that ports it`() async throws {
    let (repository, fixes) = try await hotfix()
    let findings = try await unported(repository)
    #expect(findings.count == 1)
    let finding = try #require(findings.first)
    #expect(Set(finding.commits) == Set(fixes))
    #expect(finding.message.contains("'release/2.5.0' lacks 2 commits"))
    try await paste(finding.help, in: repository)
    #expect(try await unported(repository).isEmpty)
  }

  @Test func `knows a port by merge, by equal change and by its subject`() async throws {
    for way in ["merge", "change", "subject"] {
      let (repository, fixes) = try await hotfix()
      try await repository.checkout("release/2.5.0")
      switch way {
      case "merge": try await repository.merge("hotfix/2.4.1")
      case "change":
        for fix in fixes {
          try await repository.cherryPick(fix)
          try await repository.git("commit", "--quiet", "--amend", "-m", "SHOP-8 Ported")
        }
      default:
        try await repository.commit("SHOP-8 Count vouchers once", files: ["coupon.js": "once\n"])
        try await repository.commit("SHOP-8 Test it", files: ["coupon.test.js": "1\n"])
      }
      #expect(try await unported(repository).isEmpty, "\(way)")
    }
  }

  @Test func `asks nothing of a release branch that is merged, or of a hot fix that was taken back`() async throws {
    let (repository, fixes) = try await hotfix()
    try await repository.revert(fixes[1])
    #expect(try await unported(repository).map(\.commits) == [[fixes[0]]])
    try await repository.checkout("main")
    try await repository.merge("release/2.5.0")
    #expect(try await unported(repository).isEmpty)
  }

  @Test func `asks for ports where HEAD is detached, as in CI`() async throws {
    let (repository, _) = try await hotfix()
    try await repository.git("checkout", "--quiet", "--detach")
    let outcome = try await Relscope(for: repository).check(repository, release: "HEAD")
    let report = try outcome.report()
    #expect(report.version == "2.4.1")
    #expect(report.findings(of: "unported-fix").count == 1, "\(outcome)")
  }
}
