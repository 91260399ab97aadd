import ReleaseScope

extension ReportPage {
  /// Draws what needs no action: the tickets that are right, and what the verdict does not weigh.
  mutating func drawTickets() {
    let quiet = QuietTickets(report)
    drawRight(quiet.right)
    var facts: [(label: String, text: String)] = []
    if !quiet.onBase.isEmpty { facts.append((TicketGroup.onBase.quietWord, Self.names(quiet.onBase))) }
    for (label, tickets) in quiet.rest { facts.append((label, Self.names(tickets))) }
    for (reason, commits) in report.exemptByReason {
      facts.append(("exempt", "\(quantity(commits.count, "commit")), \(reason): \(ids(commits))"))
    }
    let untracked = report.quietUntracked
    if !untracked.isEmpty {
      facts.append(("no ticket", "\(quantity(untracked.count, "commit")): \(ids(untracked))"))
    }
    if !report.otherKeys.isEmpty {
      let keys = report.otherKeys.map(\.key.description).joined(separator: ", ")
      facts.append(("other keys", "\(keys) (of no known project)"))
    }
    guard !facts.isEmpty else { return }
    heading("ALSO", .faint, "seen, and not weighed", "")
    for fact in facts { page.entry(StyledText(fact.label, .faint), page.clean(fact.text), column: column) }
  }

  private mutating func drawRight(_ tickets: [TicketReport]) {
    guard !tickets.isEmpty else { return }
    heading("OK", .good, "in the version and in the branch", quantity(tickets.count, "ticket"))
    guard tickets.count <= page.terminal.lists.tickets else {
      page.grid(tickets.map { page.key($0.key) })
      return
    }
    for ticket in tickets {
      let count = StyledText(quantity(ticket.shownEvidence.count, "commit"), .faint)
      let room = page.terminal.width - 2 - column - 12
      let summary = page.brief(report.shownSummary(of: ticket)).truncated(to: room, ellipsis: page.terminal.ellipsis)
      page.line(
        page.key(ticket.key).padded(to: column) + summary.padded(to: room + 2) + count, indent: 2)
    }
  }

  private static func names(_ tickets: [TicketReport]) -> String {
    tickets.map(\.key.description).joined(separator: ", ")
  }

  private func ids(_ ids: [ObjectID]) -> String {
    let shown = ids.prefix(page.terminal.lists.ids).map(\.abbreviated).joined(separator: ", ")
    return ids.count > page.terminal.lists.ids ? "\(shown) and \(ids.count - page.terminal.lists.ids) others" : shown
  }
}

extension TerminalPage {
  /// Writes short items in as many columns as fit.
  mutating func grid(_ items: [StyledText], indent: Int = 2) {
    let column = (items.map(\.columns).max() ?? 0) + 2
    let perLine = max(1, (terminal.width - indent + 2) / column)
    for start in stride(from: 0, to: items.count, by: perLine) {
      let row = items[start..<min(start + perLine, items.count)]
      line(
        row.dropLast().reduce(StyledText("")) { $0 + $1.padded(to: column) } + (row.last ?? StyledText("")),
        indent: indent)
    }
  }
}

extension ScopeReport {
  /// The exempt commits by what exempts them, in the order in which the reasons first come.
  var exemptByReason: [(reason: String, commits: [ObjectID])] {
    var groups: [(reason: String, commits: [ObjectID])] = []
    var places: [String: Int] = [:]
    for exempt in exempt {
      if let place = places[exempt.reason] {
        groups[place].commits.append(exempt.commit)
      } else {
        places[exempt.reason] = groups.count
        groups.append((exempt.reason, [exempt.commit]))
      }
    }
    return groups
  }

  /// The commits without a ticket that no finding is about, as when the rule is off.
  var quietUntracked: [ObjectID] {
    let blamed = Set(findings.flatMap(\.commits))
    return untracked.filter { !blamed.contains($0) }
  }

  /// The ticket's summary, or where nobody knows it, the subject of its newest commit.
  func shownSummary(of ticket: TicketReport) -> String {
    ticket.knownSummary ?? ticket.shownEvidence.first.flatMap { summary(of: $0.commit)?.subject } ?? ""
  }
}
