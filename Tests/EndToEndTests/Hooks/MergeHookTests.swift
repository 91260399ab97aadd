import TestSupport
import Testing

/// Merges that end in a commit on main, through the hooks pre-merge-commit and pre-commit.
struct MergeHookTests {
  private func release(passing: Bool) async throws -> GitRepository {
    try await passing ? .passing() : .unfinished()
  }

  @Test func `stops the merge of a release that lacks a ticket`() async throws {
    let repository = try await release(passing: false)
    try await repository.installHook("pre-merge-commit")
    try await repository.checkout("main")
    let main = try await repository.id(of: "main")
    let merge = try await repository.run(["merge", "--no-ff", "--no-edit", "release/2.4.0"])
    #expect(merge.status != 0)
    #expect(merge.errors.contains("SHOP-4"), "\(merge)")
    #expect(try await repository.id(of: "main") == main)
    // As git leaves it: the merge is there to be committed, and can be given up.
    #expect(try await repository.id(of: "MERGE_HEAD") == repository.id(of: "release/2.4.0"))
    try await repository.git("merge", "--abort")
    #expect(try await repository.git("status", "--porcelain").isEmpty)
  }

  @Test func `passes the merge of a right release`() async throws {
    let repository = try await release(passing: true)
    try await repository.installHook("pre-merge-commit")
    try await repository.checkout("main")
    let merge = try await repository.run(["merge", "--no-ff", "--no-edit", "release/2.4.0"])
    #expect(merge.status == 0, "\(merge)")
    #expect(try await repository.id(of: "main^2") == repository.id(of: "release/2.4.0"))
  }

  @Test(arguments: [true, false])
  func `judges the merge of a release by its id, and in a linked worktree`(passing: Bool) async throws {
    let repository = try await release(passing: passing)
    try await repository.installHook("pre-merge-commit")
    let worktree = try await repository.addWorktree("main")
    let id = try await repository.id(of: "release/2.4.0")
    let merge = try await worktree.run(["merge", "--no-ff", "--no-edit", id])
    #expect((merge.status == 0) == passing, "\(merge)")
    #expect(merge.errors.contains("SHOP-4") == !passing, "\(merge)")
  }

  @Test func `says nothing about the merge of a feature branch`() async throws {
    let repository = try await release(passing: false)
    try await repository.checkout(new: "feature/SHOP-50-start", at: "main")
    try await repository.commit("SHOP-50 Write down how to start", files: ["START.md": "make\n"])
    for name in ["pre-merge-commit", "pre-commit"] { try await repository.installHook(name) }
    for branch in ["main", "release/2.4.0"] {
      try await repository.checkout(branch)
      let merge = try await repository.run(["merge", "--quiet", "--no-ff", "--no-edit", "feature/SHOP-50-start"])
      #expect(merge.status == 0, "\(merge)")
      #expect(merge.errors.isEmpty, "\(merge)")
    }
  }

  @Test(arguments: [true, false])
  func `judges a release that is merged together with a feature`(passing: Bool) async throws {
    let repository = try await release(passing: passing)
    try await repository.checkout(new: "feature/SHOP-50-start", at: "main")
    try await repository.commit("SHOP-50 Write down how to start", files: ["START.md": "make\n"])
    try await repository.installHook("pre-merge-commit")
    try await repository.checkout("main")
    let merge = try await repository.run(["merge", "--no-edit", "feature/SHOP-50-start", "release/2.4.0"])
    #expect((merge.status == 0) == passing, "\(merge)")
    #expect(merge.errors.contains("SHOP-4") == !passing, "\(merge)")
  }

  @Test(arguments: [true, false])
  func `judges a release that comes by way of another branch`(passing: Bool) async throws {
    let repository = try await release(passing: passing)
    try await repository.checkout(new: "staging", at: "main")
    try await repository.merge("release/2.4.0")
    try await repository.installHook("pre-merge-commit")
    try await repository.checkout("main")
    let merge = try await repository.run(["merge", "--no-ff", "--no-edit", "staging"])
    #expect((merge.status == 0) == passing, "\(merge)")
    #expect(merge.errors.contains("SHOP-4") == !passing, "\(merge)")
  }

