import Testing

@testable import ReleaseScope

/// What became of a release after it had been merged.
struct LaterRevertTests {
  /// Two tickets, one of them in two commits; and what the release itself took back, and did again.
  private static var release: Story {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-1 Cart, tested")
    story.commit("c", "SHOP-2 Search")
    story.commit("d", "SHOP-3 Wish list")
    story.commit("q", "Take it back")
    story.claims["q"] = [.made(ids: ["d"])]
    return story
  }

  /// What was taken back later.
  struct Later: Equatable {
    var states: [String: String] = [:]
    var tickets: [String] = []
    var reverts: [String] = []
    /// The reverts that the report of the release has in the end.
    var reported: [String] = []
  }

  private static func later(_ release: Story, _ tell: (inout Story) -> Void) -> Later {
    var (scope, since) = (release.scope, release)
    tell(&since)
    let (tickets, reverts) = scope.takeBack(by: since.scope)
    let states = scope.tickets.values.map { ($0.key.description, $0.state.rawValue) }
    return Later(
      states: Dictionary(uniqueKeysWithValues: states), tickets: tickets.map(\.description),
      reverts: reverts.map(Story.name), reported: scope.reverts.map { Story.name($0.commit) })
  }

  @Test func `stays as it was where only others' work was taken back`() {
    let later = Self.later(Self.release) {
      $0.commit("x", "SHOP-9 Prices")
      $0.commit("r", "Take it back")
      $0.claims["r"] = [.made(ids: ["x"])]
    }
    let states = ["SHOP-1": "delivered", "SHOP-2": "delivered", "SHOP-3": "reverted"]
    #expect(later == Later(states: states, reported: ["q"]))
  }

  @Test(arguments: [(["a"], "partly-reverted"), (["a", "b"], "reverted")])
  func `is taken back as far as later commits took it back`(targets: [String], state: String) {
    let later = Self.later(Self.release) { story in
      story.commit("r", "Take it back")
      story.claims["r"] = targets.map { .made(ids: [$0]) }
    }
    let states = ["SHOP-1": state, "SHOP-2": "delivered", "SHOP-3": "reverted"]
    #expect(later == Later(states: states, tickets: ["SHOP-1"], reverts: ["r"], reported: ["r", "q"]))
  }

