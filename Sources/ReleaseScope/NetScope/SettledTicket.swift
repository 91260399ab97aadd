/// A ticket as the files tell it.
struct SettledTicket {
  private(set) var ticket: NetScope.TicketScope
  private let left: RemainsAtTips
  private let broughtBy: [ObjectID: [NetScope.Brought]]
  private let emptyMerges: Set<ObjectID>
  private let isTakenBackOnBase: Bool
  private let mergesFromBase: Set<ObjectID>

  /// - Parameters:
  ///   - ticket: As messages tell it.
  ///   - emptyMerges: The merges that brought nothing but what the base has.
  ///   - mergesFromBase: Those that brought what the base has, too.
  ///   - isTakenBackOnBase: Whether reverts of the base are about the ticket.
  init(
    _ ticket: NetScope.TicketScope, _ left: RemainsAtTips, broughtBy: [ObjectID: [NetScope.Brought]],
    emptyMerges: Set<ObjectID>, mergesFromBase: Set<ObjectID>, isTakenBackOnBase: Bool
  ) {
    self.ticket = ticket
    self.left = left
    self.broughtBy = broughtBy
    self.emptyMerges = emptyMerges
    self.mergesFromBase = mergesFromBase
    self.isTakenBackOnBase = isTakenBackOnBase
    settle()
  }

  private mutating func settle() {
    var evidence = ticket.evidence.compactMap { piece in
      state(of: piece).map { Evidence(commit: piece.commit, place: piece.place, state: $0, via: piece.via) }
    }
    if !evidence.contains(where: { $0.state == .inEffect }) { evidence += restored }
    ticket.evidence = EvidenceList(evidence)
    ticket.state = state(evidence)
  }

  /// - Returns: `nil` for what is no work of the ticket.
  private func state(of piece: Evidence) -> EvidenceState? {
    if let brought = broughtBy[piece.commit] { return state(ofMerge: piece, brought) }
    // What brings older work back is told by that work: it may have done more.
    let older = ticket.older.first { $0.isTakenBack && $0.restoredBy == piece.commit }
    guard let ours = older.map({ left.inRelease($0.commit)?.inverse }) ?? left.inRelease(piece.commit),
      let theirs = older.map({ left.onBase($0.commit)?.inverse }) ?? left.onBase(piece.commit)
    else { return piece.state }
    switch (ours, theirs) {
    // It was to bring work back, and did not.
    case (.none, _) where older != nil && piece.state == .inEffect: return nil
    case (.none, _): return .undone
    case (.all, .all): return .onBase
    case (.some, .all) where piece.state != .undone: return .onBase
    // The base took back what both come from, and so it stays when the release is merged.
    case (.all, .none) where left.atMergeBase(piece.commit) == .all: return .undone
    // Both come from it, and the base went on.
    case (.all, .some) where left.atMergeBase(piece.commit) == .all: return .onBase
    // A copy that was fitted in looks otherwise there.
    case (.all, .some) where piece.state == .onBase: return .onBase
    case (.all, .none) where piece.state == .onBase && !isTakenBackOnBase: return .onBase
    case (.all, _): return .inEffect
    case (.some, _) where piece.state != .undone && left.isAlike(piece.commit): return .onBase
    case (.some, .none): return piece.state == .onBase && isTakenBackOnBase ? .inEffect : piece.state
    case (.some, _): return piece.state
    }
  }

  /// A merge is what it brought of the ticket. Of what the base has anyway nothing comes with the release.
  private func state(ofMerge piece: Evidence, _ brought: [NetScope.Brought]) -> EvidenceState? {
    let own = brought.filter { $0.keys.contains(ticket.key) || ($0.keys.isEmpty && !$0.isRevert) }
    let rests = !ticket.older.isEmpty || mergesFromBase.contains(piece.commit) || ticket.evidence.count > 1
    if own.isEmpty, rests, !brought.isEmpty { return nil }
    let isEmpty = emptyMerges.contains(piece.commit)
    var states: Set<EvidenceState> = []
    for commit in (own.isEmpty ? brought : own).map(\.commit) {
      guard let ours = left.inRelease(commit), let theirs = left.onBase(commit) else { return piece.state }
      let wasThere = isEmpty || left.atMergeBase(commit) == .all
      switch (ours, theirs) {
      case (.none, _): states.insert(.undone)
      case (_, .none): states.insert(wasThere ? .undone : .inEffect)
      case (.all, .all): states.insert(.onBase)
      default: states.insert(wasThere ? .onBase : piece.state)
      }
    }
    if states.contains(.inEffect) { return .inEffect }
    if states.contains(.onBase) { return .onBase }
    return states.first ?? piece.state
  }

