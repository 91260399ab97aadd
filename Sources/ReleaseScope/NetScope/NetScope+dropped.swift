/// Tickets that removed themselves what they had brought.
extension NetScope {
  /// The work in effect, by messages, of tickets whose newest says to remove something: together it may change nothing.
  package var mayBeDropped: [(ticket: TicketKey, work: [ObjectID])] {
    tickets { $0.endsInRemoval && $0.isStanding }.map { ticket in
      (ticket.key, ticket.evidence.filter { $0.state == .inEffect }.map(\.commit))
    }
  }

  /// Takes work of a ticket for undone, if the files did not say of the ticket that nothing of it comes anyway.
  package mutating func dropWork(_ work: [ObjectID], of key: TicketKey) {
    guard var ticket = tickets[key], ticket.isStanding else { return }
    ticket.undo(Set(work))
    let left = ticket.evidence.filter { $0.state != .undone }
    ticket.state = left.isEmpty ? .reverted : left.allSatisfy { $0.state == .onBase } ? .alreadyOnBase : .partlyReverted
    tickets[key] = ticket
  }
}

extension NetScope.TicketScope {
  fileprivate var isStanding: Bool { state == .delivered || state == .partlyReverted }

  /// Takes some of the evidence for undone; the state is left as it is.
  mutating func undo(_ commits: Set<ObjectID>) {
    let pieces = evidence.map { piece in
      commits.contains(piece.commit)
        ? Evidence(commit: piece.commit, place: piece.place, state: .undone, via: piece.via) : piece
    }
    evidence = EvidenceList(pieces)
  }
}
