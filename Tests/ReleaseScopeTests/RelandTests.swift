import ReleaseScope
import Testing

/// What is done again.
struct RelandTests {
  /// Work, its revert, and what a third commit says that it does again.
  private static func story(_ reland: RevertClaim, isReverted: Bool = true) -> Story {
    var story = Story()
    story.commit("a", "SHOP-1 Cart (#7)")
    story.commit("r", "Take it back")
    story.commit("s", "Do it again")
    if isReverted { story.claims["r"] = [.made(ids: ["a"])] }
    story.claims["s"] = [reland]
    return story
  }

  @Test(arguments: [
    (RevertClaim.made(.reland, ids: ["a"]), RevertMatch.id), (.made(.reland, requests: [7]), .request),
    (.made(.reland, titles: ["shop-1 cart"]), .subject), (.made(.reland, keys: ["SHOP-1"]), .subject),
  ])
  func `restores what was taken back, however it is named`(claim: RevertClaim, match: RevertMatch) {
    let story = Self.story(claim)
    #expect(story.taken("s") == .init(restores: ["a"], by: [match]))
    #expect(story.states == ["SHOP-1": "delivered"])
  }

  @Test(arguments: [RevertClaim.made(.reland, ids: ["a"]), .made(.reland, keys: ["SHOP-1"])])
  func `restores nothing that is in effect, and is work for what it names`(claim: RevertClaim) {
    let story = Self.story(claim, isReverted: false)
    #expect(story.taken("s") == nil)
    #expect(story.states == ["SHOP-1": "delivered"])
  }

  @Test func `is work for the ticket that it names where nothing was taken back in the range`() {
    var story = Story()
    story.commit("s", "Do it again")
    story.claims["s"] = [.made(.reland, titles: ["wish list"], keys: ["SHOP-3"])]
    #expect(story.states == ["SHOP-3": "delivered"])
    #expect(story.untracked.isEmpty)
  }

  @Test func `restores every commit that ids name, and only the newest of a title`() {
    var story = Story()
    for name in ["a", "b"] { story.commit(name, "SHOP-1 Cart") }
    story.commit("r", "Take it back")
    story.commit("s", "Do it again")
    story.claims = ["r": [.made(ids: ["a", "b"])], "s": [.made(.reland, ids: ["a", "b"])]]
    #expect(story.taken("s")?.restores == ["b", "a"])
    story.claims["s"] = [.made(.reland, titles: ["shop-1 cart"])]
    #expect(story.taken("s")?.restores == ["b"])
  }

  @Test func `takes back the removal of what both sides have`() {
    var story = Story()
    story.outside = [("old", "SHOP-1 Cart")]
    story.commit("r", "Take it back")
    story.commit("s", "Do it again")
    story.claims = ["r": [.made(ids: ["old"])], "s": [.made(.reland, ids: ["old"])]]
    #expect(story.taken("s") == .init(undoes: ["r"], by: [.id]))
    #expect(story.states.isEmpty)
  }

  @Test func `takes back a revert that was not resolved and quotes the same`() {
    var story = Story()
    story.commit("r", "Take it back")
    story.commit("s", "Do it again")
    story.claims = [
      "r": [.made(titles: ["wish list"], keys: ["SHOP-3"])], "s": [.made(.reland, titles: ["wish list"])],
    ]
    #expect(story.taken("s") == .init(undoes: ["r"], by: [.id]))
    story.claims["s"] = [.made(.reland, titles: ["search box"])]
    #expect(story.taken("s") == nil)
  }

  @Test func `restores by a key alone the only work that is undone and opens with it, without merges`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Search")
    story.commit("c", "SHOP-1 Cart, tested")
    story.commit("r", "Take it back")
    story.commit("s", "Do it again")
    story.claims = ["r": [.made(ids: ["a", "b"])], "s": [.made(.reland, keys: ["SHOP-1"])]]
    #expect(story.taken("s")?.restores == ["a"])
    story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-1 Cart", on: ["x"])
    story.commit("m", "SHOP-1 Merge the cart", on: ["x", "a"])
    story.commit("r", "Take it back")
    story.commit("s", "Do it again")
    story.claims = ["r": [.made(ids: ["m"])], "s": [.made(.reland, keys: ["SHOP-1"])]]
    #expect(story.taken("s")?.restores == ["a"])
  }
}
