@testable import Commits
@testable import ReleaseScope

/// A ticket and the files as values; commits by name.
extension SettledTicket {
  static let tips = NetScope.Tips(
    release: Story.id("release"), base: Story.id("base"), mergeBases: [Story.id("fork")])

  /// What is left of a commit in the release, on the base, and where both come from.
  struct Left: Sendable {
    var ours: Remains?
    var theirs: Remains?
    var before: Remains?

    init(_ ours: Remains, _ theirs: Remains) { (self.ours, self.theirs) = (ours, theirs) }

    init(_ ours: Remains, _ theirs: Remains, _ before: Remains) {
      (self.ours, self.theirs, self.before) = (ours, theirs, before)
    }

    init(known ours: Remains?, _ theirs: Remains?, _ before: Remains? = nil) {
      (self.ours, self.theirs, self.before) = (ours, theirs, before)
    }
  }

  /// A commit that a merge brought: its name, and the ticket that its message names.
  typealias Brought = (String, String?)

  static func ticket(
    _ evidence: [(String, EvidenceState)] = [], state: TicketState = .delivered, older: [OlderWork] = []
  ) -> NetScope.TicketScope {
    var ticket = NetScope.TicketScope(key: RuleStory.key("SHOP-1"), state: state)
    ticket.evidence = EvidenceList(
      evidence.map { Evidence(commit: Story.id($0.0), place: .subject, state: $0.1) })
    ticket.older = older
    return ticket
  }

  /// What is left of commits of one path each.
  static func remains(_ left: [String: Left]) -> [ScopeAnswers.CommitInTree: [Remains?]] {
    var remains: [ScopeAnswers.CommitInTree: [Remains?]] = [:]
    for (name, left) in left {
      remains[.init(of: Story.id(name), in: tips.release)] = left.ours.map { [$0] }
      remains[.init(of: Story.id(name), in: tips.base)] = left.theirs.map { [$0] }
      remains[.init(of: Story.id(name), in: tips.mergeBases[0])] = left.before.map { [$0] }
    }
    return remains
  }

  static func settled(
    _ ticket: NetScope.TicketScope, _ left: [String: Left], broughtBy: [String: [Brought]] = [:],
    emptyMerges: [String] = [], mergesFromBase: [String] = [], isTakenBackOnBase: Bool = false,
    isNamedByRevertsOnBase: Bool = false, exactMatches: [String] = [], alike: [String] = [], isNew: Bool = false
  ) -> NetScope.TicketScope {
    let brought = broughtBy.map { name, commits in
      (
        Story.id(name),
        commits.map { commit, key in
          var facts = MessageFacts()
          facts.implements = key.map { [.init(key: RuleStory.key($0), place: .subject)] } ?? []
          return NetScope.Brought(Story.id(commit), facts)
        }
      )
    }
    return SettledTicket(
      ticket, RemainsAtTips(remains(left), alike: Set(alike.map(Story.id)), overwritten: [:], tips),
      broughtBy: Dictionary(uniqueKeysWithValues: brought),
      emptyMerges: Set(emptyMerges.map(Story.id)), mergesFromBase: Set(mergesFromBase.map(Story.id)),
      isTakenBackOnBase: isTakenBackOnBase, isNamedByRevertsOnBase: isNamedByRevertsOnBase,
      exactMatches: Set(exactMatches.map(Story.id)), isNew: isNew
    ).ticket
  }
}
