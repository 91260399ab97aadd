import TestSupport
import Testing

/// A release whose manifest is not on the base: each hook does what the policy says, or what is usual for it.
struct WithoutManifestTests {
  /// A repository that plans 2.4.0, with release/2.5.0 checked out, which nobody planned.
  private func unplanned(_ policy: String = "") async throws -> GitRepository {
    let repository = try await GitRepository.planning(["SHOP-1"], policy: ReleaseFixture.policy + policy)
    try await repository.checkout(new: "release/2.5.0", at: "main")
    try await repository.commit("SHOP-30 Search in descriptions", files: ["search.js": "all\n"])
    return repository
  }

  private func policy(_ hook: String, _ action: String) -> String {
    "hooks: {\(hook): {without-manifest: \(action)}}\n"
  }

  @Test func `pre-push warns, and blocks if the policy says so`() async throws {
    for (policy, passes) in [("", true), (policy("pre-push", "block"), false), (policy("pre-push", "warn"), true)] {
      let repository = try await unplanned(policy)
      _ = try await repository.addServer()
      try await repository.installHook("pre-push")
      let push = try await repository.push("release/2.5.0")
      #expect((push.status == 0) == passes, "\(policy) \(push)")
      #expect(push.errors.contains("2.5.0"), "\(push)")
    }
  }

  @Test func `pre-merge-commit blocks, and warns if the policy says so`() async throws {
    let warn = policy("pre-merge-commit", "warn")
    for (policy, passes) in [("", false), (warn, true), (policy("update", "warn"), false)] {
      let repository = try await unplanned(policy)
      try await repository.installHook("pre-merge-commit")
      try await repository.checkout("main")
      let merge = try await repository.run(["merge", "--quiet", "--no-ff", "--no-edit", "release/2.5.0"])
      #expect((merge.status == 0) == passes, "\(policy) \(merge)")
      #expect(merge.errors.contains("2.5.0"), "\(merge)")
    }
  }

  @Test func `pre-commit blocks, and warns if the policy says so`() async throws {
    for (policy, passes) in [("", false), (policy("pre-commit", "warn"), true)] {
      let repository = try await unplanned(policy)
      try await repository.installHook("pre-commit")
      try await repository.checkout("main")
      try await repository.git("merge", "--no-ff", "--no-commit", "release/2.5.0")
      let commit = try await repository.run(["commit", "--quiet", "--no-edit"])
      #expect((commit.status == 0) == passes, "\(policy) \(commit)")
      #expect(commit.errors.contains("2.5.0"), "\(commit)")
    }
  }

  @Test func `reference-transaction blocks, and warns if the policy says so`() async throws {
    for (policy, passes) in [("", false), (policy("reference-transaction", "warn"), true)] {
      let repository = try await unplanned(policy)
      try await repository.installHook("reference-transaction")
      try await repository.checkout("main")
      let merge = try await repository.run(["merge", "--quiet", "--ff-only", "release/2.5.0"])
      #expect((merge.status == 0) == passes, "\(policy) \(merge)")
      #expect(merge.errors.contains("2.5.0"), "\(merge)")
    }
  }

  @Test(arguments: ["pre-receive", "update"])
  func `server hooks block, and warn if the policy says so`(hook: String) async throws {
    for (policy, passes) in [("", false), (policy(hook, "warn"), true), (policy("pre-push", "warn"), false)] {
      let repository = try await unplanned(policy)
      let server = try await repository.addServer()
      try await server.installHook(hook)
      let push = try await repository.push("release/2.5.0")
      #expect((push.status == 0) == passes, "\(policy) \(push)")
      #expect(push.errors.contains("2.5.0"), "\(push)")
    }
  }
}
