extension ScopeBuilder {
  /// What became of each ticket. Takes the work that was added with it.
  mutating func states() -> [TicketKey: NetScope.TicketScope] {
    let count = keys.keys.count
    let (work, mergeWork) = (self.work.byTicket(count), self.mergeWork.byTicket(count))
    let mentions = mentions.byTicket(count)
    (self.work, self.mergeWork, self.mentions) = (WorkTable(), WorkTable(), WorkTable())
    var rows: [EvidenceTable.Row] = []
    rows.reserveCapacity(work.count)
    var ends: [Int32] = []
    ends.reserveCapacity(count)
    for number in 0..<count {
      let own = work[number]
      for work in (own.isEmpty ? mergeWork[number] : own).sorted(by: { $0.position < $1.position }) {
        let state = state(of: keys.keys[number], at: work.position)
        rows.append(.init(position: work.position, merge: work.merge, place: work.place, state: state))
      }
      ends.append(Int32(rows.count))
    }
    let table = EvidenceTable(commits, rows)
    let undoneInPart = resolution.undoneInPart
    var tickets: [TicketKey: NetScope.TicketScope] = [:]
    tickets.reserveCapacity(count)
    for number in 0..<count {
      let own = (number == 0 ? 0 : ends[number - 1])..<ends[number]
      var ticket = NetScope.TicketScope(key: keys.keys[number], state: .mentioned)
      ticket.evidence = EvidenceList(table, rows: own)
      ticket.mentions = mentions[number].map { commits.id($0) }
      ticket.removedBy = Set(removedBy[number] ?? []).sorted().map(commits.id)
      ticket.doubtedBy = (doubtedBy[number] ?? []).sorted().map(commits.id)
      ticket.older = Array(Set(older[number] ?? [])).sorted { $0.commit < $1.commit }
      guard
        !ticket.evidence.isEmpty || !ticket.mentions.isEmpty || !ticket.removedBy.isEmpty || !ticket.doubtedBy.isEmpty
          || !ticket.older.isEmpty
      else { continue }
      let rows = rows[Int(own.lowerBound)..<Int(own.upperBound)]
      for row in rows where undoneInPart.contains(row.position) {
        if mayMiss(keys.keys[number], in: row.position) {
          ticket.undoneInPart.insert(commits.id(row.position))
        } else {
          ticket.lackingOthers.insert(commits.id(row.position))
        }
      }
      for row in rows where !commits.squashOf(row.position).isEmpty {
        ticket.squashes.insert(commits.id(row.position))
      }
      ticket.isDoneAgain = isDoneAgain(rows, after: removedBy[number] ?? [])
      for row in rows { ticket.doneAgain[commits.id(row.position)] = doingAgain(row, rows) }
      ticket.endsInRemoval = endsInRemoval(rows)
      let doneAgain = Set(ticket.doneAgain.keys)
      ticket.state = state(of: number, rows, doneAgain: doneAgain, hasMentions: !ticket.mentions.isEmpty)
      if ticket.state == .delivered, !ticket.undoneInPart.isEmpty { ticket.state = .partlyReverted }
      tickets[ticket.key] = ticket
    }
    return tickets
  }

  /// What became of a ticket's work in a commit: of a squash, a part may be taken back.
  private mutating func state(of ticket: TicketKey, at position: CommitPosition) -> EvidenceState {
    let state = state(at: position)
    switch state {
    case .undone: return .undone
    case .inEffect, .onBase:
      if draft.part(of: ticket, in: position, of: commits, takenBackBy: resolution) == .all { return .undone }
      guard let place = counterpart(of: position) else { return state }
      return isTakenBackOnBase(ticket, as: place) ? .inEffect : .onBase
    }
  }

  /// Whether the base took back what a commit of its has of a ticket: of a merge, all that names it; of a squash, any
  /// part that may be the ticket's, since it then comes with the release again.
  private mutating func isTakenBackOnBase(_ ticket: TicketKey, as place: CommitPosition) -> Bool {
    let (base, reverts) = (draft.range.baseOnly, draft.revertsOfBase)
    guard base.isMerge(place) else {
      return reverts.untoldParts.contains(place)
        || draft.part(of: ticket, in: place, of: base, takenBackBy: reverts) != .none
    }
    guard !reverts.reverts.isEmpty else { return false }
    let named = mergedOnBase.brought(by: place).filter { [draft] brought in
      !base.isMerge(brought) && base.facts(brought).implements.contains { draft.isKey($0.key, of: ticket) }
    }
    return !named.isEmpty && named.allSatisfy { reverts.isUndone[$0] }
  }

