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

/// What has to be looked up in a history, and only for approvals that nothing else makes void.
package protocol ReleaseFacts {
  /// The scope's digest of a release with a head; `nil` if the head is not here.
  func scope(ofHead head: ObjectID) throws -> String?
  /// How the base that was approved differs from that of now.
  func baseMove(since payload: ApprovalPayload) throws -> BaseMove
  /// A commit of the release of which a person is an author; `nil` if there is none.
  ///
  /// - Parameter countsCommitters: Whether to commit is to write: who rebases on the base commits what others wrote.
  func commit(by person: Mailbox, countsCommitters: Bool) throws -> ObjectID?
  /// The one address of a person who has several.
  func person(_ address: String) -> Mailbox
}

/// What became of the base since an approval.
package enum BaseMove: Sendable {
  /// Nothing, or nothing that the release changes too.
  case apart
  /// The same files are changed on both.
  case colliding
  /// One of the commits is not here, or the two conflict.
  case unknown
}

/// An approval that was found, and where.
package struct FoundApproval: Sendable {
  package enum Standing: Equatable, Sendable {
    case head
    /// What is judged has what the merge of the approved head gives.
    case content
    /// On a commit before the head, with those since, newest first.
    case earlier(since: [ObjectID])
  }

  package let record: ApprovalRecord
  /// The commit that the note is on.
  package let commit: ObjectID
  package let standing: Standing

  package init(_ record: ApprovalRecord, on commit: ObjectID, _ standing: Standing) {
    self.record = record
    self.commit = commit
    self.standing = standing
  }
}
