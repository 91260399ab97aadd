/// One thing that can be wrong with a release.
///
/// What its function may look at tells on what its findings rest: ``Finder``.
package struct Rule: Sendable {
  package let id: RuleID
  /// The severity when the policy says nothing.
  package let severity: Severity
  /// Whether the rule is about what should not be there, so that it judges a push as it judges the merge.
  package let judgesPush: Bool
  /// What it finds: completes "finds ...".
  package let finds: String
  /// What to do about it, in one sentence.
  package let advice: Advice
  let find: Finder

  /// By what a rule's findings rest on, which tells whether they hold when some of the history is not here.
  enum Finder: Sendable {
    /// Manifest, policy and the files of the trees.
    case documents(@Sendable (DocumentFacts) -> [Difference])
    /// Commits that were seen in the range.
    case presence(@Sendable (PresenceFacts) -> [Difference])
    /// That something was not seen.
    case absence(@Sendable (AbsenceFacts) -> [Difference])
    /// What was signed or said of the head.
    case approvals(@Sendable (ApprovalFacts) -> [Difference])
    /// What was accepted, and what of the other rules' findings it covers.
    case acceptance(@Sendable (AcceptanceFacts) -> [Difference])
    /// That something accepted covers none of the other rules' findings.
    case idleAcceptance(@Sendable (AcceptanceFacts) -> [Difference])
  }

  /// A finding before the policy has given it its severity.
  struct Difference {
    var ticket: TicketKey?
    var commits: [ObjectID] = []
    /// See ``Finding/about``.
    var about: String?
    var message: String
    var help: Advice?
    /// Whether it weighs no more than a warning, unless the policy says what the rule weighs.
    var isMild = false
    /// The same with a note.
    var isNote = false
  }

  init(
    _ id: RuleID, _ severity: Severity, judgesPush: Bool = false, finds: String, advice: Advice, find: Finder
  ) {
    self.id = id
    self.severity = severity
    self.judgesPush = judgesPush
    self.finds = finds
    self.advice = advice
    self.find = find
  }

  /// Whether a policy says what the rule weighs at a stage.
  func isSet(at stage: Stage, in policy: Policy) -> Bool {
    policy.stages[stage]?[id] != nil || policy.severities[id] != nil
  }

  /// The severity that a policy gives the rule at a stage.
  package func severity(at stage: Stage, in policy: Policy) -> Severity {
    if let severity = policy.stages[stage]?[id] { return severity }
    let usual = policy.severities[id] ?? severity
    switch stage {
    case .merge: return usual
    // What is not there yet informs: the branch is still filling up.
    case .push: return judgesPush || usual > .error ? usual : .note
    }
  }
}