  @Test func `names the tickets in order, and the reverts that count`() {
    let later = Self.later(Self.release) { story in
      story.commit("s", "Take it back")
      story.commit("r", "Take the cart back")
      story.commit("t", "Take the cart back once more")
      story.commit("u", "That was enough")
      story.claims = [
        "q": [.made(ids: ["d"])], "s": [.made(ids: ["c"])], "r": [.made(ids: ["a"])], "t": [.made(ids: ["a"])],
        "u": [.made(ids: ["t"])],
      ]
    }
    let states = ["SHOP-1": "partly-reverted", "SHOP-2": "reverted", "SHOP-3": "reverted"]
    #expect(
      later == Later(states: states, tickets: ["SHOP-1", "SHOP-2"], reverts: ["r", "s"], reported: ["r", "s", "q"]))
  }

  @Test(arguments: [RevertClaim.made(ids: ["r"]), .made(.reland, ids: ["a"])])
  func `stays as it was where what was taken back came again`(again: RevertClaim) {
    let later = Self.later(Self.release) { story in
      story.commit("r", "Take it back")
      story.commit("s", "Bring it back")
      story.claims = ["q": [.made(ids: ["d"])], "r": [.made(ids: ["a"])], "s": [again]]
    }
    #expect(later.tickets.isEmpty)
    #expect(later.states["SHOP-1"] == "delivered")
  }

  /// The base had a copy of the one, and took it back; nobody says how the other one got lost.
  @Test func `is taken back where the base's files have nothing of it`() {
    var release = Story()
    release.commit("a", "SHOP-1 Cart")
    release.commit("b", "SHOP-2 Search")
    release.onBase("p", "SHOP-1 Cart\n\n\(Story.picked("a"))")
    var scope = release.scope
    #expect(release.states == ["SHOP-1": "already-on-base", "SHOP-2": "delivered"])
    var since = Story()
    for (name, message) in [("p", "SHOP-1 Cart"), ("a", "SHOP-1 Cart"), ("b", "SHOP-2 Search"), ("r", "Take it back")] {
      since.commit(name, message)
    }
    since.claims["r"] = [.made(ids: ["p"])]
    let (tickets, reverts) = scope.takeBack(by: since.scope, gone: [Story.id("a"), Story.id("b")])
    #expect(tickets.map(\.description) == ["SHOP-1", "SHOP-2"])
    #expect(reverts.map(Story.name) == ["r"])
    #expect(scope.tickets.values.allSatisfy { $0.state == .reverted })
  }

  @Test func `believes the files, and not the messages of its own, that a commit is in effect`() {
    var (scope, since) = (Self.release.scope, Self.release)
    let tips = NetScope.Tips(release: Story.id("release"), base: Story.id("main"), mergeBases: [Story.id("fork")])
    var remains: [ScopeAnswers.CommitInTree: Remains] = [:]
    for (tip, left) in [("release", Remains.all), ("main", .none), ("fork", .none)] {
      remains[.init(of: Story.id("d"), in: Story.id(tip))] = left
    }
    _ = scope.doubtful([:])
    scope.settle(remains, alike: [], overwritten: [:], at: tips)
    since.commit("x", "SHOP-9 Prices")
    #expect(scope.takeBack(by: since.scope).tickets.isEmpty)
    #expect(scope.tickets[RuleStory.key("SHOP-3")]?.state == .delivered)
  }

  @Test func `is taken back by what names the commit rather than its copy`() {
    var release = Story()
    release.commit("a", "SHOP-1 Cart")
    release.onBase("p", "SHOP-1 Cart\n\n\(Story.picked("a"))")
    var (scope, since) = (release.scope, Story())
    since.commit("a", "SHOP-1 Cart")
    since.commit("r", "Take it back")
    since.claims["r"] = [.made(ids: ["a"])]
    #expect(scope.takeBack(by: since.scope, gone: [Story.id("a")]).reverts.map(Story.name) == ["r"])
  }

  /// The base took its copy back, and the release had taken the commit back in words alone.
  @Test func `is not taken back with a copy where the base's files have it`() {
    var (scope, since) = (Self.release.scope, Self.release)
    let undone = scope.tickets[RuleStory.key("SHOP-3")]?.evidence.first
    scope.tickets[RuleStory.key("SHOP-3")]?.evidence = EvidenceList(
      undone.map { [Evidence(commit: $0.commit, place: $0.place, state: .inEffect, via: $0.via)] } ?? [])
    scope.tickets[RuleStory.key("SHOP-3")]?.state = .delivered
    scope.alreadyOnBase.append(BaseMatch(commit: Story.id("d"), counterpart: Story.id("p"), by: .trailer))
    since.commit("p", "SHOP-3 Wish list")
    since.commit("r", "Take the copy back")
    since.claims["r"] = [.made(ids: ["p"])]
    #expect(scope.takeBack(by: since.scope).tickets.isEmpty)
    #expect(scope.takeBack(by: since.scope, gone: [Story.id("d")]).reverts.map(Story.name) == ["r"])
  }

  /// The release takes its work back and does it again; that is taken back after the merge.
  @Test(arguments: [RevertClaim.made(ids: ["r"]), .made(.reland, ids: ["a"])])
  func `is taken back by what takes back how it was brought back`(again: RevertClaim) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Take it back")
    story.commit("s", "Bring it back")
    story.claims = ["r": [.made(ids: ["a"])], "s": [again]]
    #expect(story.states == ["SHOP-1": "delivered"])
    let later = Self.later(story) {
      $0.commit("t", "Take it back for good")
      $0.claims["t"] = [.made(ids: ["s"])]
    }
    #expect(later.states == ["SHOP-1": "reverted"])
    #expect(later.tickets == ["SHOP-1"] && later.reverts == ["t"])
  }

  @Test func `stays as it was where what the release took back was taken back once more`() {
    let later = Self.later(Self.release) { story in
      story.commit("r", "Take it back")
      story.claims["r"] = [.made(ids: ["d"])]
    }
    let states = ["SHOP-1": "delivered", "SHOP-2": "delivered", "SHOP-3": "reverted"]
    #expect(later == Later(states: states, reported: ["q"]))
  }
}
