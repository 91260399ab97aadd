import Testing

@testable import ReleaseScope

/// What is done again.
struct RelandTests {
  /// Work, its revert, and what a third commit says that it does again.
  private static func story(_ reland: RevertClaim, isReverted: Bool = true) -> Story {
    var story = Story()
    story.commit("a", "SHOP-1 Cart (#7)")
    story.commit("r", "Take it back")
    story.commit("s", "Do it again")
    if isReverted { story.claims["r"] = [.made(ids: ["a"])] }
    story.claims["s"] = [reland]
    return story
  }

  @Test(arguments: [
    (RevertClaim.made(.reland, ids: ["a"]), RevertMatch.id), (.made(.reland, requests: [7]), .request),
    (.made(.reland, titles: ["shop-1 cart"]), .subject), (.made(.reland, keys: ["SHOP-1"]), .subject),
  ])
  func `restores what was taken back, however it is named`(claim: RevertClaim, match: RevertMatch) {
    let story = Self.story(claim)
    #expect(story.taken("s") == .init(restores: ["a"], by: [match]))
    #expect(story.states == ["SHOP-1": "delivered"])
  }

  @Test(arguments: [RevertClaim.made(.reland, ids: ["a"]), .made(.reland, keys: ["SHOP-1"])])
  func `restores nothing that is in effect, and is work for what it names`(claim: RevertClaim) {
    let story = Self.story(claim, isReverted: false)
    #expect(story.taken("s") == nil)
    #expect(story.states == ["SHOP-1": "delivered"])
  }

  @Test func `is work for the ticket that it names where nothing was taken back in the range`() {
    var story = Story()
    story.commit("s", "Do it again")
    story.claims["s"] = [.made(.reland, titles: ["wish list"], keys: ["SHOP-3"])]
    #expect(story.states == ["SHOP-3": "delivered"])
    #expect(story.untracked.isEmpty)
  }

  @Test func `restores every commit that ids name, and only the newest of a title`() {
    var story = Story()
    for name in ["a", "b"] { story.commit(name, "SHOP-1 Cart") }
    story.commit("r", "Take it back")
    story.commit("s", "Do it again")
    story.claims = ["r": [.made(ids: ["a", "b"])], "s": [.made(.reland, ids: ["a", "b"])]]
    #expect(story.taken("s")?.restores == ["b", "a"])
    story.claims["s"] = [.made(.reland, titles: ["shop-1 cart"])]
    #expect(story.taken("s")?.restores == ["b"])
  }

  @Test func `takes back the removal of what both sides have`() {
    var story = Story()
    story.outside = [("old", "SHOP-1 Cart")]
    story.commit("r", "Take it back")
    story.commit("s", "Do it again")
    story.claims = ["r": [.made(ids: ["old"])], "s": [.made(.reland, ids: ["old"])]]
    #expect(story.taken("s") == .init(undoes: ["r"], by: [.id]))
    #expect(story.states == ["SHOP-1": "absent"])
  }

  @Test func `leaves the other work of a squash in effect, of which it takes a removal back`() {
    var story = Story()
    story.outside = [("old", "SHOP-1 Cart")]
    story.commit("q", "SHOP-2 Search")
    story.commit("s", "Do it again")
    story.claims = ["q": [.made(in: .item, ids: ["old"])], "s": [.made(.reland, ids: ["old"])]]
    #expect(story.taken("s") == nil)
    #expect(story.states == ["SHOP-1": "delivered", "SHOP-2": "delivered"])
  }

  @Test func `takes back a revert that was not resolved and quotes the same`() {
    var story = Story()
    story.commit("r", "Take it back")
    story.commit("s", "Do it again")
    story.claims = [
      "r": [.made(titles: ["wish list"], keys: ["SHOP-3"])], "s": [.made(.reland, titles: ["wish list"])],
    ]
    #expect(story.taken("s") == .init(undoes: ["r"], by: [.id]))
    story.claims["s"] = [.made(.reland, titles: ["search box"])]
    #expect(story.taken("s") == nil)
  }

