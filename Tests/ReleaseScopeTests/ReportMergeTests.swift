import ReleaseScope
import Testing

/// A version that spans repositories.
struct ReportMergeTests {
  private func id(_ digit: Character) throws -> ObjectID {
    try #require(ObjectID(String(repeating: digit, count: 40)))
  }

  private func key(_ text: String) throws -> TicketKey { try TicketKey(parsing: text) }

  /// The report of a repository; `states` has what it says of each ticket, the findings follow from that.
  private func report(
    _ states: [(String, TicketState)], planned: Set<String> = ["SHOP-1", "SHOP-2", "SHOP-3"], version: String = "2.4.0",
    digest: String? = "sha256:1", repository: String? = nil
  ) throws -> ScopeReport {
    var tickets: [TicketReport] = []
    var findings: [Finding] = []
    for (text, state) in states {
      let key = try key(text)
      let isPlanned = planned.contains(text)
      tickets.append(TicketReport(key: key, isPlanned: isPlanned, state: state))
      switch (isPlanned, state) {
      case (true, .absent), (true, .mentioned):
        findings.append(
          Finding(rule: .missingTicket, severity: .error, ticket: key, message: "\(text) is missing", help: "h"))
      case (true, .reverted):
        findings.append(
          Finding(rule: .revertedTicket, severity: .error, ticket: key, message: "\(text) is reverted", help: "h"))
      case (false, .delivered):
        findings.append(
          Finding(rule: .unplannedTicket, severity: .error, ticket: key, message: "\(text) is unplanned", help: "h"))
      default: break
      }
    }
    var report = ScopeReport(
      verdict: Verdict(findings, unseen: []), version: try VersionName(parsing: version), stage: .merge,
      range: RangeSummary(
        base: NamedCommit(name: "origin/main", id: try id("a")),
        release: NamedCommit(name: "release/2.4.0", id: try id("b")),
        commits: 3, merges: 1),
      manifest: digest.map { DocumentSummary(name: "m.json", from: "origin/main", digest: $0, tickets: planned.count) },
      tickets: tickets.sorted { $0.key < $1.key }, findings: findings)
    report.repository = repository
    return report
  }

  private func merge(_ reports: ScopeReport..., version: String? = nil) throws -> ScopeReport {
    let names = ["web", "api", "ios"]
    return try ReportMerge(
      zip(names, reports).map { ReportMerge.Part(name: $0, report: $1) },
      version: try version.map { try VersionName(parsing: $0) }
    ).report
  }

  private func rules(_ report: ScopeReport) -> [String] {
    report.findings.map { "\($0.rule.rawValue) \($0.ticket.map(\.description) ?? "")" }
  }

  @Test func `passes when each ticket is delivered by some repository`() throws {
    let merged = try merge(
      report([("SHOP-1", .delivered), ("SHOP-2", .absent), ("SHOP-3", .mentioned)]),
      report([("SHOP-1", .absent), ("SHOP-2", .delivered), ("SHOP-3", .absent)]),
      report([("SHOP-1", .absent), ("SHOP-2", .absent), ("SHOP-3", .partlyReverted)]))
    #expect(merged.verdict == .pass)
    #expect(merged.findings.isEmpty)
    #expect(merged.counts.delivered == 3 && merged.counts.absent == 0)
    #expect(merged.parts.map(\.name) == ["web", "api", "ios"])
    #expect(merged.parts.map(\.verdict) == [.fail, .fail, .fail])
    #expect(merged.range.commits == 9 && merged.range.merges == 3 && merged.range.base.id == nil)
  }

  @Test func `fails when no repository delivers a ticket, and says so once`() throws {
    let merged = try merge(
      report([("SHOP-1", .delivered), ("SHOP-2", .absent), ("SHOP-3", .absent)]),
      report([("SHOP-1", .absent), ("SHOP-2", .delivered), ("SHOP-3", .absent)]))
    #expect(merged.verdict == .fail)
    #expect(rules(merged) == ["missing-ticket SHOP-3"])
    #expect(merged.findings.map(\.message) == ["SHOP-3 is missing"])
  }

  @Test func `does not take what is reverted for delivered`() throws {
    let merged = try merge(
      report([("SHOP-1", .delivered), ("SHOP-2", .delivered), ("SHOP-3", .reverted)]),
      report([("SHOP-1", .delivered), ("SHOP-2", .delivered), ("SHOP-3", .absent)]))
    #expect(merged.verdict == .fail)
    #expect(rules(merged) == ["missing-ticket SHOP-3", "reverted-ticket SHOP-3"])
    #expect(merged.findings.map(\.message) == ["SHOP-3 is missing (api)", "SHOP-3 is reverted (web)"])
  }

  @Test func `fails for what one repository brings too much`() throws {
    let merged = try merge(
      report([("SHOP-1", .delivered), ("SHOP-2", .delivered), ("SHOP-3", .delivered)]),
      report([("SHOP-9", .delivered), ("SHOP-1", .absent), ("SHOP-2", .absent), ("SHOP-3", .absent)]))
    #expect(merged.verdict == .fail)
    #expect(merged.findings.map(\.message) == ["SHOP-9 is unplanned (api)"])
    #expect(merged.counts.unplanned == 1)
  }

