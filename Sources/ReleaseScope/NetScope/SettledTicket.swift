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
    if !evidence.contains(where: { $0.state == .inEffect }) {
      let told = Set(evidence.map(\.commit))
      evidence += restored.filter { !told.contains($0.commit) }
    }
    ticket.evidence = EvidenceList(evidence)
    ticket.state = state(evidence)
  }

  /// - Returns: `nil` for what is no work of the ticket.
  private func state(of piece: Evidence) -> EvidenceState? {
    if let brought = broughtBy[piece.commit] { return state(ofMerge: piece, brought) }
    // What brings older work back is told by that work: it may have done more.
    let older = ticket.older.first { $0.isTakenBack && $0.restoredBy == piece.commit }
    let telling = older?.commit ?? piece.commit
    func turned(_ remains: Remains?) -> Remains? { older == nil ? remains : remains?.inverse }
    guard let ours = turned(left.inRelease(telling)), let theirs = turned(left.onBase(telling))
    else { return piece.state }
    let before = turned(left.atMergeBase(telling))
    // It was to bring work back that was there and that the base took back since; or it did not.
    if older != nil, before == .all, theirs == Remains.none { return nil }
    if older != nil, piece.state == .inEffect, ours == Remains.none || (ours != .all && left.isAlike(telling)) {
      return nil
    }
    switch (ours, theirs) {
    case (.none, _): return .undone
    case (.all, .all): return .onBase
    case (.some, .all), (.replaced, .all):
      return piece.state == .undone ? .undone : .onBase
    // The base took back what both come from, and so it stays when the release is merged.
    case (.all, .none) where before == .all: return .undone
    case (.all, .none): return piece.state == .onBase && !isTakenBackOnBase ? .onBase : .inEffect
    // Both come from it, and the base went on; or a copy that was fitted in looks otherwise there.
    case (.all, .some), (.all, .replaced): return before == .all || piece.state == .onBase ? .onBase : .inEffect
    case (.some, _) where piece.state != .undone && left.isAlike(telling),
      (.replaced, _) where piece.state != .undone && left.isAlike(telling):
      return .onBase
    case (.some, .none), (.replaced, .none):
      return piece.state == .onBase && isTakenBackOnBase ? .inEffect : piece.state
    case (.some, _), (.replaced, _): return piece.state
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
    return states.isEmpty ? piece.state : .undone
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
      if ticket.doubtedBy.contains(where: isNew) { return ticket.state }
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
    guard ours == Remains.none, before != .replaced else { return nil }
    // The base may have a part of it, or have gone on from it; or it took it back and has other work in its place.
    return theirs != .all && isTakenBackOnBase ? nil : true
  }
}
