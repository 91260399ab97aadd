/// Runs the rules over the facts of one release, and gives what they find its weight.
struct RuleRun {
  private let facts: RuleFacts
  private let stage: Stage
  private let planned: PlannedScope

  init(_ facts: RuleFacts, stage: Stage) {
    self.facts = facts
    self.stage = stage
    planned = PlannedScope(facts.documents, facts.range)
  }

  /// What all rules find but those about acceptance, or these alone.
  func findings(about acceptance: AcceptanceFacts? = nil) -> [Finding] {
    Rule.all.flatMap { rule -> [Finding] in
      let severity = rule.severity(at: stage, in: facts.documents.policy)
      guard severity != .off else { return [] }
      let isSet = rule.isSet(at: stage, in: facts.documents.policy)
      return differences(rule, acceptance).map {
        let most: Severity = isSet ? .error : $0.isNote ? .note : $0.isMild ? .warning : .error
        let severity = max(severity, most)
        return Finding(
          rule: rule.id, severity: isProven($0, of: rule) ? severity : max(severity, .note), ticket: $0.ticket,
          commits: $0.commits, about: $0.about, message: $0.message, help: $0.help ?? rule.advice)
      }
    }
  }

  private func differences(_ rule: Rule, _ acceptance: AcceptanceFacts?) -> [Rule.Difference] {
    let (documents, range) = (facts.documents, facts.range)
    return switch rule.find {
    case .acceptance(let find), .idleAcceptance(let find): acceptance.map(find) ?? []
    case _ where acceptance != nil: []
    case .documents(let find): find(documents)
    case .presence(let find): find(PresenceFacts(documents: documents, range: range, planned: planned))
    case .absence(let find):
      find(AbsenceFacts(documents: documents, range: range, planned: planned, elsewhere: facts.elsewhere))
    case .approvals(let find): find(ApprovalFacts(facts))
    }
  }

  /// Whether a difference holds whatever the part of the history that is not here would show.
  private func isProven(_ difference: Rule.Difference, of rule: Rule) -> Bool {
    guard let certainAfter = facts.certainAfter else { return true }
    return switch rule.find {
    case .documents, .approvals, .acceptance: true
    case .presence:
      difference.commits.contains { facts.range.commits[$0].map { $0.committer.time > certainAfter } ?? false }
    case .absence, .idleAcceptance: false
    }
  }
}
