import Testing

@testable import ReleaseScope

/// What is in effect of work that both sides have, and of what takes it back.
struct WorkInEffectTests {
  /// Newest first.
  private static func left(_ commits: [(name: String, message: String, claims: [RevertClaim])]) -> [String] {
    let known = commits.map { commit in
      var told = facts(commit.message)
      told.reverts = commit.claims
      return ScopeAnswers.Known(
        id: Story.id(commit.name), isMerge: false, facts: told, isCommon: true, descendants: [])
    }
    return known.inEffect.map { Story.name($0.id) }
  }

  @Test func `leaves out what is taken back, and what takes it back`() {
    #expect(Self.left([("b", "SHOP-2 Search", []), ("a", "SHOP-1 Cart", [])]) == ["b", "a"])
    let undone = Self.left([
      ("r", "Take it back", [.made(ids: ["a"])]), ("b", "SHOP-2 Search", []), ("a", "SHOP-1 Cart", []),
    ])
    #expect(undone == ["b"])
  }

  @Test(arguments: [
    [RevertClaim.made(ids: ["a"]), .made(titles: ["search"])], [.made(in: .item, ids: ["a"])],
    [.made(.reland, ids: ["a"])],
    [.made(ids: ["x"])], [.made(ids: ["x"], titles: ["shop-1 cart"])], [.made(titles: ["wish list"])],
  ])
  func `keeps what does more than take one work back`(claims: [RevertClaim]) {
    #expect(Self.left([("r", "Take it back", claims), ("a", "SHOP-1 Cart", [])]) == ["r", "a"])
  }

  @Test func `keeps what a revert took back that was taken back itself`() {
    let left = Self.left([
      ("s", "Bring it back", [.made(ids: ["r"])]), ("r", "Take it back", [.made(ids: ["a"])]),
      ("a", "SHOP-1 Cart", []),
    ])
    #expect(left == ["a"])
  }

  @Test func `leaves out one work for each revert of a title`() {
    let title = RevertClaim.made(titles: ["shop-1 cart"])
    let left = Self.left([
      ("s", "Take it back again", [title]), ("r", "Take it back", [title]), ("b", "SHOP-1 Cart", []),
      ("a", "SHOP-1 Cart", []),
    ])
    #expect(left.isEmpty)
  }
}
