import ReleaseScope

/// The tickets of a manifest while they come in, each key once.
struct FetchedTickets {
  enum Group {
    case planned
    case others
  }

  private var groups: [TicketKey: Group] = [:]
  private var tickets: [TicketKey: Ticket] = [:]

  mutating func add(_ ticket: Ticket, to group: Group) {
    tickets[ticket.key] = ticket
    groups[ticket.key] = group
  }

  mutating func remove(_ key: TicketKey) {
    tickets[key] = nil
    groups[key] = nil
  }

  mutating func add(former: TicketKey, of key: TicketKey) {
    guard tickets[key]?.formerKeys.contains(former) == false else { return }
    tickets[key]?.formerKeys.append(former)
  }

  /// Whether a ticket has the key, or had it once.
  func has(_ key: TicketKey) -> Bool {
    tickets[key] != nil || tickets.values.contains { $0.formerKeys.contains(key) }
  }

  var planned: [Ticket] { sorted(.planned) }
  var others: [Ticket] { sorted(.others) }

  /// By key. A former key that another ticket has now, or had as well, says nothing: the present owner counts.
  private func sorted(_ group: Group) -> [Ticket] {
    var owners: [TicketKey: TicketKey] = [:]
    for ticket in tickets.values.sorted(by: { $0.key < $1.key }) {
      for key in ticket.formerKeys where tickets[key] == nil && owners[key] == nil { owners[key] = ticket.key }
    }
    return tickets.values.filter { groups[$0.key] == group }.sorted { $0.key < $1.key }.map { ticket in
      var ticket = ticket
      ticket.formerKeys = ticket.formerKeys.filter { owners[$0] == ticket.key }.sorted()
      return ticket
    }
  }
}

extension IssueReply {
  /// Whether the issue has one of the versions, by its own field: what an index says of it may be late.
  ///
  /// - Parameter unknown: The group where Jira does not show the field.
  func group(_ versions: VersionsByProject, unknown: FetchedTickets.Group) -> FetchedTickets.Group {
    guard let own = fixVersions else { return unknown }
    let ids = Set(versions.byProject.map(\.version.id))
    return own.contains { ids.contains($0.id) } ? .planned : .others
  }
}
