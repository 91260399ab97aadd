import TestSupport
import Testing

/// Hooks whose program is gone: what nobody judged does not pass.
struct MissingProgramTests {
  private static let program = "/nowhere/relscope"

  @Test func `blocks the push of a release branch`() async throws {
    let repository = try await GitRepository.passing()
    let server = try await repository.addServer()
    try await repository.installHook("pre-push", program: Self.program)
    let push = try await repository.push("release/2.4.0")
    #expect(push.status != 0)
    #expect(!push.errors.isEmpty)
    #expect(try await server.branches() == ["main"])
  }

  @Test(arguments: ["pre-receive", "update"])
  func `blocks the push of a release branch on the server`(hook: String) async throws {
    let repository = try await GitRepository.passing()
    let server = try await repository.addServer()
    try await server.installHook(hook, program: Self.program)
    let push = try await repository.push("release/2.4.0")
    #expect(push.status != 0, "\(push)")
    #expect(try await server.branches() == ["main"])
  }

  @Test func `blocks a merge`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.installHook("pre-merge-commit", program: Self.program)
    try await repository.checkout("main")
    let main = try await repository.id(of: "main")
    let merge = try await repository.run(["merge", "--no-ff", "--no-edit", "release/2.4.0"])
    #expect(merge.status != 0, "\(merge)")
    #expect(try await repository.id(of: "main") == main)
  }

  @Test func `blocks the commit of a merge and of a squash`() async throws {
    for options in [["--no-commit", "--no-ff"], ["--squash"]] {
      let repository = try await GitRepository.passing()
      try await repository.checkout("main")
      try await repository.git(["merge"] + options + ["release/2.4.0"])
      try await repository.installHook("pre-commit", program: Self.program)
      let main = try await repository.id(of: "main")
      let commit = try await repository.run(["commit", "--message", "SHOP-900 Release 2.4.0"])
      #expect(commit.status != 0, "\(commit)")
      #expect(try await repository.id(of: "main") == main)
    }
  }

  @Test func `blocks a fast-forward of main`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.checkout("main")
    try await repository.installHook("reference-transaction", program: Self.program)
    let main = try await repository.id(of: "main")
    let merge = try await repository.run(["merge", "--ff-only", "release/2.4.0"])
    #expect(merge.status != 0, "\(merge)")
    #expect(try await repository.id(of: "main") == main)
  }

  @Test func `blocks a commit whose message nobody read`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.installHook("commit-msg", program: Self.program)
    let commit = try await repository.run(["commit", "--allow-empty", "--message", "SHOP-1 Keep the cart"])
    #expect(commit.status != 0, "\(commit)")
  }
}
