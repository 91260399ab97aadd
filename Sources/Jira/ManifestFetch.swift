package import HTTP
import ReleaseScope

/// Asks a Jira for everything that a manifest holds.
package struct ManifestFetch<Carrier: Transport> {
  private let question: ManifestQuestion
  private let progress: (FetchProgress) -> Void
  private let client: JiraClient<Carrier>
  private var gaps: [String] = []
  private var remarks: [String] = []

  /// - Parameter progress: Is told after each answer that brings tickets.
  /// - Returns: The manifest, its tickets in the order of their keys.
  /// - Throws: ``JiraError``: then nothing is known.
  package static func run(
    _ question: ManifestQuestion, over carrier: Carrier, at address: JiraAddress,
    progress: @escaping (FetchProgress) -> Void = { _ in }
  ) async throws(JiraError) -> FetchedManifest {
    let client = try await JiraClient(carrier, at: address)
    var fetch = ManifestFetch(question: question, client: client, progress: progress)
    return try await fetch.answer()
  }

  private init(
    question: ManifestQuestion, client: JiraClient<Carrier>, progress: @escaping (FetchProgress) -> Void
  ) {
    self.question = question
    self.client = client
    self.progress = progress
  }

  private mutating func answer() async throws(JiraError) -> FetchedManifest {
    let names = FieldNames(triage: question.triageFields, known: try await client.fields())
    for name in names.unknown {
      remarks.append("Jira has no field '\(name)', which the policy's 'triage' asks for: it is not looked at")
    }
    let versions = try await versions()
    var tickets = FetchedTickets()
    let query = JQL(ticketsOf: versions.name, in: versions.byProject.map(\.project))
    let planned = try await search(query, names)
    for issue in planned {
      tickets.add(try await ticket(issue, names, of: planned.count), to: issue.group(versions, unknown: .planned))
    }
    let distinct = tickets.planned.count + tickets.others.count
    if distinct < planned.count { gaps.append("Jira gave \(planned.count) tickets with only \(distinct) keys") }
    try await compareCounts(versions, found: planned)

    var releaseTicket: TicketKey?
    if let issue = try await releaseIssue(names) {
      let ticket = try await ticket(issue, names)
      releaseTicket = ticket.key
      tickets.remove(ticket.key)
      tickets.add(ticket, to: .others)
    }
    var unknown: [TicketKey] = []
    let wanted = question.keys.filter { !tickets.has($0) }
    let found = try await client.issues(wanted, fields: names.ids) { progress(.others($0, of: $1 ?? $0)) }
    for issue in found.issues {
      let ticket = try await ticket(issue, names, withHistory: false)
      // The issue itself knows its version before the index of the search does.
      if !tickets.has(ticket.key) { tickets.add(ticket, to: issue.group(versions, unknown: .others)) }
    }
    for (former, present) in found.moved { tickets.add(former: former, of: present) }
    unknown = found.unknown.sorted()

    let source = Manifest.Source(
      kind: "jira", url: client.address.description, query: query.text, fetchedAt: question.now)
    var manifest = Manifest(
      version: versions.merged, projects: question.projects, releaseTicket: releaseTicket, source: source,
      isComplete: gaps.isEmpty, tickets: tickets.planned, others: tickets.others)
    manifest.unknown = unknown
    return FetchedManifest(manifest: manifest, gaps: gaps, remarks: remarks)
  }

  private mutating func versions() async throws(JiraError) -> VersionsByProject {
    var byProject: [(project: ProjectKey, versions: [VersionReply])] = []
    for project in question.projects { byProject.append((project, try await client.versions(of: project))) }
    let versions = try VersionsByProject(named: question.version, in: byProject)
    for project in versions.without {
      remarks.append("project '\(project)' has no version '\(question.version)', so none of its tickets is planned")
    }
    return versions
  }

  private mutating func search(_ query: JQL, _ names: FieldNames) async throws(JiraError) -> [IssueReply] {
    let result = try await client.search(query, fields: names.ids, withChangelog: true) {
      progress(.tickets($0, of: $1))
    }
    gaps += result.gaps
    return result.issues
  }

  private var historiesRead: Int = 0

  private mutating func ticket(
    _ issue: IssueReply, _ names: FieldNames, of total: Int = 1, withHistory: Bool = true
  ) async throws(JiraError) -> Ticket {
    var history: IssueHistory?
    if withHistory {
      history = try await client.history(of: issue)
      historiesRead += 1
      if issue.changelog?.isWhole != true { progress(.histories(historiesRead, of: max(total, historiesRead))) }
    }
    do {
      return try issue.ticket(names, history: history)
    } catch {
      throw .broken(path: "search", error.message)
    }
  }

  /// Jira counts the tickets of a version without regard to who asks.
  private mutating func compareCounts(
    _ versions: VersionsByProject, found issues: [IssueReply]
  ) async throws(JiraError) {
    for (project, version) in versions.byProject {
      let seen = issues.count { issue in issue.fixVersions?.contains { $0.id == version.id } ?? false }
      guard let count = try await client.ticketCount(of: version), count > seen else { continue }
      gaps.append(
        "version '\(version.name)' of '\(project)' has \(count) tickets, of which the token may see \(seen)")
    }
  }

  private mutating func releaseIssue(_ names: FieldNames) async throws(JiraError) -> IssueReply? {
    guard let template = question.releaseTicket else { return nil }
    let query = template.query(version: question.version, projects: question.projects)
    let found = try await client.search(query, fields: names.ids, withChangelog: true).issues
    guard let first = found.first else {
      remarks.append("no ticket answers the policy's query for the release ticket: \(query)")
      return nil
    }
    if found.count > 1 {
      remarks.append(
        "\(found.count) tickets answer the policy's query for the release ticket: '\(first.key)' is taken")
    }
    return first
  }
}
