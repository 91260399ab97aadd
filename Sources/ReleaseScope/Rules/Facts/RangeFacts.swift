/// What the commits of the range show.
package struct RangeFacts: Sendable {
  package var scope: NetScope
  package var commits: CommitList
  /// Commits without a ticket that are not exempt.
  package var untracked: [ObjectID] = []
  /// For merges of the range, the paths at which they have what merging their parents does not give.
  package var mergeChanges: [ObjectID: [String]] = [:]

  package init(scope: NetScope, commits: CommitList) {
    self.scope = scope
    self.commits = commits
  }

  func state(of key: TicketKey) -> TicketState { scope.tickets[key]?.state ?? .absent }

  /// The work for a ticket that counts.
  func standingWork(for key: TicketKey) -> [ObjectID] {
    guard let ticket = scope.tickets[key] else { return [] }
    return ticket.evidence.filter { $0.state != .undone || ticket.leftInPart.contains($0.commit) }.map(\.commit)
  }

  /// Finds the reverts in effect that undo work of a ticket, newest first.
  var undoers: (TicketKey) -> [ObjectID] {
    var byTarget: [ObjectID: [Int]] = [:]
    for (position, revert) in scope.reverts.enumerated() where revert.isInEffect {
      for target in revert.undoes { byTarget[target, default: []].append(position) }
    }
    return { key in
      let undone = scope.tickets[key]?.evidence.filter { $0.state == .undone }.map(\.commit) ?? []
      return Set(undone.flatMap { byTarget[$0] ?? [] }).sorted().map { scope.reverts[$0].commit }
    }
  }
}
