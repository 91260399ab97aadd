/// A ticket as the files tell it.
struct SettledTicket {
  private(set) var ticket: NetScope.TicketScope
  private let left: RemainsAtTips
  private let broughtBy: [ObjectID: [NetScope.Brought]]
  private let emptyMerges: Set<ObjectID>
  private let isTakenBackOnBase: Bool
  private let mergesFromBase: Set<ObjectID>
  private let explained: Set<ObjectID>
  private let isNamedByRevertsOnBase: Bool
  private let taken: [ObjectID: Set<ObjectID>]
  private let exactMatches: Set<ObjectID>
  private let untouchedCopies: Set<ObjectID>
  private let isNew: Bool

  /// - Parameters:
  ///   - ticket: As messages tell it.
  ///   - emptyMerges: The merges that brought nothing but what the base has.
  ///   - mergesFromBase: Those that brought what the base has, too.
  ///   - isTakenBackOnBase: Whether reverts of the base are about the ticket.
  ///   - explained: The reverts that take out work which was there.
  ///   - isNamedByRevertsOnBase: Whether reverts of the base name the ticket, whatever they take back.
  ///   - taken: By commit of the range that takes something back, whatever else it does, what that is.
  ///   - exactMatches: Those whose very change, or very commits, the base has or had.
  ///   - untouchedCopies: The copies of merges that no revert of the range is about.
  ///   - isNew: Whether nothing but the range has work of the ticket.
  init(
    _ ticket: NetScope.TicketScope, _ left: RemainsAtTips, broughtBy: [ObjectID: [NetScope.Brought]],
    emptyMerges: Set<ObjectID>, mergesFromBase: Set<ObjectID>, isTakenBackOnBase: Bool,
    explained: Set<ObjectID> = [], isNamedByRevertsOnBase: Bool = false, taken: [ObjectID: Set<ObjectID>] = [:],
    exactMatches: Set<ObjectID> = [], untouchedCopies: Set<ObjectID> = [], isNew: Bool = false
  ) {
    self.ticket = ticket
    self.left = left
    self.broughtBy = broughtBy
    self.emptyMerges = emptyMerges
    self.mergesFromBase = mergesFromBase
    self.isTakenBackOnBase = isTakenBackOnBase
    self.explained = explained
    self.isNamedByRevertsOnBase = isNamedByRevertsOnBase
    self.taken = taken
    self.exactMatches = exactMatches
    self.untouchedCopies = untouchedCopies
    self.isNew = isNew
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
    // What brought older work back and was undone says nothing of the rest.
    let restorers = Set(ticket.older.compactMap(\.restorer))
    if evidence.contains(where: { $0.state != .undone }) {
      evidence.removeAll { $0.state == .undone && restorers.contains($0.commit) }
    }
    ticket.evidence = EvidenceList(evidence)
    ticket.state = state(evidence)
  }

  /// - Returns: `nil` for what is no work of the ticket.
  private func state(of piece: Evidence) -> EvidenceState? {
    if let brought = broughtBy[piece.commit] { return state(ofMerge: piece, brought) }
    // What changes nothing does no work again.
    if left.isEmpty(piece.commit), !ticket.older.isEmpty || ticket.evidence.count > 1 { return nil }
    // What brings older work back is told by that work: it may have done more.
    let restored = ticket.older.filter { $0.restorer == piece.commit }
    let telling = restored.isEmpty ? [(piece.commit, false)] : restored.map { ($0.commit, $0.isTakenBack) }
    var states: Set<EvidenceState?> = []
    for (commit, isTakenBack) in telling {
      let parts = left.parts(of: commit) ?? []
      let told = parts.filter { !$0.isOpen }
      for part in told.isEmpty ? parts : told {
        states.insert(
          state(
            of: piece, part: isTakenBack ? part.inverse : part, restores: !restored.isEmpty,
            isAlike: left.isAlike(commit)))
      }
    }
    if states.isEmpty { return piece.state }
    // Of what was taken back, something may be left.
    if piece.state == .undone || isLostBesideRevert(piece.commit), states.count > 1 { return .undone }
    return [.inEffect, .onBase, .undone].first { states.contains($0) }
  }

