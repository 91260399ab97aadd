import ReleaseScope

/// Puts a report together from what a check found.
struct ReportAssembly {
  let facts: RuleFacts
  let subject: CheckSubject
  let stage: Stage
  let exempt: [ExemptCommit]
  let judgement: Judgement
  let unseen: [Incompleteness]
  let remarks: [String]

  /// - Parameters:
  ///   - commits: The commits of the range.
  ///   - baseOnly: Those that only the base has.
  ///   - commit: Finds another commit that the report names; `nil` if it is not here.
  func report(
    range: RangeSummary, commits: CommitList, baseOnly: CommitList, commit: (ObjectID) throws -> Commit?
  ) rethrows -> ScopeReport {
    let tickets = ticketReports()
    var report = ScopeReport(
      verdict: Verdict(judgement.findings, unseen: unseen), version: subject.version, stage: stage, range: range,
      manifest: subject.manifestSummary,
      policy: subject.policySummary,
      counts: Counts(tickets, judgement.findings, untracked: facts.range.untracked.count),
      tickets: tickets, untracked: facts.range.untracked,
      exempt: exempt, reverts: facts.range.scope.reverts, alreadyOnBase: facts.range.scope.alreadyOnBase,
      otherKeys: facts.range.scope.otherKeys, findings: judgement.findings, incomplete: unseen, remarks: remarks)
    report.links = subject.policy.links
    report.dates = facts.documents.manifest.flatMap {
      VersionDates(start: $0.version.startDate, release: $0.version.releaseDate)
    }
    report.baseline = subject.baselineSummary
    report.repository = subject.policy.repository
    var summaries = CommitSummaries(of: commits)
    var others: Set<ObjectID> = []
    for ticket in report.tickets { others.formUnion(summaries.add(ticket.evidence)) }
    namedBesideEvidence(in: report) { if !summaries.add($0) { others.insert($0) } }
    for id in others.sorted() {
      if let other = baseOnly[id] {
        summaries.add(
          CommitSummary(id: id, subject: other.subject, author: other.author.name, date: other.author.time))
        continue
      }
      guard let other = try commit(id) else { continue }
      summaries.add(
        CommitSummary(id: id, subject: other.subject, author: other.author.name, date: other.author.time))
    }
    report.commits = summaries
    return report
  }

  private func ticketReports() -> [TicketReport] {
    let release = facts.documents.manifest?.releaseTicket
    let (tickets, others) = (facts.documents.manifest?.tickets ?? [], facts.documents.manifest?.others ?? [])
    // Places and no tickets: a manifest may be long, and to copy a ticket costs more than to report it.
    var places: [TicketKey: Int] = [:]
    places.reserveCapacity(tickets.count + others.count)
    for place in tickets.indices where places[tickets[place].key] == nil { places[tickets[place].key] = place }
    for place in others.indices where places[others[place].key] == nil {
      places[others[place].key] = tickets.count + place
    }
    func isPlanned(_ key: TicketKey) -> Bool { key != release && (places[key] ?? .max) < tickets.count }
    var keys = tickets.map(\.key).filter { $0 != release }
    keys += facts.range.scope.tickets.values.lazy.filter { $0.state != .absent }.map(\.key).filter { !isPlanned($0) }
    keys.sort()
    return keys.map { key in
      let found = facts.range.scope.tickets[key]
      var report = TicketReport(
        key: key, isPlanned: isPlanned(key) || key == release, state: found?.state ?? .absent,
        evidence: found?.evidence ?? [], mentions: found?.mentions ?? [])
      if let place = places[key] {
        if place < tickets.count {
          report.describe(tickets.span[place])
        } else {
          report.describe(others.span[place - tickets.count])
        }
      }
      return report
    }
  }

  /// Calls `body` with each other commit that the report names, some of them more than once.
  private func namedBesideEvidence(in report: ScopeReport, _ body: (ObjectID) -> Void) {
    report.untracked.forEach(body)
    for exempt in report.exempt { body(exempt.commit) }
    for ticket in report.tickets { ticket.mentions.forEach(body) }
    for revert in report.reverts { ([revert.commit] + revert.undoes + revert.outside).forEach(body) }
    for match in report.alreadyOnBase { [match.commit, match.counterpart].forEach(body) }
    for finding in report.findings { finding.commits.forEach(body) }
    for other in report.otherKeys { other.commits.forEach(body) }
    if let merge = report.range.merge { body(merge) }
  }
}

extension TicketReport {
  /// Adds what the manifest knows.
  fileprivate mutating func describe(_ ticket: Ticket) {
    summary = ticket.summary
    status = ticket.status
    assignee = ticket.assignee.text
    repositories = ticket.repositories
  }
}
