import Testing

@testable import ReleaseScope

/// Work in the place of which other commits came: what goes on from it tells of it, unless that takes back.
struct OverwrittenWorkTests {
  private static let tips = NetScope.Tips(
    release: Story.id("release"), base: Story.id("main"), mergeBases: [Story.id("fork")])

  /// How a commit takes back.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let revert: String
    let tell: @Sendable (inout Story) -> Void
  }

  /// `a`, which `z` takes back by its message, and `b`.
  private static func states(
    _ left: [String: Remains], overwritten: [String: [String]], _ tell: (inout Story) -> Void
  ) -> [String: EvidenceState] {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-1 Cart, tested")
    story.commit("z", "Take it back")
    story.claims["z"] = [.made(ids: ["a"])]
    tell(&story)
    var remains: [ScopeAnswers.CommitInTree: Remains] = [:]
    for (name, left) in left {
      remains[.init(of: Story.id(name), in: tips.release)] = left
      remains[.init(of: Story.id(name), in: tips.base)] = Remains.none
      remains[.init(of: Story.id(name), in: Story.id("fork"))] = Remains.none
    }
    var scope = story.scope
    _ = scope.doubtful([:])
    let pairs = overwritten.map { (Story.id($0), Set($1.map(Story.id))) }
    scope.settle(remains, alike: [], overwritten: Dictionary(uniqueKeysWithValues: pairs), at: tips)
    let evidence = scope.tickets[RuleStory.key("SHOP-1")]?.evidence.map { (Story.name($0.commit), $0.state) } ?? []
    return Dictionary(evidence) { first, _ in first }
  }

  @Test func `is there where work of its own ticket that goes on from it is, and gone with what it goes on from`() {
    let there = Self.states(["a": .replaced, "b": .all], overwritten: ["b": ["a"]]) { _ in }
    #expect(there == ["a": .inEffect, "b": .inEffect])
    let gone = Self.states(["a": .none, "b": .replaced], overwritten: ["b": ["a"]]) { _ in }
    #expect(gone == ["a": .undone, "b": .undone])
  }

  static let cases = [
    Case(testDescription: "a revert that nobody can resolve", revert: "r") {
      $0.commit("r", "Take it back")
      $0.claims["r"] = [.made(titles: ["wish list"], keys: ["SHOP-1"])]
    },
    Case(testDescription: "what does work of its own, and says to take back what nobody can resolve", revert: "r") {
      $0.commit("r", "SHOP-2 Search")
      $0.claims["r"] = [.made(in: .body, titles: ["wish list"], keys: ["SHOP-1"])]
    },
    Case(testDescription: "a revert that both sides have", revert: "gone") {
      $0.outside = [("gone", "Take it back")]
      $0.commit("s", "Bring it back")
      $0.claims["gone"] = [.made(ids: ["old"], keys: ["SHOP-1"])]
      $0.claims["s"] = [.made(ids: ["gone"])]
    },
    Case(testDescription: "what takes older work out", revert: "r") {
      $0.outside = [("old", "SHOP-1 Cart")]
      $0.commit("r", "Take it back")
      $0.claims["r"] = [.made(ids: ["old"])]
    },
    Case(testDescription: "a revert that a merge brought", revert: "r") {
      $0.commit("x", "SHOP-9 Before")
      $0.commit("w", "SHOP-2 Search", on: ["x"])
      $0.commit("r", "Take it back", on: ["w"])
      $0.commit("m", "Merge branch 'SHOP-5'", on: ["x", "r"])
      $0.claims["r"] = [.made(titles: ["wish list"])]
      $0.onBase("p", "SHOP-5 Prices")
    },
  ]

  /// Work that a merge brought, and a commit that takes it back, which says so in the subject or below other work.
  /// Something else is in the place of the lines.
  @Test(arguments: [(RevertClaim.Source.subject, TicketState.reverted), (.body, .delivered)])
  func `is gone where a commit that does nothing else took its lines away`(
    source: RevertClaim.Source, state: TicketState
  ) {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-2 Search", on: ["x"])
    story.commit("m", "Merge branch 'SHOP-1'", on: ["x", "a"])
    story.commit("r", "SHOP-3 Instead of the search")
    story.claims["r"] = [.made(in: source, ids: ["a"])]
    var scope = story.scope
    _ = scope.doubtful([:])
    let remains = SettledTicket.remains(["a": .init(.replaced, .none, .none), "r": .init(.all, .none, .none)])
    scope.settle(remains, alike: [], overwritten: [Story.id("r"): [Story.id("a")]], at: SettledTicket.tips)
    #expect(scope.tickets[RuleStory.key("SHOP-1")]?.state == state)
  }

  @Test(arguments: cases) func `is not told by what takes back`(example: Case) {
    let there = Self.states(["a": .replaced, example.revert: .all], overwritten: [example.revert: ["a"]], example.tell)
    #expect(there["a"] == .undone)
    let gone = Self.states(["b": .replaced, example.revert: .none], overwritten: ["b": [example.revert]], example.tell)
    #expect(gone["b"] == .inEffect)
  }

  /// What the base has of a ticket besides, where something else stands in the place of its work.
  @Test func `asks what the base has that may go on from work`() {
    var story = Story()
    story.aliases = [RuleStory.key("OLD-1"): RuleStory.key("SHOP-1")]
    story.projects.append("OLD")
    story.commit("a", "SHOP-1 Cart")
    story.commit("c", "SHOP-2 Search")
    story.onBase("b", "OLD-1 Cart, tested")
    story.onBase("r", "SHOP-1: Revert \"Wish list\"")
    story.onBase("d", "SHOP-2 Search, tested")
    story.onBase("e", "SHOP-3 Vouchers")
    story.onBase("m", "Merge branch 'SHOP-1'", parents: ["e", "older"])
    func found(_ names: String...) -> [String] {
      story.scope.mayGoOn(from: Set(names.map(Story.id))).map(Story.name).sorted()
    }
    #expect(found("a") == ["b"])
    #expect(found("a", "c") == ["b", "d"])
    #expect(found("x") == [])
  }
}
