import ReleaseScope

/// What each ticket is about: its summary, or where nobody gave one, the subject of its first commit without the key.
struct TicketTitles {
  private let report: ScopeReport
  private let tickets: [TicketKey: TicketReport]

  init(_ report: ScopeReport) {
    self.report = report
    tickets = Dictionary(report.tickets.map { ($0.key, $0) }) { first, _ in first }
  }

  subscript(key: TicketKey) -> String? { tickets[key].flatMap { self[$0] } }

  subscript(ticket: TicketReport) -> String? {
    if let summary = ticket.knownSummary { return summary }
    let commit = ticket.shownEvidence.last.flatMap { report.summary(of: $0.commit) }
    return commit.map { Self.without(ticket.key, $0.subject) }
  }

  /// The subject without the key that opens it.
  private static func without(_ key: TicketKey, _ subject: String) -> String {
    let name = "\(key)"
    guard subject.utf8.starts(with: name.utf8) else { return subject }
    let marks = " :.-|]\u{2013}\u{2014}".unicodeScalars
    let rest = subject.unicodeScalars.dropFirst(name.utf8.count).drop { marks.contains($0) }
    return rest.isEmpty ? subject : String(rest)
  }
}
