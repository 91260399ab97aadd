import Testing

@testable import Commits
@testable import ReleaseScope

private let no = Remains.none

/// What the files say of a ticket that messages leave in doubt.
struct SettledTicketTests {
  typealias Left = SettledTicket.Left

  @Test(arguments: [
    (Remains.none, Remains.none, Remains.none, EvidenceState.inEffect, EvidenceState.undone),
    (.none, .some, .none, .inEffect, .undone), (.none, .all, .none, .onBase, .undone),
    (.all, .all, .none, .inEffect, .onBase), (.all, .all, .none, .undone, .onBase),
    (.all, .none, .all, .inEffect, .undone), (.all, .none, .none, .undone, .inEffect),
    (.all, .some, .none, .undone, .inEffect), (.all, .some, .all, .inEffect, .onBase),
    (.all, .some, .none, .onBase, .onBase), (.some, .none, .none, .undone, .undone),
    (.some, .some, .none, .onBase, .onBase), (.some, .all, .none, .inEffect, .onBase),
    (.some, .all, .none, .undone, .undone), (.replaced, .all, .none, .inEffect, .onBase),
    (.replaced, .all, .none, .undone, .undone), (.replaced, .none, .none, .inEffect, .inEffect),
    (.replaced, .some, .none, .undone, .undone), (.all, .replaced, .all, .inEffect, .onBase),
    (.all, .replaced, .none, .onBase, .onBase), (.all, .replaced, .none, .undone, .inEffect),
    (.all, .moved, .all, .inEffect, .onBase), (.all, .moved, .none, .undone, .inEffect),
    (.moved, .none, .none, .inEffect, .inEffect), (.moved, .none, .none, .undone, .undone),
  ])
  func `tells a commit by what is left of it in the release and on the base`(
    ours: Remains, theirs: Remains, before: Remains, told: EvidenceState, state: EvidenceState
  ) {
    let ticket = SettledTicket.settled(SettledTicket.ticket([("a", told)]), ["a": Left(ours, theirs, before)])
    #expect(ticket.evidence.map(\.state) == [state])
  }

  @Test(arguments: [Remains.all, .some, .replaced], [true, false])
  func `believes a mark where the base has nothing of it, unless the base took it back`(
    ours: Remains, isTakenBack: Bool
  ) {
    let ticket = SettledTicket.settled(
      SettledTicket.ticket([("a", .onBase)]), ["a": Left(ours, .none, .none)], isTakenBackOnBase: isTakenBack)
    #expect(ticket.evidence.map(\.state) == [isTakenBack ? .inEffect : .onBase])
  }

  /// What the merge base has in the place of some work, as the release has.
  @Test(arguments: [
    (Remains.replaced, true, EvidenceState.undone), (.replaced, false, .inEffect), (.none, true, .inEffect),
  ])
  func `is undone where the base took back what came in its place`(
    before: Remains, isTakenBack: Bool, state: EvidenceState
  ) {
    let ticket = SettledTicket.settled(
      SettledTicket.ticket([("a", .inEffect)]), ["a": Left(.replaced, .none, before)], isTakenBackOnBase: isTakenBack)
    #expect(ticket.evidence.map(\.state) == [state])
  }

  @Test(arguments: [(nil as Remains?, Remains.all as Remains?), (Remains.none, nil)])
  func `leaves to messages what the files do not tell`(ours: Remains?, theirs: Remains?) {
    let ticket = SettledTicket.settled(SettledTicket.ticket([("a", .inEffect)]), ["a": Left(known: ours, theirs)])
    #expect(ticket.evidence.map(\.state) == [.inEffect])
    #expect(ticket.state == .delivered)
  }

  @Test(arguments: [
    ([Left(.all, .none), Left(.all, .none)], TicketState.delivered),
    ([Left(.all, .none), Left(.none, .none)], .partlyReverted), ([Left(.none, .none), Left(.none, .none)], .reverted),
    ([Left(.all, .all), Left(.none, .none)], .alreadyOnBase), ([Left(.all, .all), Left(.all, .none)], .delivered),
  ])
  func `puts the states of a ticket together`(left: [Left], state: TicketState) {
    let ticket = SettledTicket.settled(
      SettledTicket.ticket([("a", .inEffect), ("b", .undone)], state: .reverted), ["a": left[0], "b": left[1]])
    #expect(ticket.state == state)
  }

