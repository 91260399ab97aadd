package struct ExemptCommit: Equatable, Sendable {
  package var commit: ObjectID
  package var reason: String

  package init(commit: ObjectID, reason: String) {
    self.commit = commit
    self.reason = reason
  }
}