  @Test(arguments: [
    ([TicketState.delivered, .reverted], TicketState.partlyReverted), ([.delivered, .alreadyOnBase], .delivered),
    ([.alreadyOnBase, .absent], .alreadyOnBase), ([.reverted, .removed], .reverted), ([.reverted, .absent], .reverted),
    ([.mentioned, .absent], .mentioned), ([.absent, .absent], .absent),
    ([.partlyReverted, .delivered], .partlyReverted),
    ([.removed, .delivered], .partlyReverted), ([.alreadyOnBase, .reverted], .partlyReverted),
  ])
  func `puts the states of a ticket together`(states: [TicketState], expected: TicketState) throws {
    let first = try merge(report([("SHOP-1", states[0])]), report([("SHOP-1", states[1])]))
    let second = try merge(report([("SHOP-1", states[1])]), report([("SHOP-1", states[0])]))
    #expect(first.tickets.map(\.state) == [expected])
    #expect(second.tickets.map(\.state) == [expected])
  }

  @Test func `makes unmerged work a warning when another repository delivers the ticket`() throws {
    var api = try report([("SHOP-1", .absent)])
    api.findings = [
      Finding(
        rule: .unmergedWork, severity: .error, ticket: try key("SHOP-1"), commits: [try id("c")], message: "elsewhere",
        help: "merge it")
    ]
    let delivered = try merge(report([("SHOP-1", .delivered)]), api)
    #expect(delivered.verdict == .pass)
    #expect(delivered.findings.map(\.severity) == [.warning])
    let nowhere = try merge(report([("SHOP-1", .absent)]), api)
    #expect(nowhere.verdict == .fail)
  }

  @Test func `stays incomplete, and fails all the same for what is proven`() throws {
    var cut = try report([("SHOP-1", .delivered), ("SHOP-2", .delivered), ("SHOP-3", .delivered)])
    cut.incomplete = [Incompleteness(reason: .shallowHistory, message: "shallow", help: "fetch")]
    let whole = try report([("SHOP-1", .delivered), ("SHOP-2", .delivered), ("SHOP-3", .delivered)])
    let merged = try merge(whole, cut)
    #expect(merged.verdict == .incomplete)
    #expect(merged.incomplete.map(\.message) == ["api: shallow"])
    let failing = try merge(report([("SHOP-9", .delivered)]), cut)
    #expect(failing.verdict == .fail && failing.incomplete.count == 1)
  }

  @Test func `takes a report without a manifest along, as far as it goes`() throws {
    var blind = try report([("SHOP-2", .delivered)], planned: [], digest: nil)
    blind.findings = []
    blind.incomplete = [Incompleteness(reason: .noManifest, message: "no manifest", help: "fetch")]
    let merged = try merge(report([("SHOP-1", .delivered), ("SHOP-2", .absent)]), blind)
    #expect(merged.verdict == .incomplete)
    #expect(merged.manifest?.digest == "sha256:1")
    let planned = merged.tickets.filter { $0.isPlanned }
    #expect(planned == merged.tickets)
  }

  @Test func `lets no waiver of one repository cover what another finds`() throws {
    var waived = try report([("SHOP-1", .absent)])
    waived.findings[0].waiver = Waiver(rule: .missingTicket, reason: "r", approver: "a", expires: Day(number: 1))
    let open = try report([("SHOP-1", .absent)])
    #expect(try merge(waived, open).verdict == .fail)
    #expect(try merge(open, waived).verdict == .fail)
    #expect(try merge(waived, waived).verdict == .pass)
  }

  @Test func `is incomplete when the report of a repository with planned tickets is not there`() throws {
    var web = try report([("SHOP-1", .delivered), ("SHOP-2", .absent)], repository: "web")
    web.findings = []
    web.tickets[1].repositories = ["api"]
    let alone = try merge(web)
    #expect(alone.verdict == .incomplete)
    #expect(alone.incomplete.map(\.reason) == [.missingReport])
    #expect(alone.incomplete.first?.message.contains("'api'") == true)
    let both = try merge(web, report([("SHOP-1", .absent), ("SHOP-2", .delivered)], repository: "api"))
    #expect(both.verdict == .pass)
  }

  @Test func `refuses reports that do not belong together`() throws {
    let web = try report([("SHOP-1", .delivered)], repository: "web")
    var push = web
    push.stage = .push
    push.repository = nil
    var unversioned = web
    unversioned.version = nil
    let others: [(ScopeReport, String)] = [
      (try report([("SHOP-1", .delivered)], version: "2.5.0"), "2.5.0"),
      (try report([("SHOP-1", .delivered)], digest: "sha256:2"), "sha256:2"), (push, "push"),
      (unversioned, "no version"),
      (web, "'web'"),
    ]
    for (other, saying) in others {
      var problem: Problem?
      do {
        _ = try merge(web, other)
      } catch let error as Problem {
        problem = error
      }
      #expect(problem?.kind == .badData && problem?.message.contains(saying) == true, "\(problem?.message ?? "")")
    }
    #expect(throws: Problem.self) { try merge(web, version: "2.5.0") }
    #expect(throws: Problem.self) { try merge(unversioned) }
    #expect(try merge(web, version: "2.4.0").verdict == .pass)
  }

  @Test func `merges the same in steps`() throws {
    let reports = try [
      report([("SHOP-1", .delivered), ("SHOP-2", .absent), ("SHOP-3", .absent)]),
      report([("SHOP-1", .absent), ("SHOP-2", .delivered), ("SHOP-3", .absent)]),
      report([("SHOP-1", .absent), ("SHOP-2", .absent), ("SHOP-3", .delivered)]),
    ]
    let all = try merge(reports[0], reports[1], reports[2])
    let steps = try merge(merge(reports[0], reports[1]), reports[2])
    #expect(steps.verdict == all.verdict)
    #expect(steps.tickets == all.tickets)
    #expect(steps.parts.count == 3)
  }
}
