import Testing

@testable import ReleaseScope

/// Of which tickets the files are asked, and what they then correct.
struct DoubtTests {
  /// A history, and the commits of which the files are asked.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let doubtful: Set<String>
    let tell: @Sendable (inout Story) -> Void
  }

  static let cases = [
    Case(testDescription: "work that only the range has", doubtful: []) {
      $0.commit("a", "SHOP-1 Cart")
      $0.onBase("q", "SHOP-2 Search")
    },
    Case(testDescription: "work that is taken back", doubtful: ["a"]) {
      $0.commit("a", "SHOP-1 Cart")
      $0.commit("r", "Take it back")
      $0.claims["r"] = [.made(ids: ["a"])]
    },
    Case(testDescription: "work that is taken back and done again", doubtful: ["a"]) {
      $0.commit("a", "SHOP-1 Cart")
      $0.commit("r", "Take it back")
      $0.commit("s", "Do it again")
      $0.claims = ["r": [.made(ids: ["a"])], "s": [.made(.reland, ids: ["a"])]]
    },
    Case(testDescription: "work that both sides have and the range takes out", doubtful: ["old", "r"]) {
      $0.outside = [("old", "SHOP-1 Cart")]
      $0.commit("r", "Take it back")
      $0.claims["r"] = [.made(ids: ["old"])]
    },
    Case(testDescription: "work that both sides have and both take out", doubtful: ["old"]) {
      $0.outside = [("old", "SHOP-1 Cart")]
      $0.commit("r", "Take it back")
      $0.onBase("s", "Take it back there")
      $0.claims = ["r": [.made(ids: ["old"])], "s": [.made(ids: ["old"])]]
    },
    Case(testDescription: "work of the range and of both sides that one commit takes back", doubtful: ["a", "old"]) {
      $0.outside = [("old", "SHOP-1 Cart")]
      $0.commit("a", "SHOP-1 Cart, tested")
      $0.commit("r", "Take it back")
      $0.claims["r"] = [.made(ids: ["a", "old"])]
    },
    Case(testDescription: "a ticket that a revert names and nobody can resolve", doubtful: ["a", "r"]) {
      $0.commit("a", "SHOP-1 Cart")
      $0.commit("r", "Take it back")
      $0.claims["r"] = [.made(titles: ["wish list"], keys: ["SHOP-1"])]
    },
    Case(testDescription: "a ticket that a revert of the base names", doubtful: ["a"]) {
      $0.commit("a", "SHOP-1 Cart")
      $0.onBase("r", "Take it back")
      $0.claims["r"] = [.made(titles: ["wish list"], keys: ["SHOP-1"])]
    },
    Case(testDescription: "a ticket that the base has work for, too", doubtful: ["a"]) {
      $0.commit("a", "SHOP-1 Cart")
      $0.onBase("p", "SHOP-1 Cart, tested")
    },
    Case(testDescription: "a ticket that the base only mentions", doubtful: []) {
      $0.commit("a", "SHOP-1 Cart")
      $0.onBase("p", "SHOP-2 Search\n\nThis has little to do with SHOP-1 and more with others.")
    },
    Case(testDescription: "a range into which the base was merged", doubtful: ["a"]) {
      $0.commit("a", "SHOP-1 Cart", on: ["before"])
      $0.commit("m", "Merge branch 'main' into release", on: ["a", "base"])
    },
    Case(testDescription: "a base into which the range was merged", doubtful: ["a"]) {
      $0.commit("a", "SHOP-1 Cart")
      $0.onBase("q", "Tidy up", parents: ["before"])
      $0.onBase("n", "Merge branch 'release'", parents: ["q", "base"])
    },
    Case(testDescription: "a base into which something else was merged", doubtful: []) {
      $0.commit("a", "SHOP-1 Cart")
      $0.onBase("n", "Merge branch 'search'", parents: ["base", "elsewhere"])
    },
    Case(testDescription: "a merge, for which stands what it brought", doubtful: ["a", "b"]) {
      $0.commit("x", "SHOP-9 Before")
      $0.commit("a", "SHOP-2 Search", on: ["x"])
      $0.commit("b", "SHOP-3 Wish list", on: ["a"])
      $0.commit("m", "Merge branch 'SHOP-1'", on: ["x", "b"])
      $0.onBase("p", "SHOP-1 Cart, tested")
    },
  ]

  @Test(arguments: cases)
  func `asks the files of what messages leave in doubt`(_ example: Case) {
    var story = Story()
    example.tell(&story)
    var scope = story.scope
    #expect(Set(scope.doubtful([:]).map(Story.name)) == example.doubtful)
  }

  @Test func `asks of what both sides have when its return is taken back`() {
    var story = Story()
    story.outside = [("gone", "Take it back"), ("old", "SHOP-1 Cart")]
    story.commit("r", "Do it again")
    story.commit("s", "Take it back once more")
    story.claims = ["gone": [.made(ids: ["old"])], "r": [.made(ids: ["gone"])], "s": [.made(ids: ["old"])]]
    var scope = story.scope
    #expect(scope.doubtful([:]).contains(Story.id("old")))
  }

  @Test func `asks what merges with a ticket brought of what the base has, too`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("m", "Merge branch 'SHOP-1'", on: ["x", "shared"])
    story.commit("a", "SHOP-2 Search", on: ["other"])
    story.commit("n", "Merge branch 'search'", on: ["m", "a"])
    story.commit("o", "Merge branch 'SHOP-3'", on: ["n", "x"])
    story.onBase("q", "Merge branch 'release'", parents: ["before", "base"])
    var scope = story.scope
    #expect(scope.mergesFromBase.map(Story.name) == ["m"])
    #expect(scope.openMerges == [Story.id("m"): Story.id("m")])
    let brought = ScopeAnswers.Known(
      id: Story.id("z"), isMerge: false, facts: facts("SHOP-1 Cart"), isCommon: true, descendants: [])
    let doubtful = scope.doubtful([Story.id("m"): [brought]])
    #expect(Set(doubtful.map(Story.name)) == ["x", "z", "a"])
  }

  @Test func `knows no merges of what the base has where no side was merged into the other`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("m", "Merge branch 'SHOP-1'", on: ["x", "shared"])
    #expect(story.scope.mergesFromBase.isEmpty)
  }

  @Test func `knows the tickets that reverts of the base are about`() {
    var story = Story()
    story.outside = [("old", "SHOP-1 Cart"), ("gone", "Take it back")]
    story.commit("a", "SHOP-9 Cart\n\n\(Story.picked("p"))")
    story.onBase("p", "SHOP-2 Search")
    story.onBase("r", "Take it back")
    story.onBase("s", "Take it back")
    story.claims = [
      "r": [.made(ids: ["p"], keys: ["SHOP-3"])], "s": [.made(ids: ["old", "gone"])],
      "gone": [.made(ids: ["x"], keys: ["SHOP-4"])],
    ]
    #expect(story.scope.takenBackOnBase.map(\.description).sorted() == ["SHOP-2", "SHOP-3"])
    // What both sides have is only asked for where the range takes something out.
    story.commit("t", "Take it back")
    story.claims["t"] = [.made(ids: ["old"])]
    let keys = story.scope.takenBackOnBase.map(\.description).sorted()
    #expect(keys == ["SHOP-1", "SHOP-2", "SHOP-3", "SHOP-4"])
  }

  private static let tips = NetScope.Tips(
    release: Story.id("release"), base: Story.id("main"), mergeBases: [Story.id("fork")])

  /// The scope after the files were read. The ticket of `a` is in doubt by `p`, for which the base has work, too.
  private static func settled(
    _ left: [String: (ours: Remains, theirs: Remains)], _ tell: (inout Story) -> Void
  ) -> NetScope {
    var story = Story()
    tell(&story)
    var remains: [ScopeAnswers.CommitInTree: Remains] = [:]
    for (name, left) in left {
      remains[.init(of: Story.id(name), in: tips.release)] = left.ours
      remains[.init(of: Story.id(name), in: tips.base)] = left.theirs
      remains[.init(of: Story.id(name), in: Story.id("fork"))] = Remains.none
    }
    var scope = story.scope
    _ = scope.doubtful([:])
    scope.settle(remains, alike: [], overwritten: [:], at: tips)
    return scope
  }

  private static func state(_ key: String, in scope: NetScope) -> TicketState? {
    scope.tickets[RuleStory.key(key)]?.state
  }

  private static func onBase(_ scope: NetScope) -> [String] {
    scope.alreadyOnBase.map { "\(Story.name($0.commit)) as \(Story.name($0.counterpart)) by \($0.by.rawValue)" }
  }

  @Test func `believes messages of a ticket that is not in doubt`() {
    let left = ["a": (Remains.none, Remains.none), "b": (Remains.none, Remains.none)]
    let scope = Self.settled(left) { story in
      story.commit("a", "SHOP-1 Cart")
      story.commit("b", "SHOP-2 Search")
      story.onBase("p", "SHOP-2 Search, tested")
    }
    #expect(Self.state("SHOP-1", in: scope) == .delivered)
    #expect(Self.state("SHOP-2", in: scope) == .reverted)
  }

  @Test func `tells what the base has by its files, and nothing else`() {
    let scope = Self.settled(["a": (.all, .all), "b": (.all, .none), "c": (.none, .none)]) { story in
      for name in ["a", "b", "c"] { story.commit(name, "SHOP-1 Cart") }
      story.onBase("p", "SHOP-1 Cart, tested")
    }
    #expect(Self.onBase(scope) == ["a as main by contents"])
    #expect(Self.state("SHOP-1", in: scope) == .partlyReverted)
  }

  @Test func `tells once what a mark told already`() {
    let scope = Self.settled(["a": (.all, .all)]) { story in
      story.commit("a", "SHOP-1 Cart\n\n\(Story.picked("p"))")
      story.onBase("p", "SHOP-1 The cart")
    }
    #expect(Self.onBase(scope) == ["a as p by trailer"])
    #expect(Self.state("SHOP-1", in: scope) == .alreadyOnBase)
  }

  @Test func `takes for a merge that brought nothing only one of what the base has`() {
    let scope = Self.settled(["a": (.some, .none)]) { story in
      story.commit("x", "SHOP-9 Before")
      story.commit("a", "SHOP-2 Search", on: ["x"])
      story.commit("m", "Merge branch 'SHOP-1'", on: ["x", "a"], tree: "released")
      story.onBase("q", "Release 2.3.0", tree: "released")
      story.onBase("p", "SHOP-1 Cart, tested")
    }
    #expect(Self.onBase(scope).contains("m as q by tree"))
    #expect(Self.state("SHOP-1", in: scope) == .delivered)
  }

  @Test func `knows the tickets that reverts of the base name, and not those that they mention`() {
    var story = Story()
    story.aliases = [RuleStory.key("SHOP-5"): RuleStory.key("SHOP-6")]
    story.commit("a", "SHOP-1 Cart")
    story.onBase("p", "SHOP-9 Prices")
    story.onBase("q", "SHOP-2 Take it back\n\nprepares SHOP-4")
    story.onBase("r", "Take it back")
    story.claims = ["q": [.made(titles: ["search"])], "r": [.made(titles: ["list"], keys: ["SHOP-3", "SHOP-5"])]]
    #expect(story.scope.namedByRevertsOnBase.map(\.description).sorted() == ["SHOP-2", "SHOP-3", "SHOP-6"])
  }

  @Test func `doubts the tickets of claims that nobody can resolve, and of no others`() {
    func doubted(_ claims: RevertClaim..., returningTo tree: String? = nil) -> [String] {
      var story = Story()
      story.commit("x", "SHOP-9 Before", tree: "before")
      story.commit("a", "SHOP-1 Cart")
      story.commit("b", "SHOP-2 Search")
      story.commit("r", "Take it back", tree: tree)
      story.claims["r"] = claims
      return story.scope.tickets.values.filter { !$0.doubtedBy.isEmpty }.map(\.key.description).sorted()
    }
    let found = RevertClaim.made(titles: ["shop-1 cart", "shop-2 search"], keys: ["SHOP-5"])
    #expect(doubted(found) == [])
    #expect(doubted(found, .made(titles: ["wish list"])) == [])
    #expect(doubted(.made(titles: ["shop-1 cart", "wish list"], keys: ["SHOP-5"])) == ["SHOP-5"])
    let unknown = RevertClaim.made(titles: ["wish list"], keys: ["SHOP-5"])
    #expect(doubted(unknown) == ["SHOP-5"])
    #expect(doubted(unknown, returningTo: "before") == [])
  }

  @Test func `asks of the copies on the base of what is not to be found, unless they are the very change`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart\n\n\(Story.picked("p"))")
    story.commit("b", "SHOP-2 Search\n\n\(Story.picked("q"))")
    story.commit("c", "SHOP-3 Wish list")
    story.onBase("p", "SHOP-1 The cart")
    story.onBase("q", "SHOP-2 The search")
    story.onBase("s", "SHOP-3 The wish list")
    story.samePatchOnBase = [Story.id("c"): [Story.id("s")]]
    #expect(story.scope.counterparts(of: [Story.id("a"), Story.id("c")]).map(Story.name) == ["p"])
  }

  @Test func `lets the files tell of a merge all of whose commits messages take back`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-2 Search", on: ["x"])
    story.commit("m", "Merge branch 'SHOP-1'", on: ["x", "a"])
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: ["a"])]
    #expect(story.states["SHOP-1"] == "reverted")
    var scope = story.scope
    _ = scope.doubtful([:])
    scope.settle(
      SettledTicket.remains(["a": .init(.all, .none, .none)]), alike: [], overwritten: [:], at: SettledTicket.tips)
    #expect(scope.tickets[RuleStory.key("SHOP-1")]?.state == .delivered)
  }
}
