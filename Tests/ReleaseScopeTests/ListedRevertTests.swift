import ReleaseScope
import Testing

/// Squashes that list the revert of what both sides have.
struct ListedRevertTests {
  /// A squash that lists the revert of older work, among other work of the range, which was looked through before.
  @Test(arguments: [true, false])
  func `is no work where it takes older work back exactly`(isExact: Bool) {
    var story = Story()
    story.commit("a", "SHOP-9 Before")
    story.commit("q", "SHOP-2 Search")
    story.claims["q"] = [.made(in: .item, titles: ["cart"])]
    let q = Story.id("q")
    var earlier = ScopeAnswers.Earlier()
    earlier.described = [
      .init(id: Story.id("o"), isMerge: false, facts: facts("Cart\n\nRefs: SHOP-2"), isCommon: true, descendants: [q])
    ]
    story.answers.earlier[q] = earlier
    #expect(story.questions.contains { $0.range.exact == [q: [Story.id("o")]] })
    story.answers.exact[q] = [Story.id("o"): isExact]
    #expect(story.work("SHOP-2") == (isExact ? [] : ["q"]))
  }
}
