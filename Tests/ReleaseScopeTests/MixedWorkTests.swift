import Testing

@testable import Commits
@testable import ReleaseScope

/// Commits that do more than one thing: work that takes something back, what names several tickets, a part of a squash.
struct MixedWorkTests {
  private static let tips = NetScope.Tips(
    release: Story.id("release"), base: Story.id("base"), mergeBases: [Story.id("fork")])

  /// What is left of the paths of a commit in the release, on the base, and where both come from.
  typealias Left = (ours: [Remains?], theirs: [Remains?], before: [Remains?])

  private static func remains(_ left: [String: Left]) -> [ScopeAnswers.CommitInTree: [Remains?]] {
    var remains: [ScopeAnswers.CommitInTree: [Remains?]] = [:]
    for (name, left) in left {
      remains[.init(of: Story.id(name), in: tips.release)] = left.ours
      remains[.init(of: Story.id(name), in: tips.base)] = left.theirs
      remains[.init(of: Story.id(name), in: Story.id("fork"))] = left.before
    }
    return remains
  }

  private static func settled(
    _ ticket: NetScope.TicketScope, _ left: [String: Left], broughtBy: [String: [String]] = [:],
    isNamedByRevertsOnBase: Bool = false
  ) -> NetScope.TicketScope {
    let brought = broughtBy.map { (Story.id($0), $1.map { NetScope.Brought(Story.id($0), facts("SHOP-1 Cart")) }) }
    return SettledTicket(
      ticket, RemainsAtTips(remains(left), alike: [], overwritten: [:], tips),
      broughtBy: Dictionary(uniqueKeysWithValues: brought), emptyMerges: [], mergesFromBase: [],
      isTakenBackOnBase: false, isNamedByRevertsOnBase: isNamedByRevertsOnBase
    ).ticket
  }

  private static func ticket(
    _ evidence: [(String, EvidenceState)], older: [OlderWork] = [], state: TicketState = .delivered
  ) -> NetScope.TicketScope {
    var ticket = NetScope.TicketScope(key: RuleStory.key("SHOP-1"), state: state)
    ticket.evidence = EvidenceList(evidence.map { Evidence(commit: Story.id($0.0), place: .subject, state: $0.1) })
    ticket.older = older
    return ticket
  }

  @Test(arguments: [
    ([Remains.none, .all], true, TicketState.delivered), ([Remains.none, .none], true, .removed),
    ([Remains.none, .all], false, .removed), ([Remains.all, .all], true, .delivered),
  ])
  func `is removed by a path of older work only where that took nothing back`(
    ours: [Remains], isMixed: Bool, state: TicketState
  ) {
    var older = OlderWork(commit: Story.id("old"), isTakenBack: false, restoredBy: nil)
    older.isMixed = isMixed
    let ticket = Self.settled(
      Self.ticket([("a", .inEffect)], older: [older]),
      ["a": ([.all], [Remains.none], [Remains.none]), "old": (ours, [.all, .all], [.all, .all])])
    #expect(ticket.state == state)
  }

