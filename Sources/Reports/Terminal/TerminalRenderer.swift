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

extension TerminalPage {
  /// Writes the verdict, which must be seen first.
  mutating func verdict(_ verdict: String, tone: Ink.Tone, sentence: StyledText) {
    let badge = terminal.colour ? StyledText(" \(verdict) ", .badge(tone)) : StyledText(verdict)
    paragraph(badge + StyledText("  ") + sentence, hanging: 2)
  }

  /// Writes what to do. A command that would be broken has a line of its own, so that it can be copied.
  mutating func advice(_ advice: Advice, indent: Int) {
    let line = clean(advice.text)
    guard !line.isEmpty else { return }
    let arrow = StyledText(terminal.arrow, .good) + StyledText(" ")
    let hanging = indent + arrow.columns
    guard let command = advice.command, hanging + line.columns > terminal.width else {
      return paragraph(arrow + line, indent: indent, hanging: hanging)
    }
    paragraph(arrow + clean(advice.introduction), indent: indent, hanging: hanging)
    paragraph(clean(command), indent: hanging)
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
