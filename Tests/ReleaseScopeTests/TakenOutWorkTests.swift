import Testing

@testable import ReleaseScope

/// Work that both sides have, as reverts of the range take it out, or bring it back.
struct TakenOutWorkTests {
  private static func older(_ story: Story, _ key: String) -> [OlderWork] {
    story.scope.tickets[RuleStory.key(key)]?.older ?? []
  }

  /// Where a message says what it takes back: in the subject, or below one of its own work.
  @Test(arguments: [(RevertClaim.Source.subject, true), (.body, false)])
  func `tells older work by the revert that does nothing else`(source: RevertClaim.Source, isOnlyRevert: Bool) {
    var story = Story()
    story.outside = [("old", "SHOP-1 Cart")]
    story.commit("r", "SHOP-2 Search")
    story.claims["r"] = [.made(in: source, ids: ["old"])]
    var work = OlderWork(commit: Story.id("old"), isTakenBack: false, restoredBy: nil)
    if isOnlyRevert { (work.removedBy, work.isRemovedAlone) = (Story.id("r"), true) }
    work.isNamed = isOnlyRevert
    #expect(Self.older(story, "SHOP-1") == [work])
    story.outside = [("old", "Take it back")]
    story.claims["old"] = [.made(titles: ["cart"], keys: ["SHOP-1"])]
    var revert = OlderWork(commit: Story.id("old"), isTakenBack: true, restoredBy: Story.id("r"))
    revert.restorer = Story.id("r")
    revert.isNamed = isOnlyRevert
    #expect(Self.older(story, "SHOP-1") == [revert])
  }

