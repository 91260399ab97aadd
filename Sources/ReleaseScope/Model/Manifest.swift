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

/// A Jira issue, as far as the manifest tells.
package struct Ticket: Equatable, Sendable {
  package var key: TicketKey
  package var summary: String?
  package var type: String?
  package var status: String?
  /// Jira's category key: `new`, `indeterminate`, `done` or `undefined`.
  package var statusCategory: String?
  package var statusSince: Instant?
  package var assignee: Field
  package var priority: Field
  /// `nil` if the file does not say, which is not the same as none.
  package var fixVersions: [String]?
  package var parent: TicketKey?
  /// Keys that the ticket had before it was moved; a commit may still name them.
  package var formerKeys: [TicketKey]
  /// The repositories that the ticket is for; empty for all.
  package var repositories: [String]
  /// Every other field of the file, by name, for the triage rule.
  package var fields: [String: Field]

  /// A field that may be absent from the file (nobody asked for it), or present and empty.
  package enum Field: Equatable, Sendable {
    case absent
    case empty
    case value(String)

    package var text: String? {
      if case .value(let text) = self { text } else { nil }
    }
  }

  package init(
    key: TicketKey, summary: String? = nil, type: String? = nil, status: String? = nil,
    statusCategory: String? = nil, statusSince: Instant? = nil, assignee: Field = .absent,
    priority: Field = .absent, fixVersions: [String]? = nil, parent: TicketKey? = nil,
    formerKeys: [TicketKey] = [], repositories: [String] = [], fields: [String: Field] = [:]
  ) {
    self.key = key
    self.summary = summary
    self.type = type
    self.status = status
    self.statusCategory = statusCategory
    self.statusSince = statusSince
    self.assignee = assignee
    self.priority = priority
    self.fixVersions = fixVersions
    self.parent = parent
    self.formerKeys = formerKeys
    self.repositories = repositories
    self.fields = fields
  }
}

extension Ticket {
  /// A field by its name, whatever the case: one of the ticket's own, or any other of the file.
  package func field(_ name: String) -> Field {
    if name.caseInsensitivelyEquals("priority") { return priority }
    if name.caseInsensitivelyEquals("assignee") { return assignee }
    return fields.first { $0.key.caseInsensitivelyEquals(name) }?.value ?? .absent
  }
}
