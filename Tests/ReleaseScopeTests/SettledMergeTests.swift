import Testing

@testable import ReleaseScope

/// What the files say of merges that are evidence for a ticket.
struct SettledMergeTests {
  typealias Left = SettledTicket.Left

  @Test(arguments: [
    (Remains.none, Remains.none, Remains.none, false, EvidenceState.undone), (.all, .none, .none, false, .inEffect),
    (.all, .none, .all, false, .undone), (.some, .none, .none, true, .undone), (.all, .all, .none, false, .onBase),
    (.some, .some, .all, false, .onBase), (.some, .some, .none, false, .inEffect), (.some, .all, .none, true, .onBase),
  ])
  func `tells a merge by what it brought of the ticket`(
    ours: Remains, theirs: Remains, before: Remains, isEmpty: Bool, state: EvidenceState
  ) {
    let ticket = SettledTicket.settled(
      SettledTicket.ticket([("m", .inEffect)]), ["a": Left(ours, theirs, before), "b": Left(.all, .none)],
      broughtBy: ["m": [("a", "SHOP-1"), ("b", "SHOP-2")]], emptyMerges: isEmpty ? ["m"] : [])
    #expect(ticket.evidence.map(\.state) == [state])
  }

  @Test func `tells a merge by all that it brought where nothing names the ticket`() {
    let left = ["a": Left(.all, .all), "b": Left(.all, .none), "c": Left(known: nil, Remains.none)]
    func states(_ brought: [(String, String?)], _ told: EvidenceState = .undone) -> [EvidenceState] {
      SettledTicket.settled(SettledTicket.ticket([("m", told)]), left, broughtBy: ["m": brought]).evidence.map(\.state)
    }
    #expect(states([("a", nil)]) == [.onBase])
    #expect(states([("a", nil), ("b", nil)]) == [.inEffect])
    #expect(states([("a", nil), ("c", nil)]) == [.undone])
    #expect(states([]) == [.undone])
    #expect(states([], .inEffect) == [.inEffect])
  }

  @Test func `takes no merge for work of a ticket that only older work is told of and that brought other tickets`() {
    let older = OlderWork(commit: Story.id("old"), isTakenBack: false, restoredBy: nil)
    func count(_ brought: [(String, String?)], _ older: [OlderWork], fromBase: [String] = []) -> Int {
      SettledTicket.settled(
        SettledTicket.ticket([("m", .inEffect)], older: older), ["a": Left(.all, .none)], broughtBy: ["m": brought],
        mergesFromBase: fromBase
      ).evidence.count
    }
    #expect(count([("a", "SHOP-2")], [older]) == 0)
    #expect(count([("a", "SHOP-2")], []) == 1)
    #expect(count([("a", "SHOP-2")], [], fromBase: ["m"]) == 0)
    #expect(count([("a", nil)], [older]) == 1)
    #expect(count([], [older]) == 1)
  }

  @Test(arguments: [(false, EvidenceState.inEffect), (true, .onBase)])
  func `is on the base where both sides have the same files, whatever is left`(isAlike: Bool, state: EvidenceState) {
    let ticket = SettledTicket.settled(
      SettledTicket.ticket([("m", .inEffect)]), ["a": Left(.some, .some, .none)],
      broughtBy: ["m": [("a", "SHOP-1")]], alike: isAlike ? ["a"] : [])
    #expect(ticket.evidence.map(\.state) == [state])
  }

  /// What came in the place of something that was there before, and whether a revert of the base names the ticket.
  @Test(arguments: [
    (Remains.all, true, EvidenceState.undone), (.all, false, .onBase), (.none, true, .inEffect),
  ])
  func `is undone where something else came in its place on the base, if a revert there names the ticket`(
    before: Remains, isNamed: Bool, state: EvidenceState
  ) {
    let ticket = SettledTicket.settled(
      SettledTicket.ticket([("m", .inEffect)]), ["a": Left(.all, .replaced, before)],
      broughtBy: ["m": [("a", "SHOP-1")]], isNamedByRevertsOnBase: isNamed)
    #expect(ticket.evidence.map(\.state) == [state])
  }

  /// A merge that brought nothing but what the base has, by its messages.
  @Test(arguments: [
    (Remains.all, Remains.none, EvidenceState.inEffect), (.all, .some, .undone), (.some, .none, .undone),
  ])
  func `is in effect where it brings back what both had taken back`(
    ours: Remains, before: Remains, state: EvidenceState
  ) {
    let ticket = SettledTicket.settled(
      SettledTicket.ticket([("m", .inEffect)]), ["a": Left(ours, .none, before)],
      broughtBy: ["m": [("a", "SHOP-1")]], emptyMerges: ["m"])
    #expect(ticket.evidence.map(\.state) == [state])
  }

  @Test func `is no work of a ticket that has other evidence, when it brought other tickets`() {
    let ticket = SettledTicket.settled(
      SettledTicket.ticket([("m", .inEffect), ("b", .inEffect)]), ["a": Left(.all, .none), "b": Left(.all, .none)],
      broughtBy: ["m": [("a", "SHOP-2")]])
    #expect(ticket.evidence.map(\.commit) == [Story.id("b")])
  }
}
