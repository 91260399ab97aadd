package import ReleaseScope

/// Why more than one answer is right.
package enum Doubt: String, CaseIterable, Sendable {
  /// The work went out and came back, or came back and went out, so that nothing changes.
  case backAndForth
  /// Older work is out, and newer work of the same ticket is in.
  case olderOutNewerIn
  /// A merge brings what both sides have.
  case mergeOfWhatBothHave
  /// The base took work back that the release still has.
  case takenBackByTheBase
  /// A copy has more than what it is a copy of.
  case adaptedPick
  /// All that is left of the work is on the base.
  case partlyOnBase
  /// A squash has a revert in it that its message does not tell.
  case hiddenInASquash
  /// A squash was taken back, and what it was made of came again.
  case redoneOtherwise
  /// Another change of the same line came in its place: nobody took it back.
  case overwritten
  /// The sides come from several commits, and those differ.
  case severalMergeBases
  /// Only the branch that brought the work in names the ticket, and the merge of it is on the base.
  case namedOnTheBaseOnly
}

/// What may be said of a ticket, from contents alone.
package struct TicketTruth: Equatable, Sendable {
  package let states: Set<TicketState>
  /// `nil` where there is one answer.
  package let doubt: Doubt?
}

extension HistoryDraft {
  /// What became of each ticket, by the files of the release, of the base and of what both come from. Of the commits it
  /// looks at what they change, and not at what they say.
  func truth() -> [TicketTruth] {
    let (base, release) = (tip(of: Self.main), tip(of: Self.release))
    let origin = mergeBase(base.ancestors, release.ancestors)
    let range = nodes.indices.filter { release.reaches($0) && !base.reaches($0) }
    return world.tickets.indices.map { ticket in
      var parts = PartCounts()
      for line in world.owners.indices where world.owners[line] == ticket {
        for part in world.numbers(of: line) {
          let makers = range.filter { node in
            !nodes[node].isMerge && world.holds(part, in: nodes[node].state[line], of: line)
              && !world.holds(part, in: before(node)[line], of: line)
          }
          let isTakenOut = range.contains { node in
            !nodes[node].isMerge && !world.holds(part, in: nodes[node].state[line], of: line)
              && world.holds(part, in: before(node)[line], of: line)
          }
          let isOlder = nodes.indices.contains { node in
            !nodes[node].isMerge && release.reaches(node) && base.reaches(node)
              && world.holds(part, in: nodes[node].state[line], of: line)
              && !world.holds(part, in: before(node)[line], of: line)
          }
          let isOverwritten = world.isOther(release.state[line], than: part, of: line)
          parts.add(
            makers, isTakenOut: isTakenOut, isOlder: isOlder, isOverwritten: isOverwritten,
            isCopied: makers.allSatisfy(isCopy),
            isAlike: release.state[line] == base.state[line],
            isOtherOnBase: world.isOther(base.state[line], than: part, of: line),
            isChangedOnBase: origin.map { $0[line] != base.state[line] } ?? false,
            inRelease: world.holds(part, in: release.state[line], of: line),
            onBase: world.holds(part, in: base.state[line], of: line),
            inOrigin: origin.map { world.holds(part, in: $0[line], of: line) })
        }
      }
      let isMerged = range.contains { merge in
        nodes[merge].isMerge
          && nodes.indices.contains { node in
            nodes[merge].reaches(node) && !nodes[nodes[merge].parents[0]].reaches(node)
              && tickets(changedBy: node).contains(ticket)
          }
      }
      // A release that goes on after it was merged: what came by that merge is said to be on the base.
      let isReleased = nodes.indices.contains { merge in
        nodes[merge].isReleaseMerge && base.reaches(merge)
          && nodes.indices.contains { node in
            nodes[merge].reaches(node) && !nodes[nodes[merge].parents[0]].reaches(node)
              && tickets(changedBy: node).contains(ticket)
          }
      }
      // What was squashed may come back as the commits that it was made of, which nobody can tell from new ones.
      let isSquashed = range.contains { node in
        guard case .squash = nodes[node].kind else { return false }
        return tickets(changedBy: node).contains(ticket)
      }
      let isSquashTakenBack =
        isSquashed
        && range.contains { node in
          guard case .revert(let target) = nodes[node].kind else { return false }
          return tickets(changedBy: target).contains(ticket)
        }
      // It names what was taken back there, which may be less than what has its title here.
      let isRevertPicked = range.contains { node in
        guard case .pick(let origin) = nodes[node].kind, case .revert = nodes[origin].kind else { return false }
        return tickets(changedBy: node).contains(ticket)
      }
      let truth = parts.truth(isMerged: isMerged, isReleased: isReleased, isSquashTakenBack: isSquashTakenBack,
        isRevertPicked: isRevertPicked)
      let isNamedOnTheBaseOnly = nodes.indices.contains { node in
        nodes[node].isKeyless && (base.reaches(node) || !release.reaches(node))
          && tickets(changedBy: node).contains(ticket)
      }
      // A squash does not tell what its own commits took back in other words.
      let isHidden = range.contains { node in
        guard case .squash = nodes[node].kind, !nodes[node].message.lowercased().contains("revert") else {
          return false
        }
        return world.owners.indices.contains { line in
          world.owners[line] == ticket
            && world.numbers(of: line).contains {
              world.holds($0, in: before(node)[line], of: line)
                && !world.holds($0, in: nodes[node].state[line], of: line)
            }
        }
      }
      // A copy that was fitted in is by commits the same work, and by contents not.
      let isFitted = nodes.indices.contains { node in
        guard case .pick(let origin) = nodes[node].kind, tickets(changedBy: node).contains(ticket) else { return false }
        // A merge that was picked has the titles of its commits no more.
        if nodes[origin].isMerge { return true }
        return changes(of: node, for: ticket) != changes(of: origin, for: ticket)
      }
      if isFitted {
        let unnamed: Set<TicketState> = isNamedOnTheBaseOnly ? [.absent, .mentioned] : []
        return TicketTruth(
          states: truth.states.union([.alreadyOnBase, .partlyReverted, .delivered, .reverted, .removed]).union(unnamed),
          doubt: .adaptedPick)
      }
      if isHidden { return TicketTruth(states: Set(TicketState.allCases), doubt: .hiddenInASquash) }
      guard isNamedOnTheBaseOnly else { return truth }
      return TicketTruth(
        states: truth.states.union([.absent, .mentioned, .alreadyOnBase, .reverted, .delivered]),
        doubt: truth.doubt ?? .namedOnTheBaseOnly)
    }
  }
}

