/// One difference between what the range has and what it should have.
package struct Finding: Equatable, Sendable {
  package var rule: RuleID
  package var severity: Severity
  package var ticket: TicketKey?
  /// In the order of the range, newest first.
  package var commits: [ObjectID]
  /// What else it is about, by which findings of a rule about neither ticket nor commit are told apart, such as a
  /// submodule and where it points; no sentence. `nil` where the rule finds one such thing at most.
  package var about: String?
  /// What is wrong, one sentence, lower case, without a full stop.
  package var message: String
  package var help: Advice
  /// The waiver that covers the finding: it is reported and does not fail.
  package var waiver: Waiver?
  /// The reason in the baseline that covers the finding: it is reported and does not fail.
  package var baselineReason: String?

  package init(
    rule: RuleID, severity: Severity, ticket: TicketKey? = nil, commits: [ObjectID] = [],
    about: String? = nil, message: String, help: Advice, waiver: Waiver? = nil, baselineReason: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.ticket = ticket
    self.commits = commits
    self.about = about
    self.message = message
    self.help = help
    self.waiver = waiver
    self.baselineReason = baselineReason
  }

  /// Whether nobody has accepted the finding.
  package var isOpen: Bool { waiver == nil && baselineReason == nil }
}

extension Finding {
  static func areInReadingOrder(_ left: Finding, _ right: Finding) -> Bool {
    if left.severity != right.severity { return left.severity < right.severity }
    if left.rule != right.rule { return left.rule < right.rule }
    if left.ticket != right.ticket {
      guard let leftTicket = left.ticket else { return true }
      guard let rightTicket = right.ticket else { return false }
      return leftTicket < rightTicket
    }
    if left.commits != right.commits { return left.commits.lexicographicallyPrecedes(right.commits) }
    return left.message < right.message
  }
}