  @Test func `takes a work for all that is taken out where only its merge is, too`() {
    var story = Story()
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: ["old", "merge"])]
    for (name, isMerge) in [("old", false), ("merge", true)] {
      story.answers.named[WrittenID(Story.id(name))] = .init(
        id: Story.id(name), isMerge: isMerge, facts: facts("SHOP-1 Cart"), isCommon: true, descendants: [])
    }
    #expect(Self.older(story, "SHOP-1").map(\.isRemovedAlone) == [true])
  }

  /// What a merge brought that both sides took back, by a message; and whether taking the revert back takes that out.
  @Test(arguments: [("Revert \"SHOP-2 Search\"", true), ("SHOP-2 Search", false)])
  func `takes out again what the merge had taken out that it brings back`(message: String, isRemoved: Bool) {
    var story = Story()
    story.commit("s", "Bring it back")
    story.claims["s"] = [.made(ids: ["gone"])]
    let original = ScopeAnswers.Known(
      id: Story.id("o"), isMerge: false, facts: facts(message), isCommon: true, descendants: [])
    var revert = facts("Merge it no more")
    revert.reverts = [.made(ids: ["merge"], keys: ["SHOP-1"])]
    story.answers.named[WrittenID(Story.id("gone"))] = .init(
      id: Story.id("gone"), isMerge: false, facts: revert, isCommon: true, descendants: [], originals: [original])
    #expect((story.states["SHOP-2"] == "removed") == isRemoved)
    story.commit("t", "Take that back")
    story.claims["t"] = [.made(ids: ["s"])]
    #expect(story.states["SHOP-2"] != "removed")
  }

  @Test(arguments: [
    ("SHOP-3 Instead of the search", false), ("SHOP-3 Revert the search", true), ("Instead of the search", true),
  ])
  func `is work by its subject below which it takes back, unless that says so`(message: String, isOnlyRevert: Bool) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", message)
    story.claims["r"] = [.made(in: .body, ids: ["a"])]
    #expect(story.scope.onlyReverts.isEmpty != isOnlyRevert)
  }

  @Test func `takes nothing out that the base has a copy of`() {
    var story = Story()
    story.outside = [("old", "SHOP-1 Cart")]
    story.commit("r", "Take it back\n\n\(Story.picked("p"))")
    story.claims["r"] = [.made(ids: ["old"])]
    #expect(story.states["SHOP-1"] == "removed")
    story.onBase("p", "Tidy up")
    #expect(story.states["SHOP-1"] == "absent")
  }

  /// What a merge that both sides have brought, and whether its own ticket is taken out with it.
  @Test(
    arguments: [
      ([], true), (["SHOP-1 Cart"], true), (["Tidy up"], true), (["SHOP-2 Search"], false),
      (["SHOP-2 Search", "Tidy up"], true), (["Revert \"Cart\""], false), (["Wish list"], false),
    ], [RevertClaim.made(ids: ["merge"]), .made(requests: [7])])
  func `takes the ticket of a merge out where that brought work of it, or that may be, however it is named`(
    brought: (messages: [String], isRemoved: Bool), claim: RevertClaim
  ) {
    var story = Story()
    story.outside = [("old", "Wish list")]
    story.commit("r", "Take it back")
    story.onBase("s", "Take the old one back")
    story.claims = ["r": [claim], "s": [.made(ids: ["old"])]]
    let merge = ScopeAnswers.Known(
      id: Story.id("merge"), isMerge: true, facts: facts("Merge branch 'SHOP-1'", isMerge: true), isCommon: true,
      descendants: [])
    story.answers.named[WrittenID(Story.id("merge"))] = merge
    story.answers.earlier[Story.id("r"), default: .init()].described = [merge]
    story.answers.brought[Story.id("merge")] = brought.messages.enumerated().map { place, message in
      let id = Story.id(message == "Wish list" ? "old" : "w\(place)")
      story.answers.remains[.init(of: id, in: Story.id("base"))] = .all
      story.answers.remains[.init(of: id, in: Story.id("r"))] = Remains.none
      return .init(id: id, isMerge: false, facts: facts(message), isCommon: true, descendants: [])
    }
    #expect((story.states["SHOP-1"] == "removed") == brought.isRemoved)
  }

  @Test func `names the merge that it takes out, and not the work that this brought`() {
    var story = Story()
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: ["merge"])]
    story.answers.named[WrittenID(Story.id("merge"))] = .init(
      id: Story.id("merge"), isMerge: true, facts: facts("Merge it", isMerge: true), isCommon: true, descendants: [])
    let work = ScopeAnswers.Known(
      id: Story.id("old"), isMerge: false, facts: facts("SHOP-1 Cart"), isCommon: true, descendants: [])
    story.answers.brought[Story.id("merge")] = [work]
    story.answers.remains[.init(of: work.id, in: Story.id("base"))] = .all
    story.answers.remains[.init(of: work.id, in: Story.id("r"))] = Remains.none
    #expect(Self.older(story, "SHOP-1").map(\.isNamed) == [false])
  }

  /// What a merge brought that both sides took back, and whether a commit that takes that back does it again.
  @Test(arguments: [
    ("SHOP-2 Search", false, true), ("Revert \"SHOP-2 Search\"", false, false), ("SHOP-2 Search", true, false),
  ])
  func `does again what the merge had brought that it brings back`(message: String, isOfRevert: Bool, isAgain: Bool) {
    var story = Story()
    story.commit("s", "Bring it back")
    story.claims["s"] = [.made(ids: ["gone"])]
    let original = ScopeAnswers.Known(
      id: Story.id("o"), isMerge: false, facts: facts(message), isCommon: true, descendants: [])
    var revert = facts("Merge it no more")
    revert.reverts = [.made(ids: ["merge"], keys: ["SHOP-1"])]
    story.answers.named[WrittenID(Story.id("gone"))] = .init(
      id: Story.id("gone"), isMerge: false, facts: revert, isCommon: true, descendants: [], isOfRevert: isOfRevert,
      originals: [original])
    #expect(Self.older(story, "SHOP-2").map(\.restoredBy) == [isAgain ? Story.id("s") : nil])
    story.commit("t", "Take that back")
    story.claims["t"] = [.made(ids: ["s"])]
    #expect(Self.older(story, "SHOP-2").map(\.restoredBy) == [nil])
  }

  @Test func `takes the ticket out that a commit names which had merged other work once more`() {
    var story = Story()
    story.commit("s", "Take it back")
    story.claims["s"] = [.made(ids: ["again"])]
    let original = ScopeAnswers.Known(
      id: Story.id("o"), isMerge: false, facts: facts("SHOP-2 Search"), isCommon: true, descendants: [])
    var again = facts("Merge it once more")
    again.reverts = [.made(ids: ["gone"], keys: ["SHOP-1"])]
    story.answers.named[WrittenID(Story.id("again"))] = .init(
      id: Story.id("again"), isMerge: false, facts: again, isCommon: true, descendants: [], isOfRevert: true,
      originals: [original])
    #expect(story.states == ["SHOP-1": "removed", "SHOP-2": "removed"])
  }

  @Test func `is no work of what it takes back as well as bringing other work back`() {
    var story = Story()
    story.outside = [("gone", "Take it back")]
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "SHOP-1, SHOP-3: Wish list instead of the cart")
    story.claims = ["gone": [.made(titles: ["wish list"], keys: ["SHOP-3"])], "r": [.made(ids: ["gone", "a"])]]
    #expect(story.work("SHOP-1") == ["a"])
  }

  @Test func `is no work of a ticket that it takes back, though nobody can tell of what`() {
    var story = Story()
    story.commit("r", "SHOP-3: Take it back")
    story.claims["r"] = [.made(titles: ["wish list"], keys: ["SHOP-3"])]
    #expect(story.work("SHOP-3").isEmpty)
  }

  /// What brought work back that both sides have, and what takes that back with the id of the work itself.
  @Test(arguments: [
    ("[2.4] Revert \"Backed out changeset \(Story.id("work").abbreviated)\" (#7)", "removed"), ("Tidy up", "removed"),
    ("Backed out changeset \(Story.id("work").abbreviated)", "delivered"),
  ])
  func `takes the ticket out of the work that a revert names where what it takes back has none`(
    message: String, state: String
  ) {
    var story = Story()
    story.elsewhere = [("work", "SHOP-1 Cart")]
    story.commit("r", "Backed out changeset \(Story.id("work")) for failures")
    story.answers.olderInverses[Story.id("r")] = [
      .init(id: Story.id("old"), isMerge: false, facts: facts(message), isCommon: true, descendants: [])
    ]
    #expect(story.taken("r") == .init(outside: ["old"], by: [.inversePatch]))
    #expect((story.states["SHOP-1"] ?? "absent") == state)
  }

  /// What takes a revert back that both sides have: a squash that does other work, or what does nothing else.
  static let returns: [(message: String, source: RevertClaim.Source, isTold: Bool)] = [
    ("SHOP-2 Search", .item, true), ("SHOP-1 Cart, tested", .item, false), ("SHOP-1 Bring it back", .subject, true),
    ("SHOP-2 Bring it back", .subject, true),
  ]

  @Test(arguments: returns)
  func `tells what brings work back besides other work by that work, if it is no other work for the ticket`(
    message: String, source: RevertClaim.Source, isTold: Bool
  ) {
    var story = Story()
    story.outside = [("gone", "Take it back")]
    story.commit("q", message)
    story.claims = ["gone": [.made(titles: ["cart"], keys: ["SHOP-1"])], "q": [.made(in: source, ids: ["gone"])]]
    #expect(Self.older(story, "SHOP-1").map(\.restorer) == [isTold ? Story.id("q") : nil])
    #expect(story.work("SHOP-1") == ["q"])
  }

  /// What tells, of a ticket, a commit that takes back how both sides took a merge back.
  private static func restored(
    _ key: String, _ brought: [String], by message: String = "Bring it back", in source: RevertClaim.Source = .subject
  ) -> [String] {
    var story = Story()
    story.commit("s", message)
    story.claims["s"] = [.made(in: source, ids: ["gone"])]
    let originals = brought.map { message in
      ScopeAnswers.Known(
        id: Story.id(message), isMerge: false, facts: facts(message), isCommon: true, descendants: [])
    }
    var revert = facts("Merge it no more")
    revert.reverts = [.made(ids: ["merge"], keys: ["SHOP-1", "SHOP-3"])]
    story.answers.named[WrittenID(Story.id("gone"))] = .init(
      id: Story.id("gone"), isMerge: false, facts: revert, isCommon: true, descendants: [], originals: originals)
    return older(story, key).filter { $0.restorer == Story.id("s") }.map { Story.name($0.commit) }
  }

  @Test(arguments: returns)
  func `tells what brings a merge back by what that had brought of the ticket`(
    message: String, source: RevertClaim.Source, isTold: Bool
  ) {
    let brought = ["SHOP-1 Cart", "SHOP-4 Search"]
    #expect(Self.restored("SHOP-1", brought, by: message, in: source) == (isTold ? ["SHOP-1 Cart"] : []))
    #expect(Self.restored("SHOP-4", brought, by: message, in: source) == ["SHOP-4 Search"])
  }

  @Test(arguments: [["Tidy up"], ["Revert \"SHOP-1 Cart\"", "Tidy up"]])
  func `tells what brings a merge back by its revert where no work that it had brought names the ticket`(
    brought: [String]
  ) {
    #expect(Self.restored("SHOP-1", brought) == ["gone"])
  }
}
