package import ReleaseScope

/// A rule as its documentation lists it.
package struct RuleRow: Equatable, Sendable {
  package var id: String
  package var severity: Severity
  /// The severity at a push, where it is another one.
  package var pushSeverity: Severity?
  /// What the rule finds, one sentence without a full stop.
  package var finds: String
  /// What to do about it.
  package var advice: Advice

  package init(id: String, severity: Severity, pushSeverity: Severity? = nil, finds: String, advice: Advice) {
    self.id = id
    self.severity = severity
    self.pushSeverity = pushSeverity
    self.finds = finds
    self.advice = advice
  }

  /// `error`, or `error (note at a push)`.
  fileprivate var severities: String {
    guard let pushSeverity, pushSeverity != severity else { return severity.rawValue }
    return "\(severity.rawValue) (\(pushSeverity.rawValue) at a push)"
  }
}

/// Draws the list of rules, for the documentation and for a terminal.
package struct RuleTable: Sendable {
  private let rows: [RuleRow]

  /// - Parameter rows: In the order in which they are drawn.
  package init(_ rows: [RuleRow]) {
    self.rows = rows
  }

  /// Writes a table in GitHub-flavoured Markdown.
  package func renderMarkdown(to output: inout some TextOutputStream) {
    output.write("| Rule | Severity | Finds | What to do |\n| --- | --- | --- | --- |\n")
    for row in rows {
      let cells = [row.severities, MarkdownText.escaped(row.finds), MarkdownText.escaped(row.advice.text)]
      output.write("| `\(row.id)` | \(cells.joined(separator: " | ")) |\n")
    }
  }

  /// Writes an entry of a few lines for each rule.
  package func render(on terminal: Terminal, to output: inout some TextOutputStream) {
    var page = TerminalPage(terminal)
    for row in rows {
      page.space()
      page.heading(page.clean(row.id, .strong), StyledText(row.severities, row.severity.ink))
      page.paragraph(page.clean(row.finds), indent: 2)
      page.advice(row.advice, indent: 2)
    }
    output.write(page.text)
  }
}
