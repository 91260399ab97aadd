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
      for piece in ticket.evidence { doubtful.formUnion(broughtBy[piece.commit] ?? [piece.commit]) }
      doubtful.formUnion(ticket.older.map(\.commit))
    }
    return doubtful
  }

  private func isDoubtful(_ ticket: TicketScope) -> Bool {
    if isMergedBack || !ticket.older.isEmpty || !ticket.doubtedBy.isEmpty { return true }
    return takenBackOnBase.contains(ticket.key) || onBothSides.contains(ticket.key)
      || ticket.evidence.contains { $0.state == .undone }
  }

  /// Corrects what messages say of tickets in doubt by what the files have.
  ///
  /// - Parameter remains: Of the ``doubtful`` commits at the tips.
  package mutating func settle(_ remains: [ScopeAnswers.Place: Remains], at tips: Tips) {
    var found: [BaseMatch] = []
    for ticket in tickets.values where isDoubtful(ticket) {
      var ticket = ticket
      var evidence = ticket.evidence.map { piece in
        var piece = piece
        piece.state = state(of: piece, remains, at: tips)
        if piece.state == .onBase { found.append(.init(commit: piece.commit, counterpart: tips.base, by: .contents)) }
        return piece
      }
      if !evidence.contains(where: { $0.state == .inEffect }) {
        let restorers = Set(ticket.older.compactMap { $0.isRestored(remains, at: tips) ? $0.restoredBy : nil })
        evidence += restorers.sorted().map { Evidence(commit: $0, place: .subject, state: .inEffect) }
      }
      let isChanged = evidence != Array(ticket.evidence)
      let removals = ticket.older.map { $0.removal(remains, at: tips) }
        + evidence.map { OlderWork(commit: $0.commit, isTakenBack: false, restoredBy: nil).removal(remains, at: tips) }
      ticket.evidence = EvidenceList(evidence)
      ticket.state = state(of: ticket, removals, isChanged: isChanged)
      tickets[ticket.key] = ticket
    }
    let known = Set(alreadyOnBase.map(\.commit))
    alreadyOnBase += Set(found.map(\.commit)).subtracting(known).sorted().map {
      BaseMatch(commit: $0, counterpart: tips.base, by: .contents)
    }
  }

  private func state(
    of piece: Evidence, _ remains: [ScopeAnswers.Place: Remains], at tips: Tips
  ) -> EvidenceState {
    if let brought = broughtBy[piece.commit] { return state(ofMerge: piece, brought, remains, at: tips) }
    guard let ours = remains[.init(of: piece.commit, in: tips.release)],
      let theirs = remains[.init(of: piece.commit, in: tips.base)]
    else { return piece.state }
    switch (ours, theirs) {
    case (.none, _): return .undone
    case (.all, .all): return .onBase
    case (.all, .none) where left(piece.commit, remains, tips.mergeBase) == .all: return .undone
    case (.all, _): return .inEffect
    case (.some, .none): return piece.state == .onBase ? .inEffect : piece.state
    case (.some, _): return piece.state
    }
  }

  /// A merge is what it brought. Of what the base has anyway nothing comes with the release: not what the base took back.
  private func state(
    ofMerge piece: Evidence, _ brought: [ObjectID], _ remains: [ScopeAnswers.Place: Remains], at tips: Tips
  ) -> EvidenceState {
    let isEmpty = alreadyOnBase.contains { $0.commit == piece.commit && $0.by == .ancestry }
    var states: Set<EvidenceState> = []
    for id in brought {
      guard let ours = remains[.init(of: id, in: tips.release)], let theirs = remains[.init(of: id, in: tips.base)]
      else { return piece.state }
      switch (ours, theirs) {
      case (.none, _): states.insert(.undone)
      case (_, .none): states.insert(isEmpty ? .undone : .inEffect)
      case (.all, .all): states.insert(.onBase)
      default: states.insert(isEmpty ? .onBase : piece.state)
      }
    }
    guard states.count == 1, let state = states.first else { return states.contains(.inEffect) ? .inEffect : piece.state }
    return state
  }

  private func left(
    _ commit: ObjectID, _ remains: [ScopeAnswers.Place: Remains], _ tip: ObjectID?
  ) -> Remains? {
    tip.flatMap { remains[ScopeAnswers.Place(of: commit, in: $0)] }
  }

  private func state(of ticket: TicketScope, _ removals: [Removal], isChanged: Bool) -> TicketState {
    let evidence = ticket.evidence
    let isRemoved =
      removals.contains(.certain)
      || (ticket.state == .removed && (removals.contains(.unknown) || !removals.contains(.none)))
    if isRemoved, !(ticket.isDoneAgain && evidence.contains { $0.state == .inEffect }) { return .removed }
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

/// Whether a merge of the release would take work off the base.
private enum Removal {
  case certain
  case none
  case unknown
}

extension OlderWork {
  /// Whether the release has it again, and neither the base nor what both come from has it.
  fileprivate func isRestored(_ remains: [ScopeAnswers.Place: Remains], at tips: NetScope.Tips) -> Bool {
    let (gone, there): (Remains, Remains) = isTakenBack ? (.all, .none) : (.none, .all)
    guard let mergeBase = tips.mergeBase else { return false }
    return remains[.init(of: commit, in: tips.release)] == there && remains[.init(of: commit, in: tips.base)] == gone
      && remains[.init(of: commit, in: mergeBase)] == gone
  }

  fileprivate func removal(_ remains: [ScopeAnswers.Place: Remains], at tips: NetScope.Tips) -> Removal {
    func left(in tip: ObjectID) -> Remains? {
      remains[ScopeAnswers.Place(of: commit, in: tip)].map { isTakenBack ? $0.inverse : $0 }
    }
    guard let mergeBase = tips.mergeBase, let ours = left(in: tips.release), let theirs = left(in: tips.base),
      let before = left(in: mergeBase)
    else { return .unknown }
    if ours == .all || theirs == Remains.none || before == Remains.none { return .none }
    return ours == Remains.none && theirs == .all && before == .all ? .certain : .unknown
  }
}
