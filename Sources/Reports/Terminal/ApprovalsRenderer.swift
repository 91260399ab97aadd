package import ReleaseScope

/// Draws who approved a release, for which head, and what holds.
package struct ApprovalsRenderer: ReportRenderer {
  private let terminal: Terminal

  package init(width: Int = 80, colour: Bool, unicode: Bool) {
    terminal = Terminal(width: width, colour: colour, unicode: unicode)
  }

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    var page = TerminalPage(terminal)
    let release = report.range.release.described
    page.paragraph(page.clean("approvals of \(release) as \(report.version?.text ?? "no version")", .strong))
    page.space()
    if report.approvals.isEmpty { page.paragraph(page.clean("the policy asks for none"), indent: 2) }
    for approval in report.approvals {
      page.entry(
        StyledText(approval.state.rawValue, approval.state.ink), page.clean(ApprovalText.line(approval)), column: 9)
      if let key = approval.key { page.entry(StyledText(""), page.clean(key, .faint), column: 9) }
      for id in approval.since.prefix(page.terminal.lists.findings) {
        let subject = report.summary(of: id).map { " \($0.subject)" } ?? ""
        page.entry(StyledText(""), page.brief("since: \(id.abbreviated)\(subject)"), column: 9)
      }
    }
    for review in report.reviews {
      page.entry(StyledText("review"), page.clean(ReviewText.line(review, head: report.range.release.id)), column: 9)
    }
    for finding in report.findings where finding.rule == .approvalMissing || finding.rule == .approvalVoid {
      page.space()
      page.advice(finding.help, indent: 2)
    }
    output.write(page.text)
  }
}

extension ApprovalReport.State {
  fileprivate var ink: Ink {
    switch self {
    case .held: .good
    case .void: .error
    case .missing: .warning
    }
  }
}
