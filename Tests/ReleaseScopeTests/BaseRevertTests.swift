import Testing

@testable import ReleaseScope

/// What the base took back that the release got by a merge.
struct BaseRevertTests {
  private static func story(_ message: String) -> Story {
    var story = Story()
    story.outside = [("o", "Cart\n\nRefs: SHOP-1"), ("n", "SHOP-2 Search")]
    story.commit("x", "SHOP-9 Before")
    story.commit("m", "Merge branch 'feature/SHOP-1'", on: ["x", "o"])
    story.onBase("r", message)
    return story
  }

  /// A revert on the base that names no ticket, and whether it is asked what its id is.
  @Test(arguments: [("o", true), ("n", false)])
  func `asks what the base took back of what a merge brought, and of no other work`(target: String, isAsked: Bool) {
    let story = Self.story("Revert \"It\"\n\n\(Story.reverts(target))")
    let keys = story.scope.namedByRevertsOnBase.map(\.description)
    #expect(keys == (isAsked ? ["SHOP-1"] : []))
    #expect(story.questions.contains { !$0.base.named.isEmpty } == isAsked)
  }

  @Test func `takes an abbreviated id for one of what a merge brought`() {
    let story = Self.story("Back out \(Story.id("o").abbreviated)")
    #expect(story.scope.namedByRevertsOnBase.map(\.description) == ["SHOP-1"])
  }

  @Test func `names the ticket of what may take something back, and of which nothing was found`() {
    var story = Self.story("Back to the old driver")
    story.claims["r"] = [.made(isCertain: false, keys: ["SHOP-2"])]
    #expect(story.scope.takenBackOnBase.isEmpty)
    #expect(story.scope.namedByRevertsOnBase.map(\.description) == ["SHOP-2"])
  }
}
