package import ReleaseScope

/// Draws a report as a table for a spreadsheet (RFC 4180, UTF-8): what was found, what could not be seen, and the
/// tickets that nothing is wrong with.
package struct CSVRenderer: ReportRenderer {
  package init() {}

  package static let header = [
    "severity", "rule", "ticket", "planned", "state", "summary", "status", "assignee", "message", "help", "accepted",
    "commits",
  ]

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    output.write(CSVText.row(Self.header))
    for unseen in report.incomplete {
      let cells = [
        "incomplete", unseen.reason.rawValue, "", "", "", "", "", "", unseen.message, unseen.help, "", "",
      ]
      output.write(CSVText.row(cells))
    }
    for finding in report.findings {
      let ticket = finding.ticket.flatMap { report.ticket($0) }
      let about = ticket.map(Self.cells) ?? Self.cells(about: finding.subject, in: report)
      let said = [finding.message, finding.help, finding.acceptance ?? "", Self.list(finding.commits)]
      output.write(CSVText.row([finding.severity.rawValue, finding.rule.rawValue] + about + said))
    }
    for approval in report.approvals.prefix(ApprovalText.most) {
      let about = ["", "", approval.state.rawValue, "", "", approval.approver ?? ""]
      let commits = Self.list([approval.head].compactMap(\.self) + approval.since)
      output.write(CSVText.row(["", "approval"] + about + [ApprovalText.line(approval), "", "", commits]))
    }
    let named = Set(report.findings.compactMap(\.ticket))
    for ticket in report.tickets where !named.contains(ticket.key) {
      let commits = Self.list(ticket.shownEvidence.map(\.commit))
      output.write(CSVText.row(["", ""] + Self.cells(of: ticket) + ["", "", "", commits]))
    }
  }

  private static func cells(of ticket: TicketReport) -> [String] {
    [
      ticket.key.description, ticket.isPlanned ? "yes" : "no", ticket.state.rawValue, ticket.summary ?? "",
      ticket.status ?? "", ticket.assignee ?? "",
    ].map { $0.cut(to: 2_000) }
  }

  /// The same cells for what is no ticket of the report: of a commit, its subject and author.
  private static func cells(about subject: FindingSubject, in report: ScopeReport) -> [String] {
    switch subject {
    case .ticket(let key): [key.description, "", "", "", "", ""]
    case .commit(let id): ["", "", "", report.line(of: id), "", ""]
    case .release: ["", "", "", "", "", ""]
    }
  }

  private static func list(_ commits: [ObjectID]) -> String { commits.map(\.description).joined(separator: " ") }
}
