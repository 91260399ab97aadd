package import ReleaseScope

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
