import TestSupport
import Testing

/// Pushes of main with releases whose branches are gone: what is left of them still tells.
struct GoneBranchTests {
  /// A release, right or without one of its tickets, with main checked out and a server beside it.
  private func release(passing: Bool, hooks: String...) async throws -> GitRepository {
    let repository = try await passing ? GitRepository.passing() : .unfinished()
    _ = try await repository.addServer()
    for hook in hooks { try await repository.installHook(hook) }
    try await repository.checkout("main")
    return repository
  }

  private func expect(
    _ result: ProgramResult, passing: Bool, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect((result.status == 0) == passing, "\(result)", sourceLocation: sourceLocation)
    #expect(result.errors.contains("SHOP-4") == !passing, "\(result)", sourceLocation: sourceLocation)
  }

  @Test(arguments: [true, false])
  func `a merge names the branch`(passing: Bool) async throws {
    let repository = try await release(passing: passing, hooks: "pre-push")
    try await repository.merge("release/2.4.0")
    try await repository.git("branch", "--quiet", "-D", "release/2.4.0")
    expect(try await repository.push("main"), passing: passing)
  }

  @Test(arguments: [true, false])
  func `an octopus merge names several`(passing: Bool) async throws {
    let repository = try await release(passing: passing, hooks: "pre-push")
    for branch in ["x", "y"] {
      try await repository.checkout(new: branch, at: "main")
      try await repository.commit("SHOP-50 Write down \(branch)", files: ["\(branch).md": "make\n"])
    }
    try await repository.checkout("main")
    try await repository.merge("x", "release/2.4.0", "y")
    #expect(try await repository.git("log", "-1", "--format=%P").split(separator: " ").count == 4)
    try await repository.git("branch", "--quiet", "-D", "x", "y", "release/2.4.0")
    expect(try await repository.push("main"), passing: passing)
  }

  @Test(arguments: [true, false])
  func `a merge on the way by another branch names it`(passing: Bool) async throws {
    let repository = try await release(passing: passing, hooks: "pre-push")
    try await repository.checkout(new: "staging")
    try await repository.merge("release/2.4.0")
    try await repository.checkout("main")
    try await repository.merge("staging")
    try await repository.git("branch", "--quiet", "-D", "staging", "release/2.4.0")
    expect(try await repository.push("main"), passing: passing)
  }

  @Test(arguments: [true, false])
  func `features that were merged into it name it`(passing: Bool) async throws {
    let repository = try await release(passing: passing, hooks: "pre-push")
    try await repository.checkout(new: "feature/SHOP-1-week", at: "release/2.4.0")
    try await repository.commit("SHOP-1 Keep it for a week", files: ["week.js": "7\n"])
    try await repository.checkout("release/2.4.0")
    try await repository.merge("feature/SHOP-1-week")
    try await repository.commit("SHOP-1 Say so", files: ["SAY.md": "so\n"])
    try await repository.checkout("main")
    try await repository.merge("release/2.4.0", message: "Our next step")
    try await repository.git("branch", "--quiet", "-D", "feature/SHOP-1-week", "release/2.4.0")
    expect(try await repository.push("main"), passing: passing)
  }

  @Test(arguments: [true, false])
  func `a tag names it, in a merge and in a push`(passing: Bool) async throws {
    let repository = try await release(passing: passing, hooks: "pre-merge-commit")
    try await repository.tag("v2.4.0", at: "release/2.4.0", message: "Release 2.4.0")
    try await repository.git("branch", "--quiet", "-D", "release/2.4.0")
    expect(try await repository.run(["merge", "--no-ff", "--no-edit", "v2.4.0"]), passing: passing)
    if !passing { try await repository.git("commit", "--quiet", "--no-verify", "--no-edit") }
    try await repository.installHook("pre-push")
    expect(try await repository.push("main"), passing: passing)
    // A server may have the merge without the tag: the subject is what is left.
    try await repository.git("tag", "--delete", "v2.4.0")
    expect(try await repository.push("main"), passing: passing)
  }

  @Test(arguments: [true, false])
  func `an older tip on the remote does not stand for what is merged`(passing: Bool) async throws {
    let repository = try await GitRepository.passing()
    if !passing { try await repository.commitUnplannedWork() }
    _ = try await repository.addServer()
    try await repository.git("push", "--quiet", "origin", "release/2.4.0~1:refs/heads/release/2.4.0")
    try await repository.installHook("pre-push")
    try await repository.checkout("main")
    try await repository.merge("release/2.4.0")
    try await repository.git("branch", "--quiet", "-D", "release/2.4.0")
    let push = try await repository.push("main")
    #expect((push.status == 0) == passing, "\(push)")
    #expect(push.errors.contains("SHOP-9") == !passing, "\(push)")
  }

  @Test(arguments: [true, false])
  func `a squash that skipped the hook changes what the branch does`(passing: Bool) async throws {
    let repository = try await release(passing: passing, hooks: "pre-commit", "pre-push")
    try await repository.checkout("release/2.4.0")
    try await repository.commit("SHOP-1 Keep it for a week", files: ["week.js": "7\n"])
    try await repository.checkout("main")
    try await repository.commit("SHOP-50 Write down how to start", files: ["START.md": "make\n"])
    try await repository.git("merge", "--quiet", "--squash", "release/2.4.0")
    try await repository.git("commit", "--quiet", "--no-verify", "--message", "SHOP-900 Our next step")
    expect(try await repository.push("main"), passing: passing)
  }

  @Test(arguments: [true, false])
  func `a squash that skips the hook is judged as it is committed`(passing: Bool) async throws {
    let repository = try await release(passing: passing, hooks: "pre-commit", "reference-transaction")
    try await repository.git("merge", "--quiet", "--squash", "release/2.4.0")
    let commit = try await repository.run(["commit", "--quiet", "--no-verify", "--message", "SHOP-900 Our next step"])
    expect(commit, passing: passing)
  }

  @Test func `cherry-picks of single commits to main are ordinary work`() async throws {
    let repository = try await release(passing: false, hooks: "pre-commit", "pre-push", "reference-transaction")
    try await repository.checkout("release/2.4.0")
    try await repository.commit("SHOP-1 Keep it for a week", files: ["week.js": "7\n"])
    try await repository.checkout("main")
    for commit in ["release/2.4.0~1", "release/2.4.0"] { try await repository.cherryPick(commit) }
    let push = try await repository.push("main")
    #expect(push.status == 0)
    #expect(push.errors.isEmpty, "\(push)")
  }
}
