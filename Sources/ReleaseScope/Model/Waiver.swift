/// A finding that somebody has accepted, until a day.
package struct Waiver: Equatable, Sendable {
  package var rule: RuleID
  package var ticket: TicketKey?
  /// At least 7 hexadecimal digits of the commit's id, in lower case.
  package var commit: String?
  /// A glob that must cover every path that the finding's commits change.
  package var path: String?
  package var reason: String
  package var approver: String
  /// The last day (UTC) on which the waiver holds.
  package var expires: Day

  package init(
    rule: RuleID, ticket: TicketKey? = nil, commit: String? = nil, path: String? = nil, reason: String,
    approver: String, expires: Day
  ) {
    self.rule = rule
    self.ticket = ticket
    self.commit = commit
    self.path = path
    self.reason = reason
    self.approver = approver
    self.expires = expires
  }
}
