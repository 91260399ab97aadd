import Testing

@testable import Commits
@testable import ReleaseScope

/// What a claim asks, and in which order.
struct ClaimQuestionTests {
  /// The kinds of questions about `r`, round by round.
  private static func rounds(_ claim: RevertClaim, _ tell: (inout Story) -> Void = { _ in }) -> [[String]] {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Search")
    story.commit("c", "SHOP-3 Search")
    story.commit("r", "Take it back")
    story.claims["r"] = [claim]
    tell(&story)
    let id = Story.id("r")
    return story.questions.map { questions in
      let asked = questions.range
      return [
        asked.named.isEmpty ? nil : "named", asked.inverses[id].map { _ in "inverse" },
        asked.earlier[id].map { _ in "earlier" }, asked.gone[id].map { _ in "gone" },
        asked.olderInverses.contains(id) ? "older inverse" : nil,
      ].compactMap(\.self)
    }.filter { !$0.isEmpty }
  }

  @Test(arguments: [
    (RevertClaim.made(titles: ["wish list"]), [["inverse"], ["earlier"], ["older inverse"]]),
    (.made(titles: ["wish list"], keys: ["SHOP-1"]), [["inverse"], ["earlier"], ["gone"], ["older inverse"]]),
    (.made(titles: ["search"]), [["inverse"], ["gone"], ["earlier"], ["older inverse"]]),
    (.made(keys: ["SHOP-1"]), [["inverse"], ["gone"], ["older inverse"]]),
    (.made(keys: ["SHOP-9"]), [["inverse"], ["earlier"], ["older inverse"]]),
    (.made(ids: ["x"], keys: ["SHOP-1"]), [["named"], ["inverse"], ["earlier"], ["gone"], ["older inverse"]]),
    (.made(isCertain: false, keys: ["SHOP-1"]), [["inverse"], ["gone"], ["older inverse"]]),
    (
      .made(in: .item, isCertain: false, requests: [7], titles: ["search"]),
      [["earlier"], ["inverse"], ["older inverse"]]
    ),
    (.made(titles: ["shop-1 cart"]), []),
    (.made(requests: [7], titles: ["shop-1 cart"]), [["earlier"]]),
    (.made(runs: [("x", "y")]), [["inverse"], ["older inverse"]]),
  ])
  func `asks for one thing after the other`(claim: RevertClaim, rounds: [[String]]) {
    #expect(Self.rounds(claim) == rounds)
  }

  @Test func `asks for older work of a number also where what has the title has another number`() {
    let claim = RevertClaim.made(requests: [7], titles: ["shop-1 cart"])
    let rounds = Self.rounds(claim) {
      $0.said["a"] = { $0.requests = [9] }
    }
    #expect(rounds == [["earlier"]])
  }

  /// What an id names elsewhere: only work, which the range may have done as well, leads to that of its ticket.
  @Test(arguments: [
    ("SHOP-1 Cart", false, true), ("SHOP-1 Cart", true, false), ("SHOP-1 Revert \"Cart\"", false, false),
  ])
  func `asks what is gone of the ticket of work elsewhere, and of no merge or revert`(
    message: String, isMerge: Bool, asks: Bool
  ) {
    let rounds = Self.rounds(.made(ids: ["x"])) {
      $0.answers.named[WrittenID(Story.id("x"))] = .init(
        id: Story.id("x"), isMerge: isMerge, facts: facts(message), isCommon: false, descendants: [])
    }
    #expect(rounds.contains(["gone"]) == asks)
  }

  @Test(arguments: [
    (RevertClaim.made(keys: ["SHOP-1"]), [["inverse"], ["gone"], ["earlier"]]),
    (.made(ids: ["x"], keys: ["SHOP-1"]), [["inverse"], ["named"], ["gone"], ["earlier"]]),
    (.made(titles: ["wish list"]), [["inverse"]]),
  ])
  func `asks of a part only what the files tell`(claim: RevertClaim, rounds: [[String]]) {
    var part = claim
    part.isPartial = true
    #expect(Self.rounds(part) == rounds)
  }

