import Testing

@testable import ReleaseScope

/// What is asked of the commits that a squash lists which is taken back, and what is taken out with it.
struct SquashQuestionTests {
  @Test func `asks of a squash that is taken back what it is made of, but for what the range has`() {
    var story = Story()
    story.commit("x", "SHOP-2 Search", on: ["base"])
    story.commit("q", "SHOP-1 Cart", on: ["base"])
    story.said["q"] = { $0.squashOf = [WrittenID(Story.id("x")), WrittenID(Story.id("o"))] }
    story.commit("m", "Merge branch 'side'", on: ["q", "x"])
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: ["q"])]
    let asked = story.questions.map(\.range.named).filter { !$0.isEmpty }
    #expect(asked == [[WrittenID(Story.id("o")): []]])
  }

  @Test func `asks of a squash of the base what it is made of only where older work is taken out`() {
    var story = Story()
    story.outside = [("old", "SHOP-3 Wish list")]
    story.commit("a", "SHOP-1 Cart\n\n\(Story.picked("q"))")
    story.onBase("q", "SHOP-1 Cart")
    story.said["q"] = { $0.squashOf = [WrittenID(Story.id("o"))] }
    story.onBase("r", "Take it back")
    story.claims["r"] = [.made(ids: ["q"])]
    #expect(story.questions.allSatisfy { $0.base.named.isEmpty })
    story.commit("s", "Take the old one back")
    story.claims["s"] = [.made(ids: ["old"])]
    #expect(story.questions.contains { $0.base.named.keys.contains(WrittenID(Story.id("o"))) })
  }

  /// Of a squash that is taken back, the commits that are taken out with it: each once, and only what both sides have.
  @Test func `takes out with a squash what both sides have of it, each commit once`() {
    var story = Story()
    story.outside = [("o", "SHOP-3 Older"), ("p", "SHOP-4 Prices")]
    story.elsewhere = [("z", "SHOP-5 Elsewhere")]
    story.commit("q", "SHOP-1 Cart")
    story.said["q"] = { $0.squashOf = ["o", "p", "z"].map { WrittenID(Story.id($0)) } }
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: ["o", "q"])]
    #expect(story.taken("r") == .init(undoes: ["q"], outside: ["o", "p"], by: [.id]))
  }

  @Test(arguments: [true, false]) func `takes out with a squash only what the revert builds on`(isAncestor: Bool) {
    var story = Story()
    story.commit("x", "SHOP-9 Before", on: ["base"])
    story.commit("q", "SHOP-1 Cart", on: ["fork"])
    story.commit("m", "Merge branch 'cart'", on: ["x", "q"])
    story.commit("r", "Take it back")
    story.said["q"] = { $0.squashOf = [WrittenID(Story.id("o"))] }
    story.claims["r"] = [.made(ids: ["q"])]
    story.answers.named[WrittenID(Story.id("o"))] = .init(
      id: Story.id("o"), isMerge: false, facts: facts("SHOP-3 Older"), isCommon: true,
      descendants: isAncestor ? [Story.id("r")] : [])
    #expect(story.taken("r")?.outside == (isAncestor ? ["o"] : []))
    let asked = story.questions.map(\.range.named).filter { !$0.isEmpty }
    #expect(asked == [[WrittenID(Story.id("o")): [Story.id("r")]]])
  }
}
