import Testing

@testable import ReleaseScope

/// Where the search for what a revert takes back ends, and what it leaves to later steps.
struct TargetLimitTests {
  private static func known(_ name: String, isMerge: Bool = false, isCommon: Bool = true) -> ScopeAnswers.Known {
    .init(
      id: Story.id(name), isMerge: isMerge, facts: facts("SHOP-3 Wish list"), isCommon: isCommon, descendants: [])
  }

  private static func story(_ claims: RevertClaim...) -> Story {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Search")
    story.commit("r", "Take it back")
    story.claims["r"] = claims
    return story
  }

  @Test func `looks beyond the range for the second of two works with one title`() {
    var story = Self.story(.made(titles: ["shop-1 cart"]), .made(titles: ["shop-1 cart"]))
    var earlier = ScopeAnswers.Earlier()
    earlier.described = [Self.known("old")]
    story.answers.earlier[Story.id("r")] = earlier
    #expect(story.taken("r") == .init(undoes: ["a"], outside: ["old"], by: [.subject]))
  }

  @Test(arguments: [
    RevertClaim.made(titles: ["wish list"]), .made(requests: [70]), .made(keys: ["SHOP-9"]), .made(keys: ["SHOP-1"]),
  ])
  func `takes out what both sides have when it is the exact inverse of that and of nothing newer`(claim: RevertClaim) {
    var story = Self.story(claim)
    story.answers.olderInverses = [Story.id("r"): [Self.known("old"), Self.known("older")]]
    #expect(story.taken("r") == .init(outside: ["old"], by: [.inversePatch]))
    story.answers.inverses = [Story.id("r"): [Story.id("b")]]
    #expect(story.taken("r") == .init(undoes: ["b"], by: [.inversePatch]))
  }

  @Test func `takes the only work of a ticket that is gone with the revert, whatever older work it is the inverse of`()
  {
    var story = Self.story(.made(keys: ["SHOP-1"]))
    story.answers.olderInverses = [Story.id("r"): [Self.known("old")]]
    story.answers.gone = [Story.id("r"): [Story.id("a"): true]]
    #expect(story.taken("r") == .init(undoes: ["a"], by: [.key]))
  }

