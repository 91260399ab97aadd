import Testing

@testable import Commits
@testable import ReleaseScope

/// Tickets whose newest work says to remove something.
struct DroppedTicketTests {
  private static let key = RuleStory.key("SHOP-1")

  @Test(arguments: [
    (["SHOP-1 Cart", "SHOP-1 Prices", "SHOP-1 Remove the cart"], ["c2", "c1", "c0"]),
    (["SHOP-1 Cart", "SHOP-2 Search", "SHOP-1 Remove the cart"], ["c2", "c0"]),
    (["SHOP-1 Cart", "SHOP-1 Remove prices", "SHOP-1 Cart again"], []), (["SHOP-1 Remove the cart"], []),
    (["SHOP-2 Cart", "SHOP-1 Remove the cart"], []), (["SHOP-1 Cart", "SHOP-1 Prices"], []),
  ])
  func `are asked about where others of them came before`(subjects: [String], work: [String]) {
    var story = Story()
    for (number, subject) in subjects.enumerated() { story.commit("c\(number)", subject) }
    let asked = story.scope.mayBeDropped
    #expect(asked.map(\.ticket) == (work.isEmpty ? [] : [Self.key]))
    #expect(asked.flatMap(\.work) == work.map(Story.id))
  }

  @Test func `are asked about without what a message took back`() {
    var story = Story()
    for (name, subject) in [("a", "SHOP-1 Cart"), ("b", "SHOP-1 Prices"), ("d", "SHOP-1 Remove prices")] {
      story.commit(name, subject)
    }
    story.commit("r", "Revert it\n\n\(Story.reverts("a"))")
    #expect(story.scope.mayBeDropped.map(\.work) == [[Story.id("d"), Story.id("b")]])
  }

  @Test func `are not asked about where a message took back what came before`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Revert it\n\n\(Story.reverts("a"))")
    story.commit("d", "SHOP-1 Remove prices")
    #expect(story.scope.mayBeDropped.isEmpty)
  }

  @Test(arguments: [
    (TicketState.delivered, true), (.partlyReverted, true), (.removed, false), (.reverted, false),
    (.alreadyOnBase, false),
  ])
  func `are asked about where they are delivered`(state: TicketState, isAsked: Bool) {
    var scope = Story().scope
    scope.tickets[Self.key] = SettledTicket.ticket([("b", .inEffect), ("a", .inEffect)], state: state)
    scope.tickets[Self.key]?.endsInRemoval = true
    #expect(scope.mayBeDropped.isEmpty != isAsked)
  }

  @Test(
    arguments: [
      ([("b", .inEffect), ("a", .inEffect)], [.undone, .undone], .reverted),
      ([("b", .onBase), ("a", .undone)], [.undone, .undone], .reverted),
      ([("b", .inEffect), ("o", .undone)], [.undone, .undone], .reverted),
      ([("b", .inEffect), ("o", .onBase)], [.undone, .onBase], .alreadyOnBase),
      ([("b", .inEffect), ("o", .inEffect)], [.undone, .inEffect], .partlyReverted),
    ] as [([(String, EvidenceState)], [EvidenceState], TicketState)])
  func `have that work undone which they dropped`(
    evidence: [(String, EvidenceState)], states: [EvidenceState], state: TicketState
  ) {
    var scope = Story().scope
    scope.tickets[Self.key] = SettledTicket.ticket(evidence)
    for key in [Self.key, RuleStory.key("SHOP-2")] { scope.dropWork(["b", "a"].map(Story.id), of: key) }
    #expect(scope.tickets[Self.key]?.state == state)
    #expect(scope.tickets[Self.key]?.evidence.map(\.state) == states)
    #expect(scope.tickets.count == 1)
  }

  @Test func `are left as the files tell them where nothing of them comes`() {
    var scope = Story().scope
    scope.tickets[Self.key] = SettledTicket.ticket([("a", .onBase)], state: .alreadyOnBase)
    scope.dropWork([Story.id("a")], of: Self.key)
    #expect(scope.tickets[Self.key]?.state == .alreadyOnBase)
  }
}
