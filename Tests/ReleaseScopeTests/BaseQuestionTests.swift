import Testing

@testable import ReleaseScope

/// What is asked of the base, to compare it with the range.
struct BaseQuestionTests {
  @Test func `asks for squashes only when it knows what the patches tell`() throws {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.onBase("p", "SHOP-1 Basket")
    let asked = story.questions.filter { $0.patches != nil || $0.squashes != nil }
    #expect(asked.map { $0.patches != nil } == [true, false])
    #expect(asked.map { $0.squashes != nil } == [false, true])
  }

  @Test func `asks whether the base has in one commit what is in effect, as far as nothing tells of either`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Take it back")
    story.claims = ["r": [.made(ids: ["a"])], "s": [.made(ids: ["q"])], "n": []]
    story.onBase("p", "SHOP-1 Basket")
    story.onBase("q", "SHOP-2 Search")
    story.onBase("s", "Take it back")
    story.onBase("n", "Merge branch 'x'", parents: ["s", "elsewhere"])
    func commits() -> [String]? { story.questions.compactMap(\.squashes).first?.commits.map(Story.name) }
    #expect(commits() == ["s", "p"])
    story.samePatchOnBase = [Story.id("a"): [Story.id("p")]]
    #expect(commits() == ["s", "p"])
    story.claims["r"] = []
    #expect(commits() == ["s"])
    story.samePatchOnBase[Story.id("r")] = [Story.id("s")]
    #expect(commits() == nil)
  }

  @Test func `asks of no line all of whose work was taken back`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart", on: ["base"])
    story.commit("b", "SHOP-1 Cart, tested", on: ["a"])
    story.commit("x", "SHOP-9 Before", on: ["base"])
    story.commit("m", "Merge branch 'cart'", on: ["x", "b"])
    story.onBase("p", "SHOP-2 Search")
    func lines() -> [[String]] {
      story.questions.compactMap(\.squashes).first?.lines.map { $0.commits.map(Story.name) } ?? []
    }
    #expect(lines() == [["x", "m"], ["a", "b"]])
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: ["m"])]
    #expect(lines() == [["x", "m", "r"]])
  }

  @Test func `asks for no squash where the range or the base has nothing that is not told`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.onBase("p", "SHOP-1 Basket")
    story.samePatchOnBase = [Story.id("a"): [Story.id("p")]]
    var more = story
    more.commit("b", "SHOP-2 Search")
    #expect(more.questions.allSatisfy { $0.squashes == nil })
    story.onBase("q", "SHOP-3 Wish list")
    #expect(story.questions.contains { $0.patches != nil })
    #expect(story.questions.allSatisfy { $0.squashes == nil })
  }
}
