import TestSupport
import Testing

/// Pushes of branches through the hook pre-push.
struct PrePushTests {
  @Test func `stops a release branch with a ticket too many, and says which`() async throws {
    let repository = try await GitRepository.mismatched()
    let server = try await repository.addServer()
    try await repository.installHook("pre-push")
    let push = try await repository.push("release/2.4.0")
    #expect(push.status != 0)
    #expect(push.errors.contains("SHOP-9"), "\(push)")
    #expect(push.output.isEmpty, "\(push)")
    #expect(try await server.branches() == ["main"])
  }

  @Test func `passes a release branch that holds what the manifest says`() async throws {
    let repository = try await GitRepository.passing()
    let server = try await repository.addServer()
    try await repository.installHook("pre-push")
    let push = try await repository.push("release/2.4.0")
    #expect(push.status == 0, "\(push)")
    #expect(try await server.id(of: "release/2.4.0") == repository.id(of: "release/2.4.0"))
  }

  @Test func `passes a release branch that is not finished`() async throws {
    let repository = try await GitRepository.unfinished()
    _ = try await repository.addServer()
    try await repository.installHook("pre-push")
    let push = try await repository.push("release/2.4.0")
    #expect(push.status == 0, "\(push)")
  }

  @Test(arguments: [true, false])
  func `judges what a release branch becomes`(passing: Bool) async throws {
    let repository = try await GitRepository.planning(["SHOP-1"])
    let server = try await repository.addServer()
    try await repository.git("push", "--quiet", "origin", "release/2.4.0")
    try await repository.installHook("pre-push")
    try await repository.commit("SHOP-1 Keep the cart of a guest")
    if !passing { try await repository.commitUnplannedWork() }
    let push = try await repository.push("release/2.4.0")
    #expect((push.status == 0) == passing, "\(push)")
    let moved = try await server.id(of: "release/2.4.0") == repository.id(of: "release/2.4.0")
    #expect(moved == passing)
  }

  @Test func `says nothing about a feature branch`() async throws {
    let repository = try await GitRepository.mismatched()
    _ = try await repository.addServer()
    try await repository.installHook("pre-push")
    try await repository.checkout(new: "feature/SHOP-9-vouchers")
    let push = try await repository.push("feature/SHOP-9-vouchers")
    #expect(push.status == 0)
    #expect(push.errors.isEmpty, "\(push)")
  }

  @Test func `goes by the name on the remote`() async throws {
    let repository = try await GitRepository.mismatched()
    let server = try await repository.addServer()
    try await repository.installHook("pre-push")
    for source in ["HEAD", "HEAD~0", try await repository.id(of: "HEAD")] {
      let push = try await repository.push(source + ":refs/heads/release/2.4.0")
      #expect(push.status != 0, "\(push)")
      #expect(push.errors.contains("SHOP-9"), "\(push)")
    }
    let elsewhere = try await repository.push("release/2.4.0:refs/heads/feature/try")
    #expect(elsewhere.status == 0, "\(elsewhere)")
    #expect(try await server.branches() == ["feature/try", "main"])
    let right = try await repository.push("HEAD~1:refs/heads/release/2.4.0")
    #expect(right.status == 0, "\(right)")
  }

  @Test func `blocks all for one that is bad`() async throws {
    let repository = try await GitRepository.mismatched()
    let server = try await repository.addServer()
    try await repository.installHook("pre-push")
    try await repository.git("branch", "feature/SHOP-1-cart", "HEAD~1")
    try await repository.git("branch", "zzz", "HEAD~1")
    let push = try await repository.push("feature/SHOP-1-cart", "release/2.4.0", "zzz")
    #expect(push.status != 0)
    #expect(push.errors.contains("SHOP-9"), "\(push)")
    #expect(try await server.branches() == ["main"])
  }

  @Test func `passes several that are right`() async throws {
    let repository = try await GitRepository.passing()
    let server = try await repository.addServer()
    try await repository.installHook("pre-push")
    try await repository.git("branch", "feature/SHOP-1-cart", "HEAD~1")
    let push = try await repository.push("--all")
    #expect(push.status == 0, "\(push)")
    #expect(try await server.branches() == ["feature/SHOP-1-cart", "main", "release/2.4.0"])
  }

  @Test func `passes deletions, also beside a branch that it judges`() async throws {
    let repository = try await GitRepository.mismatched()
    let server = try await repository.addServer()
    try await repository.git("push", "--quiet", "origin", "release/2.4.0", "release/2.4.0:feature/old")
    try await repository.installHook("pre-push")
    let deletion = try await repository.push(":release/2.4.0")
    #expect(deletion.status == 0, "\(deletion)")
    #expect(try await server.branches() == ["feature/old", "main"])
    let both = try await repository.push(":feature/old", "release/2.4.0")
    #expect(both.status != 0, "\(both)")
    #expect(try await server.branches() == ["feature/old", "main"])
  }

  @Test(arguments: [true, false])
  func `judges a forced update`(passing: Bool) async throws {
    let repository = try await GitRepository.passing()
    let server = try await repository.addServer()
    try await repository.git("push", "--quiet", "origin", "release/2.4.0")
    try await repository.installHook("pre-push")
    let subject = passing ? "PAY-2 Refund in two parts" : "SHOP-9 Refund in two parts"
    try await repository.git("commit", "--quiet", "--amend", "--message", subject)
    let push = try await repository.push("--force", "release/2.4.0")
    #expect((push.status == 0) == passing, "\(push)")
    let moved = try await server.id(of: "release/2.4.0") == repository.id(of: "release/2.4.0")
    #expect(moved == passing)
  }

