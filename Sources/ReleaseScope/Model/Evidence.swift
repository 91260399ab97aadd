/// A commit that implements a ticket, and whether it counts.
package struct Evidence: Equatable, Sendable {
  package var commit: ObjectID
  package var place: KeyPlace
  package var state: EvidenceState
  /// The merge whose branch gave the key, for ``KeyPlace/mergeBranch``.
  package var via: ObjectID?

  package init(commit: ObjectID, place: KeyPlace, state: EvidenceState, via: ObjectID? = nil) {
    self.commit = commit
    self.place = place
    self.state = state
    self.via = via
  }
}
