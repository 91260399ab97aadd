import TestSupport
import Testing

/// What `commit-msg` adds when the policy says so, and moves of the base that are somebody else's.
struct HookPolicyTests {
  @Test func `adds the ticket of the branch to a message`() async throws {
    let gated = try await GatedRepository(isRight: true, policy: "hooks: {commit-msg: {missing-key: add}}\n")
    try await gated.install("commit-msg")
    try await gated.clone.checkout(new: "feature/SHOP-12-cart")
    let result = try await gated.git("commit", "--allow-empty", "-m", "Keep the cart\n\nIn the session.")
    #expect(result.status == 0, "\(result)")
    let message = try await gated.clone.git("log", "-1", "--format=%B")
    #expect(message == "Keep the cart\n\nIn the session.\n\nTicket: SHOP-12\n")
  }

  @Test func `lets no release out of a clone that has no base to judge it by`() async throws {
    let gated = try await GatedRepository(isRight: false)
    try await gated.clone.git("push", "--quiet", "origin", "release/2.4.0")
    try await gated.clone.git("remote", "set-branches", "origin", "release/2.4.0")
    for ref in ["refs/heads/main", "refs/remotes/origin/main"] { try await gated.clone.git("update-ref", "-d", ref) }
    try await gated.install("pre-push")
    try await gated.clone.commit("SHOP-1 Go on", files: ["more.js": "x"])
    let push = try await gated.git("push", "origin", "release/2.4.0")
    #expect(push.status != 0, "\(push)")
    #expect(push.errors.contains("git fetch origin main:refs/remotes/origin/main"))
    #expect(try await gated.git("push", "origin", "HEAD:refs/heads/feature/x").status == 0)
  }

  @Test func `takes over what the remote's base has already`() async throws {
    let gated = try await GatedRepository(isRight: false)
    try await gated.clone.checkout("main")
    try await gated.install("reference-transaction")
    let other = try await gated.server.clone()
    try await other.git("fetch", "--quiet", gated.clone.path, "release/2.4.0")
    try await other.git("merge", "--quiet", "--no-ff", "-m", "Merge branch 'release/2.4.0'", "FETCH_HEAD")
    try await other.git("push", "--quiet", "origin", "main")
    let pull = try await gated.git("pull", "--quiet", "--ff-only", "origin", "main")
    #expect(pull.status == 0, "\(pull)")
  }

  @Test func `blocks a push that a wrong policy cannot judge, and lets its correction pass`() async throws {
    let gated = try await GatedRepository(isRight: true)
    try await gated.install("pre-push")
    try await gated.clone.checkout("main")
    try await gated.clone.commit("SHOP-51 Break the policy", files: [".relscope.yml": "bass: main\n"])
    try await gated.clone.git("push", "--quiet", "origin", "main")
    let wrong = try await gated.git("push", "origin", "release/2.4.0")
    #expect(wrong.status != 0)
    #expect(wrong.errors.contains("did you mean 'base'?"), "\(wrong)")
    try await gated.clone.commit("SHOP-51 Mend the policy", files: [".relscope.yml": ReleaseFixture.policy])
    #expect(try await gated.git("push", "origin", "main").status == 0)
    #expect(try await gated.git("push", "origin", "release/2.4.0").status == 0)
  }
}
