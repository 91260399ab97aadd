package import ReleaseScope

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
