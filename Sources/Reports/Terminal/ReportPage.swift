import ReleaseScope

/// A report on its way to a page; each `draw` function adds one section, or nothing.
struct ReportPage {
  let report: ScopeReport
  var page: TerminalPage

  /// The columns of a ticket's key or a commit's id, the same throughout so that all that is said of them lines up.
  let column: Int

  /// A report of more lines ends with its verdict, since its first line has left the screen.
  private static let screen = 24
  /// The columns of the word at the start of a heading.
  private static let labelColumns = 8

  init(_ report: ScopeReport, _ terminal: Terminal) {
    self.report = report
    page = TerminalPage(terminal, links: report.links)
    let widest = report.tickets.map { $0.key.description.utf8.count }.max() ?? 0
    column = max(10, min(widest, 14)) + 2
  }

  mutating func drawVerdict() {
    let headline = Headline(report)
    page.verdict(headline.verdict, tone: report.verdict.tone, sentence: page.clean(headline.sentence, .strong))
  }

  mutating func drawVerdictAgain() {
    guard page.text.count(where: { $0 == "\n" }) > Self.screen else { return }
    page.space()
    drawVerdict()
  }

  mutating func drawFacts() {
    page.space()
    for fact in ReportFacts(report).facts {
      page.entry(StyledText(fact.label, .faint), page.clean(fact.text), column: column)
    }
  }

  mutating func drawUnseen() {
    guard !report.incomplete.isEmpty else { return }
    heading(
      "UNSEEN", .warning, "needed for a verdict, and could not be seen", quantity(report.incomplete.count, "thing"))
    for unseen in report.incomplete {
      page.paragraph(page.clean(unseen.message) + StyledText(" [\(unseen.reason.rawValue)]", .faint), indent: 2)
      page.advice(unseen.help, indent: 2)
    }
  }

  mutating func drawRemarks() {
    guard !report.remarks.isEmpty else { return }
    heading("REMARK", .faint, "how the answer came about", "")
    for remark in report.remarks { page.paragraph(page.clean(remark), indent: 2) }
  }

  /// Opens a section.
  mutating func heading(_ label: String, _ ink: Ink, _ title: String, _ right: String) {
    page.space()
    page.heading(
      StyledText(label, ink).padded(to: Self.labelColumns) + StyledText(title, .strong), StyledText(right, .faint),
      hanging: Self.labelColumns)
  }
}
