import ReleaseScope
import Testing

/// Work that was taken back, and of which files are left.
struct LeftInPartTests {
  /// `a` of SHOP-1 is taken back by `r`; of SHOP-2, only `c` is.
  private static var story: Story {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Search")
    story.commit("c", "SHOP-2 Search, tested")
    story.commit("r", "Take it back")
    story.commit("q", "Take it back")
    story.claims = ["r": [.made(ids: ["a"])], "q": [.made(ids: ["c"])]]
    return story
  }

  private static func pairs(_ scope: NetScope) -> [String] {
    scope.reverted.map { "\(Story.name($0.commit)) by \(Story.name($0.revert))" }
  }

  @Test func `asks of the work of tickets that are taken back as a whole`() {
    #expect(Self.pairs(Self.story.scope) == ["a by r"])
  }

  @Test func `asks what the revert left that is in effect, in the order of the tickets`() {
    var story = Story()
    story.commit("b", "SHOP-10 Search")
    story.commit("a", "SHOP-2 Cart")
    for name in ["r", "s", "t", "u"] { story.commit(name, "Step \(name)") }
    story.claims = [
      "r": [.made(ids: ["a"])], "s": [.made(ids: ["a"])], "t": [.made(ids: ["s"])], "u": [.made(ids: ["b"])],
    ]
    #expect(Self.pairs(story.scope) == ["a by r", "b by u"])
  }

  @Test(arguments: [
    ([], []), (["a"], ["a"]), (["c"], []), (["a", "b", "c"], ["a"]), (["x"], []),
  ])
  func `stays in the release with what was taken back and has files left`(left: [String], work: [String]) {
    var release = RuleStory()
    release.story = Self.story
    release.gather = { $0.range.scope.settle(leftInPart: Set(left.map(Story.id))) }
    let found = release.found(by: .unplannedTicket)
    #expect(found.filter { $0.ticket == "SHOP-1" }.flatMap(\.commits) == work)
    // What is partly taken back is in the release by its work in effect.
    #expect(found.filter { $0.ticket == "SHOP-2" }.map(\.commits) == [["b"]])
  }

  @Test func `asks nothing of what a tree that returned took back`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before", tree: "before")
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Revert \"Something else\"", tree: "before")
    #expect(story.states["SHOP-1"] == "reverted")
    #expect(Self.pairs(story.scope).isEmpty)
  }
}
