/// Tickets that removed themselves what they had brought.
extension NetScope {
  /// The work in effect of tickets whose newest says to remove something: together it may change nothing.
  package var mayBeDropped: [(ticket: TicketKey, work: [ObjectID])] {
    let open = tickets { $0.endsInRemoval && ($0.state == .delivered || $0.state == .partlyReverted) }
    return open.map { ($0.key, $0.standing) }
  }

  /// Takes the work in effect of a ticket for undone.
  package mutating func dropWork(of key: TicketKey) {
    guard var ticket = tickets[key] else { return }
    ticket.undo(Set(ticket.standing))
    ticket.state = ticket.evidence.contains { $0.state == .onBase } ? .alreadyOnBase : .reverted
    tickets[key] = ticket
  }
}

extension NetScope.TicketScope {
  /// The work in effect, newest first.
  fileprivate var standing: [ObjectID] { evidence.filter { $0.state == .inEffect }.map(\.commit) }

  /// Takes some of the evidence for undone; the state is left as it is.
  mutating func undo(_ commits: Set<ObjectID>) {
    let pieces = evidence.map { piece in
      commits.contains(piece.commit)
        ? Evidence(commit: piece.commit, place: piece.place, state: .undone, via: piece.via) : piece
    }
    evidence = EvidenceList(pieces)
  }
}
