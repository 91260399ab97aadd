import Testing

@testable import Commits
@testable import ReleaseScope

/// What the files say of commits that only take back, and so bring older work back or take it out.
struct RestoredWorkTests {
  private static let tips = NetScope.Tips(
    release: Story.id("release"), base: Story.id("base"), mergeBases: [Story.id("fork")])

  /// What is left of a commit in the release, on the base, and where both come from.
  typealias Left = (ours: Remains, theirs: Remains, before: Remains)

  private static func settled(
    _ evidence: [(String, EvidenceState)], _ left: [String: Left], older: [OlderWork] = [],
    state: TicketState = .delivered, taken: [String: [String]] = [:],
    _ tell: (inout NetScope.TicketScope) -> Void = { _ in }
  ) -> NetScope.TicketScope {
    var ticket = NetScope.TicketScope(key: RuleStory.key("SHOP-1"), state: state)
    ticket.evidence = EvidenceList(evidence.map { Evidence(commit: Story.id($0.0), place: .subject, state: $0.1) })
    ticket.older = older
    tell(&ticket)
    var remains: [ScopeAnswers.CommitInTree: Remains] = [:]
    for (name, left) in left {
      remains[.init(of: Story.id(name), in: tips.release)] = left.ours
      remains[.init(of: Story.id(name), in: tips.base)] = left.theirs
      remains[.init(of: Story.id(name), in: Story.id("fork"))] = left.before
    }
    return SettledTicket(
      ticket, RemainsAtTips(remains, alike: [], overwritten: [:], tips), broughtBy: [:], emptyMerges: [],
      mergesFromBase: [], isTakenBackOnBase: false,
      taken: Dictionary(uniqueKeysWithValues: taken.map { (Story.id($0), Set($1.map(Story.id))) })
    ).ticket
  }

  private static func restored(_ name: String, by restorer: String) -> OlderWork {
    var work = OlderWork(commit: Story.id(name), isTakenBack: true, restoredBy: nil)
    work.restorer = Story.id(restorer)
    return work
  }

  @Test func `tells what brings back several older works by each of them`() {
    let older = ["one", "two"].map { Self.restored($0, by: "s") }
    let own: Left = (.all, .all, .none)
    func states(_ one: Left, _ two: Left) -> [EvidenceState] {
      Self.settled([("s", .inEffect)], ["s": own, "one": one, "two": two], older: older).evidence.map(\.state)
    }
    #expect(states((.none, .all, .all), (.none, .none, .all)) == [.inEffect])
    #expect(states((.none, .none, .all), (.all, .all, .all)) == [.onBase])
    #expect(states((.all, .all, .all), (.all, .all, .all)) == [])
  }

  @Test func `leaves out what brought older work back and was undone, where there is other work`() {
    let older = [Self.restored("old", by: "s")]
    let left: [String: Left] = ["old": (.all, .all, .all), "s": (.none, .none, .none), "a": (.all, .none, .none)]
    let both = Self.settled([("a", .inEffect), ("s", .undone)], left, older: older)
    #expect(both.evidence.map(\.commit) == [Story.id("a")])
    #expect(both.state == .delivered)
    let alone = Self.settled([("s", .undone)], left, older: older)
    #expect(alone.evidence.map(\.state) == [.undone])
    #expect(alone.state == .reverted)
  }

  /// What the work took back besides: nothing, the ticket's own, or another's.
  @Test(arguments: [
    ([:], TicketState.removed), (["a": []], .reverted), (["a": ["b"]], .reverted), (["a": ["other"]], .removed),
    (["a": ["b", "other"]], .reverted),
  ])
  func `removes nothing by the files of what took work of the ticket back`(
    taken: [String: [String]], state: TicketState
  ) {
    let left: [String: Left] = ["a": (.none, .all, .all), "b": (.none, .none, .none)]
    let ticket = Self.settled([("a", .undone), ("b", .undone)], left, state: .reverted, taken: taken)
    #expect(ticket.state == state)
  }

