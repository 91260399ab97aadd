import ReleaseScope

extension MarkdownReportPage {
  private static let rows = 100

  mutating func drawTickets() {
    let quiet = QuietTickets(report)
    drawRight(quiet.right)
    let items = items(quiet)
    guard !items.isEmpty else { return }
    let heading = "\n<details><summary>Seen, and not weighed</summary>\n\n"
    for (position, item) in items.enumerated() {
      let text = "- **\(item.label)**: \(item.text)\n"
      page.write(position == 0 ? heading + text : text, counting: item.noun, count: item.count)
    }
    if page.text.contains(heading) { page.close("\n</details>\n") }
  }

  private struct Item {
    let label: String
    let text: String
    let noun: String
    let count: Int
  }

  private func items(_ quiet: QuietTickets) -> [Item] {
    var items: [Item] = []
    if !quiet.onBase.isEmpty { items.append(item(TicketGroup.onBase.quietWord, quiet.onBase)) }
    for (label, tickets) in quiet.rest { items.append(item(label, tickets)) }
    for (reason, commits) in report.exemptByReason {
      let text = "\(quantity(commits.count, "commit")), \(MarkdownText.escaped(reason))"
      items.append(Item(label: "exempt", text: text, noun: "exempt commit", count: commits.count))
    }
    let untracked = report.quietUntracked
    if !untracked.isEmpty {
      let text = "\(quantity(untracked.count, "commit"))"
      items.append(Item(label: "no ticket", text: text, noun: "commit without a ticket", count: untracked.count))
    }
    if !report.otherKeys.isEmpty {
      let text = report.otherKeys.map { MarkdownText.escaped($0.key.description) }.joined(separator: ", ")
      items.append(
        Item(label: "keys of no known project", text: text, noun: "other key", count: report.otherKeys.count))
    }
    return items
  }

  private func item(_ label: String, _ tickets: [TicketReport]) -> Item {
    Item(label: label, text: names(tickets), noun: "ticket", count: tickets.count)
  }

  private mutating func drawRight(_ tickets: [TicketReport]) {
    guard !tickets.isEmpty else { return }
    let summary = "In the version and in the branch: \(quantity(tickets.count, "ticket"))"
    let heading =
      "\n<details><summary>\(summary)</summary>\n\n| Ticket | Summary | Commits |\n| --- | --- | ---: |\n"
    guard page.write(heading, counting: "delivered ticket", count: tickets.count) else { return }
    for ticket in tickets.prefix(Self.rows) {
      let cells = [
        name(of: ticket.key),
        MarkdownText.escaped(report.shownSummary(of: ticket), limit: MarkdownText.briefLimit),
        "\(ticket.shownEvidence.count)",
      ]
      page.write("| \(cells.joined(separator: " | ")) |\n", counting: "delivered ticket")
    }
    let rest = tickets.dropFirst(Self.rows)
    if !rest.isEmpty {
      page.write(
        "\nand \(rest.count) more: \(names(Array(rest)))\n", counting: "delivered ticket", count: rest.count)
    }
    page.close("\n</details>\n")
  }

  private func names(_ tickets: [TicketReport]) -> String {
    tickets.map { name(of: $0.key) }.joined(separator: ", ")
  }
}
