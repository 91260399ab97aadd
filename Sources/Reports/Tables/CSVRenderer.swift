package import ReleaseScope

/// Draws a report as a table for spreadsheets (RFC 4180): a row for each ticket, each commit without one, each finding about
/// the release, and each thing that was not seen.
///
/// No field can be taken for a formula: one that begins like it has an apostrophe before it.
package struct CSVRenderer: ReportRenderer {
  package init() {}

  static let columns = [
    "about", "name", "summary", "planned", "state", "status", "assignee", "commits", "severity", "rules", "findings",
  ]

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    write(Self.columns, to: &output)
    let byTicket = Dictionary(grouping: report.findings.filter { $0.ticket != nil }) { $0.ticket }
    for ticket in report.tickets {
      let commits = ticket.evidence.map { $0.commit.abbreviated }
      write(
        [
          "ticket", "\(ticket.key)", ticket.knownSummary ?? "", ticket.isPlanned ? "yes" : "no", ticket.state.rawValue,
          ticket.status ?? "", ticket.assignee ?? "", commits.joined(separator: " "),
        ] + judged(byTicket[ticket.key] ?? []), to: &output)
    }
    for finding in report.findings where finding.ticket == nil {
      let commit = finding.commits.count == 1 ? finding.commits.first : nil
      let summary = commit.flatMap(report.summary(of:))
      write(
        [
          commit == nil ? "release" : "commit", commit?.abbreviated ?? report.range.release.shownName,
          summary?.subject ?? "", "", "", "", summary?.author ?? "",
          finding.commits.map(\.abbreviated).joined(separator: " "),
        ] + judged([finding]), to: &output)
    }
    for unseen in report.incomplete {
      write(
        [
          "not seen", unseen.reason.rawValue, "", "", "", "", "", "", "error", Complaint.incomplete,
          "\(unseen.message); \(unseen.help)",
        ], to: &output)
    }
  }

  /// The worst severity, the rules and the messages.
  private func judged(_ findings: [Finding]) -> [String] {
    let open = findings.filter { $0.waiver == nil }
    let severity = open.map(\.severity).min()?.rawValue ?? (findings.isEmpty ? "" : "waived")
    let messages = findings.map { $0.message + ($0.waiver.map { " (waived: \($0.reason))" } ?? "") }
    return [severity, findings.map(\.rule.rawValue).joined(separator: " "), messages.joined(separator: "; ")]
  }

  private func write(_ fields: [String], to output: inout some TextOutputStream) {
    output.write(fields.map(CSVText.field).joined(separator: ",") + "\r\n")
  }
}
