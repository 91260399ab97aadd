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
    let quiet = report.tickets.filter { !blamed.contains($0.key) }
    let noted = Set(report.findings.filter { $0.rule == .alreadyOnBase }.compactMap(\.ticket))
    right = quiet.filter { $0.isPlanned && $0.state == .delivered }
    onBase = quiet.filter { $0.state == .alreadyOnBase && !noted.contains($0.key) }
    let others = quiet.filter { !($0.isPlanned && $0.state == .delivered) && $0.state != .alreadyOnBase }
    rest = TicketGroup.allCases.compactMap { group in
      let tickets = others.filter { TicketGroup($0) == group }
      let label = group == .delivered && report.manifest == nil ? "in range" : group.quietWord
      return tickets.isEmpty ? nil : (label, tickets)
    }
  }
}