  @Test(arguments: ["origin", "address"])
  func `judges a release that is pulled`(source: String) async throws {
    for passing in [true, false] {
      let repository = try await release(passing: passing)
      let server = try await repository.addServer()
      try await repository.git("push", "--quiet", "origin", "release/2.4.0")
      try await repository.checkout("main")
      try await repository.git("branch", "--quiet", "-D", "release/2.4.0")
      if source == "address" { try await repository.git("remote", "remove", "origin") }
      try await repository.installHook("pre-merge-commit")
      let address = source == "address" ? server.path : source
      let pull = try await repository.run(["pull", "--no-rebase", "--no-ff", "--no-edit", address, "release/2.4.0"])
      #expect((pull.status == 0) == passing, "\(pull)")
      #expect(pull.errors.contains("SHOP-4") == !passing, "\(pull)")
    }
  }

  @Test(arguments: [true, false])
  func `judges a release of the remote`(passing: Bool) async throws {
    let repository = try await release(passing: passing)
    _ = try await repository.addServer()
    try await repository.git("push", "--quiet", "origin", "release/2.4.0")
    try await repository.checkout("main")
    try await repository.git("branch", "--quiet", "-D", "release/2.4.0")
    try await repository.installHook("pre-merge-commit")
    let merge = try await repository.run(["merge", "--no-ff", "--no-edit", "origin/release/2.4.0"])
    #expect((merge.status == 0) == passing, "\(merge)")
    #expect(merge.errors.contains("SHOP-4") == !passing, "\(merge)")
  }

  /// A merge of the release into main that stopped at a conflict, which is solved and not committed.
  private func conflict(passing: Bool) async throws -> GitRepository {
    let repository = try await release(passing: passing)
    try await repository.commit("SHOP-1 Describe the cart", files: ["README.md": "# Shop with carts\n"])
    try await repository.checkout("main")
    try await repository.commit("SHOP-50 Describe the shop", files: ["README.md": "# A shop\n"])
    for name in ["pre-merge-commit", "pre-commit"] { try await repository.installHook(name) }
    let merge = try await repository.run(["merge", "--no-edit", "release/2.4.0"])
    #expect(merge.output.contains("CONFLICT"), "\(merge)")
    try repository.write("README.md", "# A shop with carts\n")
    try await repository.git("add", "README.md")
    return repository
  }

  @Test func `stops the commit after a conflict with a release that lacks a ticket`() async throws {
    let repository = try await conflict(passing: false)
    let main = try await repository.id(of: "main")
    let commit = try await repository.run(["commit", "--no-edit"])
    #expect(commit.status != 0)
    #expect(commit.errors.contains("SHOP-4"), "\(commit)")
    #expect(try await repository.id(of: "main") == main)
  }

  @Test func `passes the commit after a conflict with a right release`() async throws {
    let repository = try await conflict(passing: true)
    let commit = try await repository.run(["commit", "--no-edit"])
    #expect(commit.status == 0, "\(commit)")
    #expect(try await repository.id(of: "main^2") == repository.id(of: "release/2.4.0"))
  }

  @Test func `stops the commit of a squashed release that lacks a ticket`() async throws {
    let repository = try await release(passing: false)
    try await repository.checkout("main")
    try await repository.installHook("pre-commit")
    try await repository.git("merge", "--quiet", "--squash", "release/2.4.0")
    let main = try await repository.id(of: "main")
    let commit = try await repository.run(["commit", "--message", "SHOP-900 Release 2.4.0"])
    #expect(commit.status != 0)
    #expect(commit.errors.contains("SHOP-4"), "\(commit)")
    #expect(try await repository.id(of: "main") == main)
  }

  @Test func `passes the commit of a squashed right release`() async throws {
    let repository = try await release(passing: true)
    try await repository.checkout("main")
    try await repository.installHook("pre-commit")
    try await repository.git("merge", "--quiet", "--squash", "release/2.4.0")
    let commit = try await repository.run(["commit", "--message", "SHOP-900 Release 2.4.0"])
    #expect(commit.status == 0, "\(commit)")
  }

  @Test func `says nothing about other commits, also of a squashed feature branch`() async throws {
    let repository = try await release(passing: false)
    try await repository.checkout(new: "feature/SHOP-50-start", at: "main")
    try await repository.commit("SHOP-50 Write down how to start", files: ["START.md": "make\n"])
    try await repository.installHook("pre-commit")
    for branch in ["main", "release/2.4.0"] {
      try await repository.checkout(branch)
      let commit = try await repository.run(["commit", "--quiet", "--allow-empty", "--message", "SHOP-51 Try"])
      #expect(commit.status == 0)
      #expect(commit.errors.isEmpty, "\(commit)")
      try await repository.git("merge", "--quiet", "--squash", "feature/SHOP-50-start")
      let squash = try await repository.run(["commit", "--quiet", "--message", "SHOP-50 Write it down"])
      #expect(squash.status == 0)
      #expect(squash.errors.isEmpty, "\(squash)")
    }
  }
}
