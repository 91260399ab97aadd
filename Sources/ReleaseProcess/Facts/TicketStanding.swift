import ReleaseScope

/// Where a planned ticket stands, by the newest source that tells.
struct TicketStanding {
  let key: TicketKey
  /// `nil` if nothing tells.
  let status: String?
  /// Whether its status is a ready one, or one that comes after.
  let isReady: Bool
  let isClosed: Bool
  /// When it came to its status; `nil` if nothing tells.
  let since: Instant?
  /// Who found it ready, and when; `nil` if only Jira's history could tell and was not read.
  let foundReady: TicketEvidence.Change?
  let assignee: Ticket.Field
  let source: StepEvidence.Source

  init(_ ticket: Ticket, _ evidence: TicketEvidence?, ready: (String) -> Bool) {
    key = ticket.key
    let isFetched = evidence?.status != nil
    status = evidence?.status ?? ticket.status
    let category = isFetched ? evidence?.statusCategory : ticket.statusCategory
    isClosed = category == "done"
    isReady = isClosed || status.map(ready) ?? false
    let change = evidence?.statuses?.last { $0.value == evidence?.status }
    since = isFetched ? change?.time : ticket.statusSince
    foundReady = evidence?.statuses?.last { ready($0.value) }
    let fetched = evidence?.assignee ?? .absent
    assignee = fetched == .absent ? ticket.assignee : fetched
    source = isFetched ? .jira : .manifest
  }
}

extension ProcessFacts {
  /// The planned tickets, in the manifest's order.
  var standings: [TicketStanding] {
    var fetched: [TicketKey: TicketEvidence] = [:]
    for ticket in evidence?.tickets ?? [] { fetched[ticket.key] = ticket }
    return tickets.map { ticket in
      TicketStanding(ticket, fetched[ticket.key]) { status in
        policy.readyStatuses.contains { $0.caseInsensitivelyEquals(status) }
      }
    }
  }

  /// When Jira was asked for what the standings tell; `nil` for a manifest that does not say.
  var askedAt: Instant? { evidence?.tickets == nil ? manifest?.source?.fetchedAt : evidence?.fetchedAt }
}

extension [TicketStanding] {
  /// The names, or `any of 90 tickets` where it is so of all of many.
  func names(of count: Int) -> String {
    self.count == count && count > 6 ? "any of \(quantity(count, "ticket"))" : names
  }
}

extension Sequence<TicketStanding> {
  /// `SHOP-1, SHOP-2 and 3 more`.
  var names: String { map(\.key).names }

  /// Those who have them, and "QA" for tickets without an assignee.
  var assignees: [String] {
    var names: [String] = []
    for ticket in self {
      let name = ticket.assignee.text ?? "QA"
      if !names.contains(name) { names.append(name) }
    }
    return names
  }
}

extension Sequence<TicketKey> {
  /// The first five, and how many more.
  var names: String {
    let keys = map(\.description)
    guard keys.count > 6 else { return enumeration(keys) }
    return keys.prefix(5).joined(separator: ", ") + " and \(keys.count - 5) more"
  }
}