  /// - Returns: `nil` for what is no work of the ticket.
  private func state(
    of piece: Evidence, part: RemainsAtTips.Left, restores: Bool, isAlike: Bool
  ) -> EvidenceState? {
    let (ours, theirs, before) = (part.inRelease, part.onBase, part.atMergeBase)
    // It was to bring work back that was there and that the base took back since; or it did not.
    if restores, before == .all, theirs == Remains.none { return nil }
    if restores, piece.state != .undone, ours == Remains.none || (ours != .all && isAlike) { return nil }
    switch (ours, theirs) {
    case (.none, _): return .undone
    // Where both come from it tells nothing of new work: that may have taken away what was not there before.
    case (.all, .all): return before == .all && isNew ? piece.state : .onBase
    case (.some, .all), (.replaced, .all):
      return piece.state == .undone ? .undone : .onBase
    // The base took back what both come from, and so it stays when the release is merged.
    case (.all, .none) where before == .all: return .undone
    // A copy that was fitted in may look otherwise there; what was there as it is here is gone.
    case (.all, .none):
      return piece.state == .onBase && !isTakenBackOnBase && !exactMatches.contains(piece.commit) ? .onBase : .inEffect
    case (.all, .replaced) where before == .all && isNamedByRevertsOnBase: return .undone
    // The base took a part of its copy back, which comes with the release.
    case (.all, .some) where before != .all && isTakenBackOnBase: return .inEffect
    // Both come from it, and the base went on; or a copy that was fitted in looks otherwise there.
    case (.all, .some), (.all, .replaced), (.all, .moved):
      return before == .all || piece.state == .onBase ? .onBase : .inEffect
    case (.some, _) where piece.state != .undone && isAlike: return .onBase
    // Nothing of it is left, and the release brings nothing there; of a squash, a part may have come to the base before.
    case (.replaced, _) where isAlike:
      return piece.state == .onBase || ticket.squashes.contains(piece.commit) ? .onBase : .undone
    // The same of what came in its place.
    case (.replaced, .none) where part.isAsAtMergeBase && isTakenBackOnBase: return .undone
    case (.some, .none), (.replaced, .none):
      return piece.state == .onBase && isTakenBackOnBase ? .inEffect : piece.state
    case (.some, _), (.replaced, _), (.moved, _): return piece.state
    }
  }

  /// A merge is what it brought of the ticket. Of what the base has anyway nothing comes with the release.
  private func state(ofMerge piece: Evidence, _ brought: [NetScope.Brought]) -> EvidenceState? {
    let own = brought.filter { commit in
      commit.keys.contains(ticket.key) ? !commit.takesBack : commit.keys.isEmpty && !commit.isRevert
    }
    let rests = !ticket.older.isEmpty || mergesFromBase.contains(piece.commit) || ticket.evidence.count > 1
    if own.isEmpty, rests, !brought.isEmpty { return nil }
    if rests, !own.isEmpty, untouchedCopies.contains(piece.commit),
      own.allSatisfy({ isOnBaseAlone($0.commit) })
    {
      return nil
    }
    let isEmpty = emptyMerges.contains(piece.commit)
    var states: Set<EvidenceState> = []
    for commit in (own.isEmpty ? brought : own).map(\.commit) {
      guard let parts = left.parts(of: commit) else { return piece.state }
      for part in parts {
        // What both had taken back and the range brought back is its own.
        let isBroughtBack = part.atMergeBase == Remains.none && part.inRelease == .all
        let wasThere = part.atMergeBase == .all || part.isAsAtMergeBase || (isEmpty && !isBroughtBack)
        switch (part.inRelease, part.onBase) {
        case (.none, _): states.insert(.undone)
        case (_, .none): states.insert(wasThere ? .undone : .inEffect)
        case (.all, .all): states.insert(.onBase)
        case _ where left.isAlike(commit): states.insert(.onBase)
        // Something else came in its place there: by a revert, if the ticket has one, of more than this.
        case (_, .replaced) where wasThere && isNamedByRevertsOnBase: states.insert(.undone)
        default: states.insert(wasThere ? .onBase : piece.state)
        }
      }
    }
    if states.contains(.inEffect) { return .inEffect }
    if states.contains(.onBase) { return .onBase }
    return states.isEmpty ? piece.state : .undone
  }

  /// Whether only the base has a commit's work: nothing of it was in what is a copy and was not taken back, as the base
  /// had it before the merge of which it is a copy.
  private func isOnBaseAlone(_ commit: ObjectID) -> Bool {
    left.parts(of: commit)?.allSatisfy { part in
      part.inRelease == Remains.none && part.onBase == .all && part.atMergeBase == Remains.none
    } == true
  }

