import ReleaseScope

extension MarkdownReportPage {
  private static let rows = 40
  private static let commits = 5
  private static let columns = ["Ticket", "What is wrong", "Ask", "Commits"]
  private static let columnsOfShared = ["Ticket", "Summary", "Ask", "Commits"]

  /// What is wrong with all of a group, said once in a comment.
  private func shared(_ group: FindingGroup) -> String? {
    guard namesPeople, let message = group.sharedMessage else { return nil }
    let isOfTickets = group.findings.allSatisfy { $0.ticket != nil }
    return MarkdownText.escaped(isOfTickets ? "each \(message)" : message)
  }

  mutating func drawFindings() {
    for group in FindingGroup.groups(of: report) {
      let count = group.findings.count
      var heading = "\n### \(group.severity.name): \(group.rule.title) (`\(group.rule.rawValue)`, \(count))\n\n"
      if let shared = shared(group) { heading += "\(shared)\n\n" }
      if let help = group.sharedHelp, !help.isEmpty {
        heading += "\u{2192} \(MarkdownAdvice.text(help, inTable: false))\n\n"
      }
      let names = shared(group) == nil ? Self.columns : Self.columnsOfShared
      let shown = group.findings.prefix(Self.rows)
      let cells = shown.map { row($0, in: group) }
      // A column that would be empty is left out.
      let columns = Self.columns.indices.filter { column in cells.contains { !$0[column].isEmpty } }
      heading +=
        Self.line(columns.map { names[$0] }) + Self.line(columns.map { _ in "---" })
      let rows = cells.map { row in Self.line(columns.map { row[$0] }) }
      page.write(heading, rows: rows, counting: "finding")
      drawMore(group.findings.dropFirst(Self.rows))
    }
  }

  mutating func drawWaived() {
    let waived = report.findings.filter { $0.waiver != nil }
    guard !waived.isEmpty else { return }
    let rows = waived.compactMap { finding -> String? in
      guard let waiver = finding.waiver else { return nil }
      let cells = [
        finding.ticket.map { name(of: $0) } ?? MarkdownText.escaped(finding.subject.label ?? ""),
        "\(MarkdownText.escaped(finding.ownMessage)) (`\(finding.rule.rawValue)`)",
        MarkdownText.escaped(waiver.approver), "\(waiver.expires)", MarkdownText.escaped(waiver.reason),
      ]
      return Self.line(cells)
    }
    let heading = """

      ### Waived: accepted, and not counted as errors (\(waived.count))

      | About | What was found | Accepted by | Until | Reason |
      | --- | --- | --- | --- | --- |

      """
    page.write(heading, rows: rows, counting: "waived finding")
  }

  mutating func drawKnown() {
    let known = report.findings.filter { $0.waiver == nil && $0.baselineReason != nil }
    let rows = known.map { finding in
      Self.line([
        finding.ticket.map { name(of: $0) } ?? MarkdownText.escaped(finding.subject.label ?? ""),
        "\(MarkdownText.escaped(finding.ownMessage)) (`\(finding.rule.rawValue)`)",
        MarkdownText.escaped(finding.baselineReason ?? ""),
      ])
    }
    let heading = """

      ### In the baseline: known, and not counted as errors (\(known.count))

      | About | What was found | Reason |
      | --- | --- | --- |

      """
    page.write(heading, rows: rows, counting: "known finding")
  }

  private static func line(_ cells: [String]) -> String { "| \(cells.joined(separator: " | ")) |\n" }

  /// The ticket, what is wrong and what to do, and the commits.
  private func row(_ finding: Finding, in group: FindingGroup) -> [String] {
    var said: [String] = []
    if let key = finding.ticket, let summary = report.ticket(key)?.knownSummary {
      said.append("**\(MarkdownText.escaped(summary, limit: MarkdownText.briefLimit))**")
    }
    if shared(group) == nil { said.append(MarkdownText.escaped(finding.ownMessage)) }
    let advice = finding.help != group.sharedHelp ? advice(finding.help) : ""
    let text = said.isEmpty ? String(advice.trimmingPrefix("<br>")) : said.joined(separator: "<br>") + advice
    var commits = finding.commits.prefix(Self.commits).map { commit($0) }
    if finding.commits.count > Self.commits { commits.append("and \(finding.commits.count - Self.commits) more") }
    return [finding.ticket.map { name(of: $0) } ?? "", text, people(finding), commits.joined(separator: "<br>")]
  }

  /// Whoever has the ticket; where that is not known, who made the commits.
  private func people(_ finding: Finding) -> String {
    guard namesPeople else { return "" }
    let assignee = finding.ticket.flatMap { report.ticket($0)?.assignee }.map { [$0] }
    var seen: Set<String> = []
    let names = (assignee ?? finding.commits.compactMap { report.summary(of: $0)?.author })
      .filter { !$0.isEmpty && seen.insert($0).inserted }
    return names.prefix(2).map { MarkdownText.escaped($0, limit: 100) }.joined(separator: ", ")
  }

  /// A commit's id, a link where the policy says where commits are (else hosts make one of it), with its subject and
  /// author.
  private func commit(_ id: ObjectID) -> String {
    let name = report.links.address(of: id).map { "[\(id.abbreviated)](\(MarkdownText.address($0)))" } ?? id.abbreviated
    guard let summary = report.summary(of: id) else { return name }
    let subject = MarkdownText.escaped(summary.subject, limit: MarkdownText.briefLimit)
    return "\(name) \(subject) (\(MarkdownText.escaped(summary.author, limit: MarkdownText.briefLimit)))"
  }

  private mutating func drawMore(_ findings: ArraySlice<Finding>) {
    guard !findings.isEmpty else { return }
    let labels = findings.map { finding in
      finding.ticket.map { name(of: $0) } ?? MarkdownText.escaped(finding.subject.label ?? finding.message)
    }
    page.write(
      "\nand \(findings.count) more: \(labels.joined(separator: ", "))\n", counting: "finding", count: findings.count)
  }
}

extension Severity {
  /// The word in a sentence or a heading.
  var name: String {
    switch self {
    case .error: "Error"
    case .warning: "Warning"
    case .note, .off: "Note"
    }
  }
}