  /// Whether a commit of which a part is taken back may lack work of a ticket.
  private func mayMiss(_ ticket: TicketKey, in position: CommitPosition) -> Bool {
    resolution.untoldParts.contains(position)
      || draft.part(of: ticket, in: position, of: commits, takenBackBy: resolution) != .none
  }

  /// What a release would take off the base is told before what it only took back within the range.
  private func state(
    of ticket: Int, _ rows: ArraySlice<EvidenceTable.Row>, doneAgain: Set<ObjectID>, hasMentions: Bool
  ) -> TicketState {
    if let removals = removedBy[ticket], !isDoneAgain(rows, after: removals) { return .removed }
    if rows.isEmpty {
      // Older work may be meant.
      if doubtedBy[ticket] != nil { return .removed }
      return hasMentions ? .mentioned : .absent
    }
    if rows.allSatisfy({ $0.state == .undone }) { return .reverted }
    if rows.allSatisfy({ $0.state != .inEffect }) { return .alreadyOnBase }
    let isWhole = rows.allSatisfy { $0.state != .undone || doneAgain.contains(commits.id($0.position)) }
    return isWhole ? .delivered : .partlyReverted
  }

  /// Whether there is work in effect that no removal had before it.
  private func isDoneAgain(_ rows: ArraySlice<EvidenceTable.Row>, after removals: [CommitPosition]) -> Bool {
    !removals.isEmpty
      && rows.contains { row in
        row.state == .inEffect
          && removals.allSatisfy {
            $0 == row.position ? !isSquash($0) : !knownAncestors.isAncestor(row.position, of: $0)
          }
      }
  }

  private func endsInRemoval(_ rows: ArraySlice<EvidenceTable.Row>) -> Bool {
    guard let newest = rows.first(where: { $0.state == .inEffect }),
      rows.contains(where: { $0.state == .inEffect && $0.position > newest.position })
    else { return false }
    return RemovalWord.stands(in: commits.subject(newest.position).span)
  }

  /// Whether a commit takes something back in its list: it does so with what else it lists.
  private func isSquash(_ position: CommitPosition) -> Bool {
    commits.reverts(position).contains { $0.source == .item }
  }

  /// What is in effect and does the work of one that was taken back, and did not come before that: nothing, if one came
  /// after it for certain; else those of another line, which the revert may have met when it was merged.
  ///
  /// - Returns: `nil` if nothing does it again.
  private func doingAgain(_ row: EvidenceTable.Row, _ rows: ArraySlice<EvidenceTable.Row>) -> Set<ObjectID>? {
    guard let undoer = resolution.undoer(of: row.position) else { return nil }
    let squashed = commits.squashOf(row.position).map { draft.graph.positions(withPrefix: $0.digits).first }
    if !squashed.isEmpty, squashed.allSatisfy({ $0.map { !resolution.isUndone[$0] } ?? false }) { return [] }
    let others = rows.filter { other in
      other.state != .undone && hasAll(other, of: row) && other.position != undoer
        && !knownAncestors.isAncestor(other.position, of: undoer)
    }
    guard !others.isEmpty else { return nil }
    if others.contains(where: { draft.graph.isAncestor(undoer, of: $0.position) }) { return [] }
    return Set(others.map { commits.id($0.position) })
  }

  /// Whether two commits have the same subject, or what a forge added two numbers of pull requests to.
  private func hasTitle(_ other: CommitPosition, of position: CommitPosition) -> Bool {
    if commits.subject(other) == commits.subject(position) { return true }
    let isNumbered = [other, position].allSatisfy { !RequestNumbers.find(inTitle: commits.subject($0)).isEmpty }
    return isNumbered && TitleIndex.title(of: other, in: commits) == TitleIndex.title(of: position, in: commits)
  }

  /// Whether a commit has the title of another one, or lists it; or all that it lists, where both are squashes that
  /// list commits.
  private func hasAll(_ other: EvidenceTable.Row, of row: EvidenceTable.Row) -> Bool {
    let (parts, others) = (commits.squashOf(row.position), commits.squashOf(other.position))
    if others.contains(where: { $0.names(commits.id(row.position)) }) { return true }
    guard !parts.isEmpty, !others.isEmpty else {
      return hasTitle(other.position, of: row.position)
    }
    return parts.allSatisfy { part in others.contains { $0.isSame(as: part) } }
  }
}