  @Test func `restores by a key alone the only work that is undone and opens with it, without merges`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Search")
    story.commit("c", "SHOP-1 Cart, tested")
    story.commit("r", "Take it back")
    story.commit("s", "Do it again")
    story.claims = ["r": [.made(ids: ["a", "b"])], "s": [.made(.reland, keys: ["SHOP-1"])]]
    #expect(story.taken("s")?.restores == ["a"])
    story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-1 Cart", on: ["x"])
    story.commit("m", "SHOP-1 Merge the cart", on: ["x", "a"])
    story.commit("r", "Take it back")
    story.commit("s", "Do it again")
    story.claims = ["r": [.made(ids: ["m"])], "s": [.made(.reland, keys: ["SHOP-1"])]]
    #expect(story.taken("s")?.restores == ["a"])
  }

  @Test func `takes back the work of the ticket that was done again, whatever names it`() {
    var story = Story()
    story.outside = [("old", "SHOP-3 Wish list")]
    story.commit("s", "Do it again")
    story.commit("r", "SHOP-3: Revert \"Do it again\"")
    story.claims["s"] = [.made(.reland, ids: ["old"])]
    #expect(story.work("SHOP-3") == ["s"])
    #expect(story.states == ["SHOP-3": "reverted"])
  }

  @Test func `is no work for the ticket of its branch when it does the work of another one again`() {
    var story = Story()
    story.outside = [("old", "SHOP-3 Wish list")]
    story.commit("x", "SHOP-9 Before")
    story.commit("s", "Do it again", on: ["x"])
    story.commit("t", "Tidy up", on: ["s"])
    story.commit("m", "Merge branch 'SHOP-1'", on: ["x", "t"])
    story.claims["s"] = [.made(.reland, ids: ["old"])]
    #expect(story.work("SHOP-3") == ["s"])
    #expect(story.work("SHOP-1") == ["t"])
    // Where it was not found, the branch is all that there is.
    story.claims["s"] = [.made(.reland, titles: ["wish list"])]
    #expect(story.work("SHOP-1") == ["t", "s"])
  }

  @Test func `is work for the tickets of what it is a copy of, where that brings back what nothing here took back`() {
    var story = Story()
    story.elsewhere = [("p", "SHOP-3: Undo it there"), ("q", "Something else")]
    story.commit("x", "SHOP-9 Before")
    story.commit("s", "Do it again\n\n\(Story.picked("p"))", on: ["x"])
    story.commit("m", "Merge branch 'SHOP-1'", on: ["x", "s"])
    story.claims["s"] = [.made(titles: [.init("wish list", depth: 1)])]
    #expect(story.work("SHOP-3") == ["s"])
    #expect(story.work("SHOP-1") == ["m"])
    #expect(story.questions.contains { $0.range.named.keys.contains(WrittenID(Story.id("p"))) })
    // What only the base does again is asked for nothing.
    var other = Story()
    other.commit("a", "SHOP-1 Cart\n\n\(Story.picked("n"))")
    other.onBase("n", "SHOP-1 Cart")
    other.onBase("s", "Do it again\n\n\(Story.picked("p"))")
    other.claims = story.claims
    #expect(other.questions.allSatisfy { $0.base.named.isEmpty })
    // What says to bring back by the id of a revert has that one's tickets.
    story.claims["q"] = [.made(titles: ["search box"], keys: ["SHOP-2"])]
    story.claims["s"] = [.made(ids: ["q"])]
    #expect(story.work("SHOP-2") == ["s"])
    #expect(story.work("SHOP-3") == [])
  }

  /// What a merge brought that both sides took back, and whether taking the revert back is work.
  @Test(arguments: [
    ([], true), (["SHOP-1 Cart"], true), (["Tidy up"], true), (["SHOP-2 Search"], false),
    (["Revert \"SHOP-1 Cart\""], false), (["Revert \"SHOP-1 Cart\"", "SHOP-1 Cart, anew"], true),
  ])
  func `is work for a ticket when the merge that was taken back had brought work of it`(
    brought: [String], isWork: Bool
  ) {
    var story = Story()
    story.commit("s", "Do it again")
    story.claims["s"] = [.made(ids: ["gone"])]
    let originals = brought.enumerated().map { place, message in
      ScopeAnswers.Known(
        id: Story.id("o\(place)"), isMerge: false, facts: facts(message), isCommon: true, descendants: [])
    }
    var revert = facts("SHOP-1 Merge it no more")
    revert.reverts = [.made(ids: ["merge"])]
    let gone = ScopeAnswers.Known(
      id: Story.id("gone"), isMerge: false, facts: revert, isCommon: true, descendants: [Story.id("s")],
      originals: originals)
    story.answers.named[WrittenID(gone.id)] = .some(gone)
    #expect(story.work("SHOP-1") == (isWork ? ["s"] : []))
    let older = story.scope.tickets[RuleStory.key("SHOP-1")]?.older ?? []
    #expect(older.contains { $0.commit == gone.id } == isWork)
  }

  /// A copy of work, on top of it, or beside or after what takes that back.
  @Test(arguments: [("a", nil), ("x", ["b"]), ("r", [])])
  func `asks the files whether a copy on another line came after a revert`(place: String, asked: [String]?) {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-1 Cart", on: ["x"])
    if place == "a" { story.commit("b", "SHOP-1 Cart", on: ["a"]) }
    story.commit("r", "Take it back", on: [place == "a" ? "b" : "a"])
    if place != "a" { story.commit("b", "SHOP-1 Cart", on: [place]) }
    story.commit("m", "Merge branch 'cart'", on: ["b", "r"])
    story.claims["r"] = [.made(ids: ["a"])]
    let again = story.scope.tickets[RuleStory.key("SHOP-1")]?.doneAgain
    #expect(again == asked.map { [Story.id("a"): Set($0.map(Story.id))] } ?? [:])
  }

  /// Of two files of a copy, what the release has.
  @Test(arguments: [
    ([Remains.all, .all], TicketState.delivered), ([.all, .replaced], .delivered),
    ([.all, Remains.none], .partlyReverted), ([.some, Remains.none], .partlyReverted),
    // What is left of it went with the work.
    ([.replaced, Remains.none], .reverted),
  ])
  func `is not done again by a copy that lost a part`(files: [Remains], state: TicketState) {
    var remains = SettledTicket.remains(["a": .init(.none, .none, .none)])
    for tip in SettledTicket.tips.all {
      remains[.init(of: Story.id("b"), in: tip)] = tip == SettledTicket.tips.release ? files : [.none, .none]
    }
    var ticket = SettledTicket.ticket([("b", .inEffect), ("a", .undone)])
    ticket.doneAgain = [Story.id("a"): [Story.id("b")]]
    let settled = SettledTicket(
      ticket, RemainsAtTips(remains, alike: [], overwritten: [:], SettledTicket.tips), broughtBy: [:], emptyMerges: [],
      mergesFromBase: [], isTakenBackOnBase: false
    ).ticket
    #expect(settled.state == state)
  }

  /// Of two files of other work of the ticket, what the release and the base have.
  @Test(arguments: [
    (true, [Remains.replaced, .none], [Remains.none, .none], EvidenceState.undone),
    (false, [.replaced, .none], [Remains.none, .none], .inEffect),
    (true, [.replaced, .replaced], [Remains.none, .all], .inEffect),
  ])
  func `goes with the work where it is a copy of that and a part of it is gone`(
    isCopy: Bool, files: [Remains], onBase: [Remains], state: EvidenceState
  ) {
    var remains = SettledTicket.remains(["a": .init(.none, .none, .none)])
    for (tip, left) in zip(["release", "base", "fork"], [files, onBase, [Remains.none, .none]]) {
      remains[.init(of: Story.id("b"), in: Story.id(tip))] = left
    }
    var ticket = SettledTicket.ticket([("b", .inEffect), ("a", .undone)])
    if isCopy { ticket.doneAgain = [Story.id("a"): [Story.id("b")]] }
    let settled = SettledTicket(
      ticket, RemainsAtTips(remains, alike: [], overwritten: [:], SettledTicket.tips), broughtBy: [:], emptyMerges: [],
      mergesFromBase: [], isTakenBackOnBase: false
    ).ticket
    #expect(settled.evidence.first { $0.commit == Story.id("b") }?.state == state)
  }

  @Test(arguments: [("a", "delivered"), ("x", "partly-reverted")])
  func `is done again by a squash that lists it`(listed: String, state: String) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Take it back")
    story.commit("q", "SHOP-1 Vouchers")
    story.claims["r"] = [.made(ids: ["a"])]
    story.said["q"] = { $0.squashOf = [WrittenID(Story.id(listed))] }
    #expect(story.states == ["SHOP-1": state])
  }
}
