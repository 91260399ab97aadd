/// How much a list shows in full before it turns into names only.
enum ListLimits {
  /// Findings of one rule.
  static let findings = 10
  /// Commits of a finding about a ticket, and of one about the release.
  static let commitsOfTicket = 3
  static let commitsOfRelease = 10
  /// Further commits of one finding, by id; then their number.
  static let ids = 12
  /// Tickets that are right, each on a line with its summary.
  static let tickets = 25
}