  /// What the range did again that it, or the base, had taken out, and that nothing else tells.
  private var restored: [Evidence] {
    var states: [ObjectID: EvidenceState] = [:]
    for older in ticket.older {
      let (gone, there): (Remains, Remains) = older.isTakenBack ? (.all, .none) : (.none, .all)
      guard let restorer = older.restoredBy, left.inRelease(older.commit) == there,
        left.parts(of: older.commit)?.contains(where: { $0.atMergeBase == gone || $0.atMergeBase == .replaced }) == true
      else { continue }
      // It may bring back more than the base has.
      let isOnBase = left.onBase(older.commit) == there && states[restorer] != .inEffect
      states[restorer] = isOnBase ? .onBase : .inEffect
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
    let isWhole = evidence.allSatisfy { piece in
      piece.state == .undone
        ? isDoneAgain(piece.commit)
        : !ticket.undoneInPart.contains(piece.commit) || left.inRelease(piece.commit) == .all
    }
    return isWhole ? .delivered : .partlyReverted
  }

  /// Whether work that was taken back was done again. What stood beside the revert and lost a part of it when both were
  /// merged did not do that.
  private func isDoneAgain(_ commit: ObjectID) -> Bool {
    guard let others = ticket.doneAgain[commit] else { return false }
    return others.isEmpty
      || others.contains { left.parts(of: $0)?.contains { $0.inRelease == Remains.none } != true }
  }

  /// Whether a copy that stood beside the revert of the work went with it when both were merged: a part of it is gone,
  /// and something else came in the place of the rest.
  private func isLostBesideRevert(_ commit: ObjectID) -> Bool {
    guard ticket.doneAgain.values.contains(where: { $0.contains(commit) }), let parts = left.parts(of: commit) else {
      return false
    }
    return parts.contains { $0.inRelease == Remains.none }
      && parts.allSatisfy { $0.inRelease == Remains.none || $0.inRelease == .replaced }
  }

  /// Whether a merge of the release would take work off the base. Where the files leave it open, messages tell.
  private func isRemoved(_ evidence: [Evidence]) -> Bool {
    let older = ticket.older.map { removes($0.commit, isTakenBack: $0.isTakenBack, isMixed: $0.isMixed) }
    if older.contains(true) { return true }
    let work = Set(ticket.evidence.map(\.commit) + ticket.older.map(\.commit))
    let own = evidence.filter { piece in
      // What is gone of it is of others.
      if ticket.lackingOthers.contains(piece.commit) { return false }
      return taken[piece.commit].map { !$0.isEmpty && $0.isDisjoint(with: work) } ?? true
    }.flatMap { piece in
      broughtBy[piece.commit].map { $0.filter { $0.keys.contains(ticket.key) }.map(\.commit) } ?? [piece.commit]
    }
    // Of work that takes back something of another ticket besides, all has to be gone.
    if !isNew, own.contains(where: { removes($0, isMixed: taken[$0] != nil) == true }) { return true }
    guard ticket.state == .removed else { return false }
    return older.isEmpty || zip(ticket.older, older).contains { $1 == nil && !isBroughtBack($0) }
      || ticket.older.contains(where: isRemovedElsewhere)
  }

  /// Whether a part of older work is there, something else in the place of the rest, and nothing of what took it out:
  /// then all of it was brought back, or stayed. Of what a revert does not name itself, the work alone tells.
  private func isBroughtBack(_ older: OlderWork) -> Bool {
    guard let parts = left.parts(of: older.commit), parts.contains(where: { $0.inRelease == .all }) else {
      return false
    }
    if !older.isNamed { return parts.allSatisfy { $0.inRelease == .all || $0.inRelease == .replaced } }
    guard let removed = older.removedBy.flatMap(left.parts) else { return false }
    return removed.contains { $0.inRelease == Remains.none }
      && removed.allSatisfy { $0.inRelease == Remains.none || $0.inRelease == .replaced }
  }

  /// Whether older work that is not to be found where its lines were is taken out: the file has another name, or the
  /// lines look otherwise by now, or stand in the file more than once. Then the revert's own change tells.
  private func isRemovedElsewhere(_ older: OlderWork) -> Bool {
    guard let remover = older.removedBy else { return false }
    let isThere = left.inRelease(older.commit) == .all
    // Both had taken it back before, or the file is gone: then nothing else may be what was taken back.
    if left.atMergeBase(older.commit) == Remains.none, explained.contains(remover) { return false }
    return (isThere ? older.isRemovedAlone : left.atMergeBase(older.commit) != .all) && isNew(remover)
  }

  /// Whether a merge of the release would bring what a commit changes.
  private func isNew(_ commit: ObjectID) -> Bool {
    left.inRelease(commit) != Remains.none && left.onBase(commit) != .all && left.atMergeBase(commit) != .all
      && !left.isAlike(commit)
  }

  /// - Parameter isMixed: Whether a part of it may be what the commit took back.
  /// - Returns: `nil` where the files leave it open.
  private func removes(_ commit: ObjectID, isTakenBack: Bool = false, isMixed: Bool = false) -> Bool? {
    guard let parts = left.parts(of: commit) else { return nil }
    let told = parts.map { removes(isTakenBack ? $0.inverse : $0, in: commit) }
    if told.contains(true), !isMixed || told.allSatisfy({ $0 == true }) { return true }
    return told.allSatisfy { $0 == false } ? false : nil
  }

  private func removes(_ part: RemainsAtTips.Left, in commit: ObjectID) -> Bool? {
    let (ours, theirs) = (part.inRelease, part.onBase)
    if ours == .all || theirs == Remains.none || part.atMergeBase == Remains.none || left.isAlike(commit) {
      return false
    }
    guard ours == Remains.none, let before = part.atMergeBase, before != .replaced else { return nil }
    // The base may have a part of it, or have gone on from it; or it took it back and has other work in its place.
    return theirs != .all && isTakenBackOnBase ? nil : true
  }
}
