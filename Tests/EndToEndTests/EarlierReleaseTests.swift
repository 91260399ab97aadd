import TestSupport
import Testing

/// Releases that were merged before, in each of the ways in which people merge.
struct EarlierReleaseTests {
  /// Squash-merges release/2.4.0 into main, with a policy that plans 2.5.0 as well.
  private func squashed() async throws -> (repository: GitRepository, squash: String) {
    let repository = try await GitRepository.passing()
    try await repository.checkout("main")
    try await repository.git("merge", "--quiet", "--squash", "release/2.4.0")
    let squash = try await repository.commit(
      "Release 2.4.0\n\n* SHOP-1 Keep the cart of a guest\n* PAY-2 Refund in instalments\n")
    return (repository, squash)
  }

  @Test func `knows what a squash merge brought to the base`() async throws {
    let (repository, squash) = try await squashed()
    try await repository.commit(
      "SHOP-901 Plan 2.5.0", files: ["releases/2.5.0.json": ReleaseFixture.manifest(["SHOP-7"], version: "2.5.0")])
    // The next release starts from the earlier one, as it does where nobody noticed the squash.
    try await repository.checkout(new: "release/2.5.0", at: "release/2.4.0")
    try await repository.commit("SHOP-7 Sort the cart", files: ["sort.js": "1\n"])
    let outcome = try await Relscope(for: repository).check(repository, release: "release/2.5.0")
    #expect(outcome.status == 0, "\(outcome)")
    let report = try outcome.report()
    #expect(report.states == ["SHOP-1": "already-on-base", "PAY-2": "already-on-base", "SHOP-7": "delivered"])
    #expect(report.alreadyOnBase.map(\.as) == [squash, squash])
    #expect(Set(report.alreadyOnBase.map(\.by)) == ["tree"])
    #expect(report.remarks.contains { $0.contains(squash.prefix(10)) && $0.contains("2 commits") }, "\(report.remarks)")
    #expect(report.findings(of: "base-ahead").isEmpty)
  }

  @Test func `judges a squash merge that is named`() async throws {
    let (repository, squash) = try await squashed()
    try await repository.commit("SHOP-50 Go on", files: ["on.js": "1\n"])
    let outcome = try await Relscope(for: repository).check(repository, "--merge", squash)
    #expect(outcome.status == 0, "\(outcome)")
    let report = try outcome.report()
    #expect(report.states == ["SHOP-1": "delivered", "PAY-2": "delivered"])
    #expect(report.range.commits == 1)
    #expect(report.range.merge == squash)
    #expect(try await report.range.base.id == repository.id(of: squash + "^"))
  }

  @Test(arguments: [false, true])
  func `judges a merged release by its merge, named or not`(named: Bool) async throws {
    let repository = try await GitRepository.passing()
    try await repository.commit("SHOP-9 Accept two vouchers", files: ["voucher.js": "two\n"])
    try await repository.checkout("main")
    try await repository.commit("SHOP-51 Work beside", files: ["beside.js": "1\n"])
    let merge = try await repository.merge("release/2.4.0")
    try await repository.commit("SHOP-52 Go on", files: ["on.js": "1\n"])
    let relscope = try Relscope(for: repository)
    let outcome =
      try await named
      ? relscope.check(repository, "--merge", merge) : relscope.check(repository)
    #expect(outcome.status == 1, "\(outcome)")
    let report = try outcome.report()
    #expect(report.states == ["SHOP-1": "delivered", "PAY-2": "delivered", "SHOP-9": "delivered"])
    #expect(report.range.commits == 3)
    #expect(report.range.merge == merge)
    #expect(try await report.range.base.id == repository.id(of: merge + "^1"))
    #expect(report.differences.contains("unplanned-ticket SHOP-9"))
    #expect(report.remarks.contains { $0.contains("is on 'main' already") } == !named)
  }

