import ReleaseScope

/// Puts a report together from what a check found.
struct ReportAssembly {
  let input: RuleInput
  let subject: CheckSubject
  let stage: Stage
  let exempt: [ExemptCommit]
  let judgement: Judgement
  let unseen: [Incompleteness]
  let remarks: [String]

  /// - Parameter commit: Finds a commit that the report names; `nil` if it is not here.
  func report(range: RangeSummary, commit: (ObjectID) throws -> Commit?) rethrows -> ScopeReport {
    let tickets = ticketReports()
    var report = ScopeReport(
      verdict: Verdict(judgement.findings, unseen: unseen), version: subject.version, stage: stage, range: range,
      manifest: subject.manifestSummary,
      policy: subject.policySummary, counts: Counts(tickets, judgement.findings, untracked: input.untracked.count),
      tickets: tickets, untracked: input.untracked,
      exempt: exempt, reverts: input.scope.reverts, alreadyOnBase: input.scope.alreadyOnBase,
      otherKeys: input.scope.otherKeys, findings: judgement.findings, incomplete: unseen, remarks: remarks)
    report.links = subject.policy.links
    report.baseline = subject.baselineSummary
    report.repository = subject.policy.repository
    report.commits = try named(in: report).sorted().compactMap { id in
      try commit(id).map {
        CommitSummary(id: id, subject: $0.subject, author: $0.author.name, date: $0.author.time)
      }
    }
    return report
  }

  private func ticketReports() -> [TicketReport] {
    let release = input.manifest?.releaseTicket
    let planned = Set(input.manifest?.tickets.map(\.key) ?? []).subtracting([release].compactMap(\.self))
    let all = (input.manifest?.tickets ?? []) + (input.manifest?.others ?? [])
    let details = Dictionary(all.map { ($0.key, $0) }) { first, _ in first }
    return planned.union(input.scope.tickets.keys).sorted().map { key in
      let known = details[key]
      let found = input.scope.tickets[key]
      return TicketReport(
        key: key, isPlanned: planned.contains(key) || key == release, state: found?.state ?? .absent,
        summary: known?.summary,
        status: known?.status, assignee: known?.assignee.text, evidence: found?.evidence ?? [],
        mentions: found?.mentions ?? [], repositories: known?.repositories ?? [])
    }
  }

  private func named(in report: ScopeReport) -> Set<ObjectID> {
    var ids = Set(report.untracked + report.exempt.map(\.commit))
    for ticket in report.tickets {
      ids.formUnion(ticket.evidence.map(\.commit) + ticket.evidence.compactMap(\.via) + ticket.mentions)
    }
    for revert in report.reverts { ids.formUnion([revert.commit] + revert.undoes + revert.outside) }
    for match in report.alreadyOnBase { ids.formUnion([match.commit, match.counterpart]) }
    for finding in report.findings { ids.formUnion(finding.commits) }
    ids.formUnion(report.otherKeys.flatMap(\.commits))
    if let merge = report.range.merge { ids.insert(merge) }
    return ids
  }
}
