package import HTTP
package import ReleaseProcess
import ReleaseScope

/// Asks a Jira what it knows of the steps of a release: who found each ticket ready and when, when it came into the
/// version or left it, which tickets are closed, and whether the version is.
package struct EvidenceFetch<Carrier: Transport> {
  private let question: ManifestQuestion
  private let progress: (FetchProgress) -> Void
  private let client: JiraClient<Carrier>
  private var gaps: [String] = []

  /// - Parameters:
  ///   - question: Its `keys` are the tickets that were planned: of those that the version lacks, it is asked when they
  ///     left it.
  ///   - progress: Is told after each answer that brings tickets.
  /// - Returns: The evidence, its tickets in the order of their keys; and why it may not be all, worded for people.
  /// - Throws: ``JiraError``: then nothing is known.
  package static func run(
    _ question: ManifestQuestion, over carrier: Carrier, at address: JiraAddress,
    progress: @escaping (FetchProgress) -> Void = { _ in }
  ) async throws(JiraError) -> (evidence: ProcessEvidence, gaps: [String]) {
    let client = try await JiraClient(carrier, at: address)
    var fetch = EvidenceFetch(question: question, client: client, progress: progress)
    let evidence = try await fetch.answer()
    return (evidence, fetch.gaps)
  }

  private init(
    question: ManifestQuestion, client: JiraClient<Carrier>, progress: @escaping (FetchProgress) -> Void
  ) {
    self.question = question
    self.client = client
    self.progress = progress
  }

  private static var fields: [String] { ["status", "assignee", "fixVersions"] }

  private mutating func answer() async throws(JiraError) -> ProcessEvidence {
    var evidence = ProcessEvidence(version: question.version, fetchedAt: question.now)
    var found: [(project: ProjectKey, version: VersionReply)] = []
    for project in question.projects {
      let versions = try await client.versions(of: project)
      if let version = versions.first(where: { $0.name == question.version.text }) { found.append((project, version)) }
    }
    evidence.versions = []
    for (project, version) in found { evidence.versions?.append(try await self.version(version, of: project)) }
    guard !found.isEmpty else {
      evidence.tickets = []
      return evidence
    }
    let query = JQL(ticketsOf: question.version.text, in: found.map(\.project))
    let result = try await client.search(query, fields: Self.fields, withChangelog: true) {
      progress(.tickets($0, of: $1))
    }
    gaps += result.gaps
    var tickets: [TicketEvidence] = []
    for issue in result.issues {
      tickets.append(try await ticket(issue, versions: found.map(\.version)))
      progress(.histories(tickets.count, of: result.issues.count))
    }
    if let issue = try await releaseIssue() {
      let release = try await ticket(issue, versions: found.map(\.version))
      evidence.releaseTicket = release
      tickets.removeAll { $0.key == release.key }
    }
    let known = Set(tickets.map(\.key) + [evidence.releaseTicket?.key].compactMap(\.self))
    let others = try await client.issues(
      question.keys.filter { !known.contains($0) }, fields: Self.fields, withChangelog: true)
    for issue in others.issues { tickets.append(try await ticket(issue, versions: found.map(\.version))) }
    evidence.tickets = tickets.sorted { $0.key < $1.key }
    return evidence
  }

  private func version(_ version: VersionReply, of project: ProjectKey) async throws(JiraError) -> VersionEvidence {
    VersionEvidence(
      project: project, isReleased: version.released == true, isArchived: version.archived == true,
      startDate: version.startDate, releaseDate: version.releaseDate,
      unresolved: try await client.unresolvedCount(of: version),
      url: "\(client.address)/projects/\(project)/versions/\(version.id)")
  }

  private mutating func releaseIssue() async throws(JiraError) -> IssueReply? {
    guard let template = question.releaseTicket else { return nil }
    let query = template.query(version: question.version, projects: question.projects)
    let found = try await client.search(query, fields: Self.fields, withChangelog: true).issues
    if found.count > 1 {
      gaps.append("\(found.count) tickets answer the policy's query for the release ticket: '\(found[0].key)' is taken")
    }
    return found.first
  }

  private mutating func ticket(
    _ issue: IssueReply, versions: [VersionReply]
  ) async throws(JiraError) -> TicketEvidence {
    let key: TicketKey
    do {
      key = try TicketKey(parsing: issue.key)
    } catch {
      throw .broken(path: "search", error.message)
    }
    var ticket = TicketEvidence(
      key: key, status: issue.fields["status"]?.label,
      statusCategory: issue.fields["status"]?["statusCategory"]?["key"]?.plainText,
      assignee: issue.fields["assignee"]?.asField ?? .absent)
    guard let changes = try await client.changes(of: issue) else {
      gaps.append("Jira does not show the whole history of \(key), so nothing tells who found it ready")
      return ticket
    }
    let history = TicketHistory(changes, versions: Set(versions.map(\.id)))
    ticket.statuses = history.statuses
    ticket.entered = history.entered
    let isInVersion = issue.fixVersions?.contains { found in versions.contains { $0.id == found.id } } ?? false
    ticket.left = isInVersion ? nil : history.left
    return ticket
  }
}
