/// The tickets of a manifest that a repository should deliver, in the order of the manifest.
struct PlannedTickets {
  private let tickets: [Ticket]
  private let releaseTicket: TicketKey?
  private let repository: String?

  init(_ manifest: Manifest?, repository: String?) {
    tickets = manifest?.tickets ?? []
    releaseTicket = manifest?.releaseTicket
    self.repository = repository
  }

  var isEmpty: Bool { !tickets.contains(where: isPlanned) }

  /// What `transform` makes of the tickets. It gets each as it lies in the manifest: to copy one costs more than most
  /// rules.
  func compactMap<Value>(_ transform: (Ticket) -> Value?) -> [Value] {
    let tickets = tickets.span
    var values: [Value] = []
    for place in tickets.indices where isPlanned(tickets[place]) {
      if let value = transform(tickets[place]) { values.append(value) }
    }
    return values
  }

  private func isPlanned(_ ticket: Ticket) -> Bool {
    guard ticket.key != releaseTicket else { return false }
    guard let repository, !ticket.repositories.isEmpty else { return true }
    return ticket.repositories.contains(repository)
  }
}
