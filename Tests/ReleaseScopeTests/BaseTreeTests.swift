import ReleaseScope
import Testing

/// What equal trees tell of the base, and what is still to be asked then.
struct BaseTreeTests {
  private static func counterparts(_ story: Story) -> [String] {
    story.scope.alreadyOnBase.map { "\(Story.name($0.commit)) as \(Story.name($0.counterpart))" }
  }

  @Test func `takes the newest commit of the base with the tree that is in effect there`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart", tree: "released")
    story.onBase("q", "Release 2.3.0", tree: "released")
    story.onBase("p", "Nothing new", tree: "released")
    #expect(Self.counterparts(story) == ["a as p"])
    story.onBase("r", "Take it back")
    story.claims["r"] = [.made(ids: ["p"])]
    #expect(Self.counterparts(story) == ["a as q"])
  }

  @Test func `asks what is left of work that is in effect in the end, and that nothing else tells`() throws {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-1 Cart", on: ["x"])
    story.commit("b", "SHOP-2 Search\n\n\(Story.picked("p"))", on: ["a"])
    story.commit("m", "Merge branch 'side'", on: ["x", "b"])
    story.commit("c", "SHOP-3 Wish list")
    story.commit("d", "SHOP-4 Prices", tree: "released")
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: ["c"])]
    story.onBase("p", "SHOP-2 Search")
    story.onBase("q", "Release 2.3.0", tree: "released")
    let remains = try #require(NetScope.Draft(story.range).questions).range.remains
    #expect(remains == [Story.id("d"): [Story.id("a"), Story.id("x")]])
  }

  @Test func `compares the patches of work that is in effect on the base, without merges`() throws {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("m", "Merge branch 'x'", on: ["a", "other"])
    story.onBase("p", "SHOP-2 Search")
    story.onBase("q", "SHOP-3 Wish list")
    story.onBase("r", "Take it back")
    story.onBase("n", "Merge branch 'y'", parents: ["r", "another"])
    story.claims["r"] = [.made(ids: ["q"])]
    let question = try #require(NetScope.Draft(story.range).questions?.patches)
    #expect(question.inRange.map(Story.name) == ["a"])
    #expect(question.onBase.map(Story.name) == ["r", "p"])
  }

  @Test func `asks nothing of a base that only has merges of its own`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.onBase("n", "Merge branch 'y'", parents: ["base", "another"])
    #expect(NetScope.Draft(story.range).questions == nil)
  }

  @Test func `takes for the work of a squash what its line changed, and nothing that the line sets out from`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-1 Cart", on: ["x"])
    story.commit("b", "SHOP-2 Search", on: ["a"])
    story.commit("c", "SHOP-2 Search, tested", on: ["b"])
    story.commit("d", "SHOP-3 Wish list", on: ["a"])
    story.commit("m", "Merge branch 'search'", on: ["d", "c"])
    story.onBase("s", "Search")
    story.answers.squashes = [Story.id("s"): Story.id("c")]
    #expect(
      story.states == [
        "SHOP-9": "delivered", "SHOP-1": "delivered", "SHOP-2": "already-on-base", "SHOP-3": "delivered",
      ])
    story.answers.squashes = [Story.id("s"): Story.id("d")]
    #expect(
      story.states == [
        "SHOP-9": "already-on-base", "SHOP-1": "already-on-base", "SHOP-2": "delivered", "SHOP-3": "already-on-base",
      ])
  }

  @Test(arguments: [(Remains.all, true), (.some, false), (.none, false)])
  func `takes by a tree of what takes work back only what is there as a whole`(left: Remains, isOnBase: Bool) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: ["a"])]
    story.commit("b", "SHOP-2 Search", tree: "released")
    story.onBase("q", "Release 2.3.0", tree: "released")
    story.onBase("p", "Go on")
    story.answers.remains[.init(of: Story.id("r"), in: Story.id("p"))] = left
    #expect(story.scope.alreadyOnBase.contains { $0.commit == Story.id("r") } == isOnBase)
  }
}