  /// What of a revert is known whose work stands where its lines were.
  @Test(arguments: [
    (Remains.all as Remains?, TicketState.removed), (.some, .removed), (nil, .removed), (Remains.none, .absent),
  ])
  func `is removed by a revert alone that the release has, though it is not known whether it was there before`(
    revert: Remains?, state: TicketState
  ) {
    var ticket = NetScope.TicketScope(key: RuleStory.key("SHOP-1"), state: .removed)
    var work = OlderWork(commit: Story.id("old"), isTakenBack: false, restoredBy: nil)
    (work.removedBy, work.isRemovedAlone) = (Story.id("r"), true)
    ticket.older = [work]
    var remains: [ScopeAnswers.CommitInTree: Remains] = [:]
    for tip in [Self.tips.release, Self.tips.base] { remains[.init(of: Story.id("old"), in: tip)] = .all }
    remains[.init(of: Story.id("r"), in: Self.tips.release)] = revert
    remains[.init(of: Story.id("r"), in: Self.tips.base)] = Remains.none
    let settled = SettledTicket(
      ticket, RemainsAtTips(remains, alike: [], overwritten: [:], Self.tips), broughtBy: [:], emptyMerges: [],
      mergesFromBase: [], isTakenBackOnBase: false)
    #expect(settled.ticket.state == state)
  }

