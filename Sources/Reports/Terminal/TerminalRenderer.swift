package import ReleaseScope

/// Draws a report for somebody who has five minutes and a terminal: the verdict, what is wrong and what to do, then the
/// rest in short.
package struct TerminalRenderer: ReportRenderer {
  private let terminal: Terminal

  package init(width: Int = 80, colour: Bool, unicode: Bool) {
    terminal = Terminal(width: width, colour: colour, unicode: unicode)
  }

  package init(on terminal: Terminal) { self.terminal = terminal }

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    var page = ReportPage(report, terminal)
    page.drawVerdict()
    page.drawFacts()
    if report.verdict == .incomplete { page.drawUnseen() }
    page.drawFindings()
    page.drawWaived()
    page.drawKnown()
    page.drawTickets()
    if report.verdict != .incomplete { page.drawUnseen() }
    page.drawRemarks()
    page.drawVerdictAgain()
    output.write(page.page.text)
  }
}

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

extension TerminalPage {
  /// Writes the verdict, which must be seen first.
  mutating func verdict(_ verdict: String, tone: Ink.Tone, sentence: StyledText) {
    let badge = terminal.colour ? StyledText(" \(verdict) ", .badge(tone)) : StyledText(verdict)
    paragraph(badge + StyledText("  ") + sentence, hanging: 2)
  }

  /// Writes what to do. A command that would be broken has a line of its own, so that it can be copied.
  mutating func advice(_ advice: String, indent: Int) {
    let advice = clean(advice)
    guard !advice.isEmpty else { return }
    let arrow = StyledText(terminal.arrow, .good) + StyledText(" ")
    let hanging = indent + arrow.columns
    let parts = advice.splitAfter("run: ")
    guard let parts, hanging + advice.columns > terminal.width else {
      return paragraph(arrow + advice, indent: indent, hanging: hanging)
    }
    paragraph(arrow + parts.before, indent: indent, hanging: hanging)
    paragraph(parts.after, indent: hanging)
  }
}

extension Verdict {
  var tone: Ink.Tone {
    switch self {
    case .pass: .green
    case .fail: .red
    case .incomplete: .yellow
    }
  }
}
