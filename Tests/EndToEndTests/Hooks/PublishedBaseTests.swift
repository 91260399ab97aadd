import TestSupport
import Testing

/// What the remote's base has decides, and not what is merged here and not pushed.
struct PublishedBaseTests {
  private func expect(
    _ result: ProgramResult, passing: Bool, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect((result.status == 0) == passing, "\(result)", sourceLocation: sourceLocation)
    #expect(result.errors.contains("SHOP-9") == !passing, "\(result)", sourceLocation: sourceLocation)
  }

  private func release(passing: Bool) async throws -> (repository: GitRepository, server: GitRepository) {
    let repository = try await GitRepository.mismatched()
    if passing { try await repository.git("reset", "--quiet", "--hard", "HEAD~1") }
    let server = try await repository.addServer()
    return (repository, server)
  }

  @Test(arguments: [true, false])
  func `judges a release branch that the local main has already`(passing: Bool) async throws {
    let (repository, _) = try await release(passing: passing)
    try await repository.checkout("main")
    try await repository.git("merge", "--quiet", "--ff-only", "release/2.4.0")
    try await repository.installHook("pre-push")
    expect(try await repository.push("release/2.4.0"), passing: passing)
  }

  @Test(arguments: [true, false])
  func `judges a release of which the local main has a part`(passing: Bool) async throws {
    let (repository, _) = try await release(passing: passing)
    try await repository.commit("SHOP-1 Go on")
    try await repository.checkout("main")
    try await repository.git("merge", "--quiet", "--ff-only", "release/2.4.0~1")
    try await repository.installHook("pre-push")
    expect(try await repository.push("release/2.4.0"), passing: passing)
  }

  @Test func `takes the manifest of a local main that is ahead by its own work`() async throws {
    let (repository, _) = try await release(passing: false)
    try await repository.checkout("main")
    try await repository.commit(
      "SHOP-900 Plan SHOP-9", files: ["releases/2.4.0.json": ReleaseFixture.manifest(["SHOP-1", "SHOP-9"])])
    try await repository.installHook("pre-push")
    let push = try await repository.push("release/2.4.0")
    #expect(push.status == 0, "\(push)")
  }

  @Test(arguments: [true, false])
  func `judges a forced push of main over a commit that is not here`(passing: Bool) async throws {
    let (repository, server) = try await release(passing: passing)
    let colleague = try await server.clone()
    try await colleague.commit("SHOP-60 Mend a typo")
    try await colleague.git("push", "--quiet", "origin", "main")
    try await repository.checkout("main")
    try await repository.merge("release/2.4.0")
    try await repository.installHook("pre-push")
    expect(try await repository.push("--force", "main"), passing: passing)
  }

  @Test func `blocks a forced push of main of whose remote nothing is known`() async throws {
    let (repository, server) = try await release(passing: true)
    let colleague = try await server.clone()
    try await colleague.commit("SHOP-60 Mend a typo")
    try await colleague.git("push", "--quiet", "origin", "main")
    try await repository.git("remote", "remove", "origin")
    try await repository.installHook("pre-push")
    let push = try await repository.run(["push", "--quiet", "--force", server.path, "main"])
    #expect(push.status != 0)
    #expect(push.errors.contains("INCOMPLETE"), "\(push)")
    #expect(push.errors.contains("run: git fetch \(server.path) main"), "\(push)")
    try await repository.git("fetch", "--quiet", server.path, "main")
    let again = try await repository.run(["push", "--quiet", "--force", server.path, "main"])
    #expect(again.status == 0, "\(again)")
  }

  @Test(arguments: [true, false])
  func `judges a main that is made anew`(passing: Bool) async throws {
    let (repository, _) = try await release(passing: passing)
    try await repository.installHook("reference-transaction")
    let deletion = try await repository.run(["branch", "--quiet", "-D", "main"])
    #expect(deletion.status == 0, "\(deletion)")
    expect(try await repository.run(["branch", "main", "release/2.4.0"]), passing: passing)
    let old = try await repository.run(["branch", "--force", "main", "origin/main"])
    #expect(old.status == 0, "\(old)")
  }

  @Test func `says nothing about a pull of a main that has the release`() async throws {
    let (repository, server) = try await release(passing: false)
    let colleague = try await server.clone()
    try await colleague.git("fetch", "--quiet", repository.path, "release/2.4.0")
    try await colleague.git("merge", "--quiet", "--no-ff", "-m", "Merge branch 'release/2.4.0'", "FETCH_HEAD")
    try await colleague.git("push", "--quiet", "origin", "main")
    for way in ["--no-rebase", "--rebase"] {
      try await repository.checkout("main")
      try await repository.commit("SHOP-60 Mend a typo", files: ["README.md": "# \(way)\n"])
      for hook in ["pre-merge-commit", "pre-commit", "reference-transaction"] { try await repository.installHook(hook) }
      let pull = try await repository.run(["pull", "--quiet", way, "--no-edit", "origin", "main"])
      #expect(pull.status == 0)
      #expect(pull.errors.isEmpty, "\(pull)")
      try await repository.git("reset", "--quiet", "--hard", "origin/main~1")
    }
  }
}
