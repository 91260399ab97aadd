package import ReleaseScope

/// A merge that brought the release to the base.
package struct MergeFact: Equatable, Sendable {
  package var commit: ObjectID
  package var subject: String
  package var committer: String
  package var time: Instant

  package init(commit: ObjectID, subject: String, committer: String, time: Instant) {
    self.commit = commit
    self.subject = subject
    self.committer = committer
    self.time = time
  }
}
