/// A release version with its tickets: what the release is meant to bring.
package struct Manifest: Equatable, Sendable {
  package var version: Version
  /// The projects that the version spans; empty if the file does not say.
  package var projects: [ProjectKey]
  /// `nil` if the file does not name one.
  package var releaseTicket: TicketKey?
  /// The version whose faults it mends, as after a hot fix; `nil` if it is a release of its own.
  package var follows: VersionName?
  package var source: Source?
  /// Whether the file says that it holds every ticket of the version. A file that says nothing is taken at its word.
  package var isComplete: Bool
  /// In the order of the file; no key twice.
  package var tickets: [Ticket]
  /// Tickets that are known and are not of this version (a wider export, or asked for by key).
  package var others: [Ticket]
  /// Keys that were asked for and that Jira does not know, or does not show to whoever asked.
  package var unknown: [TicketKey]

  package struct Version: Equatable, Sendable {
    package var name: VersionName
    package var isReleased: Bool?
    package var isArchived: Bool?
    package var startDate: String?
    package var releaseDate: String?
    package var description: String?

    package init(
      name: VersionName, isReleased: Bool? = nil, isArchived: Bool? = nil, startDate: String? = nil,
      releaseDate: String? = nil, description: String? = nil
    ) {
      self.name = name
      self.isReleased = isReleased
      self.isArchived = isArchived
      self.startDate = startDate
      self.releaseDate = releaseDate
      self.description = description
    }
  }

  package struct Source: Equatable, Sendable {
    package var kind: String?
    package var url: String?
    package var query: String?
    package var fetchedAt: Instant?

    package init(kind: String? = nil, url: String? = nil, query: String? = nil, fetchedAt: Instant? = nil) {
      self.kind = kind
      self.url = url
      self.query = query
      self.fetchedAt = fetchedAt
    }
  }

  package init(
    version: Version, projects: [ProjectKey] = [], releaseTicket: TicketKey? = nil, source: Source? = nil,
    isComplete: Bool = true, tickets: [Ticket], others: [Ticket] = [], unknown: [TicketKey] = []
  ) {
    self.version = version
    self.projects = projects
    self.releaseTicket = releaseTicket
    self.source = source
    self.isComplete = isComplete
    self.tickets = tickets
    self.others = others
    self.unknown = unknown
  }

  /// Calls `body` with each ticket, those that are not of this version last, without a copy of any.
  package func forEachTicket(_ body: (Ticket) -> Void) {
    let (planned, known) = (tickets.span, others.span)
    for place in planned.indices { body(planned[place]) }
    for place in known.indices { body(known[place]) }
  }
}
