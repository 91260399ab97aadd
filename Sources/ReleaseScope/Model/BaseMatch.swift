/// A commit of the range whose change is on the base already.
package struct BaseMatch: Equatable, Sendable {
  package var commit: ObjectID
  /// The commit on the base.
  package var counterpart: ObjectID
  package var by: BaseEvidence

  package init(commit: ObjectID, counterpart: ObjectID, by: BaseEvidence) {
    self.commit = commit
    self.counterpart = counterpart
    self.by = by
  }
}

package enum BaseEvidence: String, Sendable, CaseIterable {
  case patchID = "patch-id"
  /// A mark of a cherry-pick, on either side.
  case trailer
  /// A commit on the base has the same tree: a squash merge, or a rebase.
  case tree
  /// A commit on the base has all of a line of commits in it.
  case squash
  /// The number of the pull request that one of them says to be a copy of.
  case request
  /// Gerrit's name for the change.
  case changeID = "change-id"
  /// A merge whose commits the base has.
  case ancestry
  /// The files of the base have all that the commit added.
  case contents
  /// Author, date and subject are the same; nothing else tells.
  case authorship
}
