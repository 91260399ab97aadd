import ReleaseScope
import Testing

/// Numbers and titles that several commits have, or that others have where the commit was made.
struct NamesakeTests {
  /// What is gone from the files with the revert, and what it takes back.
  @Test(arguments: [
    ([true, false], ["a"]), ([false, true], ["b"]), ([true, true], ["b"]), ([false, false], ["b"]),
  ])
  func `are told apart by the files`(isGone: [Bool], undone: [String]) {
    for claim in [RevertClaim.made(titles: ["cart"]), .made(requests: [7])] {
      var story = Story()
      story.commit("a", "Cart (#7)\n\nTicket: SHOP-1")
      story.commit("b", "Cart (#7)\n\nTicket: SHOP-2")
      story.commit("r", "Take it back")
      story.claims["r"] = [claim]
      story.answers.gone[Story.id("r")] = [Story.id("a"): isGone[0], Story.id("b"): isGone[1]]
      #expect(story.taken("r")?.undoes == undone)
    }
  }

  @Test func `are not meant where they were taken back before`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-1 Cart")
    story.commit("q", "Take it back")
    story.commit("r", "Take it back")
    story.claims = ["q": [.made(ids: ["a"])], "r": [.made(titles: ["shop-1 cart"])]]
    #expect(story.taken("r")?.undoes == ["b"])
    #expect(story.questions.allSatisfy { $0.range.gone[Story.id("r")] == nil })
  }

  /// A number that another commit has here, and the title of the one that is gone.
  @Test(arguments: [
    (["search"], [false, true], "b"), (["search"], [true, true], "a"), (["search"], [false, false], "a"),
    (["prices"], [false, true], "a"), (["cart"], [false, true], "a"), ([], [false, true], "a"),
  ])
  func `have a number of another repository where only the title fits what is gone`(
    titles: [String], isGone: [Bool], undone: String
  ) {
    var story = Story()
    story.commit("a", "Cart (#7)")
    story.commit("b", "Search (#8)")
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(requests: [7], titles: titles.map { .init($0, depth: 0) })]
    story.answers.gone[Story.id("r")] = [Story.id("a"): isGone[0], Story.id("b"): isGone[1]]
    #expect(story.taken("r")?.undoes == [undone])
  }
}