  @Test(arguments: [
    RevertClaim.made(ids: ["x"]), .made(requests: [7]), .made(titles: ["wish list"]), .made(keys: ["SHOP-9"]),
  ])
  func `describes something by a number, a review, a title or a ticket`(claim: RevertClaim) {
    #expect(claim.describesNothing == !claim.ids.isEmpty)
    var review = RevertClaim.made()
    #expect(review.describesNothing)
    review.reviews = [.phabricator(47)]
    #expect(!review.describesNothing)
  }

  /// Titles by their depths, and those that mean the same work.
  @Test(arguments: [
    ([("wish list", 0), ("[2.4] wish list", 0)], [["wish list", "[2.4] wish list"]]),
    ([("[2.4] wish list", 0), ("wish list", 0)], [["[2.4] wish list", "wish list"]]),
    ([("wish list", 0), ("wish list", 1)], [["wish list"], ["wish list"]]),
    ([("wish list", 0), ("search", 0)], [["wish list"], ["search"]]),
  ])
  func `puts titles together that differ by a tag`(titles: [(String, Int)], works: [[String]]) {
    let claim = RevertClaim.made(titles: titles.map { RevertClaim.Title($0.0, depth: $0.1) })
    #expect(claim.works.map { $0.map(\.text) } == works)
  }

  @Test func `takes by its number what a claim names that has ids of nothing, too`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart (#7)")
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(isCertain: false, ids: ["x"], requests: [7])]
    #expect(story.taken("r") == .init(undoes: ["a"], by: [.request]))
    story.claims["r"] = [.made(isCertain: false, runs: [("x", "y")], requests: [7])]
    #expect(story.taken("r") == .init(undoes: ["a"], by: [.request]))
    story.claims["r"] = [.made(isCertain: false, requests: [7])]
    #expect(story.taken("r") == nil)
  }

  @Test func `does nothing again by what names a part of a squash`() {
    var story = Story()
    story.commit("q", "SHOP-1 Cart")
    story.said["q"] = { $0.squashOf = [WrittenID(Story.id("x"))] }
    story.commit("s", "Do it again")
    story.claims["s"] = [.made(.reland, ids: ["x"])]
    #expect(story.taken("s") == nil)
  }

  @Test(arguments: [("SHOP-1 Cart", ["a"]), ("Cart\n\nTicket: SHOP-1", [])])
  func `does again by a ticket what it opens`(message: String, restores: [String]) {
    var story = Story()
    story.commit("a", message)
    story.commit("r", "Take it back")
    story.commit("s", "Do it again")
    story.claims = ["r": [.made(ids: ["a"])], "s": [.made(.reland, keys: ["SHOP-1"])]]
    #expect((story.taken("s")?.restores ?? []) == restores)
  }

  @Test func `takes for what a review tool names no merge of it`() {
    var story = Story()
    let name = "Change-Id: I00112233445566778899aabbccddeeff00112233"
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-1 Cart\n\n\(name)", on: ["x"])
    story.commit("m", "Merge change\n\n\(name)", on: ["x", "a"])
    story.commit("r", "SHOP-2 Revert I0011223344")
    #expect(story.taken("r")?.undoes == ["a"])
  }

  @Test(arguments: [(false, ["c"]), (true, ["b"])])
  func `takes by a title before all else only what few may have`(isOneMore: Bool, undoes: [String]) {
    var story = Story()
    story.commit("a", isOneMore ? "SHOP-1 Cart" : "SHOP-3 Prices")
    story.commit("b", "SHOP-2 Search")
    story.commit("c", "SHOP-1 Cart")
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(titles: ["shop-1 cart"])]
    for number in 1...63 { story.commit("n\(number)", "SHOP-1 Cart") }
    story.answers.inverses[Story.id("r")] = [Story.id("b")]
    #expect(story.taken("r")?.undoes == undoes)
  }
}
