import ReleaseScope

/// What became of the parts of a ticket's work. A part is what somebody wrote at a time in a line.
struct PartCounts {
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
  /// Commits that both have made it, and neither has it.
  private var outOfBoth = 0
  /// What the range took out, and the base has put something else in the place of.
  private var takenOutAndChanged = 0
  /// Of what is brought, what only copies made.
  private var broughtByCopies = 0
  /// Of what is brought, what the base had, and has put something else in the place of.
  private var broughtAndOverwritten = 0
  /// Of what would be removed, what the base has changed since.
  private var removedFromChanged = 0
  /// Of what would be removed, what commits of the range made, too.
  private var removedOfOwn = 0
  /// Of what is gone, what only copies made.
  private var goneOfCopies = 0
  /// Of what the base took back, what it has put something else in the place of.
  private var takenBackAndChanged = 0
  private var unknown = 0
  private var bringing: Set<Int> = []
  private var keeping: Set<Int> = []
  private var isOnBoth = false
  /// The base has something that neither the release nor what both come from has.
  private var isOnBaseAlone = false

  /// - Parameters:
  ///   - makers: The commits of the range that made it.
  ///   - isTakenOut: Whether a commit of the range took it back, for good or not.
  ///   - isOlder: Whether a commit that both sides have made it, too.
  ///   - isCopied: Whether all makers are copies, which may have more than what they are copies of.
  ///   - isAlike: Whether release and base have the same at its place.
  ///   - isOtherOnBase: Whether the base has another part at its place.
  ///   - wasOnBase: Whether a commit that only the base has had it.
  ///   - isChangedOnBase: Whether the base has something else at its place than what both sides come from.
  ///   - isOverwritten: Whether the release has another part at its place.
  mutating func add(
    _ makers: [Int], isTakenOut: Bool, isOlder: Bool, isOverwritten: Bool, isCopied: Bool, isAlike: Bool,
    isOtherOnBase: Bool, wasOnBase: Bool, isChangedOnBase: Bool, inRelease: Bool, onBase: Bool, inOrigin: Bool?
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
      if isOtherOnBase, wasOnBase { broughtAndOverwritten += 1 }
    case (false, true, true):
      removed += 1
      if !makers.isEmpty { removedOfOwn += 1 }
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
      if onBase { isOnBaseAlone = true }
      if inOrigin, !onBase { goneFromBoth += 1 }
      if inOrigin || isOlder, !onBase { outOfBoth += 1 }
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
        let undone: Set<TicketState> = gone + removedOfOwn > 0 ? [.reverted] : []
        return TicketTruth(states: undone.union([.removed, .absent, .mentioned]), doubt: .overwritten)
      }
      return TicketTruth(
        states: [.removed, .partlyReverted, .delivered, .alreadyOnBase], doubt: .olderOutNewerIn)
    }
    if brought > 0 {
      if !bringing.isEmpty, bringing.isSubset(of: keeping) || broughtByCopies == brought {
        return TicketTruth(
          states: [.alreadyOnBase, .partlyReverted, .delivered], doubt: .adaptedPick)
      }
      if broughtAndOverwritten == brought {
        return TicketTruth(states: [.alreadyOnBase, .partlyReverted, .delivered], doubt: .overwritten)
      }
      if gone > 0 {
        if bringing.isEmpty, kept > 0 {
          return TicketTruth(states: [.partlyReverted, .alreadyOnBase], doubt: .partlyOnBase)
        }
        if isRevertPicked { return TicketTruth(states: [.partlyReverted, .reverted], doubt: .redoneOtherwise) }
        return goneOfCopies == gone
          ? TicketTruth(states: [.partlyReverted, .delivered], doubt: .adaptedPick) : certain(.partlyReverted)
      }
      if overwritten > 0 { return TicketTruth(states: [.partlyReverted, .delivered], doubt: .overwritten) }
      if goneAgain > 0 { return TicketTruth(states: [.partlyReverted, .delivered], doubt: .backAndForth) }
      if isSquashTakenBack { return TicketTruth(states: [.partlyReverted, .delivered], doubt: .redoneOtherwise) }
      // What a merge of the range brought and the base, or both, took back does not come with the release.
      if takenBackHere > 0 || (takenBack + outOfBoth > 0 && isMerged) {
        return TicketTruth(states: [.partlyReverted, .delivered], doubt: .takenBackByTheBase)
      }
      guard goneOlder + keptOlder > 0 else { return certain(.delivered) }
      return TicketTruth(states: [.partlyReverted, .delivered], doubt: .backAndForth)
    }
    if takenBackHere > 0 || (takenBack > 0 && isMerged) {
      let both: Set<TicketState> = isOnBoth || takenBackAndChanged > 0 ? [.alreadyOnBase, .partlyReverted] : []
      let other: Set<TicketState> = keptOtherwise > 0 ? [.delivered] : []
      return TicketTruth(states: both.union(other).union([.absent, .mentioned, .reverted]), doubt: .takenBackByTheBase)
    }
    if kept > 0 {
      // Whether the base went on from what the range took out, or had taken it back itself, its files do not tell.
      let out: Set<TicketState> = takenOutAndChanged > 0 ? [.removed] : []
      if isRevertPicked {
        // What it took back there may have been a revert, which brings work that nothing here names.
        return TicketTruth(
          states: out.union([.alreadyOnBase, .partlyReverted, .reverted, .absent, .mentioned]), doubt: .redoneOtherwise)
      }
      if keptOtherwise + takenOutAndChanged > 0 {
        return TicketTruth(states: out.union([.alreadyOnBase, .partlyReverted, .delivered]), doubt: .overwritten)
      }
      guard gone > 0 else { return certain(.alreadyOnBase) }
      return TicketTruth(states: [.alreadyOnBase, .partlyReverted], doubt: .partlyOnBase)
    }
    let both: Set<TicketState> =
      isMerged
      ? [.alreadyOnBase, .reverted] : isReleased && (isOnBoth || isOnBaseAlone) ? [.alreadyOnBase] : []
    if overwritten > 0 {
      return TicketTruth(states: Set(TicketState.allCases).subtracting([.removed]), doubt: .overwritten)
    }
    if gone > 0 {
      if takenOutAndChanged > 0 {
        return TicketTruth(states: both.union([.reverted, .removed]), doubt: .overwritten)
      }
      guard keptOlder > 0 || !both.isEmpty else { return certain(.reverted) }
      return TicketTruth(states: [.reverted, .alreadyOnBase, .partlyReverted], doubt: .backAndForth)
    }
    let none: Set<TicketState> = [.absent, .mentioned]
    if takenOutAndChanged > 0 {
      return TicketTruth(
        states: none.union(both).union([.alreadyOnBase, .reverted, .removed]), doubt: .overwritten)
    }
    if keptOlder > 0 {
      let out: Set<TicketState> = goneOlder + goneAgain > 0 ? [.reverted] : []
      return TicketTruth(states: none.union([.alreadyOnBase]).union(both).union(out), doubt: .backAndForth)
    }
    if goneOlder + goneAgain > 0 {
      return TicketTruth(states: none.union([.reverted]).union(both), doubt: .backAndForth)
    }
    return TicketTruth(states: none.union(both), doubt: both.isEmpty ? nil : .mergeOfWhatBothHave)
  }
}
