import ReleaseScope

extension WhyPage {
  /// Says what was planned for a ticket, and what each of its commits does.
  mutating func draw(_ key: TicketKey) {
    guard let ticket = report.ticket(key) else { return drawUnknown(key) }
    let summary = ticket.knownSummary.map { StyledText("  ") + page.brief($0, .strong) } ?? StyledText("")
    page.paragraph(page.key(key) + summary, hanging: 2)
    page.space()
    say(plan(ticket))
    say(state(ticket))
    if ticket.state == .removed { drawRemoval(of: key) }
    if !ticket.evidence.isEmpty {
      page.space()
      page.paragraph(StyledText("commits", .strong))
      for evidence in ticket.evidence { draw(evidence, of: key) }
    }
    drawMentions("named by reverts, which are no work for it", ticket.mentions.filter(isRevert))
    drawMentions("only named in passing by", ticket.mentions.filter { !isRevert($0) })
    drawFindings(report.findings.filter { $0.ticket == key }, about: key.description)
  }

  private mutating func drawMentions(_ heading: String, _ commits: [ObjectID]) {
    guard !commits.isEmpty else { return }
    page.space()
    page.paragraph(StyledText(heading, .strong))
    for commit in commits { drawCommit(commit) }
  }

  private mutating func drawUnknown(_ key: TicketKey) {
    page.paragraph(page.key(key))
    page.space()
    if let other = report.otherKeys.first(where: { $0.key == key }) {
      say("\(key) is a key of no known project, so it is not weighed; it is named by")
      for commit in other.commits { drawCommit(commit) }
    } else {
      say("no commit of \(range) names \(key)")
      say(report.manifest == nil ? "there is no manifest to look it up in" : "\(version) has no ticket \(key)")
    }
    let findings = report.findings.filter { $0.ticket == key }
    if !findings.isEmpty { drawFindings(findings, about: key.description) }
  }

  private func plan(_ ticket: TicketReport) -> String {
    guard report.manifest != nil else { return "whether it is planned is not known: there is no manifest" }
    var known: [String] = []
    if let status = ticket.status { known.append("status \(status)") }
    if let assignee = ticket.assignee { known.append("assigned to \(assignee)") }
    let details = known.isEmpty ? "" : " (\(known.joined(separator: ", ")))"
    return "\(ticket.isPlanned ? "planned for \(version)" : "not planned for \(version)")\(details)"
  }

  private func state(_ ticket: TicketReport) -> String {
    let all = ticket.evidence.count
    let counting = ticket.evidence.count { $0.state == .inEffect }
    switch ticket.state {
    case .delivered: return "delivered: \(quantity(counting, "commit")) of \(range) in effect"
    case .partlyReverted: return "partly reverted: \(counting) of \(quantity(all, "commit")) in effect"
    case .reverted:
      return ticket.evidence.contains { $0.state != .undone }
        ? "reverted: of its work in \(range) only lines of the change log are left"
        : "reverted: all of its work in \(range) is undone"
    case .removed:
      return "removed: \(report.range.base.shownName) has work of it, which \(report.range.release.shownName) takes out"
    case .alreadyOnBase: return "on the base already: all of its work came to \(report.range.base.shownName) before"
    case .absent: return "absent: no commit of \(range) implements it"
    case .mentioned: return "only mentioned: no commit of \(range) implements it"
    }
  }

  private mutating func draw(_ evidence: Evidence, of key: TicketKey) {
    let state =
      switch evidence.state {
      case .inEffect: "in effect"
      case .undone: "not in effect"
      case .onBase: "not new to the base"
      }
    drawCommit(evidence.commit, "\(reason(for: key, evidence)); \(state)")
    drawFate(of: evidence.commit, as: evidence.state, indent: 14)
  }
}

extension KeyPlace {
  /// Where the key stands, for a sentence.
  func phrase(via merge: ObjectID?) -> String {
    switch self {
    case .subject: "in its subject"
    case .bodyLine: "at the start of a line of its body"
    case .trailer: "in a trailer"
    case .mergeBranch: "from the branch that \(merge.map { "merge \($0.abbreviated)" } ?? "a merge") brought in"
    case .note: "in a note (refs/notes/tickets)"
    }
  }
}