  @Test(arguments: [(62, ["c"]), (63, [])])
  func `takes by a title without its ticket nothing that too many may have`(count: Int, undoes: [String]) {
    var story = Story()
    story.commit("x", "SHOP-1 Cart", on: ["base"])
    story.commit("c", "SHOP-2 Cart", on: ["base"])
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(titles: ["cart"])]
    for number in 1...count { story.commit("n\(number)", "PAY-\(number) Cart") }
    #expect(story.taken("r")?.undoes == undoes)
  }

  @Test func `takes nothing by a key alone where it is not sure that something is taken back`() {
    #expect(Self.story(.made(keys: ["SHOP-1"])).taken("r")?.undoes == ["a"])
    #expect(Self.story(.made(isCertain: false, keys: ["SHOP-1"])).taken("r") == nil)
  }

  @Test func `takes nothing by a key where an id names something else`() {
    let unresolved = [Story.id("x").description]
    #expect(Self.story(.made(ids: ["x"], keys: ["SHOP-1"])).taken("r") == .init(unresolved: unresolved))
  }

  @Test func `takes of a merge elsewhere what both sides have, each commit once`() {
    var story = Self.story(.made(ids: ["old", "merge"]))
    story.answers.named = [
      WrittenID(Story.id("old")): Self.known("old"), WrittenID(Story.id("merge")): Self.known("merge", isMerge: true),
    ]
    story.answers.brought[Story.id("merge")] = [
      Self.known("old"), Self.known("one"), Self.known("two", isCommon: false), Self.known("a"),
    ]
    for name in ["old", "one", "two", "a"] {
      story.answers.remains[.init(of: Story.id(name), in: Story.id("r"))] = Remains.none
    }
    #expect(story.taken("r") == .init(outside: ["old", "merge", "one"], by: [.id]))
  }

  @Test func `leaves a commit without a ticket that does again what has none`() {
    var story = Self.story(.made(.reland, titles: ["wish list"]))
    #expect(story.untracked == ["r"])
    story.claims["r"] = [.made(.reland, titles: ["wish list"], keys: ["SHOP-3"])]
    #expect(story.untracked.isEmpty)
    story.claims["r"] = [.made(.reland, ids: ["old"])]
    story.outside = [("old", "tidy up")]
    #expect(story.untracked == ["r"])
    story.outside = [("old", "SHOP-3 Wish list")]
    #expect(story.untracked.isEmpty)
  }

  @Test func `leaves a commit without a ticket when nobody can tell what it takes back`() {
    #expect(Self.story(.made(titles: ["wish list"])).untracked == ["r"])
    #expect(Self.story(.made(titles: ["wish list"], keys: ["SHOP-3"])).untracked.isEmpty)
    #expect(Self.story(.made(titles: ["shop-1 cart"])).untracked.isEmpty)
  }

  @Test func `is work for the ticket that it brings back by taking a revert back`() {
    var story = Story()
    story.outside = [("gone", "Take it back"), ("old", "SHOP-1 Cart")]
    story.commit("r", "SHOP-1 Bring it back")
    story.claims = ["gone": [.made(ids: ["old"], keys: ["SHOP-1"])], "r": [.made(ids: ["gone"], keys: ["SHOP-1"])]]
    #expect(story.work("SHOP-1") == ["r"])
    #expect(story.states == ["SHOP-1": "delivered"])
    // What takes work itself out is none for it.
    story.claims["r"] = [.made(ids: ["old"], keys: ["SHOP-1"])]
    #expect(story.work("SHOP-1").isEmpty)
    #expect(story.states == ["SHOP-1": "removed"])
  }

  @Test func `is no work of a ticket that the revert which it takes back was about`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Take it back")
    story.commit("s", "SHOP-1 Bring it back")
    story.claims = ["r": [.made(ids: ["a"])], "s": [.made(ids: ["r"])]]
    #expect(story.work("SHOP-1") == ["a"])
    #expect(story.states == ["SHOP-1": "delivered"])
  }

  @Test func `brings back work of both sides with a commit that takes other work back`() {
    var story = Self.story(.made(ids: ["gone", "a"]))
    story.outside = [("gone", "Take it back")]
    story.claims["gone"] = [.made(titles: ["wish list"], keys: ["SHOP-3"])]
    #expect(story.states == ["SHOP-1": "reverted", "SHOP-2": "delivered", "SHOP-3": "delivered"])
    #expect(story.work("SHOP-3") == ["r"])
  }

  @Test func `doubts no ticket by a revert that the base has too`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(titles: ["wish list"], keys: ["SHOP-1"])]
    let key = RuleStory.key("SHOP-1")
    #expect(story.scope.tickets[key]?.doubtedBy.map(Story.name) == ["r"])
    story.onBase("p", "Take it back\n\n\(Story.picked("r"))")
    #expect(story.scope.tickets[key]?.doubtedBy.isEmpty == true)
  }

  @Test func `asks what the base took back of what the range has there, and nothing else of it`() throws {
    var story = Story()
    story.commit("a", "SHOP-1 Cart\n\n\(Story.picked("p"))")
    story.onBase("p", "SHOP-1 The cart")
    story.onBase("q", "SHOP-2 Search")
    story.onBase("r", "Take it back")
    story.claims["r"] = [.made(titles: ["wish list"])]
    let questions = try #require(NetScope.Draft(story.range).questions)
    #expect(questions.range.isEmpty)
    #expect(questions.base.inverses[Story.id("r")]?.map(Story.name) == ["p"])
    #expect(story.states == ["SHOP-1": "already-on-base"])
    story.answers.inverses[Story.id("r")] = [Story.id("p")]
    #expect(story.states == ["SHOP-1": "delivered"])
    #expect(story.scope.alreadyOnBase.isEmpty)
  }

  @Test func `asks of the base only when all is known of the range`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart\n\n\(Story.picked("p"))")
    story.commit("b", "SHOP-2 Search")
    story.onBase("p", "SHOP-1 The cart")
    story.onBase("r", "Take it back")
    story.claims["r"] = [.made(titles: ["wish list"])]
    let asked = story.questions
    let ofBase = asked.filter { !$0.base.isEmpty }
    #expect(ofBase.contains { $0.base.inverses.keys.map(Story.name) == ["r"] })
    #expect(ofBase.allSatisfy { $0.range.isEmpty && $0.patches == nil && $0.squashes == nil })
    #expect(asked.first?.base.isEmpty == true)
  }

  @Test func `counts a note and the present key of a moved ticket in one commit`() throws {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.notes["a"] = "Ticket: SHOP-3"
    story.aliases = [RuleStory.key("SHOP-1"): RuleStory.key("SHOP-2")]
    #expect(story.states == ["SHOP-2": "delivered", "SHOP-3": "delivered"])
  }

  @Test func `is not removed by what a merge of its name brought of another ticket`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-2 Search", on: ["x"])
    story.commit("m", "Merge branch 'SHOP-1'", on: ["x", "a"])
    story.onBase("p", "SHOP-1 Cart, tested")
    var scope = story.scope
    _ = scope.doubtful([:])
    let tips = NetScope.Tips(release: Story.id("release"), base: Story.id("main"), mergeBases: [Story.id("fork")])
    var remains: [ScopeAnswers.CommitInTree: Remains] = [:]
    for (tip, left) in [("release", Remains.none), ("main", .all), ("fork", .all)] {
      remains[.init(of: Story.id("a"), in: Story.id(tip))] = left
    }
    scope.settle(remains, alike: [], overwritten: [:], at: tips)
    #expect(scope.tickets[RuleStory.key("SHOP-1")]?.state == .reverted)
  }

  @Test func `believes a tree that returns only where something is taken back for sure, and nothing else was found`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before", tree: "before")
    story.commit("a", "SHOP-1 Cart", tree: "cart")
    story.commit("r", "Take it back", tree: "before")
    story.commit("s", "Do it again", tree: "cart")
    story.claims["r"] = [.made(isCertain: false, titles: ["wish list"])]
    #expect(story.taken("r") == nil)
    story.claims = ["r": [.made(ids: ["a"])], "s": [.made(.reland, ids: ["a"])]]
    #expect(story.taken("r") == .init(undoes: ["a"], by: [.id]))
    #expect(story.taken("s") == .init(restores: ["a"], by: [.id]))
  }

  @Test func `is work as a squash that lists a revert, unless it is the exact inverse`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "The cart\n\n* SHOP-1 Cart, tested\n* SHOP-2 Search")
    story.claims["r"] = [.made(in: .item, ids: ["a"])]
    #expect(story.taken("r")?.undoes == ["a"])
    #expect(story.work("SHOP-1") == ["r", "a"])
    story.answers.inverses[Story.id("r")] = [Story.id("a")]
    #expect(story.work("SHOP-1") == ["a"])
  }

  @Test func `takes by its title what has no number, whatever older work has the number`() {
    var story = Self.story(.made(requests: [12], titles: ["shop-1 cart"]))
    var earlier = ScopeAnswers.Earlier()
    earlier.described = [
      .init(
        id: Story.id("old"), isMerge: false, facts: facts("SHOP-3 Wish list (#12)"), isCommon: true, descendants: [])
    ]
    story.answers.earlier[Story.id("r")] = earlier
    #expect(story.taken("r") == .init(undoes: ["a"], by: [.subject]))
  }

  @Test func `asks for nothing older where a claim names no number`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart (#20)")
    story.commit("r", "Revert \"SHOP-1 Cart (#20)\"")
    story.claims["r"] = story.range.commits[story.range.commits.startIndex].facts.reverts.map { claim in
      var claim = claim
      claim.requests = []
      return claim
    }
    #expect(story.taken("r") == .init(undoes: ["a"], by: [.subject]))
    #expect(story.questions.allSatisfy { $0.range.earlier.isEmpty })
  }

  /// An item of a squash that takes back by a title or an id what is taken back already.
  @Test(arguments: [RevertClaim.Source.item, .onlyItems, .subject])
  func `leaves nothing open of an item of a squash that names what is taken back already`(source: RevertClaim.Source) {
    var story = Self.story(.made(ids: ["a"]))
    story.commit("q", "SHOP-3 Wish list")
    story.claims["q"] = [.made(in: source, titles: ["shop-1 cart"])]
    #expect(story.taken("q") == (source == .subject ? .init(unresolved: ["shop-1 cart"]) : nil))
    story.claims["q"] = [.made(in: source, titles: ["shop-1 cart", "shop-4 other"])]
    #expect(story.taken("q") == .init(unresolved: ["shop-1 cart", "shop-4 other"]))
    story.claims["q"] = [.made(in: source, ids: ["x"])]
    #expect(story.taken("q") == .init(unresolved: [Story.id("x").description]))
  }

  @Test func `leaves the second of two items open that name one work`() {
    let item = RevertClaim.made(in: .item, titles: ["shop-1 cart"])
    #expect(Self.story(item, item).taken("r") == .init(undoes: ["a"], unresolved: ["shop-1 cart"], by: [.subject]))
  }

  @Test func `is work by a merge of its name that brought nothing of the range, whatever else is taken back`() {
    var story = Self.story(.made(ids: ["a"]))
    story.commit("m", "Merge branch 'SHOP-5'", on: ["r", "shared"])
    #expect(story.work("SHOP-5") == ["m"])
  }

  @Test func `takes by its title what carries the number of another commit`() {
    var story = Self.story(.made(requests: [7], titles: ["shop-1 cart"]))
    story.commit("z", "SHOP-5 Other")
    story.said = ["a": { $0.requests = [7, 9] }, "z": { $0.requests = [7] }]
    var earlier = ScopeAnswers.Earlier()
    earlier.described = [
      .init(id: Story.id("old"), isMerge: false, facts: facts("SHOP-3 List (#7)"), isCommon: true, descendants: [])
    ]
    story.answers.earlier[Story.id("r")] = earlier
    #expect(story.taken("r") == .init(undoes: ["a"], by: [.subject]))
  }
}
