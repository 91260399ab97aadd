import TestSupport
import Testing

/// Moves of main to a commit below the tip of a release branch.
struct PartOfReleaseTests {
  /// A release branch whose tip but one is right for its manifest, or lacks a ticket; main is checked out.
  private func release(passing: Bool, hooks: String...) async throws -> GitRepository {
    let repository = try await passing ? GitRepository.passing() : .unfinished()
    try await repository.commit("SHOP-1 Go on")
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
  func `judges a branch that is forced`(passing: Bool) async throws {
    let repository = try await release(passing: passing, hooks: "reference-transaction")
    try await repository.checkout("release/2.4.0")
    expect(try await repository.run(["branch", "--force", "main", "release/2.4.0~1"]), passing: passing)
  }

  @Test(arguments: [true, false])
  func `judges a merge of an id`(passing: Bool) async throws {
    let repository = try await release(passing: passing, hooks: "pre-merge-commit")
    let id = try await repository.id(of: "release/2.4.0~1")
    expect(try await repository.run(["merge", "--no-ff", "--no-edit", id]), passing: passing)
  }

  @Test(arguments: [true, false])
  func `judges a feature branch that was cut from it`(passing: Bool) async throws {
    let repository = try await release(passing: passing, hooks: "pre-merge-commit")
    try await repository.checkout(new: "feature/SHOP-1-week", at: "release/2.4.0~1")
    try await repository.commit("SHOP-1 Keep it for a week")
    try await repository.checkout("main")
    expect(try await repository.run(["merge", "--no-ff", "--no-edit", "feature/SHOP-1-week"]), passing: passing)
  }

  @Test func `says nothing about a fix that goes to the release and to main`() async throws {
    let repository = try await release(passing: false, hooks: "pre-merge-commit", "reference-transaction", "pre-push")
    _ = try await repository.addServer()
    try await repository.checkout(new: "fix/SHOP-60-typo", at: "main")
    try await repository.commit("SHOP-60 Mend a typo", files: ["README.md": "# A shop\n"])
    try await repository.checkout("release/2.4.0")
    try await repository.merge("fix/SHOP-60-typo")
    try await repository.checkout("main")
    let merge = try await repository.run(["merge", "--quiet", "--no-edit", "fix/SHOP-60-typo"])
    #expect(merge.status == 0)
    #expect(merge.errors.isEmpty, "\(merge)")
    let push = try await repository.push("main")
    #expect(push.status == 0)
    #expect(push.errors.isEmpty, "\(push)")
  }

  @Test func `says nothing about a main from which a release was cut before it was pushed`() async throws {
    let repository = try await release(
      passing: false, hooks: "pre-merge-commit", "reference-transaction", "pre-push")
    _ = try await repository.addServer()
    try await repository.commit("SHOP-60 Mend a typo", files: ["README.md": "# A shop\n"])
    try await repository.checkout(new: "release/2.5.0")
    try await repository.commit("SHOP-61 Go on", files: ["NEXT.md": "next\n"])
    try await repository.checkout("main")
    try await repository.commit("SHOP-62 Mend another", files: ["README.md": "# Our shop\n"])
    let push = try await repository.push("main")
    #expect(push.status == 0)
    #expect(push.errors.isEmpty, "\(push)")
  }
}
