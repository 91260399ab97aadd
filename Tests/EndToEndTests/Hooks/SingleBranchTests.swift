import TestSupport
import Testing

/// Hooks in a clone of one branch, in which the base is not, or is the only one.
struct SingleBranchTests {
  /// A clone of one branch of a server that has a release with a ticket too many, with all hooks.
  private func clone(of branch: String, base: String = "main") async throws -> (clone: GitRepository, base: String) {
    let policy = ReleaseFixture.policy.replacing("base: main", with: "base: \(base)")
    let repository = try await GitRepository.mismatched(policy: policy)
    if base != "main" { try await repository.git("branch", "--quiet", "--move", "main", base) }
    let server = try await repository.clone(bare: true)
    let clone = try await server.clone(branch: branch, isSingle: true)
    let install = try await Relscope(for: clone).run(["hooks", "install"], in: clone.path)
    try #require(install.status == 0, "\(install)")
    #expect(install.output.contains("the base is '\(base)'"), "\(install)")
    return (clone, base)
  }

  @Test(arguments: ["main", "develop"])
  func `does not let pass a push to a base that is not here`(base: String) async throws {
    let (clone, _) = try await clone(of: "release/2.4.0", base: base)
    let push = try await clone.push("HEAD:refs/heads/\(base)")
    #expect(push.status != 0)
    #expect(push.errors.contains("INCOMPLETE: this clone has no '\(base)'"), "\(push)")
    let feature = try await clone.push("HEAD:refs/heads/feature/SHOP-1-week")
    #expect(feature.status == 0, "\(feature)")
    #expect(feature.errors.isEmpty, "\(feature)")
  }

  @Test(arguments: ["main", "develop"])
  func `gates the base once it is here`(base: String) async throws {
    let (clone, _) = try await clone(of: "release/2.4.0", base: base)
    try await clone.git("fetch", "--quiet", "origin", "\(base):refs/remotes/origin/\(base)")
    try await clone.git("checkout", "--quiet", "-b", base, "origin/\(base)")
    let forward = try await clone.run(["merge", "--ff-only", "release/2.4.0"])
    #expect(forward.status != 0)
    #expect(forward.errors.contains("SHOP-9"), "\(forward)")
    try await clone.git("reset", "--quiet", "--hard")
    let merge = try await clone.run(["merge", "--no-ff", "--no-edit", "release/2.4.0"])
    #expect(merge.status != 0)
    #expect(merge.errors.contains("SHOP-9"), "\(merge)")
    try await clone.git("reset", "--quiet", "--hard")
    try await clone.commit("SHOP-50 Write down how to start", files: ["START.md": "make\n"])
    let push = try await clone.push(base)
    #expect(push.status == 0, "\(push)")
    #expect(push.errors.isEmpty, "\(push)")
  }

  @Test func `judges a release that was fetched without a branch and is pushed as main`() async throws {
    let (clone, _) = try await clone(of: "main")
    try await clone.git("fetch", "--quiet", "origin", "release/2.4.0")
    let push = try await clone.push("FETCH_HEAD:refs/heads/main")
    #expect(push.status != 0)
    #expect(push.errors.contains("SHOP-9"), "\(push)")
  }

  @Test func `the first push of a base passes`() async throws {
    let repository = try await GitRepository.mismatched()
    try await repository.git("branch", "--quiet", "-D", "main")
    let empty = try await GitRepository(bare: true)
    try await repository.git("remote", "add", "origin", empty.path)
    try await repository.installHook("pre-push")
    let push = try await repository.push("HEAD~2:refs/heads/main")
    #expect(push.status == 0, "\(push)")
  }
}
