package import ReleaseScope

/// A release that is under way: its dates, its scope, and how far it is.
package struct PlannedRelease: Equatable, Sendable {
  package var version: VersionName
  package var startDate: Day?
  package var releaseDate: Day?
  package var isReleased: Bool
  package var isHotfix: Bool
  /// `nil` where there is none here.
  package var branch: String?
  /// The version whose faults it mends.
  package var follows: VersionName?
  /// Where a hot fix's work is not yet, one sentence for each open release branch.
  package var unported: [String]
  /// The tickets of the version without the release ticket, in the manifest's order; `nil` where no manifest says.
  package var tickets: [Ticket]?
  /// Those that are for people within only, by the policy's `notes:`.
  package var internalTickets: Set<TicketKey>
  /// The headings of the release notes with their tickets, none of them internal.
  package var sections: [NotesPolicy.Section]
  /// How many tickets have a ready status.
  package var ready: Int
  /// Of how many nothing tells the status.
  package var silent: Int
  package var process: ReleaseProcess
  /// What keeps this from being known, such as a manifest that cannot be read; `nil` if nothing does.
  package var gap: String?

  package init(_ facts: ProcessFacts) {
    process = ReleaseProcess(facts)
    version = facts.version
    startDate = process.startDate.flatMap { Day(parsing: $0) }
    releaseDate = process.releaseDate.flatMap { Day(parsing: $0) }
    isReleased = facts.isReleased
    branch = facts.branch?.name
    follows = facts.manifest?.follows
    isHotfix = facts.policy.releaseBranches.contains { pattern in
      pattern.isHotfix
        && facts.branch.map { branch in
          pattern.matches(branch.name) || branch.name.splitOnce("/").map { pattern.matches($0.after) } == true
        } == true
    }
    unported = facts.unported
    tickets = facts.manifest == nil ? nil : facts.tickets
    internalTickets = Set(facts.tickets.filter(facts.policy.notes.leavesOut).map(\.key))
    sections = facts.policy.notes.sections(of: facts.tickets.filter { !facts.policy.notes.leavesOut($0) })
    ready = facts.standings.count(where: \.isReady)
    silent = facts.standings.count { $0.status == nil }
    gap = facts.manifest == nil ? facts.gaps.first : nil
  }

  /// A release of which only a failure is known.
  package init(_ version: VersionName, gap: String) {
    self.version = version
    isReleased = false
    isHotfix = false
    unported = []
    internalTickets = []
    sections = []
    ready = 0
    silent = 0
    process = ReleaseProcess(ProcessFacts(version: version, policy: Policy()))
    self.gap = gap
  }

  /// The days up to its date: 0 on the day, less than 0 after it; `nil` if nobody planned one.
  package func daysLeft(on today: Day) -> Int? { releaseDate.map { $0.number - today.number } }
}