  @Test func `judges the named merge from main, on which the documents have moved on`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.checkout("main")
    let merge = try await repository.merge("release/2.4.0")
    try await repository.commit(
      "SHOP-902 Close 2.4.0",
      files: [
        ".relscope.yml": ReleaseFixture.policy + "rules: {unsealed-manifest: off}\n",
        "releases/2.4.0.json": ReleaseFixture.manifest(["SHOP-1", "PAY-2"]).replacing(
          "\"released\": false", with: "\"released\": true"),
      ])
    let outcome = try await Relscope(for: repository)
      .check(repository, release: "main", "--merge", merge, "--version", "2.4.0")
    #expect(outcome.status == 0, "\(outcome)")
    let report = try outcome.report()
    #expect(report.states == ["SHOP-1": "delivered", "PAY-2": "delivered"])
    #expect(report.findings(of: "untrusted-policy").isEmpty)
    #expect(try await report.range.release.id == repository.id(of: "release/2.4.0"))
  }

  @Test func `does not overlook a policy that the merged release changed`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.commit(
      "SHOP-1 Be kind", files: [".relscope.yml": ReleaseFixture.policy + "rules: {missing-ticket: off}\n"])
    try await repository.checkout("main")
    let merge = try await repository.merge("release/2.4.0")
    for arguments in [["--merge", merge, "--release", "main", "--version", "2.4.0"], []] {
      let usual = [
        "check", "--repo", repository.path, "--base", "main", "--release", "release/2.4.0", "--format", "json",
      ]
      let outcome = CheckOutcome(result: try await Relscope(for: repository).run(usual + arguments))
      #expect(outcome.status == 1, "\(outcome)")
      #expect(try outcome.report().differences.contains("untrusted-policy"))
    }
  }

  @Test func `finds the merge of a release that went through another branch`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.checkout(new: "develop", at: "main")
    try await repository.commit("SHOP-60 Develop", files: ["dev.js": "1\n"])
    try await repository.merge("release/2.4.0")
    try await repository.checkout("main")
    let merge = try await repository.merge("develop")
    let report = try await Relscope(for: repository).check(repository).report()
    #expect(report.range.merge == merge)
    #expect(report.states["SHOP-1"] == "delivered")
    #expect(report.differences.contains("unplanned-ticket SHOP-60"))
  }

  @Test func `judges all arms of an octopus merge`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1", "PAY-2"])
    for (branch, key) in [("one", "SHOP-1"), ("two", "PAY-2")] {
      try await repository.checkout(new: branch, at: "main")
      try await repository.commit("\(key) Work", files: ["\(branch).js": "1\n"])
    }
    try await repository.checkout("main")
    try await repository.commit("SHOP-50 Beside", files: ["beside.js": "1\n"])
    let merge = try await repository.merge("one", "two")
    let outcome = try await Relscope(for: repository).check(repository, "--merge", merge)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try outcome.report().states == ["SHOP-1": "delivered", "PAY-2": "delivered"])
  }

  @Test func `does not pass a release that was fast-forwarded, and says how to judge it`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.checkout("main")
    try await repository.git("merge", "--quiet", "--ff-only", "release/2.4.0")
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 1, "\(outcome)")
    let report = try outcome.report()
    #expect(report.range.commits == 0)
    #expect(report.range.merge == nil)
    #expect(report.remarks.contains { $0.contains("adds no commit") && $0.contains("--merge") })
    #expect(report.differences.contains("missing-ticket SHOP-1") || report.differences.contains("unmerged-work SHOP-1"))
  }

  @Test func `refuses a merge that is none`() async throws {
    let repository = try await GitRepository.passing()
    let root = try await repository.git("rev-list", "--max-parents=0", "HEAD")
    let relscope = try Relscope(for: repository)
    #expect(try await relscope.check(repository, "--merge", root).status == 64)
    #expect(try await relscope.check(repository, "--merge", "nothing").status == 66)
  }

  @Test(arguments: [("2.4", false), ("4.0", false), ("2.4.0", true)])
  func `takes a merge for that of a version only if it names all of it`(version: String, found: Bool) async throws {
    let repository = try await GitRepository.passing()
    try await repository.checkout("main")
    let path = "releases/\(version).json"
    let manifest = ReleaseFixture.manifest(["SHOP-1", "PAY-2"], version: version)
    try await repository.commit("SHOP-901 Plan \(version)", files: [path: manifest])
    let merge = try await repository.merge("release/2.4.0")
    let outcome = try await Relscope(for: repository).check(repository, release: "main", "--version", version)
    let report = try outcome.report()
    #expect((report.range.merge == merge) == found, "\(report.remarks)")
    #expect(report.range.commits == (found ? 2 : 0))
  }
}
