package import Approvals
package import ReleaseScope

/// What somebody is about to approve.
package struct ApprovalDraft: Sendable {
  /// Without approvals.
  package let report: ScopeReport
  package let policy: ApprovalPolicy
  /// `nil` if the trusted place has no signers file.
  package let signers: AllowedSigners?
  package let subject: ApprovalSubject
  package let scope: String
  package let head: Commit
  package let mergeBase: ObjectID

  /// - Parameters:
  ///   - mergeTree: What merging the head into the base gives; `nil` where that conflicts.
  ///   - until: The last day on which it holds.
  package func payload(
    _ decision: ApprovalPayload.Decision, by approver: String, as role: String, mergeTree: ObjectID?, until: Day,
    despite: String?
  ) -> ApprovalPayload {
    ApprovalPayload(
      decision, by: approver, as: role, repository: subject.repository, version: subject.version ?? "",
      head: subject.head, tree: subject.tree, base: subject.base, mergeBase: mergeBase, mergeTree: mergeTree,
      scope: scope, manifest: subject.manifest, policy: subject.policy, time: subject.now, until: until,
      despite: despite)
  }
}
