import Testing

@testable import ReleaseScope

/// Copies of merges of the base, which name all tickets that the merge is for.
struct MergeCopyTests {
  private static let title = "SHOP-1, SHOP-2: Cart and search"

  /// `m`, a merge of the base, and `c`, which may be a copy of it.
  private static func story(
    _ message: String, of merge: String = title, at time: Int = 0, by author: String = "Dana"
  ) -> Story {
    var story = Story()
    story.commit("c", message)
    story.onBase("x", "SHOP-9 Before")
    story.onBase("m", merge, parents: ["x", "side"], at: time, by: author)
    return story
  }

  @Test(arguments: [
    (Self.story("\(title)\n\n\(Story.picked("m"))"), ["c": "m"]),
    (Self.story("\(title)\n\n\(Story.picked("x"))", at: 7), [:]),
    (Self.story("SHOP-1, SHOP-2: Both\n\n\(Story.picked("m"))"), ["c": "m"]),
    (Self.story(title), ["c": "m"]), (Self.story(title, at: 7), [:]), (Self.story(title, by: "Kim"), [:]),
    (Self.story(title, of: "Merge both"), [:]),
    (Self.story("SHOP-1 Cart\n\n\(Story.picked("m"))", of: "SHOP-1 Cart"), [:]),
  ])
  func `knows the copies of merges that name several tickets`(story: Story, copies: [String: String]) {
    let found = story.scope.copiesOfMerges.map { (Story.name($0), Story.name($1)) }
    #expect(Dictionary(uniqueKeysWithValues: found) == copies)
  }

  @Test func `takes no merge, and no copy of a commit, for a copy of a merge`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "Tidy", on: ["x"])
    story.commit("c", Self.title, on: ["x", "a"])
    story.onBase("m", Self.title, parents: ["base", "side"], at: 2)
    #expect(story.scope.copiesOfMerges.isEmpty)
    story = Story()
    story.commit("c", Self.title)
    story.onBase("m", Self.title, at: 0)
    #expect(story.scope.copiesOfMerges.isEmpty)
  }

  @Test func `is in doubt though the merge names no ticket`() {
    let scope = Self.story("\(Self.title)\n\n\(Story.picked("m"))", of: "Merge both").scope
    #expect(scope.openMerges == [Story.id("c"): Story.id("m")])
  }

  @Test func `is not asked about where it only takes back the work of the tickets that it names`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Search")
    story.commit("c", "\(Self.title), no more\n\n\(Story.picked("m"))")
    story.claims["c"] = [.made(ids: ["a", "b"])]
    story.onBase("x", "SHOP-9 Before")
    story.onBase("m", "Merge both", parents: ["x", "side"])
    #expect(story.scope.copiesOfMerges == [Story.id("c"): Story.id("m")])
    #expect(story.scope.openMerges.isEmpty)
  }

  /// What the merge brought.
  private static let brought = [("a", "SHOP-1 Cart"), ("b", "SHOP-2 Search")].map { name, message in
    ScopeAnswers.Known(id: Story.id(name), isMerge: false, facts: facts(message), isCommon: true, descendants: [])
  }

  @Test(arguments: [
    (Remains.all, Remains.none, false, TicketState.delivered), (.all, .none, true, .partlyReverted),
    (.none, .none, false, .partlyReverted), (.all, .all, false, .removed),
  ])
  func `is no work of what the base had before the merge, and nothing took back`(
    onBase: Remains, before: Remains, isTakenBack: Bool, state: TicketState
  ) {
    var story = Self.story(Self.title)
    story.commit("d", "SHOP-1 More of the cart")
    story.commit("r", "SHOP-9 After")
    if isTakenBack { story.claims["r"] = [.made(ids: ["c"])] }
    var scope = story.scope
    _ = scope.doubtful([Story.id("c"): Self.brought])
    let left = [
      "a": SettledTicket.Left(.none, onBase, before), "b": .init(.all, .all, .none), "d": .init(.all, .none, .none),
    ]
    scope.settle(SettledTicket.remains(left), alike: [], overwritten: [:], at: SettledTicket.tips)
    #expect(scope.tickets[RuleStory.key("SHOP-1")]?.state == state)
  }

  /// Whether the ticket has other work, whether the merge brought any of it, and what the release has of that.
  @Test(arguments: [
    (true, true, Remains.none, ["d"]), (true, true, .some, ["c", "d"]), (false, true, .none, ["c"]),
    (true, false, .none, ["c", "d"]),
  ])
  func `is work where nothing else is, or nothing tells that the base had it before`(
    hasOther: Bool, bringsIt: Bool, left: Remains, work: [String]
  ) {
    var story = Self.story(Self.title)
    story.commit("d", hasOther ? "SHOP-1 More of the cart" : "SHOP-9 After")
    var scope = story.scope
    _ = scope.doubtful([Story.id("c"): bringsIt ? Self.brought : []])
    let remains = ["a": SettledTicket.Left(left, .all, .none), "b": .init(.all, .all, .none), "d": .init(.all, .none)]
    scope.settle(SettledTicket.remains(remains), alike: [], overwritten: [:], at: SettledTicket.tips)
    #expect(Set(scope.tickets[RuleStory.key("SHOP-1")]?.evidence.map { Story.name($0.commit) } ?? []) == Set(work))
  }

  @Test func `is told by what the merge brought of each ticket`() {
    var scope = Self.story(Self.title).scope
    #expect(scope.openMerges == [Story.id("c"): Story.id("m")])
    #expect(scope.doubtful([Story.id("c"): Self.brought]) == [Story.id("a"), Story.id("b")])
    let tips = NetScope.Tips(
      release: Story.id("release"), base: Story.id("main"), mergeBases: [Story.id("fork")])
    var remains: [ScopeAnswers.CommitInTree: Remains] = [:]
    for (commit, tip, left) in [
      ("a", "release", Remains.all), ("a", "main", .none), ("a", "fork", .all), ("b", "release", .all),
      ("b", "main", .all), ("b", "fork", .none),
    ] {
      remains[.init(of: Story.id(commit), in: Story.id(tip))] = left
    }
    scope.settle(remains, alike: [], overwritten: [:], at: tips)
    #expect(scope.tickets[RuleStory.key("SHOP-1")]?.state == .reverted)
    #expect(scope.tickets[RuleStory.key("SHOP-2")]?.state == .alreadyOnBase)
  }
}
