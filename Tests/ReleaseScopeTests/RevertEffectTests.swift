import ReleaseScope
import Testing

/// What a commit that takes work back is besides, and what it takes with it.
struct RevertEffectTests {
  @Test func `undoes nothing when it changes nothing`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart", tree: "same")
    story.commit("r", "Take it back", tree: "same")
    story.claims["r"] = [.made(ids: ["a"])]
    #expect(story.taken("r") == nil)
    #expect(story.states == ["SHOP-1": "delivered"])
  }

  @Test(arguments: [
    ("SHOP-1: Revert \"Cart\"", [:]), ("SHOP-1 Tidy up\n\nThis reverts the cart.", ["SHOP-1": "delivered"]),
  ])
  func `is no work of its ticket either when it changes nothing`(message: String, states: [String: String]) {
    var story = Story()
    story.commit("r", message, tree: "start")
    story.claims["r"] = [.made(in: message.contains("\n") ? .body : .subject, titles: ["cart"])]
    #expect(story.states == states)
    #expect(story.untracked.isEmpty)
  }

  @Test func `undoes nothing at the beginning of the range when it changes nothing`() {
    var story = Story()
    story.outside = [("old", "SHOP-1 Cart")]
    story.commit("r", "Take it back", tree: "start")
    story.claims["r"] = [.made(ids: ["old"])]
    #expect(story.taken("r") == nil)
    #expect(story.states.isEmpty)
  }

  @Test(arguments: [true, false])
  func `asks whether it changes anything where the parent's tree is not known`(changes: Bool) throws {
    var story = Story()
    story.outside = [("old", "SHOP-1 Cart")]
    story.commit("r", "Take it back", on: ["older"])
    story.claims["r"] = [.made(ids: ["old"])]
    #expect(try #require(NetScope.Draft(story.range).questions).range.changes == [Story.id("r")])
    story.answers.changes = [Story.id("r"): changes]
    #expect(story.states == (changes ? ["SHOP-1": "removed"] : [:]))
  }

  @Test func `changes something as the first commit of all`() {
    var story = Story()
    story.commit("r", "Take it back", on: [])
    story.claims["r"] = [.made(ids: ["nowhere"])]
    #expect(story.taken("r")?.unresolved == [Story.id("nowhere").description])
  }

  /// A revert of SHOP-1 below a subject that opens with a key.
  @Test(arguments: [
    (RevertClaim.Source.subject, false, "reverted", nil), (.subject, true, "reverted", nil),
    (.body, false, "reverted", "delivered"), (.body, true, "reverted", nil), (.item, false, "reverted", "delivered"),
    (.item, true, "reverted", nil),
  ])
  func `is work of its own below a subject about something else, unless it is the exact inverse`(
    source: RevertClaim.Source, isInverse: Bool, state: String, own: String?
  ) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-1 Cart, tested")
    story.commit("r", "SHOP-1 Search")
    story.claims["r"] = [.made(in: source, ids: ["a", "b"])]
    if isInverse { story.answers.inverses[Story.id("r")] = [Story.id("a")] }
    #expect(story.states == ["SHOP-1": own == nil ? "reverted" : "partly-reverted"])
  }

  @Test func `is no work when a body takes back and no key opens the subject`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Tidy up\n\nTicket: SHOP-1")
    story.claims["r"] = [.made(in: .body, ids: ["a"])]
    #expect(story.states == ["SHOP-1": "reverted"])
  }

  @Test func `takes back what a merge brought, and what both sides have of it`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-1 Cart", on: ["shared"])
    story.commit("m", "Merge branch 'cart'", on: ["x", "a"])
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: ["m"])]
    let known = ScopeAnswers.Known(
      id: Story.id("shared"), isMerge: false, facts: facts("SHOP-3 Wish list"), isCommon: true, descendants: [])
    let other = ScopeAnswers.Known(
      id: Story.id("a"), isMerge: false, facts: facts("SHOP-1 Cart"), isCommon: false, descendants: [])
    story.answers.brought = [Story.id("m"): [known, other]]
    story.answers.remains[.init(of: Story.id("shared"), in: Story.id("r"))] = Remains.none
    #expect(story.taken("r") == .init(undoes: ["m", "a"], outside: ["shared"], by: [.id]))
    #expect(story.states == ["SHOP-9": "delivered", "SHOP-1": "reverted", "SHOP-3": "removed"])
  }

  @Test(arguments: [
    (Remains.all, Remains.none, true), (Remains.none, .all, true), (.all, .some, true), (.some, .some, true),
    (.replaced, .none, true), (.replaced, .replaced, false), (.all, .all, false), (.none, .none, false),
    (.moved, .moved, true),
  ])
  func `takes back of what a merge brought only what may go from the files with it`(
    before: Remains, after: Remains, isTaken: Bool
  ) {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-1 Cart", on: ["shared"])
    story.commit("m", "Merge branch 'cart'", on: ["x", "a"])
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: ["m"])]
    story.answers.brought[Story.id("m")] = [
      .init(id: Story.id("shared"), isMerge: false, facts: facts("SHOP-3 Wish list"), isCommon: true, descendants: [])
    ]
    story.answers.remains[.init(of: Story.id("shared"), in: Story.id("m"))] = before
    story.answers.remains[.init(of: Story.id("shared"), in: Story.id("r"))] = after
    #expect(story.taken("r")?.outside == (isTaken ? ["shared"] : []))
    #expect(story.states["SHOP-3"] == (isTaken ? "removed" : nil))
  }

  @Test func `takes back exactly what another branch had taken back, and its own had not`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart", on: ["base"])
    story.commit("r", "Take it back", on: ["a"])
    story.commit("s", "Take it back here, too", on: ["a"])
    story.commit("t", "Do it again", on: ["r"])
    story.commit("m", "Merge branch 'side'", on: ["t", "s"])
    story.claims = ["r": [.made(ids: ["a"])], "s": [.made(titles: ["wish list"])], "t": [.made(ids: ["r"])]]
    story.answers.inverses[Story.id("s")] = [Story.id("a")]
    #expect(story.taken("s") == .init(undoes: ["a"], by: [.inversePatch]))
    #expect(story.states == ["SHOP-1": "reverted"])
  }

  @Test func `restores all that a merge brought`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-1 Cart", on: ["x"])
    story.commit("m", "Merge branch 'cart'", on: ["x", "a"])
    story.commit("r", "Take it back")
    story.commit("s", "Do it again")
    story.claims = ["r": [.made(ids: ["m"])], "s": [.made(.reland, ids: ["m"])]]
    #expect(story.taken("s")?.restores == ["m", "a"])
    #expect(story.states == ["SHOP-9": "delivered", "SHOP-1": "delivered"])
  }

  @Test func `takes out what a merge brought that both sides have`() {
    var story = Story()
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: ["old"])]
    let facts = facts("SHOP-3 Wish list")
    story.answers.named = [
      WrittenID(Story.id("old")): .init(
        id: Story.id("old"), isMerge: true, facts: MessageFacts(), isCommon: true, descendants: [])
    ]
    story.answers.brought = [
      Story.id("old"): [
        .init(id: Story.id("older"), isMerge: false, facts: facts, isCommon: true, descendants: [])
      ]
    ]
    #expect(story.states == ["SHOP-3": "removed"])
  }

  @Test(arguments: [(true as Bool?, "removed"), (false, "delivered"), (nil, "delivered")])
  func `takes work out where what it takes back brought work back in other words`(isOfRevert: Bool?, state: String) {
    var story = Story()
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: ["old"])]
    story.answers.named[WrittenID(Story.id("old"))] = ScopeAnswers.Known(
      id: Story.id("old"), isMerge: false, facts: facts("Revert \"It does not work\""), isCommon: true, descendants: [],
      keysOfTargets: [RuleStory.key("SHOP-1")], isOfRevert: isOfRevert)
    #expect(story.states == ["SHOP-1": state])
  }

  @Test func `is work of the ticket whose work it brings back, where the revert of that is elsewhere`() {
    var story = Story()
    story.commit("r", "Do it again")
    story.claims["r"] = [.made(titles: [.init("the cart", depth: 1)])]
    var earlier = ScopeAnswers.Earlier()
    earlier.described = [
      ScopeAnswers.Known(
        id: Story.id("old"), isMerge: false, facts: facts("the cart\n\nSHOP-1"), isCommon: true, descendants: [])
    ]
    story.answers.earlier[Story.id("r")] = earlier
    #expect(story.states == ["SHOP-1": "delivered"])
    story.claims["r"] = [.made(titles: [.init("the cart", depth: 0)])]
    #expect(story.states == ["SHOP-1": "removed"])
  }

  /// What a revert says that takes out older work, or that nobody can resolve, and what the older work says.
  @Test(arguments: [
    ("Take it back", RevertClaim.made(ids: ["old"]), "Tidy up", ["r"]),
    ("Take it back\n\nprepares SHOP-4", .made(ids: ["old"]), "Tidy up", []),
    ("Take it back", .made(ids: ["old"], keys: ["SHOP-4"]), "Tidy up", []),
    ("Take it back", .made(ids: ["old", "a"]), "Tidy up", []), ("Take it back", .made(ids: ["old"]), "SHOP-4 Cart", []),
    ("Take it back", .made(ids: ["old"]), "Revert SHOP-4", []), ("Take it back", .made(titles: ["list"]), "", ["r"]),
    ("Take it back\n\nprepares SHOP-4", .made(titles: ["list"]), "", []),
  ])
  func `has a ticket by anything that it says or takes back`(
    message: String, claim: RevertClaim, older: String, untracked: [String]
  ) {
    var story = Story()
    story.outside = [("old", older)]
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", message)
    story.claims["r"] = [claim]
    #expect(story.untracked == untracked)
  }
}
