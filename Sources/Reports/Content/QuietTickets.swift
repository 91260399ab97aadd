import ReleaseScope

/// The tickets of a report that no error and no warning is about.
struct QuietTickets {
  /// Planned, and delivered.
  let right: [TicketReport]
  /// All work is on the base already.
  let onBase: [TicketReport]
  /// The rest, such as tickets that are only mentioned, or whose rule is off.
  let rest: [(label: String, tickets: [TicketReport])]

  init(_ report: ScopeReport) {
    let blamed = Set(
      report.findings.filter { $0.severity < .note || !$0.isOpen }.compactMap(\.ticket))
    let noted = Set(report.findings.filter { $0.rule == .alreadyOnBase }.compactMap(\.ticket))
    var (right, onBase, others) = ([TicketReport](), [TicketReport](), [TicketGroup: [TicketReport]]())
    for ticket in report.tickets where !blamed.contains(ticket.key) {
      if ticket.isPlanned, ticket.state == .delivered {
        right.append(ticket)
      } else if ticket.state != .alreadyOnBase {
        others[TicketGroup(ticket), default: []].append(ticket)
      } else if !noted.contains(ticket.key) {
        onBase.append(ticket)
      }
    }
    (self.right, self.onBase) = (right, onBase)
    rest = TicketGroup.allCases.compactMap { group in
      let label = group == .delivered && report.manifest == nil ? "in range" : group.quietWord
      return others[group].map { (label, $0) }
    }
  }
}
