/// What is left of tickets that were mostly taken back.
extension NetScope {
  /// The work of tickets that are reverted, and what took it back: of each it has to be known whether it took all.
  package var reverted: [(commit: ObjectID, revert: ObjectID)] {
    var reverters: [ObjectID: ObjectID] = [:]
    // A tree that returned has nothing of what came between.
    for revert in reverts.reversed() where revert.isInEffect && !revert.by.contains(.tree) {
      for target in revert.undoes { reverters[target] = revert.commit }
    }
    return tickets { $0.state == .reverted }.flatMap(\.evidence)
      .compactMap { piece in reverters[piece.commit].map { (piece.commit, $0) } }
  }

  /// Notes the work of which files are left as it made them, though it was taken back.
  package mutating func settle(leftInPart commits: Set<ObjectID>) {
    for ticket in tickets.values where ticket.state == .reverted {
      let left = ticket.evidence.map(\.commit).filter(commits.contains)
      if !left.isEmpty { tickets[ticket.key]?.leftInPart = left }
    }
  }

  /// The work in effect of tickets that are partly reverted, whose paths ``settle(_:)`` needs.
  package var leftovers: [ObjectID] {
    partlyReverted.flatMap(\.evidence).filter { $0.state != .undone }.map(\.commit)
  }

  private var partlyReverted: [TicketScope] {
    tickets { $0.state == .partlyReverted }
  }

  /// Takes a ticket for reverted of which only the change log is left.
  ///
  /// - Parameter paths: What the ``leftovers`` change, as far as it could be read.
  package mutating func settle(_ paths: [ObjectID: [String]]) {
    for ticket in partlyReverted {
      let left = ticket.evidence.filter { $0.state != .undone }
      let isLogged = left.allSatisfy { evidence in
        paths[evidence.commit].map { !$0.isEmpty && $0.allSatisfy(ChangeLog.isPath) } ?? false
      }
      if isLogged { tickets[ticket.key]?.state = .reverted }
    }
  }
}
