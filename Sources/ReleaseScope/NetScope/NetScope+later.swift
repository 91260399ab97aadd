/// What came of a release after it had been merged.
extension NetScope {
  /// Takes the work for undone that was taken back later.
  ///
  /// - Parameters:
  ///   - later: Of the release and of all that came to the base since; `nil` if that takes nothing back.
  ///   - lost: The commits of the release of which the base's files have nothing: it may have taken copies of them back.
  /// - Returns: The tickets of which something was taken back, and the reverts that say so.
  package mutating func takeBack(
    by later: NetScope?, gone lost: Set<ObjectID> = []
  ) -> (tickets: [TicketKey], reverts: [ObjectID]) {
    var undoers = laterUndoers(in: later)
    // What was taken back of a copy is told of the work, too.
    for match in alreadyOnBase where undoers[match.commit] == nil && lost.contains(match.commit) {
      undoers[match.commit] = undoers[match.counterpart]
    }
    var undone: Set<ObjectID> = []
    for ticket in later?.tickets.values.map(\.self) ?? [] {
      undone.formUnion(ticket.evidence.lazy.filter { $0.state == .undone }.map(\.commit))
    }
    var (keys, since): ([TicketKey], [ObjectID: RevertReport]) = ([], [:])
    for var ticket in tickets(where: { !$0.evidence.isEmpty }) {
      let gone = Set(
        ticket.evidence.lazy.filter { piece in
          piece.state != .undone
            && (lost.contains(piece.commit) || undone.contains(piece.commit) && undoers[piece.commit] != nil)
        }.map(\.commit))
      guard !gone.isEmpty else { continue }
      keys.append(ticket.key)
      for commit in gone { undoers[commit].map { since[$0.commit] = $0 } }
      ticket.undo(gone)
      ticket.state = ticket.evidence.allSatisfy { $0.state == .undone } ? .reverted : .partlyReverted
      tickets[ticket.key] = ticket
    }
    let commits = since.keys.sorted()
    reverts = commits.compactMap { since[$0] } + reverts
    return (keys, commits)
  }

  /// By commit, the newest later revert in effect that is about it, or about a revert of the release that is.
  private func laterUndoers(in later: NetScope?) -> [ObjectID: RevertReport] {
    let own = Dictionary(reverts.map { ($0.commit, $0) }) { first, _ in first }
    var undoers: [ObjectID: RevertReport] = [:]
    for revert in later?.reverts.reversed() ?? [] where revert.isInEffect && own[revert.commit] == nil {
      var (pending, seen) = (revert.undoes, Set(revert.undoes))
      while let target = pending.popLast() {
        undoers[target] = revert
        let further = own[target].map { $0.undoes + $0.restores } ?? []
        pending += further.filter { seen.insert($0).inserted }
      }
    }
    return undoers
  }
}
