import ReleaseScope
import Testing

/// What becomes of a ticket in the end.
struct TicketStateTests {
  private static func older() -> Story {
    var story = Story()
    story.outside = [("old", "SHOP-1 Cart")]
    return story
  }

  @Test func `is removed, and not only reverted, when older work goes with that of the range`() {
    var story = Self.older()
    story.commit("a", "SHOP-1 Cart, tested")
    story.commit("r", "Take it back")
    story.commit("s", "Take the rest back")
    story.claims = ["r": [.made(ids: ["a"])], "s": [.made(ids: ["old"])]]
    #expect(story.states == ["SHOP-1": "removed"])
  }

  @Test(arguments: [(true, "delivered"), (false, "removed")])
  func `is delivered by work that came after the removal`(isAfter: Bool, state: String) {
    var story = Self.older()
    if !isAfter { story.commit("a", "SHOP-1 Cart, tested") }
    story.commit("r", "Take it back")
    if isAfter { story.commit("a", "SHOP-1 Cart, tested") }
    story.claims["r"] = [.made(ids: ["old"])]
    #expect(story.states == ["SHOP-1": state])
  }

  @Test func `is no removal when the base took the same back`() {
    var story = Self.older()
    story.commit("a", "SHOP-1 Cart, tested")
    story.commit("r", "Take it back")
    story.onBase("s", "Take it back there")
    story.claims = ["r": [.made(ids: ["old"])], "s": [.made(ids: ["old"])]]
    #expect(story.states == ["SHOP-1": "delivered"])
  }

  @Test func `is delivered when the same is done again after it was taken back`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart (#7)")
    story.commit("r", "Take it back")
    story.commit("b", "SHOP-1 Cart (#7)")
    story.claims["r"] = [.made(ids: ["a"])]
    #expect(story.states == ["SHOP-1": "delivered"])
  }

