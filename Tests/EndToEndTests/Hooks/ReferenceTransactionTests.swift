import TestSupport
import Testing

/// Moves of main that end in no merge commit, through the hook reference-transaction.
struct ReferenceTransactionTests {
  /// A release, right or without one of its tickets, with main checked out.
  private func release(passing: Bool) async throws -> GitRepository {
    let repository = try await passing ? GitRepository.passing() : .unfinished()
    try await repository.checkout("main")
    return repository
  }

  @Test func `stops a fast-forward to a release that lacks a ticket`() async throws {
    let repository = try await release(passing: false)
    try await repository.installHook("reference-transaction")
    let main = try await repository.id(of: "main")
    let merge = try await repository.run(["merge", "--ff-only", "release/2.4.0"])
    #expect(merge.status != 0)
    #expect(merge.errors.contains("SHOP-4"), "\(merge)")
    #expect(try await repository.id(of: "main") == main)
    // Git has updated the index and the work tree before it asks, and leaves them so.
    #expect(try await repository.git("status", "--porcelain") == "A  cart.js")
    try await repository.git("reset", "--quiet", "--hard")
    #expect(try await repository.git("status", "--porcelain").isEmpty)
    #expect(try await repository.id(of: "HEAD") == main)
  }

  @Test func `passes a fast-forward to a right release`() async throws {
    let repository = try await release(passing: true)
    try await repository.installHook("reference-transaction")
    let merge = try await repository.run(["merge", "--ff-only", "release/2.4.0"])
    #expect(merge.status == 0, "\(merge)")
    #expect(try await repository.id(of: "main") == repository.id(of: "release/2.4.0"))
  }

  @Test(arguments: [true, false])
  func `judges pull --ff-only`(passing: Bool) async throws {
    let repository = try await release(passing: passing)
    _ = try await repository.addServer()
    try await repository.git("push", "--quiet", "origin", "release/2.4.0")
    try await repository.git("branch", "--quiet", "-D", "release/2.4.0")
    try await repository.installHook("reference-transaction")
    let main = try await repository.id(of: "main")
    let pull = try await repository.run(["pull", "--ff-only", "origin", "release/2.4.0"])
    #expect((pull.status == 0) == passing, "\(pull)")
    #expect(pull.errors.contains("SHOP-4") == !passing, "\(pull)")
    let moved = try await repository.id(of: "main") != main
    #expect(moved == passing)
  }

  @Test(arguments: [true, false])
  func `judges pull --ff-only from an address that is no remote`(passing: Bool) async throws {
    let repository = try await release(passing: passing)
    let other = try await repository.clone(bare: true)
    try await repository.git("branch", "--quiet", "-D", "release/2.4.0")
    try await repository.installHook("reference-transaction")
    let pull = try await repository.run(["pull", "--ff-only", other.path, "release/2.4.0"])
    #expect((pull.status == 0) == passing, "\(pull)")
    #expect(pull.errors.contains("SHOP-4") == !passing, "\(pull)")
  }

  @Test func `lets a new repository start, with all hooks`() async throws {
    let repository = try await GitRepository()
    let server = try await repository.clone(bare: true)
    try await repository.git("remote", "add", "origin", server.path)
    for name in ["commit-msg", "pre-commit", "pre-merge-commit", "pre-push", "reference-transaction"] {
      try await repository.installHook(name)
    }
    let commit = try await repository.run(["commit", "--quiet", "--allow-empty", "--message", "Start"])
    #expect(commit.status == 0, "\(commit)")
    let push = try await repository.push("main", "main:feature/try")
    #expect(push.status == 0, "\(push)")
    #expect(try await server.branches() == ["feature/try", "main"])
  }

  @Test(arguments: [true, false])
  func `judges a branch that is forced`(passing: Bool) async throws {
    let repository = try await release(passing: passing)
    try await repository.checkout("release/2.4.0")
    try await repository.installHook("reference-transaction")
    let main = try await repository.id(of: "main")
    let force = try await repository.run(["branch", "--force", "main", "release/2.4.0"])
    #expect((force.status == 0) == passing, "\(force)")
    #expect(force.errors.contains("SHOP-4") == !passing, "\(force)")
    let moved = try await repository.id(of: "main") != main
    #expect(moved == passing)
  }

  @Test(arguments: [true, false])
  func `judges a merge that skips the other hooks`(passing: Bool) async throws {
    let repository = try await release(passing: passing)
    for name in ["pre-merge-commit", "reference-transaction"] { try await repository.installHook(name) }
    let main = try await repository.id(of: "main")
    let merge = try await repository.run(["merge", "--no-verify", "--no-ff", "--no-edit", "release/2.4.0"])
    #expect((merge.status == 0) == passing, "\(merge)")
    #expect(merge.errors.contains("SHOP-4") == !passing, "\(merge)")
    let moved = try await repository.id(of: "main") != main
    #expect(moved == passing)
  }

  @Test(arguments: [true, false])
  func `judges update-ref and reset`(passing: Bool) async throws {
    let repository = try await release(passing: passing)
    try await repository.installHook("reference-transaction")
    let main = try await repository.id(of: "main")
    for command in [["update-ref", "refs/heads/main", "release/2.4.0"], ["reset", "--soft", "release/2.4.0"]] {
      let move = try await repository.run(command)
      #expect((move.status == 0) == passing, "\(move)")
      #expect(move.errors.contains("SHOP-4") == !passing, "\(move)")
      if passing { try await repository.git("reset", "--quiet", "--hard", main) }
    }
  }

  @Test func `says nothing about commits, tags, branches and a fetch`() async throws {
    let repository = try await release(passing: false)
    let server = try await repository.addServer()
    let colleague = try await server.clone()
    try await colleague.checkout(new: "release/2.4.0")
    try await colleague.commitUnplannedWork()
    try await colleague.git("push", "--quiet", "origin", "release/2.4.0")
    try await repository.installHook("reference-transaction")
    let commands = [
      ["fetch", "--quiet", "origin"],
      ["commit", "--quiet", "--allow-empty", "--message", "SHOP-50 Write down how to start"],
      ["checkout", "--quiet", "-b", "feature/SHOP-9-vouchers"],
      ["commit", "--quiet", "--allow-empty", "--message", "SHOP-9 Accept two vouchers"],
      ["tag", "v2.4.0", "release/2.4.0"],
      ["tag", "--annotate", "--message", "Release 2.4.0", "2.4.0", "release/2.4.0"],
      ["branch", "--quiet", "copy", "release/2.4.0"],
      ["branch", "--quiet", "-D", "copy"],
      ["checkout", "--quiet", "main"],
      ["merge", "--quiet", "--ff-only", "feature/SHOP-9-vouchers"],
      ["reset", "--quiet", "--hard", "HEAD~1"],
      ["checkout", "--quiet", "release/2.4.0"],
      ["commit", "--quiet", "--allow-empty", "--message", "SHOP-9 Accept two vouchers"],
    ]
    for command in commands {
      let result = try await repository.run(command)
      #expect(result.status == 0)
      #expect(result.errors.isEmpty, "\(result)")
    }
  }
}
