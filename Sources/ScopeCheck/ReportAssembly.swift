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
      verdict: verdict, version: subject.version, stage: stage, range: range, manifest: subject.manifestSummary,
      policy: subject.policySummary, counts: counts(tickets), tickets: tickets, untracked: input.untracked,
      exempt: exempt, reverts: input.scope.reverts, alreadyOnBase: input.scope.alreadyOnBase,
      otherKeys: input.scope.otherKeys, findings: judgement.findings, incomplete: unseen, remarks: remarks)
    report.commits = try named(in: report).sorted().compactMap { id in
      try commit(id).map {
        CommitSummary(id: id, subject: $0.subject, author: $0.author.name, date: $0.author.time)
      }
    }
    return report
  }

  /// A proven mismatch is a mismatch, whatever else could not be seen.
  private var verdict: Verdict {
    if judgement.findings.contains(where: { $0.severity == .error && $0.waiver == nil }) { return .fail }
    return unseen.isEmpty ? .pass : .incomplete
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
        mentions: found?.mentions ?? [])
    }
  }

  private func counts(_ tickets: [TicketReport]) -> Counts {
    var counts = Counts()
    for ticket in tickets {
      switch ticket.state {
      case .delivered, .partlyReverted:
        if ticket.isPlanned { counts.delivered += 1 } else { counts.unplanned += 1 }
      case .absent, .mentioned: if ticket.isPlanned { counts.absent += 1 }
      case .reverted, .removed, .alreadyOnBase: break
      }
    }
    counts.untracked = input.untracked.count
    for finding in judgement.findings {
      switch (finding.severity, finding.waiver) {
      case (_, .some): counts.waived += 1
      case (.error, nil): counts.errors += 1
      case (.warning, nil): counts.warnings += 1
      case (.note, nil), (.off, nil): break
      }
    }
    return counts
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