  @Test(arguments: [true, false]) func `takes what changes nothing for work only where nothing was taken out`(
    isOut: Bool
  ) {
    var ticket = SettledTicket.ticket([("a", .inEffect)], state: isOut ? .removed : .delivered)
    if isOut { ticket.older = [OlderWork(commit: Story.id("old"), isTakenBack: false, restoredBy: nil)] }
    let tips = ["release": Remains.none, "base": .all, "fork": .all]
    var remains: [ScopeAnswers.CommitInTree: [Remains?]] = [:]
    for (tip, left) in tips {
      remains[.init(of: Story.id("a"), in: Story.id(tip))] = []
      remains[.init(of: Story.id("old"), in: Story.id(tip))] = [left]
    }
    let settled = SettledTicket(
      ticket, RemainsAtTips(remains, alike: [], overwritten: [:], SettledTicket.tips), broughtBy: [:], emptyMerges: [],
      mergesFromBase: [], isTakenBackOnBase: false
    ).ticket
    #expect(settled.state == (isOut ? .removed : .delivered))
    #expect(settled.evidence.isEmpty == isOut)
  }

  /// What is left of two paths of a commit in the release, on the base and where both come from.
  @Test(
    arguments: [
      ([[.all, .all, no], [.replaced, .replaced, no]], EvidenceState.onBase),
      ([[.all, .all, no], [.moved, .replaced, .replaced]], .onBase),
      ([[.all, .all, no], [nil, nil, nil]], .inEffect),
      ([[.all, .all, no], [.replaced, no, no]], .inEffect),
      ([[.all, .all, no], [.some, .replaced, no]], .inEffect),
      ([[.replaced, .replaced, no], [.moved, .replaced, .replaced]], .inEffect),
      ([[nil, nil, nil], [nil, nil, nil]], .inEffect),
    ] as [([[Remains?]], EvidenceState)])
  func `is told by the paths that tell something`(paths: [[Remains?]], state: EvidenceState) {
    var remains: [ScopeAnswers.CommitInTree: [Remains?]] = [:]
    for (number, tip) in ["release", "base", "fork"].enumerated() {
      remains[.init(of: Story.id("a"), in: Story.id(tip))] = paths.map { $0[number] }
    }
    let settled = SettledTicket(
      SettledTicket.ticket([("a", .inEffect)]),
      RemainsAtTips(remains, alike: [], overwritten: [:], SettledTicket.tips), broughtBy: [:], emptyMerges: [],
      mergesFromBase: [], isTakenBackOnBase: false
    ).ticket
    #expect(settled.evidence.map(\.state) == [state])
  }

  @Test func `believes messages that the work was done again`() {
    let left = ["a": Left(.all, .none), "b": Left(.none, .none)]
    var ticket = SettledTicket.ticket([("a", .inEffect), ("b", .undone)])
    #expect(SettledTicket.settled(ticket, left).state == .partlyReverted)
    ticket.doneAgain = [Story.id("b"): []]
    #expect(SettledTicket.settled(ticket, left).state == .delivered)
  }

  @Test(arguments: [
    (false, Remains.none, Remains.all, Remains.all, true), (true, .all, .none, .none, true),
    (false, .all, .all, .all, false), (false, .none, .none, .all, false), (false, .none, .all, .none, false),
    (true, .none, .all, .all, false),
  ])
  func `is removed when the release would take older work off the base`(
    isTakenBack: Bool, ours: Remains, theirs: Remains, before: Remains, isRemoved: Bool
  ) {
    let older = OlderWork(commit: Story.id("old"), isTakenBack: isTakenBack, restoredBy: nil)
    let ticket = SettledTicket.settled(
      SettledTicket.ticket(state: .removed, older: [older]), ["old": Left(ours, theirs, before)])
    #expect(ticket.state == (isRemoved ? .removed : .absent))
  }

