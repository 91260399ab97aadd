package import ReleaseScope

/// The ancestors of two revisions. Every failure is an ``ExplainedError``.
package protocol ReleaseHistory {
  func range() throws -> CommitRange
  func contains(_ id: ObjectID) -> Bool
  /// The commit whose id starts so, if both sides have it.
  func common(withPrefix prefix: String) throws -> ObjectID?
  /// Whether the base has a commit.
  func isOnBase(_ id: ObjectID) throws -> Bool
  /// The commits of another ref that neither side has.
  func commits(onlyReachableFrom tip: ObjectID) throws -> CommitList
  /// Which of `ids`, commits of the range, `tip` reaches.
  func reached(_ ids: Set<ObjectID>, from tip: ObjectID) throws -> Set<ObjectID>
  func mergeOfRelease(into base: ObjectID) -> ObjectID?
  /// Commits at which a shallow clone ends, and commits that are not here.
  var missing: (shallow: [ObjectID], objects: [ObjectID]) { get }
  /// See ``RuleFacts/certainAfter``.
  var certainAfter: Instant? { get }
}
