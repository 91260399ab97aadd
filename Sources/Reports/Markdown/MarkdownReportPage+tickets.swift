import ReleaseScope

extension MarkdownReportPage {
  private static let rows = 100

  mutating func drawTickets() {
    let quiet = QuietTickets(report)
    drawRight(quiet.right)
    var facts: [(label: String, text: String, count: Int)] = []
    if !quiet.onBase.isEmpty { facts.append(("on the base already", Self.names(quiet.onBase), quiet.onBase.count)) }
    for (group, tickets) in quiet.rest { facts.append((group.title, Self.names(tickets), tickets.count)) }
    guard !facts.isEmpty || !report.exempt.isEmpty || !report.otherKeys.isEmpty else { return }
    guard
      page.write("\n<details><summary>Seen, and not weighed</summary>\n\n", counting: "list of what was not weighed")
    else { return }
    for fact in facts {
      page.write("- **\(fact.label)**: \(fact.text)\n", counting: "ticket", count: fact.count)
    }
    for (reason, commits) in report.exemptByReason {
      page.write(
        "- **exempt**: \(quantity(commits.count, "commit")), \(MarkdownText.escaped(reason))\n",
        counting: "exempt commit", count: commits.count)
    }
    if !report.otherKeys.isEmpty {
      let keys = report.otherKeys.map { MarkdownText.escaped($0.key.description) }.joined(separator: ", ")
      page.write(
        "- **keys of no known project**: \(keys)\n", counting: "other key", count: report.otherKeys.count)
    }
    page.close("\n</details>\n")
  }

  private mutating func drawRight(_ tickets: [TicketReport]) {
    guard !tickets.isEmpty else { return }
    let summary = "In the version and in the branch: \(quantity(tickets.count, "ticket"))"
    guard
      page.write("\n<details><summary>\(summary)</summary>\n\n", counting: "ticket that is right", count: tickets.count)
    else { return }
    page.write("| Ticket | Summary | Commits |\n| --- | --- | ---: |\n")
    for ticket in tickets.prefix(Self.rows) {
      let summary = MarkdownText.escaped(report.shownSummary(of: ticket))
      page.write("| \(ticket.key) | \(summary) | \(ticket.shownEvidence.count) |\n", counting: "ticket that is right")
    }
    let rest = tickets.dropFirst(Self.rows)
    if !rest.isEmpty {
      page.write(
        "\nand \(rest.count) more: \(Self.names(Array(rest)))\n", counting: "ticket that is right", count: rest.count)
    }
    page.close("\n</details>\n")
  }

  private static func names(_ tickets: [TicketReport]) -> String {
    tickets.map { MarkdownText.escaped($0.key.description) }.joined(separator: ", ")
  }
}
