package import ReleaseScope

/// What an approval must be of to count.
package struct ApprovalSubject: Sendable {
  /// The name that the policy gives the repository; empty if it gives none.
  package var repository: String
  /// `nil` if nobody knows: then nothing can have been approved.
  package var version: String?
  package var head: ObjectID
  package var tree: ObjectID
  package var base: ObjectID
  package var manifest: String
  package var policy: String
  package var now: Instant

  package init(
    repository: String, version: String?, head: ObjectID, tree: ObjectID, base: ObjectID, manifest: String,
    policy: String, now: Instant
  ) {
    self.repository = repository
    self.version = version
    self.head = head
    self.tree = tree
    self.base = base
    self.manifest = manifest
    self.policy = policy
    self.now = now
  }
}
