import Testing

@testable import ReleaseScope

/// What the files say of work that both sides have, and of what takes it out or does it again.
struct SettledOlderWorkTests {
  @Test func `names what was done again where the base has only a part of it, or where it was replaced before`() {
    func states(_ older: [(String, SettledTicket.Left)]) -> [EvidenceState] {
      let ticket = SettledTicket.ticket(
        older: older.map { OlderWork(commit: Story.id($0.0), isTakenBack: false, restoredBy: Story.id("s")) })
      return SettledTicket.settled(ticket, Dictionary(uniqueKeysWithValues: older)).evidence.map(\.state)
    }
    #expect(states([("one", .init(.all, .none, .replaced))]) == [.inEffect])
    #expect(states([("one", .init(.all, .none, .none)), ("two", .init(.all, .all, .none))]) == [.inEffect])
    #expect(states([("one", .init(.all, .all, .none)), ("two", .init(.all, .none, .none))]) == [.inEffect])
    #expect(states([("one", .init(.all, .all, .none)), ("two", .init(.all, .all, .none))]) == [.onBase])
  }

  @Test func `is removed by what messages say where the files are asked of nothing`() {
    #expect(SettledTicket.settled(SettledTicket.ticket(state: .removed), [:]).state == .removed)
    #expect(SettledTicket.settled(SettledTicket.ticket(state: .reverted), [:]).state == .absent)
  }

  @Test(arguments: [([], TicketState.removed), (["old"], .absent)])
  func `is not removed where both sides have the same files`(alike: [String], state: TicketState) {
    let ticket = SettledTicket.ticket(
      state: .removed, older: [OlderWork(commit: Story.id("old"), isTakenBack: false, restoredBy: nil)])
    #expect(SettledTicket.settled(ticket, ["old": .init(.some, .some, .all)], alike: alike).state == state)
  }

  @Test(arguments: [
    (SettledTicket.Left(.all, .none, .none), [], TicketState.removed), (.init(.all, .none, .all), [], .absent),
    (.init(.all, .none, .none), ["r"], .absent),
  ])
  func `is removed by a revert only that a merge of the release brings`(
    revert: SettledTicket.Left, alike: [String], state: TicketState
  ) {
    var work = OlderWork(commit: Story.id("old"), isTakenBack: false, restoredBy: nil)
    work.removedBy = Story.id("r")
    let ticket = SettledTicket.ticket(state: .removed, older: [work])
    #expect(
      SettledTicket.settled(ticket, ["old": .init(.none, .none, .none), "r": revert], alike: alike).state == state)
  }

  @Test func `leaves out what changes nothing where there is other work`() {
    var remains = SettledTicket.remains(["a": .init(.all, .none, .none)])
    for tip in SettledTicket.tips.all { remains[.init(of: Story.id("b"), in: tip)] = [] }
    func commits(_ evidence: [String]) -> [ObjectID] {
      SettledTicket(
        SettledTicket.ticket(evidence.map { ($0, .inEffect) }),
        RemainsAtTips(remains, alike: [], overwritten: [:], SettledTicket.tips), broughtBy: [:], emptyMerges: [],
        mergesFromBase: [], isTakenBackOnBase: false
      ).ticket.evidence.map(\.commit)
    }
    #expect(commits(["a", "b"]) == [Story.id("a")])
    #expect(commits(["b"]) == [Story.id("b")])
  }

  @Test(arguments: [
    (Remains.some, EvidenceState.inEffect, false, EvidenceState.onBase), (.some, .onBase, false, .onBase),
    (.some, .undone, false, .undone), (.replaced, .inEffect, false, .undone), (.replaced, .onBase, false, .onBase),
    (.replaced, .undone, false, .undone), (.replaced, .inEffect, true, .onBase),
  ])
  func `is on the base where both sides have the same of it, if anything is left or came there before`(
    left: Remains, told: EvidenceState, isSquash: Bool, state: EvidenceState
  ) {
    var ticket = SettledTicket.ticket([("a", told)])
    if isSquash { ticket.squashes = [Story.id("a")] }
    let settled = SettledTicket.settled(ticket, ["a": .init(left, .some, Remains.none)], alike: ["a"])
    #expect(settled.evidence.map(\.state) == [state])
  }

  @Test func `stays undone where the base took it back, too, and something of it is left`() {
    let ticket = SettledTicket.settled(
      SettledTicket.ticket([("a", .undone)]), ["a": .init(.some, .none, Remains.none)], isTakenBackOnBase: true)
    #expect(ticket.evidence.map(\.state) == [.undone])
  }

  /// Of two files, what the release has of older work, and of what took it out.
  @Test(arguments: [
    ([Remains.all, .replaced], [Remains.none, .replaced], TicketState.absent),
    ([.all, .replaced], [Remains.none, Remains.none], .absent),
    // The revert is there, in part at least, or nothing of the work is.
    ([.all, .replaced], [Remains.none, .all], .removed), ([.all, .replaced], [Remains.none, .some], .removed),
    ([.all, .replaced], [.replaced, .replaced], .removed),
    ([.replaced, .replaced], [Remains.none, .replaced], .removed),
  ])
  func `is not removed where nothing is there of what took it out, and a part of it is`(
    work: [Remains], revert: [Remains], state: TicketState
  ) {
    var remains: [ScopeAnswers.CommitInTree: [Remains?]] = [:]
    for tip in SettledTicket.tips.all {
      let isRelease = tip == SettledTicket.tips.release
      remains[.init(of: Story.id("old"), in: tip)] = isRelease ? work : [.all, .all]
      remains[.init(of: Story.id("r"), in: tip)] = isRelease ? revert : [Remains.none, Remains.none]
    }
    var older = OlderWork(commit: Story.id("old"), isTakenBack: false, restoredBy: nil)
    older.removedBy = Story.id("r")
    let settled = SettledTicket(
      SettledTicket.ticket(state: .removed, older: [older]),
      RemainsAtTips(remains, alike: [], overwritten: [:], SettledTicket.tips), broughtBy: [:], emptyMerges: [],
      mergesFromBase: [], isTakenBackOnBase: false
    ).ticket
    #expect(settled.state == state)
  }

  /// Of two files of work that a merge brought which is taken back, what the release has.
  @Test(arguments: [
    ([Remains.all, .replaced], false, TicketState.absent), ([.all, .some], false, .removed),
    ([.all, .replaced], true, .removed), ([.replaced, .replaced], false, .removed),
  ])
  func `believes the files where a revert does not name the work itself`(
    work: [Remains], isNamed: Bool, state: TicketState
  ) {
    var remains: [ScopeAnswers.CommitInTree: [Remains?]] = [:]
    for tip in SettledTicket.tips.all {
      remains[.init(of: Story.id("old"), in: tip)] = tip == SettledTicket.tips.release ? work : [.all, .all]
    }
    var older = OlderWork(commit: Story.id("old"), isTakenBack: false, restoredBy: nil)
    older.isNamed = isNamed
    let settled = SettledTicket(
      SettledTicket.ticket(state: .removed, older: [older]),
      RemainsAtTips(remains, alike: [], overwritten: [:], SettledTicket.tips), broughtBy: [:], emptyMerges: [],
      mergesFromBase: [], isTakenBackOnBase: false
    ).ticket
    #expect(settled.state == state)
  }
}