extension HistoryDraft {
  /// What a commit does to the lines of a ticket, as before and after by line.
  private func changes(of node: Int, for ticket: Int) -> [[Int]] {
    let (old, new) = (before(node), nodes[node].state)
    return world.owners.indices.filter { world.owners[$0] == ticket && old[$0] != new[$0] }
      .map { [$0, Int(old[$0]), Int(new[$0])] }
  }

  private func isCopy(_ node: Int) -> Bool {
    switch nodes[node].kind {
    case .pick: true
    case .reland(let target), .revert(let target): isCopy(target)
    case .work, .squash, .merge, .start: false
    }
  }
}

/// What became of the parts of a ticket's work. A part is what somebody wrote at a time in a line.
private struct PartCounts {
  /// Merging would bring it.
  private var brought = 0
  /// Merging would take it off the base.
  private var removed = 0
  /// Both sides have it, and commits of the range made it.
  private var kept = 0
  /// Commits of the range made it, and the release has not got it.
  private var gone = 0
  /// The same for what both sides come from: it was there before.
  private var keptOlder = 0
  private var goneOlder = 0
  /// The release and what both come from have it, and the base has not.
  private var takenBack = 0
  /// Of these, what commits of the range made, too.
  private var takenBackHere = 0
  /// Commits of the range made it again, and it is gone.
  private var goneAgain = 0
  private var overwritten = 0
  /// Of what both have, what one of them has changed since.
  private var keptOtherwise = 0
  /// Both come from it, and both took it back.
  private var goneFromBoth = 0
  /// What the range took out, and the base has put something else in the place of.
  private var takenOutAndChanged = 0
  /// Of what is brought, what only copies made.
  private var broughtByCopies = 0
  /// Of what would be removed, what the base has changed since.
  private var removedFromChanged = 0
  /// Of what is gone, what only copies made.
  private var goneOfCopies = 0
  /// Of what the base took back, what it has put something else in the place of.
  private var takenBackAndChanged = 0
  private var unknown = 0
  private var bringing: Set<Int> = []
  private var keeping: Set<Int> = []
  private var isOnBoth = false

  /// - Parameters:
  ///   - makers: The commits of the range that made it.
  ///   - isTakenOut: Whether a commit of the range took it back, for good or not.
  ///   - isOlder: Whether a commit that both sides have made it, too.
  ///   - isCopied: Whether all makers are copies, which may have more than what they are copies of.
  ///   - isAlike: Whether release and base have the same at its place.
  ///   - isOtherOnBase: Whether the base has another part at its place.
  ///   - isChangedOnBase: Whether the base has something else at its place than what both sides come from.
  ///   - isOverwritten: Whether the release has another part at its place.
  mutating func add(
    _ makers: [Int], isTakenOut: Bool, isOlder: Bool, isOverwritten: Bool, isCopied: Bool, isAlike: Bool,
    isOtherOnBase: Bool, isChangedOnBase: Bool, inRelease: Bool, onBase: Bool, inOrigin: Bool?
  ) {
    if isTakenOut, isOtherOnBase { takenOutAndChanged += 1 }
    guard let inOrigin else {
      if inRelease != onBase || !makers.isEmpty { unknown += 1 }
      return
    }
    switch (inRelease, onBase, inOrigin) {
    case (true, false, false):
      brought += 1
      bringing.formUnion(makers)
      if isCopied, !makers.isEmpty { broughtByCopies += 1 }
    case (false, true, true):
      removed += 1
      if isChangedOnBase { removedFromChanged += 1 }
    case (true, false, true):
      takenBack += 1
      if isOtherOnBase { takenBackAndChanged += 1 }
      if !makers.isEmpty { takenBackHere += 1 }
    case (true, true, _):
      isOnBoth = true
      keeping.formUnion(makers)
      if !makers.isEmpty, !isAlike { keptOtherwise += 1 }
      if !makers.isEmpty { if inOrigin && isTakenOut { keptOlder += 1 } else { kept += 1 } }
    case (false, _, _):
      if inOrigin, !onBase { goneFromBoth += 1 }
      guard !makers.isEmpty else { return }
      if inOrigin {
        goneOlder += 1
      } else if isOverwritten {
        overwritten += 1
      } else if isOlder {
        goneAgain += 1
      } else {
        gone += 1
        if isCopied { goneOfCopies += 1 }
      }
    }
  }

