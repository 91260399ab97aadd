import ReleaseProcess
import ReleaseScope

/// A release of two tickets that went through all fourteen steps.
func finishedRelease() throws -> ProcessFacts {
  let version = try VersionName(parsing: "2.4.0")
  var policy = Policy()
  policy.qa = ["quinn@example.com"]
  policy.production = .tag(try VersionTemplate(parsing: "v{version}"))
  var facts = ProcessFacts(version: version, policy: policy)
  let tickets = try ["SHOP-1", "SHOP-2"].map { key in
    Ticket(
      key: try TicketKey(parsing: key), summary: "Cart", status: "Ready for Release",
      statusCategory: "indeterminate", statusSince: time("2026-11-20"), assignee: .value("dana"),
      fixVersions: ["2.4.0"])
  }
  let release = Ticket(key: try TicketKey(parsing: "SHOP-900"), assignee: .value("dana"))
  facts.manifest = Manifest(
    version: Manifest.Version(name: version, isReleased: false, releaseDate: "2026-11-25"),
    releaseTicket: release.key,
    source: Manifest.Source(kind: "jira", url: "https://jira.example.com", fetchedAt: time("2026-11-21")),
    tickets: tickets, others: [release])
  facts.report = ScopeReport(
    verdict: .pass, version: version, stage: .merge,
    range: RangeSummary(
      base: RangeEnd(name: "main", id: id(1)), release: RangeEnd(name: "release/2.4.0", id: id(2)), commits: 2,
      merges: 0),
    tickets: tickets.map { TicketReport(key: $0.key, isPlanned: true, state: .delivered) })
  facts.approvals = [
    ApprovalFact(role: "tech-lead", state: .holds, by: "lea@example.com", time: time("2026-11-22")),
    ApprovalFact(role: "release-developer", state: .holds, by: "dana@example.com", time: time("2026-11-22")),
  ]
  facts.branch = BranchFact(name: "release/2.4.0", head: id(2), ahead: 0)
  facts.merges = [
    MergeFact(
      commit: id(3), subject: "Merge pull request #7 from shop/release/2.4.0", committer: "Lea",
      time: time("2026-11-24"))
  ]
  facts.production = .reached(
    ProductionRef(
      name: "tag v2.4.0", commit: id(3), time: time("2026-11-25"), by: "Olga", isOnBase: true, hasMerge: true))
  facts.evidence = try evidence(of: tickets, version)
  return facts
}

private func evidence(of tickets: [Ticket], _ version: VersionName) throws -> ProcessEvidence {
  var evidence = ProcessEvidence(version: version, fetchedAt: time("2026-11-28"))
  evidence.versions = [
    VersionEvidence(
      project: try ProjectKey(parsing: "SHOP"), isReleased: true, isArchived: false, releaseDate: "2026-11-25",
      unresolved: 0)
  ]
  evidence.tickets = tickets.map { ticket in
    TicketEvidence(
      key: ticket.key, status: "Closed", statusCategory: "done", assignee: .value("dana"),
      statuses: [
        TicketEvidence.Change(
          value: "Ready for Release", time: time("2026-11-20"), by: "Quinn", address: "quinn@example.com"),
        TicketEvidence.Change(value: "Closed", time: time("2026-11-26"), by: "Quinn", address: "quinn@example.com"),
      ], entered: TicketEvidence.Change(value: "2.4.0", time: time("2026-11-10"), by: "Quinn"))
  }
  evidence.releaseTicket = TicketEvidence(key: try TicketKey(parsing: "SHOP-900"), assignee: .value("dana"))
  var request = PullRequestEvidence(number: 7, state: .merged, head: id(2))
  request.comment = PullRequestEvidence.Comment(head: CommitPrefix("\(id(2))"), time: time("2026-11-22"))
  evidence.pullRequest = request
  evidence.messages = [
    MessageEvidence(
      kind: .notes, time: time("2026-11-24", hour: 12), reference: "<notes@example.com>", tickets: tickets.map(\.key)),
    MessageEvidence(kind: .results, time: time("2026-11-27"), reference: "<results@example.com>"),
  ]
  return evidence
}

func time(_ day: String, hour: Int64 = 0) -> Instant {
  Instant(seconds: Int64(Day(parsing: day)?.number ?? 0) * 86_400 + hour * 3600)
}

/// An object id of which every digit is `digit`.
func id(_ digit: Int) -> ObjectID {
  guard let id = ObjectID(String(repeating: "\(digit)", count: 40)) else { preconditionFailure() }
  return id
}
