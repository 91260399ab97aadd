/// One approval that counts, one that does not, or the lack of one.
package struct ApprovalReport: Equatable, Sendable {
  package enum State: String, CaseIterable, Sendable {
    case held
    case void
    /// Nobody has approved in the role.
    case missing
  }

  /// Why an approval does not count.
  package enum Reason: String, CaseIterable, Sendable {
    /// Another commit was approved than the one that is the head now.
    case head
    /// The note lies on another commit than the one that was approved.
    case note
    case tree
    case scope
    case manifest
    case policy
    case base
    case repository
    case version
    /// The approver does not fill the role.
    case role
    case expired
    /// The key is not the approver's.
    case signer
    case signature
    case revoked
    /// The approver is an author of the release.
    case author
    case samePerson = "same-person"
    case sameKey = "same-key"
  }

  package var role: String
  package var state: State
  /// Who says to have approved; nobody for a lack, as the next five.
  package var approver: String?
  /// The commit that was approved.
  package var head: ObjectID?
  /// What the approver's clock said.
  package var time: Instant?
  /// The last day on which it holds.
  package var until: Day?
  /// The key's fingerprint; `nil` where the signature is not one.
  package var key: String?
  /// Why it was approved although the check did not pass.
  package var despite: String?
  /// `nil` unless it is void, as the next two.
  package var reason: Reason?
  /// The reason in words, lower case, without a full stop: `the signature is not of this text`.
  package var detail: String?
  /// The commits that came since, newest first.
  package var since: [ObjectID] = []

  package init(role: String, state: State) {
    self.role = role
    self.state = state
  }
}
