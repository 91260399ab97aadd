/// Work that both sides have, or the revert by which both took it back.
struct OlderWork: Hashable, Sendable {
  let commit: ObjectID
  let isTakenBack: Bool
  /// The commit of the range that undid what the range had done to it.
  let restoredBy: ObjectID?
  /// The commit that brings the work back and does nothing else for the ticket, whether or not that was undone itself.
  var restorer: ObjectID?
  /// The revert that takes it back and nothing of the range, so that its own change tells of this work, too.
  var removedBy: ObjectID?
  /// Whether that takes back nothing else.
  var isRemovedAlone = false
  /// Whether the commit that takes it out names it itself, and does nothing else: it may have come with a merge, or in
  /// a list.
  var isNamed = true
  /// Whether it took something back besides: then not all that it changes is work.
  var isMixed = false
}

extension ScopeAnswers.Known {
  /// Whether it takes work back, and does not bring it back.
  var takesBack: Bool { facts.takesBack(revert: isOfRevert) }
}
