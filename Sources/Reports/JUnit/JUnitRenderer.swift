package import ReleaseScope

/// Draws a report as JUnit XML, in the dialect that Jenkins and GitLab share: one test case that everything was seen,
/// one for each rule, one for each ticket of the version or the scope.
///
/// A finding of severity error fails its rule and its ticket; one that is accepted skips them; others are told in
/// `system-out`. What could not be seen is an error. Times are left out: they would change with each run.
package struct JUnitRenderer: ReportRenderer {
  package init() {}

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    var suites = [
      JUnitSuite(name: "completeness", cases: [Self.completeness(report)]),
      JUnitSuite(name: "rules", cases: Self.rules(report)),
      JUnitSuite(name: "tickets", cases: Self.tickets(report)),
    ]
    if !report.approvals.isEmpty {
      suites.append(JUnitSuite(name: "approvals", cases: Self.approvals(report)))
    }
    let headline = Headline(report)
    output.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    output.write(
      "<testsuites name=\"relscope: \(XMLText.escaped("\(headline.verdict): \(headline.sentence)"))\""
        + " \(JUnitSuite.counts(suites.flatMap(\.cases), withSkipped: false))>\n")
    for suite in suites { output.write(suite.text) }
    output.write("</testsuites>\n")
  }

  private static func completeness(_ report: ScopeReport) -> JUnitCase {
    let lines = report.incomplete.flatMap { unseen in
      [
        XMLText.escaped("\(unseen.message.cut(to: 2_000)) [\(unseen.reason.rawValue)]"),
        "  \u{2192} \(XMLText.escaped(unseen.help.text.cut(to: 2_000)))",
      ]
    }
    return JUnitCase(
      suite: "completeness", name: "everything that a verdict needs was seen",
      outcome: lines.isEmpty
        ? .passed([])
        : .error("\(quantity(report.incomplete.count, "thing")) not seen", lines))
  }

  private static func approvals(_ report: ScopeReport) -> [JUnitCase] {
    let roles = report.approvals.reduce(into: [String]()) { roles, approval in
      if !roles.contains(approval.role) { roles.append(approval.role) }
    }
    return roles.map { role in
      let approvals = report.approvals.filter { $0.role == role }
      let lines = approvals.prefix(ApprovalText.most).map { ApprovalText.line($0).cut(to: 2_000) }
      return JUnitCase(
        suite: "approvals", name: role.cut(to: 300),
        outcome: approvals.contains { $0.state == .held }
          ? .passed(lines.map(XMLText.escaped)) : .skipped(lines.joined(separator: "; ")))
    }
  }

  private static func rules(_ report: ScopeReport) -> [JUnitCase] {
    let findings = Dictionary(grouping: report.findings, by: \.rule)
    return RuleID.allCases.map { rule in
      JUnitCase(
        suite: "rules", name: rule.rawValue,
        outcome: .of(findings[rule] ?? [], in: report) { finding in
          guard finding.ticket == nil, let label = finding.subject.label else { return finding.message }
          return "\(label): \(finding.message)"
        })
    }
  }

  private static func tickets(_ report: ScopeReport) -> [JUnitCase] {
    let findings = Dictionary(grouping: report.findings) { $0.ticket }
    let judged = report.tickets.filter { $0.isPlanned || $0.state != .mentioned || findings[$0.key] != nil }
    return judged.map { ticket in
      let summary = ticket.knownSummary.map { " \($0.cut(to: 300))" } ?? ""
      return JUnitCase(
        suite: "tickets", name: "\(ticket.key)\(summary)",
        outcome: .of(findings[ticket.key] ?? [], in: report) { "\($0.rule.rawValue): \($0.message)" })
    }
  }
}
