import Foundation
import TestSupport
import Testing

/// Every way in which a release reaches the base in a clone, by real git commands.
struct MergeHookTests {
  /// A repository with `hooks` in it, and main checked out.
  private func gated(_ isRight: Bool, _ hooks: String...) async throws -> GatedRepository {
    let gated = try await GatedRepository(isRight: isRight)
    try await gated.clone.checkout("main")
    for hook in hooks { try await gated.install(hook) }
    return gated
  }

  @Test(arguments: [true, false])
  func `judges a merge commit`(isRight: Bool) async throws {
    let gated = try await gated(isRight, "pre-merge-commit")
    let before = try await gated.tip("main")
    let merge = try await gated.git("merge", "--no-ff", "--no-edit", "release/2.4.0")
    #expect((merge.status == 0) == isRight, "\(merge)")
    #expect(merge.errors.contains("missing-ticket: PAY-2") == !isRight)
    #expect((try await gated.tip("main") == before) == !isRight)
    // git keeps the merge open; `git merge --abort` ends it.
    #expect(FileManager.default.fileExists(atPath: gated.clone.path + "/.git/MERGE_HEAD") == !isRight)
  }

  @Test func `passes merges that bring no release, and merges elsewhere`() async throws {
    let gated = try await gated(false, "pre-merge-commit")
    try await gated.clone.git("branch", "feature/SHOP-3", "main")
    try await gated.clone.checkout("feature/SHOP-3")
    try await gated.clone.commit("SHOP-3 Search", files: ["search.js": "x"])
    #expect(try await gated.git("merge", "--no-ff", "--no-edit", "release/2.4.0").status == 0)
    try await gated.clone.git("reset", "--quiet", "--hard", "HEAD~1")
    try await gated.clone.checkout("main")
    #expect(try await gated.git("merge", "--no-ff", "--no-edit", "feature/SHOP-3").status == 0)
  }

  @Test(arguments: [true, false])
  func `judges the commit that ends a merge with conflicts`(isRight: Bool) async throws {
    let gated = try await gated(isRight, "pre-commit", "pre-merge-commit")
    try await gated.clone.commit("SHOP-60 Drop the cart", files: ["cart.js": "drop\n"])
    #expect(try await gated.git("merge", "--no-edit", "release/2.4.0").status == 1)
    try gated.clone.write("cart.js", "keep and drop\n")
    let commit = try await gated.git("commit", "--quiet", "--all", "--no-edit")
    #expect((commit.status == 0) == isRight, "\(commit)")
    #expect(commit.errors.contains("missing-ticket: PAY-2") == !isRight)
  }

  @Test(arguments: [true, false])
  func `judges the commit that ends a squash merge`(isRight: Bool) async throws {
    let gated = try await gated(isRight, "pre-commit")
    try await gated.clone.git("merge", "--quiet", "--squash", "release/2.4.0")
    let commit = try await gated.git("commit", "--quiet", "-m", "SHOP-900 Release 2.4.0")
    #expect((commit.status == 0) == isRight, "\(commit)")
    #expect(commit.errors.contains("missing-ticket: PAY-2") == !isRight)
  }

  @Test(arguments: [true, false])
  func `judges a fast-forward of the base`(isRight: Bool) async throws {
    let gated = try await gated(isRight, "reference-transaction")
    let before = try await gated.tip("main")
    let merge = try await gated.git("merge", "--ff-only", "release/2.4.0")
    #expect((merge.status == 0) == isRight, "\(merge)")
    #expect((try await gated.tip("main") == before) == !isRight)
    guard !isRight else { return }
    // git has updated the index and the files by then.
    #expect(merge.errors.contains("missing-ticket: PAY-2"))
    #expect(try await !gated.clone.git("status", "--porcelain").isEmpty)
    try await gated.clone.git("reset", "--quiet", "--hard")
    #expect(try await gated.clone.git("status", "--porcelain").isEmpty)
  }

  @Test(arguments: [
    ["pull", "--quiet", "--ff-only", ".", "release/2.4.0"],
    ["merge", "--no-verify", "--no-ff", "--no-edit", "release/2.4.0"],
    ["reset", "--quiet", "--hard", "release/2.4.0"], ["update-ref", "refs/heads/main", "release/2.4.0"],
    ["rebase", "--quiet", "release/2.4.0"],
  ])
  func `stops a mismatched release on every other way to the base`(arguments: [String]) async throws {
    for isRight in [true, false] {
      let gated = try await gated(isRight, "reference-transaction")
      let before = try await gated.tip("main")
      let move = try await gated.clone.run(arguments)
      #expect((move.status == 0) == isRight, "\(move)")
      #expect((try await gated.tip("main") == before) == !isRight)
    }
  }

  @Test(arguments: [true, false])
  func `stops branch -f when the base is not checked out`(isRight: Bool) async throws {
    let gated = try await gated(isRight, "reference-transaction")
    try await gated.clone.checkout("release/2.4.0")
    #expect((try await gated.git("branch", "--force", "main", "release/2.4.0").status == 0) == isRight)
  }

  @Test func `passes what moves no release onto the base`() async throws {
    let gated = try await gated(false, "reference-transaction")
    try await gated.clone.commit("SHOP-70 Ordinary work", files: ["a": "a"])
    try await gated.clone.checkout(new: "feature/SHOP-3")
    try await gated.clone.commit("SHOP-3 Search", files: ["b": "b"])
    try await gated.clone.cherryPick("release/2.4.0")
    for arguments in [
      ["fetch", "--quiet", "origin"], ["tag", "v1"], ["stash"], ["branch", "--delete", "--force", "release/2.4.0"],
    ] {
      #expect(try await gated.clone.run(arguments).status == 0)
    }
  }

  @Test func `takes over what the remote's base has already`() async throws {
    let gated = try await gated(false, "reference-transaction")
    let other = try await gated.server.clone()
    try await other.git("fetch", "--quiet", gated.clone.path, "release/2.4.0")
    try await other.git("merge", "--quiet", "--no-ff", "-m", "Merge branch 'release/2.4.0'", "FETCH_HEAD")
    try await other.git("push", "--quiet", "origin", "main")
    let pull = try await gated.git("pull", "--quiet", "--ff-only", "origin", "main")
    #expect(pull.status == 0, "\(pull)")
  }
}