  @Test(arguments: [
    ("SHOP-1 Cart", nil as RevertClaim?, false), ("SHOP-1 Cart", .made(in: .item, titles: ["search"]), true),
    ("SHOP-1 Cart", .made(in: .body, titles: ["search"]), true), ("Tidy", .made(in: .body, titles: ["search"]), false),
    ("SHOP-1 Cart", .made(titles: ["search"]), false),
    ("SHOP-1 Cart", .made(in: .onlyItems, titles: ["search"]), false),
    ("SHOP-1 Cart", .made(.reland, in: .item, titles: ["search"]), false),
    // Its subject brings back.
    ("SHOP-1 Cart", .made(titles: [.init("search", depth: 1)]), false),
  ])
  func `knows what takes something back besides other work`(message: String, claim: RevertClaim?, isMixed: Bool) {
    var told = facts(message)
    told.reverts = claim.map { [$0] } ?? []
    #expect(told.takesBackBesides == isMixed)
    var story = Story()
    story.outside = [("old", message)]
    story.claims["old"] = told.reverts
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: ["old"])]
    let older = story.scope.tickets[RuleStory.key("SHOP-1")]?.older ?? []
    #expect(older.allSatisfy { $0.isMixed == isMixed })
  }

  /// What the base has in the place of work that both sides come from.
  @Test(arguments: [
    (Remains.replaced, Remains.all, true, EvidenceState.undone), (.replaced, .all, false, .onBase),
    (.replaced, .none, true, .inEffect), (.some, .all, true, .onBase),
  ])
  func `is taken back where the base has something else in its place and a revert that names the ticket`(
    theirs: Remains, before: Remains, isNamed: Bool, state: EvidenceState
  ) {
    let ticket = Self.settled(
      Self.ticket([("a", .inEffect)]), ["a": ([.all], [theirs], [before])], isNamedByRevertsOnBase: isNamed)
    #expect(ticket.evidence.map(\.state) == [state])
  }

  /// A merge whose work has something else in its place, and is gone from the base.
  @Test(arguments: [
    (Remains.replaced, Remains.replaced, EvidenceState.undone), (.all, .replaced, .inEffect),
    (.replaced, .none, .inEffect), (.some, .some, .inEffect),
  ])
  func `brings nothing of what a merge had where the release is as both were before`(
    ours: Remains, before: Remains, state: EvidenceState
  ) {
    let ticket = Self.settled(
      Self.ticket([("m", .inEffect)]), ["a": ([ours], [Remains.none], [before])], broughtBy: ["m": ["a"]])
    #expect(ticket.evidence.map(\.state) == [state])
  }

  @Test(arguments: [(Remains.all, TicketState.delivered), (.some, .partlyReverted)])
  func `is whole where what was taken back of it in part is all there`(ours: Remains, state: TicketState) {
    var ticket = Self.ticket([("q", .inEffect)])
    ticket.undoneInPart = [Story.id("q")]
    #expect(Self.settled(ticket, ["q": ([ours], [Remains.none], [Remains.none])]).state == state)
  }

  @Test func `asks the files of a squash of which a part was taken back`() {
    var story = Story()
    story.commit("q", "SHOP-1 Cart")
    story.said["q"] = { $0.squashOf = ["x", "y"].map { WrittenID(Story.id($0)) } }
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: ["x"])]
    var scope = story.scope
    #expect(scope.doubtful([:]) == [Story.id("q")])
  }

  /// What is left in the release of `q`, which takes `a` back besides its own work, and of `a`.
  @Test(arguments: [
    (["a"], [EvidenceState.inEffect, .undone]), (["y"], [.inEffect, .inEffect]), ([], [.inEffect, .inEffect]),
  ])
  func `goes not on from what it takes back`(targets: [String], states: [EvidenceState]) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("q", "SHOP-1 Another cart")
    story.commit("z", "SHOP-1 Tests")
    story.commit("r", "Take it back")
    story.claims = ["q": [.made(in: .item, ids: targets)], "r": [.made(ids: ["z"])]]
    if targets.isEmpty { story.claims["q"] = nil }
    var scope = story.scope
    _ = scope.doubtful([:])
    let remains = Self.remains([
      "a": ([.replaced], [Remains.none], [Remains.none]), "q": ([.all], [Remains.none], [Remains.none]),
      "z": ([Remains.none], [Remains.none], [Remains.none]),
    ])
    scope.settle(remains, alike: [], overwritten: [Story.id("q"): [Story.id("a")]], at: Self.tips)
    let evidence = scope.tickets[RuleStory.key("SHOP-1")]?.evidence.filter { $0.commit != Story.id("z") }
    #expect(evidence?.map(\.state) == states)
  }

  /// A revert of `a`, which takes away lines of the squash `q`, too.
  @Test func `is not gone where a revert of something else took its lines away`() {
    var story = Story()
    story.commit("q", "SHOP-1 Cart")
    story.commit("a", "SHOP-1 Cart, tested")
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: ["a"])]
    var scope = story.scope
    _ = scope.doubtful([:])
    let left: Left = ([.replaced], [Remains.none], [Remains.none])
    let remains = Self.remains(["q": left, "a": left, "r": ([.all], [Remains.none], [Remains.none])])
    scope.settle(
      remains, alike: [], overwritten: [Story.id("r"): [Story.id("q"), Story.id("a")]], at: Self.tips)
    #expect(scope.tickets[RuleStory.key("SHOP-1")]?.evidence.map(\.state) == [.undone, .inEffect])
  }
}