  @Test(arguments: [
    // The work is not where it was; the revert is in the release alone.
    (Left(.none, .none, .none), Left(.all, .none, .none), false, true),
    (Left(.some, .some, .some), Left(.all, .none, .none), false, true),
    (Left(.none, .none, .none), Left(.some, .none, .none), false, true),
    (Left(.none, .none, .none), Left(known: nil, nil), false, true),
    // What looks like the work is there, and the revert took nothing else out.
    (Left(.all, .all, .all), Left(.all, .none, .none), true, true),
    (Left(.all, .all, .all), Left(.all, .none, .none), false, false),
    // The base has the revert, too, or the release has not.
    (Left(.none, .none, .none), Left(.all, .all, .none), true, false),
    (Left(.none, .none, .none), Left(.all, .all, .all), true, false),
    (Left(.none, .none, .none), Left(.none, .none, .none), true, false),
    (Left(.none, .none, .all), Left(.all, .none, .none), true, false),
  ])
  func `asks the revert of older work that is not to be found`(
    older: Left, revert: Left, isRemovedAlone: Bool, isRemoved: Bool
  ) {
    var work = OlderWork(commit: Story.id("old"), isTakenBack: false, restoredBy: nil)
    (work.removedBy, work.isRemovedAlone) = (Story.id("revert"), isRemovedAlone)
    let ticket = SettledTicket.settled(
      SettledTicket.ticket(state: .removed, older: [work]), ["old": older, "revert": revert])
    #expect(ticket.state == (isRemoved ? .removed : .absent))
  }

  @Test(arguments: [Remains.some as Remains?, nil]) func `leaves a removal to messages where the files leave it open`(
    ours: Remains?
  ) {
    let older = OlderWork(commit: Story.id("old"), isTakenBack: false, restoredBy: nil)
    for (told, state) in [(TicketState.removed, TicketState.removed), (.mentioned, .absent)] {
      let ticket = SettledTicket.settled(
        SettledTicket.ticket(state: told, older: [older]), ["old": Left(known: ours, .all, .all)])
      #expect(ticket.state == state)
    }
  }

  @Test(arguments: [(true, TicketState.delivered), (false, .removed)])
  func `is delivered after a removal by work that came later`(isDoneAgain: Bool, state: TicketState) {
    let older = OlderWork(commit: Story.id("old"), isTakenBack: false, restoredBy: nil)
    var ticket = SettledTicket.ticket([("a", .inEffect)], state: .removed, older: [older])
    ticket.isDoneAgain = isDoneAgain
    #expect(SettledTicket.settled(ticket, ["a": Left(.all, .none), "old": Left(.none, .all, .all)]).state == state)
    #expect(SettledTicket.settled(ticket, ["a": Left(.none, .none), "old": Left(.none, .all, .all)]).state == .removed)
  }

  @Test(arguments: [(false, TicketState.removed), (true, .reverted)])
  func `is removed when its own commits were there, are on the base, and are gone, if it is not new`(
    isNew: Bool, state: TicketState
  ) {
    let ticket = SettledTicket.settled(
      SettledTicket.ticket([("a", .undone)]), ["a": Left(.none, .all, .all)], isNew: isNew)
    #expect(ticket.state == state)
  }

  /// Lines that it took away may not have been there before, either, or it mends what the range did; what was done
  /// again was.
  @Test(arguments: [
    (Remains.all, EvidenceState.undone, true, EvidenceState.undone), (.all, .undone, false, .onBase),
    (.all, .inEffect, true, .inEffect), (.all, .inEffect, false, .onBase), (.all, .onBase, true, .onBase),
    (.none, .undone, true, .onBase), (.none, .inEffect, true, .onBase),
  ])
  func `is what messages say where it was so before, if it is new`(
    before: Remains, told: EvidenceState, isNew: Bool, state: EvidenceState
  ) {
    let ticket = SettledTicket.settled(
      SettledTicket.ticket([("a", told)]), ["a": Left(.all, .all, before)], isNew: isNew)
    #expect(ticket.evidence.map(\.state) == [state])
  }

  @Test(arguments: [
    (Remains.none, true, EvidenceState.inEffect), (.none, false, .onBase), (.all, true, .onBase),
  ])
  func `comes with the release as far as the base took a part of its copy back`(
    before: Remains, isTakenBack: Bool, state: EvidenceState
  ) {
    let ticket = SettledTicket.settled(
      SettledTicket.ticket([("a", .onBase)]), ["a": Left(.all, .some, before)], isTakenBackOnBase: isTakenBack)
    #expect(ticket.evidence.map(\.state) == [state])
  }