  @Test(arguments: [true, false])
  func `judges a forced update over commits that are not here`(passing: Bool) async throws {
    let repository = try await GitRepository.passing()
    let server = try await repository.addServer()
    try await repository.git("push", "--quiet", "origin", "release/2.4.0")
    let colleague = try await server.clone(branch: "release/2.4.0")
    try await colleague.commit("SHOP-1 Keep it for a week")
    try await colleague.git("push", "--quiet", "origin", "release/2.4.0")
    try await repository.installHook("pre-push")
    if !passing { try await repository.commitUnplannedWork() }
    let push = try await repository.push("--force", "release/2.4.0")
    #expect((push.status == 0) == passing, "\(push)")
    #expect(push.errors.contains("SHOP-9") == !passing, "\(push)")
  }

  @Test func `runs for a dry run, and does not for --no-verify`() async throws {
    let repository = try await GitRepository.mismatched()
    let server = try await repository.addServer()
    try await repository.installHook("pre-push")
    let dry = try await repository.push("--dry-run", "release/2.4.0")
    #expect(dry.status != 0)
    #expect(dry.errors.contains("SHOP-9"), "\(dry)")
    let bypass = try await repository.push("--no-verify", "release/2.4.0")
    #expect(bypass.status == 0, "\(bypass)")
    #expect(try await server.branches() == ["main", "release/2.4.0"])
  }

  @Test func `passes when there is nothing to push`() async throws {
    let repository = try await GitRepository.mismatched()
    _ = try await repository.addServer()
    try await repository.git("push", "--quiet", "origin", "release/2.4.0")
    try await repository.installHook("pre-push")
    let push = try await repository.push("release/2.4.0")
    #expect(push.status == 0)
    #expect(push.errors.isEmpty, "\(push)")
  }

  @Test func `does not let pass what libgit2 cannot read`() async throws {
    let repository = try await GitRepository.mismatched(objectFormat: "sha256")
    let server = try await repository.addServer()
    try await repository.installHook("pre-push")
    let push = try await repository.push("release/2.4.0")
    #expect(push.status != 0)
    #expect(push.errors.contains("SHA-256"), "\(push)")
    #expect(try await server.branches() == ["main"])
  }

  @Test(arguments: [true, false])
  func `judges a push from a linked worktree and from a folder below`(passing: Bool) async throws {
    let repository = try await GitRepository.mismatched(name: "dana's shop")
    if passing { try await repository.git("reset", "--quiet", "--hard", "HEAD~1") }
    _ = try await repository.addServer()
    try await repository.installHook("pre-push")
    let worktree = try await repository.addWorktree("main")
    try worktree.write("src/deep/a.js", "")
    for folder in [[], ["-C", "src/deep"]] {
      let push = try await worktree.run(folder + ["push", "--dry-run", "origin", "release/2.4.0"])
      #expect((push.status == 0) == passing, "\(push)")
      #expect(push.errors.contains("SHOP-9") == !passing, "\(push)")
    }
  }

  @Test(arguments: [true, false])
  func `judges a push to an address that is no remote`(passing: Bool) async throws {
    let repository = try await GitRepository.mismatched()
    if passing { try await repository.git("reset", "--quiet", "--hard", "HEAD~1") }
    let server = try await repository.addServer()
    try await repository.installHook("pre-push")
    let push = try await repository.run(["push", "--quiet", server.path, "release/2.4.0"])
    #expect((push.status == 0) == passing, "\(push)")
    #expect(push.errors.contains("SHOP-9") == !passing, "\(push)")
  }

  @Test func `stops what a cherry-pick and a rebase brought past the other hooks`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1"])
    _ = try await repository.addServer()
    for name in ["commit-msg", "pre-commit", "pre-merge-commit", "pre-push", "reference-transaction"] {
      try await repository.installHook(name)
    }
    try await repository.checkout(new: "feature/SHOP-9-vouchers")
    try await repository.commitUnplannedWork()
    try await repository.checkout("release/2.4.0")
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "keep\n"])
    let right = try await repository.push("release/2.4.0")
    #expect(right.status == 0, "\(right)")
    try await repository.cherryPick("feature/SHOP-9-vouchers")
    let picked = try await repository.push("release/2.4.0")
    #expect(picked.status != 0)
    #expect(picked.errors.contains("SHOP-9"), "\(picked)")
    try await repository.git("reset", "--quiet", "--hard", "HEAD~1")
    try await repository.git("rebase", "--quiet", "release/2.4.0", "feature/SHOP-9-vouchers")
    let rebased = try await repository.push("HEAD:release/2.4.0")
    #expect(rebased.status != 0)
    #expect(rebased.errors.contains("SHOP-9"), "\(rebased)")
  }

  @Test(arguments: [["--all"], ["--mirror"], ["main", "release/2.4.0"], ["refs/heads/*:refs/heads/*"]])
  func `finds the release branch in a push of everything`(arguments: [String]) async throws {
    let repository = try await GitRepository.mismatched()
    let server = try await repository.addServer()
    try await repository.installHook("pre-push")
    let push = try await repository.run(["push", "--quiet", "origin"] + arguments)
    #expect(push.status != 0)
    #expect(push.errors.contains("SHOP-9"), "\(push)")
    #expect(try await server.branches() == ["main"])
  }

  @Test func `does not let pass what a shallow history hides`() async throws {
    let repository = try await GitRepository.passing()
    let server = try await repository.addServer()
    try await repository.git("push", "--quiet", "origin", "release/2.4.0")
    let shallow = try await server.clone(depth: 1, branch: "release/2.4.0")
    try await shallow.installHook("pre-push")
    try await shallow.commit("SHOP-1 Keep it for a week")
    let push = try await shallow.push("release/2.4.0")
    #expect(push.status != 0)
    #expect(push.errors.contains("--unshallow"), "\(push)")
  }
}
