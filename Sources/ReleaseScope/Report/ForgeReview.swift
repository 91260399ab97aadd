/// A review of the release's pull request, as the forge tells it: it binds no content, and decides nothing.
package struct ForgeReview: Equatable, Sendable {
  package var by: String
  /// In the forge's word: `approved`, `changes_requested`.
  package var state: String
  /// The commit that it was given for, as far as the forge says.
  package var commit: ObjectID?
  package var time: Instant?

  package init(by: String, state: String, commit: ObjectID? = nil, time: Instant? = nil) {
    self.by = by
    self.state = state
    self.commit = commit
    self.time = time
  }
}
