import Testing

@testable import ReleaseScope

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

  @Test func `knows which work says what it is made of`() {
    var story = Self.story(reverting: [])
    story.commit("c", "SHOP-1 Cart, tested")
    #expect(story.scope.tickets[RuleStory.key("SHOP-1")]?.squashes == [Story.id("q")])
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
    (
      "Squashed commit of the following:\n\ncommit 2123456\n\n    Backed out changeset 1123456\n\ncommit 1123456\n\n"
        + "    Revert \"SHOP-1 a\"\n\ncommit 0123456\n\n    SHOP-1 a", ["SHOP-1 body-line"]
    ),
    (
      "SHOP-1 Cart\n\nSquashed commit of the following:\n\ncommit 2123456\n\n    Backed out changeset 1123456\n\n"
        + "commit 1123456\n\n    Back out 0123456\n\ncommit 0123456\n\n    a\n\n    Closes SHOP-1", ["SHOP-1 subject"]
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

  @Test(arguments: [
    (["x"], ["x", "y"], "delivered"), (["x"], ["y"], "partly-reverted"), (["x"], [], "partly-reverted"),
    ([], ["x"], "partly-reverted"),
  ])
  func `is done again by a squash that lists the same, whatever its subject`(
    first: [String], second: [String], state: String
  ) {
    var story = Story()
    story.commit("q", "SHOP-1 Cart")
    story.commit("r", "Take it back")
    story.commit("s", "SHOP-1 Cart, anew")
    story.claims["r"] = [.made(ids: ["q"])]
    story.said = [
      "q": { $0.squashOf = first.map { WrittenID(Story.id($0)) } },
      "s": { $0.squashOf = second.map { WrittenID(Story.id($0)) } },
    ]
    #expect(story.states == ["SHOP-1": state])
  }

  /// What is gone, whole or in part, with a commit that takes a squash back by its title alone.
  @Test(arguments: [
    (["x", "y"], false, true, "partly-reverted"), (["x", "y"], true, false, "reverted"),
    (["x", "y"], true, true, "reverted"),
    (["x", "y"], false, false, "reverted"), (["x"], false, true, "reverted"),
  ])
  func `takes back by a title alone the part of a squash that goes from the files`(
    parts: [String], isGone: Bool, isInPart: Bool, state: String
  ) {
    var story = Story()
    story.commit("q", "SHOP-1 Cart")
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(titles: ["shop-1 cart"])]
    story.said["q"] = { $0.squashOf = parts.map { WrittenID(Story.id($0)) } }
    story.answers.gone[Story.id("r")] = [Story.id("q"): isGone]
    story.answers.goneInPart[Story.id("r")] = isInPart ? [Story.id("q")] : []
    #expect(story.states == ["SHOP-1": state])
    #expect(story.taken("r")?.by == (state == "partly-reverted" ? [.contents] : [.subject]))
  }

  /// An item of a squash that names what the squash does not build on.
  @Test(arguments: [
    (RevertClaim.Source.item, ["there"], [String]()), (.item, ["nowhere"], [Story.id("nowhere").description]),
    (.item, ["there", "nowhere"], [Story.id("there").description, Story.id("nowhere").description]),
    (.body, ["there"], [Story.id("there").description]), (.onlyItems, ["there"], []),
  ])
  func `takes what an item names by the id of a commit elsewhere for what its branch did`(
    source: RevertClaim.Source, ids: [String], unresolved: [String]
  ) {
    var story = Story()
    story.elsewhere = [("there", "SHOP-1 Cart")]
    story.commit("q", "SHOP-1 Cart")
    story.claims["q"] = [.made(in: source, ids: ids)]
    #expect(story.taken("q") == (unresolved.isEmpty ? nil : .init(unresolved: unresolved)))
  }

  /// An item in plain words, with the number of a commit.
  @Test(arguments: [
    ("vouchers", [7], true, Story.Taken(undoes: ["a"], by: [.request])),
    ("voucher", [7], true, nil), ("totals", [7], true, nil), ("vouchers", [8], true, nil),
    ("vouchers", [7], false, nil),
  ])
  func `takes back what has the number and the words of an item, and is gone with the squash`(
    words: String, requests: [Int], isGone: Bool, taken: Story.Taken?
  ) {
    var story = Story()
    story.commit("a", "SHOP-1: Add vouchers (#7)")
    story.commit("q", "SHOP-2: Clean up (#9)")
    story.claims["q"] = [
      .made(in: .item, isCertain: false, requests: requests, titles: [.init(words, depth: 0)])
    ]
    story.answers.gone[Story.id("q")] = [Story.id("a"): isGone]
    #expect(story.taken("q") == taken)
    story.claims["q"] = [.made(in: .body, isCertain: false, requests: requests, titles: [.init(words, depth: 0)])]
    #expect(story.taken("q") == nil)
  }

  @Test func `looks for no older work by the words of an item alone, and goes on where its number is not gone`() {
    var story = Story()
    story.commit("a", "SHOP-1: Add vouchers (#7)")
    story.commit("b", "SHOP-3: Mend it")
    story.commit("q", "SHOP-2: Clean up (#9)")
    story.claims["q"] = [.made(in: .item, isCertain: false, titles: ["vouchers"])]
    #expect(story.questions.allSatisfy { $0.range.earlier.isEmpty })
    story.claims["q"] = [.made(in: .item, isCertain: false, requests: [7], titles: ["vouchers"])]
    story.answers.gone[Story.id("q")] = [Story.id("a"): false]
    story.answers.inverses[Story.id("q")] = [Story.id("b")]
    #expect(story.taken("q") == .init(undoes: ["b"], by: [.inversePatch]))
    // An item that nothing is found for stays open.
    story.claims["q"] = [.made(in: .item, titles: ["wish list"])]
    story.answers.inverses[Story.id("q")] = []
    #expect(story.taken("q") == .init(unresolved: ["wish list"]))
  }

  @Test(arguments: [
    ("SHOP-1: Add vouchers (#7)", true), ("SHOP-1: Add totals (#7)", false), ("SHOP-1: Vouchers (#8)", false),
  ])
  func `takes older work out that has the number and the words of an item`(message: String, isTaken: Bool) {
    var story = Story()
    story.commit("q", "SHOP-2: Clean up (#9)")
    story.claims["q"] = [.made(in: .item, isCertain: false, requests: [7], titles: ["vouchers"])]
    var earlier = ScopeAnswers.Earlier()
    earlier.described = [
      .init(id: Story.id("old"), isMerge: false, facts: facts(message), isCommon: true, descendants: [])
    ]
    story.answers.earlier[Story.id("q")] = earlier
    #expect(story.taken("q") == (isTaken ? .init(outside: ["old"], by: [.request]) : nil))
    #expect(story.states["SHOP-1"] == (isTaken ? "removed" : nil))
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
    #expect(story.taken("t") == .init(undoes: undoes, inPart: undoes.isEmpty ? ["s"] : [], by: [.id]))
    #expect(story.states == ["SHOP-1": state])
  }

  @Test func `is delivered when it is done again after a part and then all of it was taken back`() {
    var story = Self.story(reverting: ["x", "q"])
    story.commit("s", "SHOP-1 Cart")
    story.said["s"] = story.said["q"]
    #expect(story.states == ["SHOP-1": "delivered"])
  }

  @Test func `stays on the base when the range takes a part of it back`() {
    var story = Self.story(reverting: ["x"])
    story.onBase("c", "SHOP-1 Cart\n\n\(Story.picked("q"))")
    #expect(story.states == ["SHOP-1": "already-on-base"])
  }

  @Test func `has no part that an id of the same first digits names`() {
    var story = Story()
    story.commit("q", "SHOP-1 Cart")
    story.said["q"] = { $0.squashOf = [WrittenID(Story.id("part one")), WrittenID(Story.id("part two"))] }
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: ["part three"])]
    #expect(story.taken("r") == .init(unresolved: [Story.id("part three").description]))
    story.claims["r"] = [.made(ids: ["part two"])]
    #expect(story.states == ["SHOP-1": "partly-reverted"])
    #expect(story.taken("r") == .init(inPart: ["q"], by: [.id]))
  }

  @Test(arguments: [(["q"], "partly-reverted"), ([], "delivered")])
  func `is not done again by what takes it back, though its list has the same`(targets: [String], state: String) {
    var story = Story()
    story.commit("q", "SHOP-1 Cart")
    story.commit("r", "Take it back")
    story.commit("s", "SHOP-1 Cart")
    story.claims["r"] = [.made(ids: ["q"])]
    if !targets.isEmpty { story.claims["s"] = [.made(in: .item, ids: targets)] }
    story.said = [
      "q": { $0.squashOf = [WrittenID(Story.id("x"))] },
      "s": { $0.squashOf = ["z", "x"].map { WrittenID(Story.id($0)) } },
    ]
    #expect(story.states == ["SHOP-1": state])
  }
}