  @Test(arguments: [
    (Left(.none, .some, .all), true), (Left(.none, .replaced, .all), true), (Left(.none, .some, .some), true),
    (Left(.none, .all, .some), true), (Left(.none, .all, .replaced), false), (Left(.none, .some, .none), false),
    (Left(.some, .some, .all), false), (Left(known: Remains.none, .some), false),
  ])
  func `is removed when part of its own commits is on the base, was there, and is gone`(left: Left, isRemoved: Bool) {
    let ticket = SettledTicket.settled(SettledTicket.ticket([("a", .undone)], state: .reverted), ["a": left])
    #expect(ticket.state == (isRemoved ? .removed : .reverted))
    let taken = SettledTicket.settled(
      SettledTicket.ticket([("a", .undone)], state: .reverted), ["a": left], isTakenBackOnBase: true)
    #expect(taken.state == (isRemoved && left.theirs == .all ? .removed : .reverted))
    var lacking = SettledTicket.ticket([("a", .undone)], state: .reverted)
    lacking.lackingOthers = [Story.id("a")]
    #expect(SettledTicket.settled(lacking, ["a": left]).state == .reverted)
  }

  @Test(arguments: [
    // It was there before, and the base took it back or has it.
    (Left(.none, .all, .none), false, EvidenceState.inEffect, nil as EvidenceState?),
    (Left(.none, .none, .none), false, .inEffect, .onBase),
    // It is not there, or as much as on the base.
    (Left(.all, .all, .all), false, .inEffect, nil), (Left(.replaced, .replaced, .replaced), true, .inEffect, nil),
    (Left(.all, .all, .all), false, .undone, .undone), (Left(.replaced, .replaced, .all), false, .inEffect, .inEffect),
    (Left(.none, .all, .all), false, .inEffect, .inEffect), (Left(.none, .none, .all), true, .inEffect, .onBase),
  ])
  func `takes for no work what was to bring older work back and did not`(
    older: Left, isAlike: Bool, told: EvidenceState, state: EvidenceState?
  ) {
    var work = OlderWork(commit: Story.id("old"), isTakenBack: true, restoredBy: nil)
    work.restorer = Story.id("s")
    let ticket = SettledTicket.settled(
      SettledTicket.ticket([("s", told)], older: [work]), ["old": older, "s": Left(.all, .none)],
      alike: isAlike ? ["old"] : [])
    #expect(ticket.evidence.map(\.state) == (state.map { [$0] } ?? []))
  }

  @Test func `is absent when nothing is left to say of it, and mentioned when something is`() {
    var ticket = SettledTicket.ticket()
    #expect(SettledTicket.settled(ticket, [:]).state == .absent)
    ticket.mentions = [Story.id("a")]
    #expect(SettledTicket.settled(ticket, [:]).state == .mentioned)
    ticket = SettledTicket.ticket(state: .reverted)
    ticket.doubtedBy = [Story.id("a")]
    #expect(SettledTicket.settled(ticket, [:]).state == .reverted)
    #expect(SettledTicket.settled(ticket, ["a": Left(.all, .none, .none)]).state == .reverted)
    #expect(SettledTicket.settled(ticket, ["a": Left(.all, .all, .none)]).state == .absent)
  }

  @Test(arguments: [
    (false, Remains.all, Remains.none, Remains.none, EvidenceState.inEffect as EvidenceState?),
    (false, .all, .all, .none, .onBase), (true, .none, .all, .all, .inEffect), (true, .none, .none, .all, .onBase),
    (false, .some, .none, .none, nil), (false, .all, .none, .all, nil),
  ])
  func `takes for work what the range did again of older work`(
    isTakenBack: Bool, ours: Remains, theirs: Remains, before: Remains, state: EvidenceState?
  ) {
    let older = OlderWork(commit: Story.id("old"), isTakenBack: isTakenBack, restoredBy: Story.id("s"))
    let left = ["old": Left(ours, theirs, before)]
    let ticket = SettledTicket.settled(SettledTicket.ticket(older: [older]), left)
    #expect(ticket.evidence.map(\.state) == (state.map { [$0] } ?? []))
    #expect(ticket.evidence.allSatisfy { $0.commit == Story.id("s") })
    let unrestored = OlderWork(commit: Story.id("old"), isTakenBack: isTakenBack, restoredBy: nil)
    #expect(SettledTicket.settled(SettledTicket.ticket(older: [unrestored]), left).evidence.isEmpty)
  }

  @Test func `names what the range did again once`() {
    let older = OlderWork(commit: Story.id("old"), isTakenBack: false, restoredBy: Story.id("s"))
    let ticket = SettledTicket.settled(
      SettledTicket.ticket([("s", .inEffect)], older: [older]),
      ["s": Left(.all, .all, .none), "old": Left(.all, .all, .none)])
    #expect(ticket.evidence.map(\.state) == [.onBase])
  }
}