  /// What the range did again that it, or the base, had taken out, and that nothing else tells.
  private var restored: [Evidence] {
    var states: [ObjectID: EvidenceState] = [:]
    for older in ticket.older {
      let (gone, there): (Remains, Remains) = older.isTakenBack ? (.all, .none) : (.none, .all)
      guard let restorer = older.restoredBy, left.inRelease(older.commit) == there,
        left.atMergeBase(older.commit) == gone
      else { continue }
      states[restorer] = left.onBase(older.commit) == there ? .onBase : .inEffect
    }
    return states.sorted { $0.key < $1.key }.map { Evidence(commit: $0.key, place: .subject, state: $0.value) }
  }

  private func state(_ evidence: [Evidence]) -> TicketState {
    if isRemoved(evidence), !(ticket.isDoneAgain && evidence.contains { $0.state == .inEffect }) { return .removed }
    if evidence.isEmpty {
      if !ticket.doubtedBy.isEmpty { return ticket.state }
      return ticket.mentions.isEmpty ? .absent : .mentioned
    }
    let standing = evidence.count { $0.state != .undone }
    if standing == 0 { return .reverted }
    if evidence.allSatisfy({ $0.state != .inEffect }) { return .alreadyOnBase }
    let isWhole = evidence.allSatisfy { $0.state != .undone || ticket.doneAgain.contains($0.commit) }
    return isWhole ? .delivered : .partlyReverted
  }

  /// Whether a merge of the release would take work off the base. Where the files leave it open, messages tell.
  private func isRemoved(_ evidence: [Evidence]) -> Bool {
    let older = ticket.older.map { removes($0.commit, isTakenBack: $0.isTakenBack) }
    if older.contains(true) { return true }
    let own = evidence.flatMap { piece in
      broughtBy[piece.commit].map { $0.filter { $0.keys.contains(ticket.key) }.map(\.commit) } ?? [piece.commit]
    }
    if own.contains(where: { removes($0, isTakenBack: false) == true }) { return true }
    guard ticket.state == .removed else { return false }
    return older.isEmpty || older.contains(nil) || ticket.older.contains(where: isRemovedElsewhere)
  }

  /// Whether older work that is not to be found where its lines were is taken out: the file has another name, or the
  /// lines look otherwise by now, or stand in the file more than once. Then the revert's own change tells.
  private func isRemovedElsewhere(_ older: OlderWork) -> Bool {
    guard let remover = older.removedBy else { return false }
    let isThere = left.inRelease(older.commit) == .all
    return (isThere ? older.isRemovedAlone : left.atMergeBase(older.commit) != .all) && isNew(remover)
  }

  /// Whether a merge of the release would bring what a commit changes.
  private func isNew(_ commit: ObjectID) -> Bool {
    guard let ours = left.inRelease(commit), let theirs = left.onBase(commit), let before = left.atMergeBase(commit)
    else { return true }
    return ours != Remains.none && theirs != .all && before != .all && !left.isAlike(commit)
  }

  private func removes(_ commit: ObjectID, isTakenBack: Bool) -> Bool? {
    func turned(_ remains: Remains?) -> Remains? { isTakenBack ? remains?.inverse : remains }
    guard let ours = turned(left.inRelease(commit)), let theirs = turned(left.onBase(commit)),
      let before = turned(left.atMergeBase(commit))
    else { return nil }
    if ours == .all || theirs == Remains.none || before == Remains.none || left.isAlike(commit) { return false }
    return ours == Remains.none && theirs == .all && before == .all ? true : nil
  }
}
