import Testing

@testable import ReleaseScope

/// Tickets of which the files say what no message does: the lines of their work may have been others' before.
struct RestingTicketTests {
  struct State: Sendable {
    let state: TicketState
    let evidence: [(String, EvidenceState)]

    init(_ state: TicketState, _ evidence: [(String, EvidenceState)]) {
      (self.state, self.evidence) = (state, evidence)
    }
  }

  private static let key = RuleStory.key("SHOP-1")

  private static func scope(_ state: State, older: [OlderWork] = [], workOnBase: Bool = false) -> NetScope {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    if workOnBase { story.onBase("o", "SHOP-1 Cart, tested") }
    var scope = story.scope
    scope.tickets[key] = SettledTicket.ticket(state.evidence, state: state.state, older: older)
    return scope
  }

  @Test(arguments: [
    (State(.delivered, [("a", .inEffect)]), State(.removed, []), true),
    (State(.removed, []), State(.removed, []), false),
    (State(.delivered, [("a", .inEffect)]), State(.delivered, [("a", .inEffect)]), false),
    (State(.reverted, [("a", .undone)]), State(.alreadyOnBase, [("a", .onBase)]), true),
    (State(.reverted, [("a", .undone)]), State(.reverted, [("a", .undone)]), false),
    (State(.reverted, [("a", .undone)]), State(.delivered, [("a", .inEffect)]), false),
    (State(.alreadyOnBase, [("a", .onBase)]), State(.alreadyOnBase, [("a", .onBase)]), false),
    (State(.delivered, [("a", .inEffect)]), State(.alreadyOnBase, [("a", .onBase)]), false),
    (
      State(.partlyReverted, [("b", .inEffect), ("a", .undone)]),
      State(.alreadyOnBase, [("b", .onBase), ("a", .undone)]), false
    ),
  ])
  func `rest where work that messages take back is on the base, or what they deliver is removed`(
    told: State, now: State, rests: Bool
  ) {
    let found = Self.scope(now).restingOnOlderWork(since: Self.scope(told), allOf: [])
    #expect(found == (rests ? [Self.key] : []))
  }

  @Test(
    arguments: [
      ("a", .inEffect, .onBase, true), ("b", .inEffect, .onBase, false), ("a", .inEffect, .inEffect, false),
      ("a", .onBase, .onBase, false),
    ] as [(String, EvidenceState, EvidenceState, Bool)])
  func `rest where all of what they deliver was there before`(
    older: String, before: EvidenceState, state: EvidenceState, rests: Bool
  ) {
    func scope(_ state: EvidenceState) -> NetScope {
      Self.scope(State(state == .onBase ? .alreadyOnBase : .delivered, [("a", state)]))
    }
    let (now, told) = (scope(state), scope(before))
    #expect(now.restingOnOlderWork(since: told, allOf: [Story.id(older)]) == (rests ? [Self.key] : []))
  }

  @Test func `rest on nothing else where other work of them is known, or nothing was told`() {
    let (told, now) = (State(.delivered, [("a", .inEffect)]), State(.removed, []))
    let older = OlderWork(commit: Story.id("old"), isTakenBack: false, restoredBy: nil)
    #expect(Self.scope(now, older: [older]).restingOnOlderWork(since: Self.scope(told), allOf: []).isEmpty)
    #expect(Self.scope(now, workOnBase: true).restingOnOlderWork(since: Self.scope(told), allOf: []).isEmpty)
    #expect(Self.scope(now).restingOnOlderWork(since: Story().scope, allOf: []).isEmpty)
  }
}
