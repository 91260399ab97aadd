import Testing

@testable import ReleaseScope

/// Claims that take back a part of what they name.
struct PartialRevertTests {
  private static func older(_ name: String) -> ScopeAnswers.Known {
    .init(
      id: Story.id(name), isMerge: false, facts: facts("SHOP-1 Cart"), isCommon: true, descendants: [Story.id("r")])
  }

  /// What is left before and with the revert.
  @Test(arguments: [
    (Remains.all, Remains.none, true), (.some, .none, true), (.none, .none, false), (.all, .all, false),
    (.all, .some, false),
  ])
  func `takes out older work of a ticket of which words tell a part, if the files lose it`(
    before: Remains, now: Remains, isOut: Bool
  ) {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("r", "SHOP-2 Revert the cart of SHOP-1")
    story.answers.earlier[Story.id("r"), default: .init()].work = [Self.older("o"), Self.older("p")]
    for name in ["o", "p"] {
      story.answers.remains[.init(of: Story.id(name), in: Story.id("x"))] = before
      story.answers.remains[.init(of: Story.id(name), in: Story.id("r"))] = now
    }
    #expect(story.taken("r")?.outside == (isOut ? ["o", "p"] : []))
    #expect(story.taken("r")?.unresolved.isEmpty == isOut)
    #expect(story.states["SHOP-1"] == "removed")
  }

  @Test(arguments: [(["a"], [String](), ["a"]), ([], ["a"], []), ([], [], [])])
  func `takes of a commit that is named by its id the part that it speaks of`(
    gone: [String], inPart: [String], undone: [String]
  ) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Mend it\n\nThis partially reverts commit \(Story.id("a")).")
    story.answers.gone[Story.id("r")] = [Story.id("a"): !gone.isEmpty]
    story.answers.goneInPart[Story.id("r")] = Set(inPart.map(Story.id))
    #expect(story.taken("r")?.undoes == undone)
    #expect(story.taken("r")?.inPart == (undone.isEmpty ? ["a"] : []))
    #expect(story.taken("r")?.unresolved == [])
    #expect(story.taken("r")?.by == [gone.isEmpty && inPart.isEmpty ? .id : .contents])
    #expect(story.states["SHOP-1"] == (undone.isEmpty ? "partly-reverted" : "reverted"))
  }

  @Test func `leaves open what else a partial claim names by an id`() {
    var story = Story()
    story.outside = [("old", "SHOP-2 Search")]
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Mend it\n\nThis partially reverts commits \(Story.id("a")) and \(Story.id("old")).")
    #expect(story.taken("r")?.inPart == ["a"])
    #expect(story.taken("r")?.unresolved == [Story.id("old").description])
  }

  @Test(arguments: [(["a"], [String]()), (["a", "old"], ["SHOP-5"])])
  func `doubts the tickets of a partial claim that names what nobody found`(ids: [String], doubted: [String]) {
    var story = Story()
    story.outside = [("old", "SHOP-2 Search")]
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Mend it")
    var claim = RevertClaim.made(in: .body, ids: ids, keys: ["SHOP-5"])
    claim.isPartial = true
    story.claims["r"] = [claim]
    let tickets = story.scope.tickets.values.filter { !$0.doubtedBy.isEmpty }
    #expect(tickets.map(\.key.description) == doubted)
  }

  @Test func `leaves open which part of a merge is meant`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart", on: ["base"])
    story.commit("m", "Merge branch 'cart'", on: ["base", "a"])
    story.commit("r", "Mend it\n\nThis partially reverts commit \(Story.id("m")).")
    #expect(story.taken("r")?.unresolved == [Story.id("m").description])
    #expect(story.states == ["SHOP-1": "delivered"])
  }

  @Test(arguments: ["old", "part"])
  func `leaves open which part is meant of what both sides have, or of what a squash is made of`(name: String) {
    var story = Story()
    story.outside = [("old", "SHOP-1 Cart")]
    story.commit("s", "SHOP-2 Search")
    story.said["s"] = { $0.squashOf = [WrittenID(Story.id("part"))] }
    story.commit("r", "Mend it\n\nThis partially reverts commit \(Story.id(name)).")
    #expect(story.taken("r")?.unresolved.isEmpty == false)
  }

  @Test func `has on the base no whole copy of which a part was taken back there`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.onBase("p", "SHOP-1 Cart\n\n\(Story.picked("a"))")
    story.onBase("q", "Mend it\n\nThis partially reverts commit \(Story.id("p")).")
    #expect(story.states["SHOP-1"] == "delivered")
  }

  /// Of two works of a ticket, those of which the files have a part no more, and whether the message is certain.
  @Test(arguments: [(["b"], true), (["b", "c"], true), ([], true), (["b"], false)])
  func `takes back a part of what the files have only a part of`(parts: [String], isCertain: Bool) {
    var story = Story()
    story.commit("b", "SHOP-2 Search")
    story.commit("c", "SHOP-2 Search, tested")
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(isCertain: isCertain, titles: ["wish list"], keys: ["SHOP-2"])]
    story.answers.goneInPart = [Story.id("r"): Set(parts.map(Story.id))]
    let isTaken = isCertain && !parts.isEmpty
    let taken = Story.Taken(inPart: parts.reversed(), by: [.contents])
    #expect(story.taken("r") == (isTaken ? taken : isCertain ? .init(unresolved: ["wish list"]) : nil))
    #expect(story.states == ["SHOP-2": isTaken ? "partly-reverted" : "delivered"])
    let undone = story.scope.tickets[RuleStory.key("SHOP-2")]?.undoneInPart ?? []
    #expect(Set(undone.map(Story.name)) == (isTaken ? Set(parts) : []))
  }

  @Test func `takes back no part of a work where all of another one is gone`() {
    var story = Story()
    story.commit("b", "SHOP-2 Search")
    story.commit("c", "SHOP-2 Search, tested")
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(titles: ["wish list"], keys: ["SHOP-2"])]
    story.answers.gone = [Story.id("r"): [Story.id("b"): false, Story.id("c"): true]]
    story.answers.goneInPart = [Story.id("r"): [Story.id("b")]]
    #expect(story.taken("r") == .init(undoes: ["c"], by: [.contents]))
    #expect(story.scope.tickets[RuleStory.key("SHOP-2")]?.undoneInPart.isEmpty == true)
  }
}
