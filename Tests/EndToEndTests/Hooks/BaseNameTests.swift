import TestSupport
import Testing

/// Bases that are neither main nor master, and policies that cannot be read.
struct BaseNameTests {
  @Test(arguments: ["pre-receive", "update"])
  func `a server's HEAD names the base`(hook: String) async throws {
    for passing in [true, false] {
      let repository = try await GitRepository.mismatched(
        policy: ReleaseFixture.policy.replacing("base: main", with: "base: trunk"))
      if passing { try await repository.git("reset", "--quiet", "--hard", "HEAD~1") }
      try await repository.git("branch", "--quiet", "--move", "main", "trunk")
      let server = try await GitRepository(bare: true)
      try await server.git("symbolic-ref", "HEAD", "refs/heads/trunk")
      try await repository.git("remote", "add", "origin", server.path)
      try await repository.git("push", "--quiet", "origin", "trunk", "trunk:refs/heads/main")
      try await server.installHook(hook)
      let branch = try await repository.push("release/2.4.0")
      #expect((branch.status == 0) == passing, "\(branch)")
      #expect(branch.errors.contains("SHOP-9") == !passing, "\(branch)")
      try await repository.checkout("trunk")
      try await repository.merge("release/2.4.0")
      let merge = try await repository.push("trunk")
      #expect((merge.status == 0) == passing, "\(merge)")
      #expect(merge.errors.contains("SHOP-9") == !passing, "\(merge)")
    }
  }

  @Test func `the last policy that could be read says what a release branch is`() async throws {
    let policy = ReleaseFixture.policy.replacing("\"release/{version}\"", with: "\"rel-{version}\"")
    let repository = try await GitRepository.mismatched(policy: policy)
    try await repository.git("branch", "--quiet", "--move", "release/2.4.0", "rel-2.4.0")
    try await repository.checkout("main")
    try await repository.commit("SHOP-900 Break the policy", files: [".relscope.yml": "bass: main\n"])
    _ = try await repository.addServer()
    try await repository.installHook("pre-push")
    let release = try await repository.push("rel-2.4.0")
    #expect(release.status != 0)
    #expect(release.errors.contains("unknown key 'bass'"), "\(release)")
    let other = try await repository.push("rel-2.4.0:refs/heads/feature/try")
    #expect(other.status == 0, "\(other)")
    try await repository.commit("SHOP-900 Mend the policy", files: [".relscope.yml": policy])
    let fix = try await repository.push("main")
    #expect(fix.status == 0, "\(fix)")
    let judged = try await repository.push("rel-2.4.0")
    #expect(judged.status != 0)
    #expect(judged.errors.contains("SHOP-9"), "\(judged)")
  }
}
