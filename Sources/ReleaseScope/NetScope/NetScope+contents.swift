/// What the files say where messages leave a doubt.
extension NetScope {
  /// The commits whose files are looked at.
  package struct Tips: Equatable, Sendable {
    package let release: ObjectID
    package let base: ObjectID
    /// `nil` where there is none, or more than one.
    package let mergeBase: ObjectID?

    package init(release: ObjectID, base: ObjectID, mergeBase: ObjectID?) {
      self.release = release
      self.base = base
      self.mergeBase = mergeBase
    }

    fileprivate var all: [ObjectID] { [release, base] + (mergeBase.map { [$0] } ?? []) }
  }

  /// The commits of which it has to be known what is left of them at the tips, before ``settle(_:at:)``.
  package var doubtful: Set<ObjectID> {
    var doubtful: Set<ObjectID> = []
    for ticket in tickets.values where isDoubtful(ticket) {
      doubtful.formUnion(ticket.evidence.lazy.filter { !merges.contains($0.commit) }.map(\.commit))
      doubtful.formUnion(ticket.older.map(\.commit))
    }
    return doubtful
  }

  private func isDoubtful(_ ticket: TicketScope) -> Bool {
    if isMergedBack || !ticket.older.isEmpty || !ticket.doubtedBy.isEmpty { return true }
    return takenBackOnBase.contains(ticket.key) || ticket.evidence.contains { $0.state == .undone }
  }

  /// Corrects what messages say of tickets in doubt by what the files have.
  ///
  /// - Parameter remains: Of the ``doubtful`` commits at the tips.
  package mutating func settle(_ remains: [ScopeAnswers.Place: Remains], at tips: Tips) {
    var found: [BaseMatch] = []
    for ticket in tickets.values where isDoubtful(ticket) {
      var ticket = ticket
      let evidence = ticket.evidence.map { piece in
        var piece = piece
        piece.state = Self.state(of: piece, remains, at: tips)
        if piece.state == .onBase { found.append(.init(commit: piece.commit, counterpart: tips.base, by: .contents)) }
        return piece
      }
      let isChanged = evidence != Array(ticket.evidence)
      let isRemoved = ticket.older.contains { $0.isRemoved(remains, at: tips) }
      ticket.evidence = EvidenceList(evidence)
      ticket.state = state(of: ticket, isRemoved: isRemoved, isChanged: isChanged, tips)
      tickets[ticket.key] = ticket
    }
    let known = Set(alreadyOnBase.map(\.commit))
    alreadyOnBase += Set(found.map(\.commit)).subtracting(known).sorted().map {
      BaseMatch(commit: $0, counterpart: tips.base, by: .contents)
    }
  }

  private static func state(
    of piece: Evidence, _ remains: [ScopeAnswers.Place: Remains], at tips: Tips
  ) -> EvidenceState {
    guard let ours = remains[.init(of: piece.commit, in: tips.release)],
      let theirs = remains[.init(of: piece.commit, in: tips.base)]
    else { return piece.state }
    switch (ours, theirs) {
    case (.none, _): return .undone
    case (.all, .all): return .onBase
    case (.all, _): return .inEffect
    case (.some, .none): return piece.state == .onBase ? .inEffect : piece.state
    case (.some, _): return piece.state
    }
  }

  private func state(of ticket: TicketScope, isRemoved: Bool, isChanged: Bool, _ tips: Tips) -> TicketState {
    let (evidence, hasMergeBase) = (ticket.evidence, tips.mergeBase != nil)
    let removed = hasMergeBase && !ticket.older.isEmpty ? isRemoved : ticket.state == .removed
    if removed, !(ticket.isDoneAgain && evidence.contains { $0.state != .undone }) { return .removed }
    if evidence.isEmpty { return ticket.doubtedBy.isEmpty ? .mentioned : ticket.state }
    let standing = evidence.count { $0.state != .undone }
    if standing == 0 { return .reverted }
    if evidence.allSatisfy({ $0.state != .inEffect }) {
      return evidence.contains { $0.state == .onBase } ? .alreadyOnBase : .reverted
    }
    if standing == evidence.count { return .delivered }
    return !isChanged && ticket.state == .delivered ? .delivered : .partlyReverted
  }
}

extension OlderWork {
  /// Whether a merge of the release would take it off the base.
  fileprivate func isRemoved(_ remains: [ScopeAnswers.Place: Remains], at tips: NetScope.Tips) -> Bool {
    func left(in tip: ObjectID) -> Remains? {
      remains[ScopeAnswers.Place(of: commit, in: tip)].map { isTakenBack ? $0.inverse : $0 }
    }
    guard let mergeBase = tips.mergeBase else { return false }
    return left(in: tips.release) == Remains.none && left(in: tips.base) != Remains.none
      && left(in: mergeBase) != Remains.none
  }
}
