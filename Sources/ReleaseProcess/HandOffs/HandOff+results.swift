package import ReleaseScope

extension HandOff {
  /// How the release went: when it was merged and came to production, which tickets are closed, which are open and with
  /// whom, and what is wrong.
  ///
  /// - Parameter followUp: The version that takes what is open; `nil` for the one that the base plans, if it plans one.
  package static func results(_ facts: ProcessFacts, followUp: VersionName? = nil) -> HandOff {
    let process = ReleaseProcess(facts)
    let standings = facts.standings
    let open = standings.filter { !$0.isClosed }
    let outcome = outcome(process, facts, isOpen: !open.isEmpty)
    var blocks: [Block] = [.heading("Release \(facts.version): \(outcome.words)")]
    var times: [Item] = []
    if let merge = facts.newestMerge { times.append(Item("merged on \(merge.time)")) }
    if let produced = facts.producedAt { times.append(Item("on production since \(produced)")) }
    if !times.isEmpty { blocks.append(.items(times)) }
    if !standings.isEmpty {
      blocks.append(
        .paragraph("\(standings.count - open.count) of \(quantity(standings.count, "ticket")) tested and closed."))
    }
    let summaries = Dictionary(facts.tickets.map { ($0.key, $0.summary ?? "") }) { first, _ in first }
    if !open.isEmpty {
      blocks.append(.heading("Open (\(open.count))"))
      blocks.append(
        .items(
          open.map { ticket in
            let notes = [ticket.status ?? "status not known", ticket.assignee.text ?? "nobody has it"]
            return Item(ticket: ticket.key, summaries[ticket.key] ?? "", note: notes.joined(separator: ", "))
          }))
      if let followUp = followUp ?? facts.followUps.last(where: { !$0.isReleased })?.version {
        blocks.append(.paragraph("What is open goes into \(followUp)."))
      }
    }
    if !process.contradictions.isEmpty {
      blocks.append(.heading("Remarks"))
      blocks.append(.items(process.contradictions.map { Item($0.text) }))
    }
    return HandOff(
      .results, of: facts.version, subject: "Release \(facts.version): \(outcome.words)", blocks: blocks,
      recipients: facts.policy.mail.qa + facts.policy.mail.stakeholders.filter { !facts.policy.mail.qa.contains($0) },
      sender: facts.policy.mail.from, links: facts.policy.links, warnings: outcome.warnings)
  }

  private static func outcome(
    _ process: ReleaseProcess, _ facts: ProcessFacts, isOpen: Bool
  ) -> (words: String, warnings: [String]) {
    let row = process[.production]
    let isBack = process.contradictions.contains { $0.steps.first == .production }
    switch row.state {
    case .contradicted where isBack && facts.isRolledBack: return ("rolled back", [])
    case .done, .contradicted:
      let isClean = !isOpen && process.contradictions.isEmpty && !facts.tickets.isEmpty
      return (isClean ? "done" : "done with remarks", [])
    case .notYet: return ("not on production yet", ["the release is not on production yet: this is early for results"])
    case .unknown:
      return ("production not known", ["nothing tells whether the release is on production: \(row.evidence[0].text)"])
    }
  }
}

extension ProcessFacts {
  /// Whether production had the release and has an older commit since.
  fileprivate var isRolledBack: Bool {
    let done = (evidence?.deployments ?? []).filter(\.hasSucceeded).sorted { $0.time < $1.time }
    return done.last?.hasRelease == false && done.contains { $0.hasRelease == true }
  }
}
