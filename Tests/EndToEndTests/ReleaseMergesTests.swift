import TestSupport
import Testing

/// Releases that came to main in several merges, or with commits after them.
struct ReleaseMergesTests {
  private func check(
    _ repository: GitRepository, _ release: String = "release/2.4.0", _ arguments: String...
  ) async throws -> CheckOutcome {
    let usual = ["check", "--repo", repository.path, "--base", "main", "--release", release, "--version", "2.4.0"]
    return CheckOutcome(
      result: try await Relscope(for: repository).run(usual + ["--format", "json"] + arguments))
  }

  /// SHOP-1 and PAY-2 are merged, one after the other; SHOP-60 of another branch comes between.
  private func mergedTwice(subject: String? = nil) async throws -> (repository: GitRepository, merges: [String]) {
    let repository = try await GitRepository.planning(["SHOP-1", "PAY-2"])
    var merges: [String] = []
    for (key, file) in [("SHOP-1", "cart.js"), ("PAY-2", "refund.js")] {
      try await repository.checkout("release/2.4.0")
      try await repository.commit("\(key) Work", files: [file: "1\n"])
      try await repository.checkout("main")
      if let subject {
        try await repository.git("merge", "--quiet", "--no-ff", "-m", subject, "release/2.4.0")
      } else {
        try await repository.merge("release/2.4.0")
      }
      merges.append(try await repository.id(of: "HEAD"))
      if merges.count == 1 {
        try await repository.checkout(new: "feature/SHOP-60", at: "main")
        try await repository.commit("SHOP-60 Beside", files: ["beside.js": "1\n"])
        try await repository.checkout("main")
        try await repository.merge("feature/SHOP-60")
      }
    }
    return (repository, merges)
  }

  @Test(arguments: [nil, "Release it"])
  func `judges all merges of a release together, by name or by its branch`(subject: String?) async throws {
    let (repository, merges) = try await mergedTwice(subject: subject)
    let outcome = try await check(repository)
    #expect(outcome.status == 0, "\(outcome)")
    let report = try outcome.report()
    #expect(report.states == ["SHOP-1": "delivered", "PAY-2": "delivered"])
    #expect(report.range.merge == merges[1])
    #expect(try await report.range.base.id == repository.id(of: merges[0] + "^1"))
    #expect(report.remarks.contains { $0.contains(merges[0].prefix(10)) && $0.contains(merges[1].prefix(10)) })
  }

