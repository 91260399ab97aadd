import ReleaseScope

extension WhyPage {
  /// Says which tickets a commit is for, and what came of it.
  mutating func draw(_ id: ObjectID) {
    let summary = report.summary(of: id)
    page.paragraph(
      page.id(id)
        + (summary.map { StyledText("  ") + page.brief($0.subject, .strong) } ?? StyledText("")),
      hanging: 2)
    if let summary { page.paragraph(page.brief("\(summary.author), \(summary.date)", .faint), indent: 2) }
    page.paragraph(StyledText(id.description, .faint), indent: 2)
    page.space()
    let before = page.text.utf8.count
    drawTickets(of: id)
    drawRevert(by: id)
    drawFate(of: id, as: state(of: id), indent: 2)
    let findings = report.findings.filter { $0.commits.contains(id) }
    if page.text.utf8.count == before {
      say(
        summary == nil && findings.isEmpty
          ? "the report of \(range) does not name this commit" : "no ticket is tied to it")
    }
    if summary != nil || !findings.isEmpty { drawFindings(findings, about: id.abbreviated) }
  }

  private mutating func drawTickets(of id: ObjectID) {
    for ticket in report.tickets {
      for evidence in ticket.evidence where evidence.commit == id {
        say("implements \(described(ticket)): \(reason(for: ticket.key, evidence))")
      }
      let inherited = ticket.evidence.count { $0.via == id }
      if inherited > 0 { say("gives \(described(ticket)) to \(quantity(inherited, "commit")) that it brought in") }
      if ticket.mentions.contains(id) {
        say("names \(described(ticket)) \(isRevert(id) ? "as a revert, and is no work for it" : "in passing")")
      }
    }
    for other in report.otherKeys where other.commits.contains(id) {
      say("names \(other.key), a key of no known project")
    }
    if report.untracked.contains(id) { say("has no ticket, and needs one", .error) }
    for exempt in report.exempt where exempt.commit == id { say("needs no ticket: \(exempt.reason)") }
    if report.range.merge == id { say("is the merge that brought the release in") }
  }

  /// What became of a commit; of the tickets that it is for, one with work in it decides.
  private func state(of id: ObjectID) -> EvidenceState? {
    let states = report.tickets.lazy.flatMap(\.evidence).filter { $0.commit == id }.map(\.state)
    return states.first { $0 != .undone } ?? states.first
  }

  private func described(_ ticket: TicketReport) -> String {
    ticket.knownSummary.map { "\(ticket.key) (\($0))" } ?? "\(ticket.key)"
  }
}
