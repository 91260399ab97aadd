package import ReleaseProcess
import ReleaseScope

/// Draws what has to be triaged, oldest first, for a terminal.
package struct TriageTerminalRenderer: Sendable {
  private let terminal: Terminal

  package init(on terminal: Terminal) {
    self.terminal = terminal
  }

  package func text(of list: TriageList) -> String {
    var page = TerminalPage(terminal)
    guard !list.entries.isEmpty || !list.unasked.isEmpty else {
      return "Every planned ticket has what it needs.\n"
    }
    page.heading(StyledText("To triage", .strong), StyledText(list.tally))
    page.space()
    let column = min(24, (list.entries.map(\.key.description.count).max() ?? 0) + 2)
    for entry in list.entries {
      let since = entry.since.map { "since \($0.day)" } ?? "nobody knows since when"
      let facts = "\(entry.version), \(entry.who ?? "QA"), \(since): lacks \(enumeration(entry.missing))"
      page.entry(StyledText(entry.key.description, .strong), page.clean(facts), indent: 0, column: column)
      if let summary = entry.summary, !summary.isEmpty {
        page.entry(StyledText(""), page.brief(summary, .faint), indent: 0, column: column)
      }
    }
    if !list.unasked.isEmpty { page.space() }
    for line in list.unknown { page.paragraph(page.clean(line, .faint), indent: 2, hanging: 4) }
    return page.text
  }
}
