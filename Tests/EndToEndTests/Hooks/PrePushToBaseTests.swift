import TestSupport
import Testing

/// Pushes of main and of tags through the hook pre-push: both judge the release as a merge does.
struct PrePushToBaseTests {
  /// Merges the release into main, which is checked out then.
  private func merge(_ repository: GitRepository) async throws {
    try await repository.checkout("main")
    try await repository.merge("release/2.4.0")
  }

  @Test func `stops a push to main that merges a release which lacks a ticket`() async throws {
    let repository = try await GitRepository.unfinished()
    let server = try await repository.addServer()
    try await repository.installHook("pre-push")
    try await merge(repository)
    let push = try await repository.push("main")
    #expect(push.status != 0)
    #expect(push.errors.contains("SHOP-4"), "\(push)")
    #expect(try await server.id(of: "main") == repository.id(of: "main^1"))
  }

  @Test func `passes a push to main that merges a right release`() async throws {
    let repository = try await GitRepository.passing()
    let server = try await repository.addServer()
    try await repository.installHook("pre-push")
    try await merge(repository)
    let push = try await repository.push("main")
    #expect(push.status == 0, "\(push)")
    #expect(try await server.id(of: "main") == repository.id(of: "main"))
  }

  @Test(arguments: [true, false])
  func `judges a release branch that is pushed as main`(passing: Bool) async throws {
    let repository = try await passing ? GitRepository.passing() : .unfinished()
    _ = try await repository.addServer()
    try await repository.installHook("pre-push")
    let push = try await repository.push("release/2.4.0:main")
    #expect((push.status == 0) == passing, "\(push)")
    #expect(push.errors.contains("SHOP-4") == !passing, "\(push)")
  }

  @Test func `passes an ordinary commit to main, and a feature branch that is merged`() async throws {
    let repository = try await GitRepository.unfinished()
    _ = try await repository.addServer()
    try await repository.installHook("pre-push")
    try await repository.checkout("main")
    try await repository.commit("SHOP-50 Write down how to start", files: ["START.md": "make\n"])
    let commit = try await repository.push("main")
    #expect(commit.status == 0, "\(commit)")
    try await repository.checkout(new: "feature/SHOP-51-help")
    try await repository.commit("SHOP-51 Write a help page", files: ["HELP.md": "help\n"])
    try await repository.checkout("main")
    try await repository.merge("feature/SHOP-51-help")
    let merge = try await repository.push("main")
    #expect(merge.status == 0, "\(merge)")
  }

  @Test(arguments: ["v2.4.0", "2.4.0"])
  func `stops a release tag on a release that lacks a ticket`(name: String) async throws {
    let repository = try await GitRepository.unfinished()
    let server = try await repository.addServer()
    try await repository.installHook("pre-push")
    try await repository.tag(name, message: "Release 2.4.0")
    let push = try await repository.push(name)
    #expect(push.status != 0)
    #expect(push.errors.contains("SHOP-4"), "\(push)")
    #expect(try await server.git("tag").isEmpty)
  }

  @Test(arguments: ["v2.4.0", "2.4.0"])
  func `passes a release tag on a right release`(name: String) async throws {
    let repository = try await GitRepository.passing()
    let server = try await repository.addServer()
    try await repository.installHook("pre-push")
    try await repository.tag(name, message: "Release 2.4.0")
    let push = try await repository.push(name)
    #expect(push.status == 0, "\(push)")
    #expect(try await server.git("tag") == name)
  }

  @Test func `passes a release tag on main after a right release was merged`() async throws {
    let repository = try await GitRepository.passing()
    _ = try await repository.addServer()
    try await repository.installHook("pre-push")
    try await merge(repository)
    try await repository.tag("v2.4.0", message: "Release 2.4.0")
    let both = try await repository.push("--dry-run", "main", "v2.4.0")
    #expect(both.status == 0, "\(both)")
    let main = try await repository.push("main")
    #expect(main.status == 0, "\(main)")
    let tag = try await repository.push("v2.4.0")
    #expect(tag.status == 0, "\(tag)")
  }

  @Test func `passes tags of files and trees, unless they are called as a release`() async throws {
    let repository = try await GitRepository.mismatched()
    _ = try await repository.addServer()
    try await repository.installHook("pre-push")
    try await repository.git("tag", "tree", "main^{tree}")
    try await repository.git("tag", "9.9.9", "main:.relscope.yml")
    try await repository.git("tag", "v2.4.0", "main^{tree}")
    let tags = try await repository.push("tree", "9.9.9")
    #expect(tags.status == 0, "\(tags)")
    #expect(tags.errors.isEmpty, "\(tags)")
    let release = try await repository.push("v2.4.0")
    #expect(release.status != 0)
    #expect(release.errors.contains("it is not a commit"), "\(release)")
  }

  @Test func `passes tags that are no versions`() async throws {
    let repository = try await GitRepository.mismatched()
    _ = try await repository.addServer()
    try await repository.installHook("pre-push")
    try await repository.tag("nightly-17", message: "A build")
    try await repository.tag("tried")
    let push = try await repository.push("nightly-17", "tried")
    #expect(push.status == 0)
    #expect(push.errors.isEmpty, "\(push)")
  }

  @Test func `stops a release tag on main after a release was merged that lacks a ticket`() async throws {
    let repository = try await GitRepository.unfinished()
    _ = try await repository.addServer()
    try await merge(repository)
    try await repository.git("push", "--quiet", "origin", "main")
    try await repository.installHook("pre-push")
    try await repository.tag("v2.4.0", message: "Release 2.4.0")
    let push = try await repository.push("v2.4.0")
    #expect(push.status != 0)
    #expect(push.errors.contains("SHOP-4"), "\(push)")
    #expect(!push.errors.contains("SHOP-1 "), "\(push)")
  }

  @Test(arguments: [true, false])
  func `finds the release that came to main by way of another branch`(passing: Bool) async throws {
    let repository = try await passing ? GitRepository.passing() : .unfinished()
    _ = try await repository.addServer()
    try await repository.installHook("pre-push")
    try await repository.checkout(new: "staging", at: "main")
    try await repository.merge("release/2.4.0")
    try await repository.checkout("main")
    try await repository.merge("staging")
    let push = try await repository.push("main")
    #expect((push.status == 0) == passing, "\(push)")
    #expect(push.errors.contains("SHOP-4") == !passing, "\(push)")
  }
}