  @Test(arguments: [(["s"], "delivered"), (["s", "b"], "partly-reverted")])
  func `is delivered by the commits of a squash that was taken back, if all of them are in effect`(
    undone: [String], state: String
  ) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Search")
    story.commit("s", "SHOP-1 The cart")
    story.commit("r", "Take it back")
    story.said["s"] = { $0.squashOf = [WrittenID(Story.id("a")), WrittenID(Story.id("b"))] }
    story.claims["r"] = [.made(ids: undone)]
    #expect(story.states["SHOP-1"] == state)
  }

  @Test func `is partly reverted when the same was there before it was taken back`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-1 Cart")
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: ["a"])]
    #expect(story.states == ["SHOP-1": "partly-reverted"])
  }

  @Test(arguments: [
    (["CHANGES.txt"], "reverted"), (["docs/release-notes.md", "changelog/12.md"], "reverted"),
    (["CHANGES.txt", "Cart.swift"], "partly-reverted"), ([], "partly-reverted"), (nil, "partly-reverted"),
    (["RELEASE_NOTES.md"], "reverted"),
    (["Changes/Cart.swift"], "reverted"), (["Exchange.swift"], "partly-reverted"),
  ])
  func `is reverted when only the change log is left`(paths: [String]?, state: String) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-1 Tell of the cart")
    story.commit("c", "SHOP-2 Search")
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: ["a"])]
    var scope = story.scope
    #expect(scope.leftovers == [Story.id("b")])
    scope.settle(paths.map { [Story.id("b"): $0] } ?? [:])
    #expect(scope.tickets[RuleStory.key("SHOP-1")]?.state.rawValue == state)
    #expect(scope.tickets[RuleStory.key("SHOP-2")]?.state == .delivered)
  }

  @Test func `counts a merge by what it brought`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-2 Search\n\n\(Story.picked("y"))", on: ["x"])
    story.commit("m", "Merge branch 'SHOP-1'", on: ["x", "a"])
    story.onBase("y", "SHOP-2 Search")
    #expect(story.states == ["SHOP-9": "delivered", "SHOP-2": "already-on-base", "SHOP-1": "already-on-base"])
  }

  @Test func `is no work as the merge of what only takes back`() {
    var story = Story()
    story.outside = [("old", "SHOP-3 Wish list")]
    story.commit("x", "SHOP-9 Before")
    story.commit("r", "Take it back", on: ["x"])
    story.commit("m", "Merge branch 'SHOP-1'", on: ["x", "r"])
    story.claims["r"] = [.made(ids: ["old"])]
    #expect(story.states == ["SHOP-9": "delivered", "SHOP-3": "removed"])
  }

  @Test func `is removed by the key in the claim where the older commit has none`() {
    var story = Story()
    story.outside = [("old", "Tidy up")]
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: ["old"], keys: ["SHOP-3"])]
    #expect(story.states == ["SHOP-3": "removed"])
  }

  @Test func `is removed by the revert of its merge where nothing else tells what the merge brought`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "tidy up", on: ["shared"])
    story.commit("m", "Merge branch 'SHOP-3'", on: ["x", "a"])
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: ["m"])]
    story.answers.brought[Story.id("m")] = [
      .init(id: Story.id("old"), isMerge: false, facts: facts("tidy up more"), isCommon: true, descendants: [])
    ]
    story.answers.remains[.init(of: Story.id("old"), in: Story.id("r"))] = Remains.none
    #expect(story.states["SHOP-3"] == "removed")
  }

  @Test func `is removed when the base took it back and brought it back again`() {
    var story = Self.older()
    story.commit("r", "Take it back")
    story.onBase("s", "Take it back there")
    story.onBase("t", "Bring it back there")
    story.claims = ["r": [.made(ids: ["old"])], "s": [.made(ids: ["old"])], "t": [.made(ids: ["s"])]]
    #expect(story.states == ["SHOP-1": "removed"])
  }

  @Test func `is not in doubt by a revert that is itself taken back`() {
    var story = Story()
    story.commit("r", "Take it back")
    story.commit("s", "Bring it back")
    story.claims = ["r": [.made(titles: ["wish list"], keys: ["SHOP-3"])], "s": [.made(ids: ["r"])]]
    #expect(story.states.isEmpty)
  }

  @Test func `counts a merge without the merges below it`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-2 Search\n\n\(Story.picked("y"))", on: ["x"])
    story.commit("w", "SHOP-9 More", on: ["x"])
    story.commit("n", "Merge branch 'main' into search", on: ["a", "w"])
    story.commit("m", "Merge branch 'SHOP-1'", on: ["w", "n"])
    story.onBase("y", "SHOP-2 Search")
    #expect(story.states["SHOP-1"] == "already-on-base")
  }

  @Test func `has a commit that does the work again once`() {
    var story = Story()
    story.commit("s", "SHOP-1 Cart, again")
    story.claims["s"] = [.made(.reland, titles: ["wish list"], keys: ["SHOP-1"])]
    #expect(story.work("SHOP-1") == ["s"])
  }

  @Test func `has no work by a revert that changes nothing, on whatever branch`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "cart", on: ["x"], tree: "cart")
    story.commit("r", "Take it back", on: ["a"], tree: "cart")
    story.commit("m", "Merge branch 'SHOP-1-cart'", on: ["x", "r"])
    story.claims["r"] = [.made(ids: ["x"])]
    #expect(story.work("SHOP-1") == ["a"])
  }

  @Test func `is removed when the work that came after the removal was taken back`() {
    var story = Self.older()
    story.commit("r", "Take it back")
    story.commit("a", "SHOP-1 Cart, tested")
    story.commit("s", "Take that back")
    story.claims = ["r": [.made(ids: ["old"])], "s": [.made(ids: ["a"])]]
    #expect(story.states == ["SHOP-1": "removed"])
  }

  @Test func `is done again by nothing that was taken back itself`() {
    var story = Story()
    for (name, revert) in [("a", "r"), ("b", "s")] {
      story.commit(name, "SHOP-1 Cart")
      story.commit(revert, "Take it back")
      story.claims[revert] = [.made(ids: [name])]
    }
    story.commit("d", "SHOP-1 Cart")
    story.said = [
      "a": { $0.squashOf = [WrittenID(Story.id("x"))] }, "d": { $0.squashOf = [WrittenID(Story.id("z"))] },
    ]
    #expect(story.states == ["SHOP-1": "partly-reverted"])
  }
}
