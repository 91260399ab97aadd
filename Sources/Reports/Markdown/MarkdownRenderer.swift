package import ReleaseScope

/// Draws a report as the comment on a pull request, in GitHub-flavoured Markdown.
package struct MarkdownRenderer: ReportRenderer {
  /// The most characters that are written; hosts refuse comments of more than 65,536.
  private let limit: Int

  package init(limit: Int = 60_000) {
    self.limit = max(2_000, limit)
  }

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    var page = MarkdownReportPage(report, limit: limit)
    page.drawVerdict()
    if report.verdict == .incomplete { page.drawUnseen() }
    page.drawFindings()
    page.drawWaived()
    page.drawKnown()
    if report.verdict != .incomplete { page.drawUnseen() }
    page.drawTickets()
    page.drawRemarks()
    page.drawLeftOut()
    output.write(page.page.text)
  }
}
