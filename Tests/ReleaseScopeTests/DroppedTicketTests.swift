import Testing

@testable import Commits
@testable import ReleaseScope

private let no = Remains.none

/// Tickets whose last commits say to remove something.
struct DroppedTicketTests {
  typealias Left = SettledTicket.Left

  private static let asBefore = Left(.all, .all, .all)

  /// What is left of the removal and of the commits before it, those whose lines it took away, and the states before.
  @Test(arguments: [
    ([Left(no, no, no), Left(no, no, no)], asBefore, [], true),
    ([Left(.replaced, no, no), Left(.moved, no, no)], asBefore, ["a", "b"], true),
    ([Left(.replaced, no, no), Left(.moved, no, no)], asBefore, ["a"], false),
    ([Left(no, no, no), Left(.some, no, no)], asBefore, ["a", "b"], false),
    ([Left(no, no, no), Left(.all, no, no)], asBefore, ["a", "b"], false),
    ([Left(no, no, no), Left(known: nil, no, no)], asBefore, ["a", "b"], false),
    ([Left(no, no, no), Left(no, no, no)], Left(.all, no, no), [], false),
    ([Left(no, no, no), Left(no, no, no)], Left(.all, .all, .some), [], false),
    ([Left(no, no, no), Left(no, no, no)], Left(.some, .all, .all), [], false),
  ])
  func `are dropped where nothing of the rest is left`(work: [Left], removal: Left, taken: [String], isDropped: Bool) {
    let settled = Self.settled(["a": work[0], "b": work[1], "r": removal], taken)
    #expect(settled.isDropped == isDropped)
    if isDropped { #expect(settled.ticket.state == .reverted) }
  }

  @Test func `are dropped with what a message took back, and not by it alone`() {
    let left = ["a": Left(no, no, no), "b": Left(no, no, no), "r": Self.asBefore]
    #expect(Self.settled(left, [], undone: ["b"]).isDropped)
    #expect(!Self.settled(left, [], undone: ["a", "b"]).isDropped)
  }

  @Test(arguments: [
    (["SHOP-1 Cart", "SHOP-1 Prices", "SHOP-1 Remove the cart"], [2]),
    (["SHOP-1 Cart", "SHOP-1 Remove prices", "SHOP-1 Remove the cart"], [1, 2]),
    (["SHOP-1 Cart", "SHOP-1 Remove prices", "SHOP-1 Cart again"], []), (["SHOP-1 Remove the cart"], []),
    (["SHOP-2 Cart", "SHOP-1 Remove the cart"], []),
  ])
  func `say so in their newest commit, which has others before it`(subjects: [String], removals: [Int]) {
    var story = Story()
    for (number, subject) in subjects.enumerated() { story.commit("c\(number)", subject) }
    let found = story.scope.tickets[RuleStory.key("SHOP-1")]?.removals
    #expect(found == Set(removals.map { Story.id("c\($0)") }))
  }

  private static func settled(_ left: [String: Left], _ taken: [String], undone: Set<String> = []) -> SettledTicket {
    let evidence = ["r", "b", "a"].map { ($0, undone.contains($0) ? EvidenceState.undone : .inEffect) }
    var ticket = SettledTicket.ticket(evidence)
    ticket.removals = [Story.id("r")]
    return SettledTicket(
      ticket,
      RemainsAtTips(SettledTicket.remains(left), alike: [], overwritten: [:], SettledTicket.tips),
      broughtBy: [:], emptyMerges: [], mergesFromBase: [], isTakenBackOnBase: false,
      dropped: Set(taken.map(Story.id)))
  }
}
