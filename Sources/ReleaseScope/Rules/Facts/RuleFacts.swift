/// All that the rules look at. Plain values: whoever runs a check has gathered them.
///
/// A rule sees of them what its basis gives: ``DocumentFacts``, ``PresenceFacts``, ``AbsenceFacts``, ``ApprovalFacts``
/// or ``AcceptanceFacts``.
package struct RuleFacts: Sendable {
  package var documents: DocumentFacts
  package var range: RangeFacts
  package var elsewhere = ElsewhereFacts()
  /// What became of the approvals that the policy asks for; `nil` as long as nobody has looked.
  package var approvals: [ApprovalReport]?
  /// The release's commit.
  package var head: ObjectID?
  /// Exemptions that cover nothing; none where nobody has looked.
  package var unusedExemptions: [UnusedExemption] = []
  /// `nil` if none was asked for.
  package var baseline: Baseline?
  /// When some of the history is not here: the time after which a commit of the range is certainly not on the base.
  /// `nil` when everything was seen.
  package var certainAfter: Instant?

  package init(documents: DocumentFacts, range: RangeFacts) {
    self.documents = documents
    self.range = range
  }
}