  @Test func `judges all merges of a release whose branch is gone, by its tag`() async throws {
    let (repository, _) = try await mergedTwice()
    try await repository.git("branch", "--quiet", "-D", "release/2.4.0")
    try await repository.git("tag", "v2.4.0")
    let outcome = try await check(repository, "v2.4.0")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try outcome.report().states == ["SHOP-1": "delivered", "PAY-2": "delivered"])
  }

  @Test func `judges a later merge of a release that the local branch has not heard of`() async throws {
    let (repository, merges) = try await mergedTwice()
    try await repository.git("branch", "--quiet", "--force", "release/2.4.0", "\(merges[0])^2")
    let outcome = try await check(repository)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try outcome.report().range.merge == merges[1])
  }

  @Test func `does not count what came to a release branch after its tag`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1", "PAY-2"])
    try await repository.commit("SHOP-1 Work", files: ["cart.js": "1\n"])
    try await repository.git("tag", "v2.4.0")
    try await repository.commit("PAY-2 Work", files: ["refund.js": "1\n"])
    try await repository.checkout("main")
    try await repository.merge("release/2.4.0")
    let tag = try await check(repository, "v2.4.0")
    #expect(tag.status == 1, "\(tag)")
    #expect(try tag.report().states == ["SHOP-1": "delivered", "PAY-2": "absent"])
    #expect(try await check(repository).status == 0)
  }

  @Test func `judges what came to main between the merge and the tag`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.checkout("main")
    try await repository.merge("release/2.4.0")
    try await repository.git("tag", "v2.4.0")
    #expect(try await check(repository, "v2.4.0").status == 0)
    try await repository.commit("SHOP-9 Straight to main", files: ["straight.js": "1\n"])
    try await repository.commit("No ticket", files: ["none.js": "1\n"])
    try await repository.git("tag", "--force", "v2.4.0")
    let outcome = try await check(repository, "v2.4.0")
    #expect(outcome.status == 1, "\(outcome)")
    let differences = try outcome.report().differences
    #expect(differences.contains("unplanned-ticket SHOP-9"))
    #expect(differences.contains("untracked-commit"))
    #expect(try await check(repository).status == 0, "the branch itself has none of it")
  }

  /// The title of the request is the release's: it must not give its ticket to commits without one.
  @Test func `does not take the release's own request for the ticket of its commits`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.commit("No ticket", files: ["none.js": "1\n"])
    try await repository.checkout("main")
    try await repository.git(
      "merge", "--quiet", "--no-ff", "-m", "Merge pull request #7 from shop/release/2.4.0\n\nSHOP-1 Release 2.4.0",
      "release/2.4.0")
    try await repository.commit("SHOP-1 Number it", files: ["version.txt": "2.4.0\n"])
    try await repository.git("tag", "v2.4.0")
    let outcome = try await check(repository, "v2.4.0")
    #expect(outcome.status == 1, "\(outcome)")
    #expect(try outcome.report().findings(of: "untracked-commit").count == 1)
  }

  @Test func `sees that main took a merge of the release back before the tag`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.checkout("main")
    try await repository.merge("release/2.4.0")
    try await repository.git("revert", "--no-edit", "-m", "1", "HEAD")
    try await repository.git("tag", "v2.4.0")
    let outcome = try await check(repository, "v2.4.0")
    #expect(outcome.status == 1, "\(outcome)")
    #expect(try outcome.report().states == ["SHOP-1": "reverted", "PAY-2": "reverted"])
  }

  @Test(arguments: [false, true])
  func `knows of a release that goes on what an earlier merge brought, unless main took it back`(
    reverted: Bool
  ) async throws {
    let repository = try await GitRepository.planning(["SHOP-1", "PAY-2"])
    try await repository.commit("SHOP-1 Work", files: ["cart.js": "1\n"])
    try await repository.checkout("main")
    let merge = try await repository.merge("release/2.4.0")
    if reverted { try await repository.git("revert", "--no-edit", "-m", "1", "HEAD") }
    try await repository.checkout("release/2.4.0")
    try await repository.commit("PAY-2 Work", files: ["refund.js": "1\n"])
    let outcome = try await check(repository)
    let report = try outcome.report()
    #expect(outcome.status == (reverted ? 1 : 0), "\(outcome)")
    #expect(report.states["PAY-2"] == "delivered")
    #expect(report.states["SHOP-1"] == (reverted ? "absent" : "already-on-base"))
    #expect(report.remarks.contains { $0.contains(merge.prefix(10)) && $0.contains("SHOP-1") } == !reverted)
  }

  @Test(arguments: [["-m", "1", "main"], ["release/2.4.0"]])
  func `says what main took back of a release after it was merged`(reverted: [String]) async throws {
    let repository = try await GitRepository.passing()
    try await repository.checkout("main")
    try await repository.merge("release/2.4.0")
    #expect(try await check(repository).status == 0)
    try await repository.git(["revert", "--no-edit"] + reverted)
    let revert = try await repository.id(of: "HEAD")
    let outcome = try await check(repository)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(try outcome.report().remarks.contains { $0.contains(revert.prefix(10)) })
    #expect(try outcome.report().states.values.contains("reverted"))
    try await repository.git("revert", "--no-edit", "HEAD")
    #expect(try await check(repository).status == 0)
  }

  @Test func `is incomplete where no merge is known to be the release's`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.checkout("main")
    try await repository.git("merge", "--quiet", "--ff-only", "release/2.4.0")
    let outcome = try await check(repository, "release/2.4.0", "--rule", "missing-ticket=off")
    #expect(outcome.status == 2, "\(outcome)")
    #expect(try outcome.report().incomplete.map(\.reason) == ["unknown-merges"])
    // A push of a branch that was just cut must go through.
    let push = try await check(repository, "release/2.4.0", "--stage", "push")
    #expect(push.status == 0, "\(push)")
  }

  @Test func `does not take a manifest that came between two merges for one that the release changed`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1"])
    try await repository.commit("SHOP-1 Work", files: ["cart.js": "1\n"])
    try await repository.checkout("main")
    try await repository.merge("release/2.4.0")
    try await repository.commit(
      "SHOP-900 Plan PAY-2 as well", files: ["releases/2.4.0.json": ReleaseFixture.manifest(["SHOP-1", "PAY-2"])])
    try await repository.checkout("release/2.4.0")
    try await repository.git("merge", "--quiet", "--no-ff", "-m", "Merge branch 'main' into release/2.4.0", "main")
    try await repository.commit("PAY-2 Work", files: ["refund.js": "1\n"])
    try await repository.checkout("main")
    try await repository.merge("release/2.4.0")
    let outcome = try await check(repository)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try outcome.report().states == ["SHOP-1": "delivered", "PAY-2": "delivered"])
  }

  @Test func `names main's commit of a ticket whose work was there before the release`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1", "SHOP-50"])
    try await repository.checkout("main")
    let fix = try await repository.commit("SHOP-50 Fix the voucher", files: ["fix.js": "1\n"])
    try await repository.git("branch", "--force", "release/2.4.0", "main")
    try await repository.checkout("release/2.4.0")
    try await repository.commit("SHOP-1 Work", files: ["cart.js": "1\n"])
    let findings = try await check(repository).report().findings(of: "missing-ticket")
    #expect(findings.map(\.commits) == [[fix]])
    #expect(findings.first?.message.contains(fix.prefix(10)) == true)
    // Not when it was taken back.
    try await repository.checkout("main")
    try await repository.git("revert", "--no-edit", fix)
    try await repository.git("branch", "--force", "release/2.4.0", "main")
    try await repository.checkout("release/2.4.0")
    try await repository.commit("SHOP-1 Work", files: ["cart.js": "1\n"])
    let after = try await check(repository).report().findings(of: "missing-ticket")
    #expect(after.map(\.commits) == [[]])
  }
}