  @Test func `knows the reverts that take nothing back but work, and the work that they take`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Search")
    story.commit("r", "Take it back")
    story.commit("s", "Bring it back")
    story.commit("t", "SHOP-3 Instead of the search")
    story.claims = [
      "r": [.made(ids: ["a"])], "s": [.made(ids: ["r"])], "t": [.made(in: .body, ids: ["b"])],
    ]
    let scope = story.scope
    #expect(Set(scope.onlyReverts.map(Story.name)) == ["r", "s"])
    #expect(scope.removers.map(Story.name) == ["r"])
    #expect(scope.reverts(of: [Story.id("a"), Story.id("b")]).map(Story.name) == ["r"])
    #expect(scope.reverts(of: [Story.id("a"), Story.id("r")]).isEmpty)
    #expect(scope.reverts(of: [Story.id("b")]).isEmpty)
  }

  @Test func `brings work back by a revert of a revert that both sides have`() {
    var story = Story()
    story.outside = [("gone", "Take it back")]
    story.commit("s", "Bring it back")
    story.claims = ["gone": [.made(ids: ["old"], keys: ["SHOP-1"])], "s": [.made(ids: ["gone"])]]
    #expect(story.scope.removers.isEmpty)
    #expect(story.scope.tickets[RuleStory.key("SHOP-1")]?.older.map(\.restorer) == [Story.id("s")])
    #expect(story.scope.tickets[RuleStory.key("SHOP-1")]?.older.map(\.restoredBy) == [Story.id("s")])
    story.commit("t", "Take that back")
    story.claims["t"] = [.made(ids: ["s"])]
    #expect(story.scope.tickets[RuleStory.key("SHOP-1")]?.older.map(\.restoredBy) == [nil])
  }

  @Test func `knows the tickets of reverts that the base has, too`() {
    var story = Story()
    story.outside = [("old", "SHOP-3 Wish list")]
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Search")
    story.commit("r", "Take it back\n\n\(Story.picked("p"))")
    story.commit("s", "Take that back")
    story.claims = ["r": [.made(ids: ["a", "old"])], "s": [.made(ids: ["b"])]]
    story.onBase("p", "Tidy up")
    #expect(story.scope.takenBackOnBase.map(\.description).sorted() == ["SHOP-1", "SHOP-3"])
  }

  @Test(arguments: [
    (RevertClaim.Source.subject, "removed"), (.body, "delivered"), (.item, "removed"),
  ])
  func `takes no work for newer that is in the same list as what takes older work out`(
    source: RevertClaim.Source, state: String
  ) {
    var story = Story()
    story.outside = [("old", "SHOP-1 Cart")]
    story.commit("q", "SHOP-1 Another cart")
    story.claims["q"] = [.made(in: source, ids: ["old"])]
    #expect(story.states["SHOP-1"] == state)
  }

  /// What a merge brought: with the ticket's key or without, and what it takes back.
  @Test(arguments: [
    ("SHOP-1 Cart", nil as RevertClaim?, true), ("SHOP-1: Revert \"Cart\"", .made(titles: ["cart"]), false),
    ("SHOP-1: Reapply \"Cart\"", .made(.reland, titles: ["cart"]), true), ("Tidy up", nil, true),
    ("Revert \"Cart\"", .made(titles: ["cart"]), false),
  ])
  func `tells a merge by the work that it brought, and not by what takes work back`(
    message: String, claim: RevertClaim?, isWork: Bool
  ) {
    var ticket = NetScope.TicketScope(key: RuleStory.key("SHOP-1"), state: .delivered)
    ticket.evidence = [Evidence(commit: Story.id("m"), place: .subject, state: .inEffect)]
    ticket.older = [OlderWork(commit: Story.id("old"), isTakenBack: false, restoredBy: nil)]
    var told = facts(message)
    told.reverts = claim.map { [$0] } ?? []
    var remains: [ScopeAnswers.CommitInTree: Remains] = [:]
    for tip in Self.tips.all {
      remains[.init(of: Story.id("a"), in: tip)] = tip == Self.tips.release ? .all : Remains.none
    }
    let settled = SettledTicket(
      ticket, RemainsAtTips(remains, alike: [], overwritten: [:], Self.tips),
      broughtBy: [Story.id("m"): [NetScope.Brought(Story.id("a"), told)]], emptyMerges: [], mergesFromBase: [],
      isTakenBackOnBase: false)
    #expect(settled.ticket.evidence.map(\.state) == (isWork ? [.inEffect] : []))
  }

  /// By what evidence the base had a change that is not there any more.
  @Test(arguments: [
    ("same patch", TicketState.delivered), ("same tree", .delivered), ("a squash that lists it", .delivered),
    ("a mark of a pick", .alreadyOnBase),
  ])
  func `is not on the base where that had the very change and has it no more`(evidence: String, state: TicketState) {
    var story = Story()
    story.commit(
      "a", evidence == "a mark of a pick" ? "SHOP-1 Cart\n\n\(Story.picked("p"))" : "SHOP-1 Cart", tree: "cart")
    story.onBase("p", "SHOP-1 Basket", tree: evidence == "same tree" ? "cart" : nil)
    story.onBase("q", "Tidy up")
    switch evidence {
    case "same patch": story.samePatchOnBase = [Story.id("a"): [Story.id("p")]]
    case "a squash that lists it": story.said["p"] = { $0.squashOf = [WrittenID(Story.id("a"))] }
    default: break
    }
    var scope = story.scope
    #expect(scope.alreadyOnBase.map(\.commit) == [Story.id("a")])
    _ = scope.doubtful([:])
    var remains: [ScopeAnswers.CommitInTree: Remains] = [:]
    for tip in Self.tips.all {
      remains[.init(of: Story.id("a"), in: tip)] = tip == Self.tips.release ? .all : Remains.none
    }
    scope.settle(remains, alike: [], overwritten: [:], at: Self.tips)
    #expect(scope.tickets[RuleStory.key("SHOP-1")]?.state == state)
  }

  /// What a merge of the base brought of SHOP-1, whose copy names the ticket.
  @Test(arguments: [
    (false, false, TicketState.alreadyOnBase as TicketState?), (true, false, nil), (true, true, .alreadyOnBase),
  ])
  func `takes a copy of a merge for no work of a ticket that the merge brought nothing of in the end`(
    isTakenBack: Bool, hasMore: Bool, state: TicketState?
  ) {
    var story = Story()
    story.commit("c", "SHOP-1, SHOP-2: Cart and search\n\n\(Story.picked("m"))")
    story.onBase("x", "SHOP-9 Before")
    story.onBase("a", "SHOP-1 Cart", parents: ["x"])
    story.onBase("r", "Tidy up", parents: ["a"])
    story.onBase("b", hasMore ? "SHOP-1 Basket" : "SHOP-2 Search", parents: ["r"])
    story.onBase("y", "Tidy up", parents: ["x"])
    story.onBase("n", "Merge branch 'SHOP-1-cart'", parents: ["y", "b"])
    story.onBase("m", "SHOP-1, SHOP-2: Cart and search", parents: ["x", "n"])
    if isTakenBack { story.claims["r"] = [.made(ids: ["a"])] }
    #expect(story.scope.tickets[RuleStory.key("SHOP-1")]?.state == state)
    #expect(story.scope.tickets[RuleStory.key("SHOP-2")]?.state == .alreadyOnBase)
  }

  @Test func `is undone with what brought older work back, though something of that is there`() {
    let older = ["one", "two"].map { Self.restored($0, by: "s") }
    let ticket = Self.settled(
      [("s", .undone)], ["s": (.none, .none, .none), "one": (.none, .all, .all), "two": (.all, .all, .all)],
      older: older)
    #expect(ticket.evidence.map(\.state) == [.undone])
  }

  /// What both come from had of two works that one revert takes out, and what becomes of the second one's ticket.
  @Test(arguments: [
    (Remains.all, Remains.none, TicketState.absent), (.none, .none, .removed), (.all, .some, .removed),
  ])
  func `is not removed by the revert of what was gone already, where that took other work out`(
    one: Remains, two: Remains, state: TicketState
  ) {
    var story = Story()
    story.outside = [("one", "SHOP-1 Cart"), ("two", "SHOP-2 Search")]
    story.commit("r", "Take them back")
    story.claims["r"] = [.made(ids: ["one", "two"])]
    var scope = story.scope
    _ = scope.doubtful([:])
    scope.settle(
      SettledTicket.remains([
        "one": .init(.none, .none, one), "two": .init(.none, .none, two), "r": .init(.all, .none, .none),
      ]), alike: [], overwritten: [:], at: SettledTicket.tips)
    #expect(scope.tickets[RuleStory.key("SHOP-2")]?.state == state)
  }

  @Test(arguments: [(Remains.none, TicketState.delivered), (.some, .alreadyOnBase), (.all, .alreadyOnBase)])
  func `is not on the base as a copy of which nothing is left there either`(copy: Remains, state: TicketState) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart\n\n\(Story.picked("p"))")
    story.onBase("p", "SHOP-1 The cart")
    var scope = story.scope
    _ = scope.doubtful([:])
    scope.settle(
      SettledTicket.remains(["a": .init(.all, .none, .none), "p": .init(.all, copy, .none)]), alike: [],
      overwritten: [:], at: SettledTicket.tips)
    #expect(scope.tickets[RuleStory.key("SHOP-1")]?.state == state)
  }

  @Test func `takes for the very change what the files or lists of commits tell`() {
    #expect(BaseEvidence.allCases.filter(\.isExact) == [.patchID, .tree, .squash])
  }

  /// Of two files, what the merge base has of older work that is there again.
  @Test(arguments: [
    ([Remains.none, Remains.none], [EvidenceState.inEffect]), ([.all, Remains.none], [.inEffect]), ([.all, .all], []),
    ([.all, .some], []),
  ])
  func `names what did a part of older work again`(before: [Remains], states: [EvidenceState]) {
    var remains: [ScopeAnswers.CommitInTree: [Remains?]] = [:]
    for (tip, left) in [("release", [Remains.all, .all]), ("base", before), ("fork", before)] {
      remains[.init(of: Story.id("old"), in: Story.id(tip))] = left
    }
    let older = OlderWork(commit: Story.id("old"), isTakenBack: false, restoredBy: Story.id("s"))
    let settled = SettledTicket(
      SettledTicket.ticket(older: [older]), RemainsAtTips(remains, alike: [], overwritten: [:], SettledTicket.tips),
      broughtBy: [:], emptyMerges: [], mergesFromBase: [], isTakenBackOnBase: false
    ).ticket
    #expect(settled.evidence.map(\.state) == states)
  }
}
