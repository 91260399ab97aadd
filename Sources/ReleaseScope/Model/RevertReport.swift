/// A revert of the range and what it does.
package struct RevertReport: Equatable, Sendable {
  package var commit: ObjectID
  /// Commits of the range that it undoes; a merge stands with all that it brought.
  package var undoes: [ObjectID]
  /// Commits of the range that it undoes a part of, as their messages or the files tell.
  package var undoesInPart: [ObjectID]
  /// Commits of the range that it puts in effect again.
  package var restores: [ObjectID]
  /// Commits that it undoes and that are not in the range.
  package var outside: [ObjectID]
  /// What it says it reverts and nothing was found for: an id or a subject.
  package var unresolved: [String]
  package var by: [RevertMatch]
  package var isInEffect: Bool

  package init(
    commit: ObjectID, undoes: [ObjectID], undoesInPart: [ObjectID] = [], restores: [ObjectID] = [], outside: [ObjectID],
    unresolved: [String], by: [RevertMatch], isInEffect: Bool
  ) {
    self.commit = commit
    self.undoes = undoes
    self.undoesInPart = undoesInPart
    self.restores = restores
    self.outside = outside
    self.unresolved = unresolved
    self.by = by
    self.isInEffect = isInEffect
  }
}
