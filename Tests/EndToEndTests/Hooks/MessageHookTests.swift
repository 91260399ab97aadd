import TestSupport
import Testing

/// What `commit-msg` asks of messages, by real commits.
struct MessageHookTests {
  private func commit(
    _ message: String, on branch: String = "feature/SHOP-12-cart", policy: String = "",
    in folder: GatedRepository? = nil
  ) async throws -> ProgramResult {
    let gated: GatedRepository
    if let folder { gated = folder } else { gated = try await GatedRepository(isRight: true, policy: policy) }
    try await gated.install("commit-msg")
    if branch != "release/2.4.0" { try await gated.clone.checkout(new: branch) }
    return try await gated.git("commit", "--quiet", "--allow-empty", "--cleanup=strip", "-m", message)
  }

  @Test(arguments: [
    "SHOP-12 Keep the cart", "Keep the cart\n\nTicket: SHOP-12", "PAY-3 Another ticket", "fixup! Keep the cart",
    "squash! Keep the cart", "Revert \"SHOP-1 Keep the cart\"",
  ])
  func `takes a message that names a ticket or needs none`(message: String) async throws {
    let result = try await commit(message)
    #expect(result.status == 0, "\(result)")
  }

  @Test(arguments: [
    "Keep the cart", "Keep the cart, see SHOP-12 maybe\n\nsee SHOP-12", "Keep\n\n# SHOP-12 in a comment",
  ])
  func `refuses a message without a ticket, with the line to add`(message: String) async throws {
    let result = try await commit(message.replacing(", see SHOP-12 maybe", with: ""))
    #expect(result.status == 1, "\(result)")
    #expect(result.errors.contains("add a line at its end: Ticket: SHOP-12"), "\(result)")
  }

  @Test func `suggests the ticket that was meant`() async throws {
    let result = try await commit("shop-12 Keep the cart")
    #expect(result.status == 1)
    #expect(result.errors.contains("'shop-12' looks like SHOP-12"), "\(result)")
  }

  @Test func `names the planned tickets on a release branch`() async throws {
    let result = try await commit("Raise the version", on: "release/2.4.0")
    #expect(result.status == 1)
    #expect(result.errors.contains("planned: SHOP-1, PAY-2"), "\(result)")
  }

  @Test func `asks nothing on other branches`() async throws {
    let result = try await commit("Try something", on: "spike")
    #expect(result.status == 0, "\(result)")
  }

  @Test func `adds the ticket when the policy says so`() async throws {
    let gated = try await GatedRepository(isRight: true, policy: "hooks: {commit-msg: {missing-key: add}}\n")
    let result = try await commit("Keep the cart\n\nIn the session.", in: gated)
    #expect(result.status == 0, "\(result)")
    let message = try await gated.clone.git("log", "-1", "--format=%B")
    #expect(message == "Keep the cart\n\nIn the session.\n\nTicket: SHOP-12\n")
  }

  @Test func `leaves merges alone`() async throws {
    let gated = try await GatedRepository(isRight: true)
    try await gated.install("commit-msg")
    try await gated.clone.checkout("main")
    try await gated.clone.checkout(new: "feature/SHOP-12-cart")
    let merge = try await gated.git("merge", "--no-ff", "-m", "Take the release in", "release/2.4.0")
    #expect(merge.status == 0, "\(merge)")
  }
}
