package import ReleaseScope

/// Draws what a report says that an earlier one did not, and the other way round.
package struct ChangesRenderer: ReportRenderer {
  private let earlier: ScopeReport
  private let terminal: Terminal

  package init(since earlier: ScopeReport, on terminal: Terminal) {
    self.earlier = earlier
    self.terminal = terminal
  }

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    var page = TerminalPage(terminal, links: report.links)
    let head = earlier.range.release.id?.abbreviated ?? earlier.range.release.shownName
    let verdict = Headline(earlier).verdict
    page.heading(
      StyledText("SINCE   ", .note) + page.clean("the report of \(head), which was \(verdict)", .strong), StyledText("")
    )
    let before = OpenPoint.all(in: earlier)
    let now = OpenPoint.all(in: report)
    let (known, open) = (Set(before), Set(now))
    var lines = [
      ("new", Self.list(now.filter { !known.contains($0) })), ("gone", Self.list(before.filter { !open.contains($0) })),
    ]
    lines += ticketLines(report)
    lines.removeAll(where: \.1.isEmpty)
    if lines.isEmpty { lines = [("", "no finding and no ticket is new, gone or in another state")] }
    for (label, text) in lines { page.entry(StyledText(label, .faint), page.clean(text), column: 12) }
    output.write("\n" + page.text)
  }

  /// `unplanned-ticket SHOP-12, SHOP-13; untracked-commit 1a2b3c4d5e`.
  private static func list(_ entries: [OpenPoint]) -> String {
    OpenPoint.byRule(entries).map { rule, subjects in
      let names = subjects.filter { $0 != "*" }
      return ([rule.rawValue] + (names.isEmpty ? [] : [names.joined(separator: ", ")])).joined(separator: " ")
    }.joined(separator: "; ")
  }

  private func ticketLines(_ report: ScopeReport) -> [(String, String)] {
    let states = Dictionary(earlier.tickets.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var planned: [String] = []
    var dropped: [String] = []
    var moved: [String] = []
    for ticket in report.tickets {
      let before = states[ticket.key]
      if ticket.isPlanned, before?.isPlanned != true { planned.append(ticket.key.description) }
      if !ticket.isPlanned, before?.isPlanned == true { dropped.append(ticket.key.description) }
      if let before, before.state != ticket.state {
        moved.append("\(ticket.key) \(ticket.state.rawValue) (was \(before.state.rawValue))")
      } else if before == nil, !ticket.isPlanned, ticket.state != .mentioned {
        moved.append("\(ticket.key) \(ticket.state.rawValue)")
      }
    }
    let here = Set(report.tickets.map(\.key))
    for ticket in earlier.tickets where ticket.isPlanned && !here.contains(ticket.key) {
      dropped.append(ticket.key.description)
    }
    return [
      ("planned", planned.joined(separator: ", ")), ("no longer", dropped.joined(separator: ", ")),
      ("tickets", moved.joined(separator: ", ")),
    ]
  }
}
