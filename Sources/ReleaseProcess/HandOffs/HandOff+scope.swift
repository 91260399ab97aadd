package import ReleaseScope

extension HandOff {
  /// What QA is told of the scope: the verdict, what to test, what differs, and what changed since QA was told last.
  ///
  /// - Parameter told: The report that QA was told of; `nil` if there was none.
  /// - Returns: `nil` where nothing was compared.
  package static func scope(_ facts: ProcessFacts, since told: ScopeReport? = nil) -> HandOff? {
    guard let report = facts.report else { return nil }
    let head = report.range.release.id.map { " at \($0.abbreviated)" } ?? ""
    var blocks: [Block] = [
      .heading("Release \(facts.version): \(verdict(report))"),
      .paragraph(
        "'\(report.range.release.name)'\(head), \(quantity(report.range.commits, "commit")) ahead of '\(report.range.base.name)'."
      ),
    ]
    if let told { blocks += changes(from: told, to: report) }
    let tickets = Dictionary(facts.tickets.map { ($0.key, $0) }) { first, _ in first }
    let toTest = report.tickets.filter { $0.hasWork && $0.key != facts.manifest?.releaseTicket }
    if !toTest.isEmpty {
      blocks.append(.heading("To test (\(toTest.count))"))
      blocks.append(
        .items(
          toTest.map { ticket in
            let known = tickets[ticket.key]
            let notes = [
              ticket.isPlanned ? nil : "not of this version",
              ticket.state == .partlyReverted ? "partly taken back" : nil,
              ticket.status ?? known?.status, ticket.assignee ?? known?.assignee.text,
            ].compactMap(\.self)
            return Item(
              ticket: ticket.key, ticket.summary ?? known?.summary ?? subject(of: ticket, in: report),
              note: notes.isEmpty ? nil : notes.joined(separator: ", "))
          }))
    }
    let wrong = report.findings.filter { $0.severity == .error && $0.isOpen }
    if !wrong.isEmpty {
      blocks.append(.heading("What differs (\(wrong.count))"))
      blocks.append(.items(wrong.map { Item(words(of: $0, in: report), note: $0.help.isEmpty ? nil : $0.help.text) }))
    }
    if !report.incomplete.isEmpty {
      blocks.append(.heading("Not seen"))
      blocks.append(.items(report.incomplete.map { Item($0.message, note: $0.help.text) }))
    }
    return HandOff(
      .scope, of: facts.version, subject: "Release \(facts.version): scope, \(verdict(report))", blocks: blocks,
      recipients: facts.policy.mail.qa, sender: facts.policy.mail.from, links: facts.policy.links)
  }

  /// The message, behind the commit that it is about where it names no ticket.
  private static func words(of finding: Finding, in report: ScopeReport) -> String {
    guard finding.ticket == nil, let id = finding.commits.first, finding.commits.count == 1 else {
      return finding.message
    }
    let subject = report.summary(of: id)?.subject ?? ""
    return "\(id.abbreviated)\(subject.isEmpty ? "" : " \(subject)"): \(finding.message)"
  }

  /// What the newest commit of a ticket says, where Jira was not asked for the ticket.
  private static func subject(of ticket: TicketReport, in report: ScopeReport) -> String {
    let work = ticket.evidence.first { $0.state == .inEffect }
    let subject = work.flatMap { report.summary(of: $0.commit)?.subject } ?? ""
    let key = ticket.key.description
    guard subject.hasPrefix(key) else { return subject }
    return String(subject.dropFirst(key.count).drop { ": -".contains($0) })
  }

  private static func verdict(_ report: ScopeReport) -> String {
    switch report.verdict {
    case .pass: "as planned"
    case .fail: "\(quantity(report.counts.errors, "thing")) \(report.counts.errors == 1 ? "differs" : "differ")"
    case .incomplete: "not everything could be seen"
    }
  }

  private static func changes(from told: ScopeReport, to report: ScopeReport) -> [Block] {
    let before = Dictionary(told.tickets.map { ($0.key, $0) }) { first, _ in first }
    let now = Dictionary(report.tickets.map { ($0.key, $0) }) { first, _ in first }
    var items: [Item] = []
    for key in Set(before.keys).union(now.keys).sorted() {
      switch (before[key]?.hasWork ?? false, now[key]?.hasWork ?? false) {
      case (false, true): items.append(Item(ticket: key, now[key]?.summary ?? "", note: "new"))
      case (true, false): items.append(Item(ticket: key, before[key]?.summary ?? "", note: "no longer in it"))
      case (true, true):
        let work = before[key]?.evidence.filter { $0.state == .inEffect }.map(\.commit) ?? []
        let present = now[key]?.evidence.filter { $0.state == .inEffect }.map(\.commit) ?? []
        if Set(work) != Set(present) {
          items.append(Item(ticket: key, now[key]?.summary ?? "", note: "other commits than before"))
        }
      case (false, false): break
      }
    }
    guard !items.isEmpty else { return [.paragraph("Nothing to test has changed since you were told.")] }
    return [.heading("Changed since you were told"), .items(items)]
  }
}
