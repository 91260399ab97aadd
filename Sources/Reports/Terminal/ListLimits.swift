/// How much a list shows in full before it turns into names only.
package struct ListLimits: Equatable, Sendable {
  /// For somebody who has five minutes.
  package static let brief = ListLimits(findings: 10, commitsOfTicket: 3, commitsOfRelease: 10, ids: 12, tickets: 25)
  package static let none = ListLimits(
    findings: .max, commitsOfTicket: .max, commitsOfRelease: .max, ids: .max, tickets: .max)

  /// Findings of one rule.
  let findings: Int
  /// Commits of a finding about a ticket, and of one about the release.
  let commitsOfTicket: Int
  let commitsOfRelease: Int
  /// Further commits of one finding, by id; then their number.
  let ids: Int
  /// Tickets that are right, each on a line with its summary.
  let tickets: Int
}
