package import ReleaseScope

/// Draws a report as a table for a spreadsheet (RFC 4180, UTF-8 with a byte order mark, without which Excel takes it
/// for another encoding): what could not be seen, what was found about commits and the release, and a row for each
/// ticket with all that was found about it.
package struct CSVRenderer: ReportRenderer {
  package init() {}

  package static let header = [
    "verdict", "severity", "rule", "ticket", "url", "planned", "state", "summary", "status", "assignee", "message",
    "help", "accepted", "commits",
  ]

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    output.write("\u{FEFF}" + CSVText.row(Self.header))
    func write(_ cells: [String]) { output.write(CSVText.row([report.verdict.rawValue] + cells)) }
    for unseen in report.incomplete {
      write(
        ["incomplete", unseen.reason.rawValue, "", "", "", "", "", "", "", unseen.message, unseen.help.text, "", ""])
    }
    var byTicket: [TicketKey: [Finding]] = [:]
    for finding in report.findings {
      if let key = finding.ticket {
        byTicket[key, default: []].append(finding)
      } else {
        write(row([finding], about: Self.cells(about: finding.subject, in: report), commits: finding.commits))
      }
    }
    for approval in report.approvals.prefix(ApprovalText.most) {
      let about = ["", "", "", approval.state.rawValue, "", "", approval.approver ?? ""]
      let commits = Self.list([approval.head].compactMap(\.self) + approval.since)
      write(["", "approval"] + about + [ApprovalText.line(approval), "", "", commits])
    }
    for ticket in report.tickets {
      let findings = byTicket.removeValue(forKey: ticket.key) ?? []
      write(
        row(
          findings, about: Self.cells(of: ticket, in: report),
          commits: findings.flatMap(\.commits) + ticket.shownEvidence.map(\.commit)))
    }
    // Tickets that nothing else in the report is about.
    for (key, findings) in byTicket.sorted(by: { $0.key < $1.key }) {
      write(row(findings, about: Self.cells(about: .ticket(key), in: report), commits: findings.flatMap(\.commits)))
    }
  }

  /// - Parameter findings: All of one thing, the weightiest first.
  private func row(_ findings: [Finding], about: [String], commits: [ObjectID]) -> [String] {
    func joined(_ texts: [String]) -> String {
      var seen: Set<String> = []
      return texts.filter { !$0.isEmpty && seen.insert($0).inserted }.joined(separator: "; ")
    }
    return [findings.first?.severity.rawValue ?? "", joined(findings.map(\.rule.rawValue))] + about + [
      joined(findings.map(\.message)), joined(findings.map(\.help.text)), joined(findings.compactMap(\.acceptance)),
      Self.list(commits),
    ]
  }

  private static func cells(of ticket: TicketReport, in report: ScopeReport) -> [String] {
    [
      ticket.key.description, report.links.address(of: ticket.key) ?? "", ticket.isPlanned ? "yes" : "no",
      ticket.state.rawValue, ticket.summary ?? "", ticket.status ?? "", ticket.assignee ?? "",
    ].map { $0.cut(to: 2_000) }
  }

  /// The same cells for what is no ticket of the report: of a commit, its subject and author.
  private static func cells(about subject: FindingSubject, in report: ScopeReport) -> [String] {
    switch subject {
    case .ticket(let key): [key.description, report.links.address(of: key) ?? "", "", "", "", "", ""]
    case .commit(let id): ["", report.links.address(of: id) ?? "", "", "", report.line(of: id), "", ""]
    case .release: ["", "", "", "", "", "", ""]
    }
  }

  /// Each once.
  private static func list(_ commits: [ObjectID]) -> String {
    var seen: Set<ObjectID> = []
    return commits.filter { seen.insert($0).inserted }.map(\.description).joined(separator: " ")
  }
}
