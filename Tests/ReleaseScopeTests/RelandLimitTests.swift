import Testing

@testable import ReleaseScope

/// What is not done again by what a message names, and what is that both sides have.
struct RelandLimitTests {
  private static func known(_ name: String) -> ScopeAnswers.Known {
    .init(
      id: Story.id(name), isMerge: false, facts: facts("SHOP-3 Wish list"), isCommon: true, descendants: [])
  }

  /// Two works, of which a revert takes some back, and what a last commit says that it does again.
  private static func story(undoing undone: [String], _ reland: RevertClaim) -> Story {
    var story = Story()
    story.outside = [("old", "SHOP-3 Wish list")]
    story.commit("a", "SHOP-1 Cart (#7)")
    story.commit("b", "SHOP-2 Search (#8)")
    story.commit("r", "Take it back")
    story.commit("s", "Do it again")
    story.claims = ["r": [.made(ids: undone)], "s": [reland]]
    return story
  }

  @Test(arguments: [
    // An id that both sides have goes before a title and a key.
    (["a"], RevertClaim.made(.reland, ids: ["old"], titles: ["shop-1 cart"])),
    (["a"], .made(.reland, ids: ["old"], keys: ["SHOP-1"])),
    // So does a number, whatever became of its commit.
    (["b"], .made(.reland, requests: [7], titles: ["shop-2 search"])),
    (["b"], .made(.reland, requests: [7], keys: ["SHOP-2"])),
    // A key tells only alone.
    (["a"], .made(.reland, titles: ["wish list"], keys: ["SHOP-1"])),
    (["a"], .made(.reland, keys: ["SHOP-1", "SHOP-2"])),
  ])
  func `restores nothing by what says less than something else`(undone: [String], claim: RevertClaim) {
    let story = Self.story(undoing: undone, claim)
    #expect(story.taken("s") == nil)
    #expect(story.taken("r")?.undoes == undone)
  }

  @Test(arguments: [true, false])
  func `takes back the removal of older work that a title describes, if it is sure`(isCertain: Bool) {
    var story = Self.story(undoing: ["old"], .made(.reland, isCertain: isCertain, titles: ["wish list"]))
    var earlier = ScopeAnswers.Earlier()
    earlier.described = [Self.known("old")]
    story.answers.earlier[Story.id("s")] = earlier
    #expect(story.taken("s") == (isCertain ? .init(undoes: ["r"], by: [.id]) : nil))
    #expect(story.states["SHOP-3"] == (isCertain ? "absent" : "removed"))
  }

  @Test func `takes back no removal of other work, none that it does not build on, and none that is taken back`() {
    var story = Self.story(undoing: ["old"], .made(.reland, ids: ["other"]))
    story.outside.append(("other", "SHOP-4 Prices"))
    #expect(story.taken("s") == nil)
    #expect(story.states["SHOP-3"] == "removed")
    story = Story()
    story.outside = [("old", "SHOP-3 Wish list")]
    story.commit("x", "SHOP-9 Before")
    story.commit("r", "Take it back", on: ["x"])
    story.commit("s", "Do it again", on: ["x"])
    story.claims = ["r": [.made(ids: ["old"])], "s": [.made(.reland, ids: ["old"])]]
    #expect(story.taken("s") == nil)
    story = Story()
    story.outside = [("old", "SHOP-3 Wish list")]
    for name in ["r", "q", "s"] { story.commit(name, "Step") }
    story.claims = ["r": [.made(ids: ["old"])], "q": [.made(ids: ["r"])], "s": [.made(.reland, ids: ["old"])]]
    #expect(story.taken("q")?.undoes == ["r"])
    #expect(story.taken("s") == nil)
  }

  @Test func `takes back no revert that was resolved by quoting what that quotes`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Take it back")
    story.commit("s", "Do it again")
    story.claims = [
      "r": [.made(ids: ["a"], titles: ["wish list"])], "s": [.made(.reland, titles: ["wish list"])],
    ]
    #expect(story.taken("s") == nil)
    #expect(story.states == ["SHOP-1": "reverted"])
  }

  @Test func `takes no revert back that nobody can resolve, where the title is that of later work`() {
    var story = Story()
    story.commit("r", "Take it back")
    story.commit("a", "Wish list")
    story.commit("s", "Do it again")
    let claim = RevertClaim.made(.reland, titles: ["wish list"])
    story.claims = ["r": [.made(titles: ["wish list"])], "s": [claim]]
    #expect(story.taken("s") == nil)
  }
}
