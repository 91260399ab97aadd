import TestSupport
import Testing

/// `RELSCOPE_SKIP` skips the hooks with a reason that stays behind.
struct HookSkipTests {
  private static let skip: [String: String?] = ["RELSCOPE_SKIP": "production is down, the lead agreed"]

  private func expectSkipped(
    _ result: ProgramResult, in repository: GitRepository, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    #expect(result.status == 0, "\(result)", sourceLocation: sourceLocation)
    #expect(
      result.errors.contains("production is down, the lead agreed"), "\(result)", sourceLocation: sourceLocation)
    let lines = try await repository.skipLog().split(separator: "\n")
    #expect(lines.count == 1, "\(lines)", sourceLocation: sourceLocation)
    #expect(
      lines.allSatisfy { $0.contains("production is down, the lead agreed") }, "\(lines)",
      sourceLocation: sourceLocation)
  }

  @Test func `skips pre-push`() async throws {
    let repository = try await GitRepository.mismatched()
    let server = try await repository.addServer()
    try await repository.installHook("pre-push")
    let push = try await repository.push("release/2.4.0", setting: Self.skip)
    try await expectSkipped(push, in: repository)
    #expect(try await server.branches() == ["main", "release/2.4.0"])
  }

  @Test func `skips pre-merge-commit, and writes for all worktrees in one place`() async throws {
    let repository = try await GitRepository.mismatched()
    try await repository.installHook("pre-merge-commit")
    let worktree = try await repository.addWorktree("main")
    let merge = try await worktree.run(["merge", "--no-ff", "--no-edit", "release/2.4.0"], setting: Self.skip)
    try await expectSkipped(merge, in: repository)
  }

  @Test func `skips pre-commit`() async throws {
    let repository = try await GitRepository.mismatched()
    try await repository.installHook("pre-commit")
    try await repository.checkout("main")
    try await repository.git("merge", "--no-ff", "--no-commit", "release/2.4.0")
    let commit = try await repository.run(["commit", "--quiet", "--no-edit"], setting: Self.skip)
    try await expectSkipped(commit, in: repository)
  }

  @Test func `skips reference-transaction`() async throws {
    let repository = try await GitRepository.mismatched()
    try await repository.installHook("reference-transaction")
    try await repository.checkout("main")
    let merge = try await repository.run(["merge", "--ff-only", "release/2.4.0"], setting: Self.skip)
    try await expectSkipped(merge, in: repository)
  }

  @Test func `skips commit-msg`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1"])
    try await repository.installHook("commit-msg")
    let commit = try await repository.run(
      ["commit", "--quiet", "--allow-empty", "--message", "Keep the cart"], setting: Self.skip)
    try await expectSkipped(commit, in: repository)
  }

  @Test func `skips what mends a policy that cannot be read`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1"])
    try await repository.checkout("main")
    try await repository.commit("SHOP-900 Break it", files: [".relscope.yml": "bass: main\n"])
    try repository.write(".relscope.yml", ReleaseFixture.policy)
    try await repository.installHook("reference-transaction")
    let commit = try await repository.run(
      ["commit", "--quiet", "--all", "--message", "SHOP-900 Mend it"], setting: Self.skip)
    try await expectSkipped(commit, in: repository)
  }

  @Test(arguments: ["pre-receive", "update"])
  func `skips nothing on a server, whose gate is not for the pusher to open`(hook: String) async throws {
    let repository = try await GitRepository.mismatched()
    let server = try await repository.addServer()
    try await server.installHook(hook)
    let push = try await repository.push("release/2.4.0", setting: Self.skip)
    #expect(push.status != 0, "\(push)")
    #expect(push.errors.contains("RELSCOPE_SKIP counts for nothing on a server"), "\(push)")
    #expect(try await server.branches() == ["main"])
    #expect(try await server.skipLog().isEmpty)
  }

  @Test func `does not skip for an empty reason`() async throws {
    let repository = try await GitRepository.mismatched()
    _ = try await repository.addServer()
    try await repository.installHook("pre-push")
    let push = try await repository.push("release/2.4.0", setting: ["RELSCOPE_SKIP": ""])
    #expect(push.status != 0)
    #expect(push.errors.contains("SHOP-9"), "\(push)")
    #expect(try await repository.skipLog().isEmpty)
  }

  @Test func `adds to the log, one line for each skip whatever the reason`() async throws {
    let repository = try await GitRepository.mismatched()
    _ = try await repository.addServer()
    try await repository.installHook("pre-push")
    for reason in ["first", "second\n2026-11-02T09:00:00Z pre-push nobody", "third \u{1B}[31m"] {
      let push = try await repository.push("--dry-run", "release/2.4.0", setting: ["RELSCOPE_SKIP": reason])
      #expect(push.status == 0, "\(push)")
      #expect(!push.errors.contains("\u{1B}"), "\(push)")
    }
    let log = try await repository.skipLog()
    let lines = log.split(separator: "\n")
    #expect(lines.count == 3, "\(log)")
    #expect(zip(lines, ["first", "second", "third"]).allSatisfy { $0.contains($1) }, "\(log)")
    #expect(!log.contains("\u{1B}"))
  }
}
