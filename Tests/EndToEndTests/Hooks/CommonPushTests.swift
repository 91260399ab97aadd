import TestSupport
import Testing

/// Pushes of main together with a release that was cut from it.
struct CommonPushTests {
  /// A main with work and a plan that nobody has pushed, and a release branch that was just cut from it.
  private func cut(server hook: String? = nil) async throws -> GitRepository {
    let repository = try await GitRepository.passing()
    let server = try await repository.addServer()
    try await repository.checkout("main")
    try await repository.commit(
      "SHOP-900 Plan 2.5.0", files: ["releases/2.5.0.json": ReleaseFixture.manifest(["SHOP-70"], version: "2.5.0")])
    try await repository.commit("SHOP-60 Mend a typo", files: ["README.md": "# A shop\n"])
    try await repository.git("branch", "--quiet", "release/2.5.0")
    if let hook { try await server.installHook(hook) } else { try await repository.installHook("pre-push") }
    return repository
  }

  private func expectSilence(_ push: ProgramResult, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(push.status == 0, sourceLocation: sourceLocation)
    #expect(push.errors.isEmpty, "\(push)", sourceLocation: sourceLocation)
  }

  @Test func `a branch that was just cut from main is no release that main brings`() async throws {
    let repository = try await cut()
    expectSilence(try await repository.push("main"))
    expectSilence(try await repository.push("release/2.5.0"))
  }

  @Test func `a release that comes with the main on which it was made is judged by that`() async throws {
    let repository = try await cut()
    try await repository.checkout("release/2.5.0")
    try await repository.commit("SHOP-70 Sort the cart", files: ["sort.js": "1\n"])
    expectSilence(try await repository.push("--dry-run", "main", "release/2.5.0"))
    try await repository.commitUnplannedWork()
    let push = try await repository.push("main", "release/2.5.0")
    #expect(push.status != 0)
    #expect(push.errors.contains("SHOP-9"), "\(push)")
    #expect(!push.errors.contains("SHOP-60"), "\(push)")
  }

  @Test func `a server judges it in the same way`() async throws {
    let repository = try await cut(server: "pre-receive")
    try await repository.checkout("release/2.5.0")
    try await repository.commit("SHOP-70 Sort the cart", files: ["sort.js": "1\n"])
    expectSilence(try await repository.push("main", "release/2.5.0"))
  }

  @Test(arguments: [true, false])
  func `a server judges a release that is pushed as main and as itself`(passing: Bool) async throws {
    let repository = try await passing ? GitRepository.passing() : .unfinished()
    let server = try await repository.addServer()
    try await server.installHook("pre-receive")
    let push = try await repository.push("release/2.4.0", "release/2.4.0:main")
    #expect((push.status == 0) == passing, "\(push)")
    #expect(push.errors.contains("SHOP-4") == !passing, "\(push)")
  }

  @Test func `a main that is moved to the release is no branch that was cut from it`() async throws {
    let repository = try await GitRepository.unfinished()
    _ = try await repository.addServer()
    try await repository.checkout("main")
    try await repository.git("merge", "--quiet", "--ff-only", "release/2.4.0")
    try await repository.installHook("pre-push")
    let push = try await repository.push("main")
    #expect(push.status != 0)
    #expect(push.errors.contains("SHOP-4"), "\(push)")
  }
}
