/// The tickets of several reports, each once, by key.
struct MergedTickets {
  let all: [TicketReport]

  init(_ reports: [ScopeReport]) {
    all = Dictionary(grouping: reports.flatMap(\.tickets), by: \.key).map { Self.merged($0, $1) }
      .sorted { $0.key < $1.key }
  }

  /// The tickets that some report has work of, in effect or on the base.
  var delivered: Set<TicketKey> {
    Set(
      all.filter { ticket in
        switch ticket.state {
        case .delivered, .partlyReverted, .alreadyOnBase: true
        case .reverted, .removed, .absent, .mentioned: false
        }
      }.map(\.key))
  }

  private static func merged(_ key: TicketKey, _ tickets: [TicketReport]) -> TicketReport {
    TicketReport(
      key: key, isPlanned: tickets.contains(where: \.isPlanned), state: state(Set(tickets.map(\.state))),
      summary: tickets.lazy.compactMap(\.summary).first, status: tickets.lazy.compactMap(\.status).first,
      assignee: tickets.lazy.compactMap(\.assignee).first, evidence: EvidenceList(tickets.flatMap(\.evidence)),
      mentions: tickets.flatMap(\.mentions).unique, repositories: tickets.flatMap(\.repositories).unique)
  }

  /// What is undone in one repository and delivered by another is delivered in part.
  private static func state(_ states: Set<TicketState>) -> TicketState {
    let work = states.subtracting([.absent, .mentioned])
    guard let first = work.first else { return states.contains(.mentioned) ? .mentioned : .absent }
    if work.count == 1 { return first }
    if work == [.delivered, .alreadyOnBase] { return .delivered }
    return work == [.reverted, .removed] ? .reverted : .partlyReverted
  }
}
