import ReleaseScope
import Testing

/// Reverts of what a squash is made of, and of squashes whose commits came by another road as well.
struct SquashedWorkTests {
  /// A squash of `x` and `y`, and reverts of commits by their ids.
  private static func story(reverting targets: [String]) -> Story {
    var story = Story()
    story.commit("q", "SHOP-1 Cart")
    story.said["q"] = { $0.squashOf = [WrittenID(Story.id("x")), WrittenID(Story.id("y"))] }
    for (place, target) in targets.enumerated() {
      story.commit("r\(place)", "Take it back")
      story.claims["r\(place)"] = [.made(ids: [target])]
    }
    story.elsewhere = [("p", "SHOP-1 Cart, tested\n\n\(Story.picked("x"))")]
    return story
  }

  @Test(arguments: [
    (["x"], "partly-reverted"), (["p"], "partly-reverted"), (["x", "y"], "reverted"), (["x", "x"], "partly-reverted"),
    (["q"], "reverted"), (["x", "r0"], "delivered"), (["x", "r0", "y"], "partly-reverted"),
  ])
  func `takes back the part of a squash that a revert names`(targets: [String], state: String) {
    let states = Self.story(reverting: targets).states
    #expect(states == ["SHOP-1": state])
  }

  @Test func `takes those commits of a squash back with it that both sides have`() {
    var story = Story()
    story.outside = [("o", "SHOP-3 Older")]
    story.commit("x", "SHOP-2 Search", on: ["base"])
    story.commit("q", "SHOP-1 Cart", on: ["base"])
    story.said["q"] = { $0.squashOf = [WrittenID(Story.id("x")), WrittenID(Story.id("o")), WrittenID(Story.id("z"))] }
    story.commit("m", "Merge branch 'side'", on: ["q", "x"])
    story.commit("r", "Revert \"SHOP-1 Cart\"")
    #expect(story.taken("r") == .init(undoes: ["q"], outside: ["o"], by: [.subject]))
    #expect(story.states == ["SHOP-1": "reverted", "SHOP-2": "delivered", "SHOP-3": "removed"])
  }

  @Test(arguments: [
    ("SHOP-1 Out (#7)\n\n* Revert \"SHOP-1 Cart\"", "reverted"),
    ("SHOP-1 Out (#7)\n\n* Revert \"SHOP-1 Cart\"\n* Mend the rest", "partly-reverted"),
  ])
  func `is no work for what all of its items take back`(message: String, state: String) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("q", message)
    #expect(story.states == ["SHOP-1": state])
  }

  @Test(arguments: [
    ("Cart (#7)\n\n* SHOP-1 a\n* SHOP-2: Revert \"SHOP-2 b\"", ["SHOP-1 body-line"]),
    ("SHOP-1 Cart (#7)\n\n* SHOP-1 a\n* Revert \"SHOP-1 a\"\n* mend the rest", ["SHOP-1 subject"]),
    ("SHOP-1 Cart (#7)\n\n* SHOP-1 a\n* Revert \"SHOP-1 a\"\n* SHOP-2 b", ["SHOP-2 body-line"]),
    (
      "Squashed commit of the following:\n\ncommit 2123456\n\n    Backed out changeset 1123456\n\ncommit 1123456\n\n"
        + "    SHOP-2 b\n\ncommit 0123456\n\n    SHOP-1 a", ["SHOP-1 body-line"]
    ),
  ])
  func `gives a squash the tickets of what is left of it`(message: String, uses: [String]) {
    let found = facts(message).uses
    #expect(found == uses)
  }

  @Test(arguments: [
    ("Revert \"Cart\"", true), ("Mend it\n\nThis reverts commit 1234567.", true),
    ("SHOP-1 Mend it\n\nThis reverts commit 1234567.", false), ("Out (#7)\n\n* Revert \"Cart\"", true),
    ("Cart (#7)\n\n* Cart\n* Revert \"Search\"", false),
  ])
  func `tells what only takes work back from what does more`(message: String, takesBack: Bool) {
    #expect(facts(message).takesBack(revert: nil) == takesBack)
  }

  /// What becomes of a squash of some commits that is taken back, when another one with its subject follows.
  @Test(arguments: [
    (["x", "y"], ["x"], "partly-reverted"), (["x", "y"], ["x", "y", "z"], "delivered"),
    (["x"], ["z"], "partly-reverted"),
    (["x"], [], "delivered"), ([], ["x"], "delivered"),
  ])
  func `is done again by a squash of the same subject that has all of it`(
    first: [String], second: [String], state: String
  ) {
    var story = Story()
    story.commit("q", "SHOP-1 Cart")
    story.commit("r", "Take it back")
    story.commit("s", "SHOP-1 Cart")
    story.claims["r"] = [.made(ids: ["q"])]
    story.said = [
      "q": { $0.squashOf = first.map { WrittenID(Story.id($0)) } },
      "s": { $0.squashOf = second.map { WrittenID(Story.id($0)) } },
    ]
    #expect(story.states == ["SHOP-1": state])
  }

  /// What a revert of a squash takes back that was taken back before, and done again by another one.
  @Test(arguments: [
    (["x"], ["x", "y"], [], "partly-reverted"), (["x", "y"], ["x", "y"], ["s"], "reverted"),
    (["x", "y"], ["x"], ["s"], "reverted"), ([], ["x"], ["s"], "reverted"), (["x"], [], ["s"], "reverted"),
  ])
  func `takes back of the squash that did it again what the named one had`(
    first: [String], second: [String], undoes: [String], state: String
  ) {
    var story = Story()
    story.commit("q", "SHOP-1 Cart")
    story.commit("r", "Take it back")
    story.commit("s", "SHOP-1 Cart")
    story.commit("t", "Take it back again")
    story.claims = ["r": [.made(ids: ["q"])], "t": [.made(ids: ["q"])]]
    story.said = [
      "q": { $0.squashOf = first.map { WrittenID(Story.id($0)) } },
      "s": { $0.squashOf = second.map { WrittenID(Story.id($0)) } },
    ]
    #expect(story.taken("t") == .init(undoes: undoes, by: [.id]))
    #expect(story.states == ["SHOP-1": state])
  }
}