  func truth(isMerged: Bool, isReleased: Bool, isSquashTakenBack: Bool, isRevertPicked: Bool) -> TicketTruth {
    func certain(_ state: TicketState) -> TicketTruth { TicketTruth(states: [state], doubt: nil) }
    if unknown > 0 { return TicketTruth(states: Set(TicketState.allCases), doubt: .severalMergeBases) }
    if removed > 0 {
      guard brought + kept > 0 else {
        if goneFromBoth > 0 { return TicketTruth(states: [.removed, .reverted], doubt: .takenBackByTheBase) }
        guard removedFromChanged == removed else { return certain(.removed) }
        return TicketTruth(states: [.removed, .absent, .mentioned], doubt: .overwritten)
      }
      return TicketTruth(
        states: [.removed, .partlyReverted, .delivered, .alreadyOnBase], doubt: .olderOutNewerIn)
    }
    if brought > 0 {
      if !bringing.isEmpty, bringing.isSubset(of: keeping) || broughtByCopies == brought {
        return TicketTruth(
          states: [.alreadyOnBase, .partlyReverted, .delivered], doubt: .adaptedPick)
      }
      if gone > 0 {
        if bringing.isEmpty, kept > 0 {
          return TicketTruth(states: [.partlyReverted, .alreadyOnBase], doubt: .partlyOnBase)
        }
        return goneOfCopies == gone
          ? TicketTruth(states: [.partlyReverted, .delivered], doubt: .adaptedPick) : certain(.partlyReverted)
      }
      if overwritten > 0 { return TicketTruth(states: [.partlyReverted, .delivered], doubt: .overwritten) }
      if goneAgain > 0 { return TicketTruth(states: [.partlyReverted, .delivered], doubt: .backAndForth) }
      if isSquashTakenBack { return TicketTruth(states: [.partlyReverted, .delivered], doubt: .redoneOtherwise) }
      guard goneOlder + takenBackHere > 0 else { return certain(.delivered) }
      return TicketTruth(
        states: [.partlyReverted, .delivered], doubt: goneOlder > 0 ? .backAndForth : .takenBackByTheBase)
    }
    if takenBackHere > 0 || (takenBack > 0 && isMerged) {
      let both: Set<TicketState> = isOnBoth || takenBackAndChanged > 0 ? [.alreadyOnBase, .partlyReverted] : []
      return TicketTruth(states: both.union([.absent, .mentioned, .reverted]), doubt: .takenBackByTheBase)
    }
    if kept > 0 {
      if isRevertPicked { return TicketTruth(states: [.alreadyOnBase, .partlyReverted, .reverted], doubt: .redoneOtherwise) }
      if keptOtherwise + takenOutAndChanged > 0 {
        return TicketTruth(states: [.alreadyOnBase, .partlyReverted, .delivered], doubt: .overwritten)
      }
      guard gone > 0 else { return certain(.alreadyOnBase) }
      return TicketTruth(states: [.alreadyOnBase, .partlyReverted], doubt: .partlyOnBase)
    }
    let both: Set<TicketState> =
      isMerged ? [.alreadyOnBase, .reverted] : isReleased && isOnBoth ? [.alreadyOnBase] : []
    if overwritten > 0 {
      return TicketTruth(states: Set(TicketState.allCases).subtracting([.removed]), doubt: .overwritten)
    }
    if gone > 0 {
      guard keptOlder > 0 || !both.isEmpty else { return certain(.reverted) }
      return TicketTruth(states: [.reverted, .alreadyOnBase, .partlyReverted], doubt: .backAndForth)
    }
    let none: Set<TicketState> = [.absent, .mentioned]
    if keptOlder > 0 {
      return TicketTruth(states: none.union([.alreadyOnBase]).union(both), doubt: .backAndForth)
    }
    if goneOlder + goneAgain > 0 {
      return TicketTruth(states: none.union([.reverted]).union(both), doubt: .backAndForth)
    }
    return TicketTruth(states: none.union(both), doubt: both.isEmpty ? nil : .mergeOfWhatBothHave)
  }
}
