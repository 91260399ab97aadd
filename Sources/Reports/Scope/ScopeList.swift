import ReleaseScope

/// The net tickets of a range, whatever anybody planned.
struct ScopeList {
  /// Their work is in effect, all of it or a part.
  let tickets: [TicketReport]
  /// Their work is all undone in the range, or the range takes older work out.
  let undone: [TicketReport]
  let onBase: [TicketReport]
  let mentioned: [TicketReport]

  init(_ report: ScopeReport) {
    func those(_ states: TicketState...) -> [TicketReport] { report.tickets.filter { states.contains($0.state) } }
    tickets = those(.delivered, .partlyReverted)
    undone = those(.reverted, .removed)
    onBase = those(.alreadyOnBase)
    mentioned = those(.mentioned)
  }

  /// What finds the tickets in Jira; `nil` where there is none.
  var jql: String? {
    tickets.isEmpty ? nil : "key in (\(tickets.map(\.key.description).joined(separator: ", "))) ORDER BY key"
  }
}
