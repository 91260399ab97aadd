/// What a ticket takes away: off the base, or of what it brought itself.
extension SettledTicket {
  /// Whether the ticket removed what it brought, and nothing else is left of it: where it removed something, the files
  /// are as both sides had them before, and no message tells why all the rest is gone.
  func drops(_ evidence: [Evidence]) -> Bool {
    let removals = ticket.removals
    guard !removals.isEmpty,
      ticket.evidence.contains(where: { $0.state == .inEffect && !removals.contains($0.commit) })
    else { return false }
    for piece in evidence where piece.state != .undone && !removals.contains(piece.commit) {
      guard let brought = broughtBy[piece.commit] else {
        guard isGone(piece.commit) else { return false }
        continue
      }
      for commit in brought where !isGone(commit.commit) { return false }
    }
    for removal in removals {
      guard let parts = left.parts(of: removal) else { return false }
      for part in parts where part.inRelease != .all || part.atMergeBase != .all { return false }
    }
    return true
  }

  /// Whether the release has nothing of a commit: added lines that are gone tell it only by what took them away.
  private func isGone(_ commit: ObjectID) -> Bool {
    switch left.inRelease(commit) {
    case .some(.none): true
    case .replaced, .moved: dropped.contains(commit)
    case nil, .all, .some(.some): false
    }
  }

  /// Whether a merge of the release would take work off the base. Where the files leave it open, messages tell.
  func isRemoved(_ evidence: [Evidence]) -> Bool {
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
  func isNew(_ commit: ObjectID) -> Bool {
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
