package import ReleaseScope

/// Draws what was planned beside what is delivered, in two columns; below each other in a narrow terminal.
package struct DiffRenderer: ReportRenderer {
  private let terminal: Terminal

  package init(width: Int = 80, colour: Bool, unicode: Bool) {
    terminal = Terminal(width: width, colour: colour, unicode: unicode)
  }

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    var page = DiffPage(report, terminal)
    page.draw()
    output.write(page.page.text)
  }
}

/// A comparison on its way to a page.
private struct DiffPage {
  private let report: ScopeReport
  private let keyColumns: Int
  /// The columns of the left half; `nil` where the halves stand below each other.
  private let half: Int?
  var page: TerminalPage

  init(_ report: ScopeReport, _ terminal: Terminal) {
    self.report = report
    page = TerminalPage(terminal)
    let widest = report.tickets.map { $0.key.description.utf8.count }.max() ?? 0
    keyColumns = min(widest, 14) + 2
    let right = keyColumns + 28
    half = terminal.width - 5 - right >= keyColumns + 12 ? terminal.width - 5 - right : nil
  }

  mutating func draw() {
    drawTitle()
    let groups = TicketGroup.allCases.map { group in (group, report.tickets.filter { TicketGroup($0) == group }) }
    for (group, tickets) in groups where !tickets.isEmpty { draw(group, tickets) }
    if report.tickets.isEmpty {
      page.space()
      page.paragraph(StyledText("nothing is planned, and no commit of the range names a ticket"), indent: 2)
    }
    drawUntracked()
    drawUnseen()
    page.space()
    let signs = TicketGroup.allCases.map { "\($0.sign) \($0.title)" }.joined(separator: "  ")
    page.paragraph(StyledText(signs, .faint))
  }

  private mutating func drawTitle() {
    let version = report.version.map { page.clean($0.text, .strong) } ?? StyledText("the version", .strong)
    let branch = page.clean(report.range.release.shownName, .strong)
    page.paragraph(version + StyledText(" beside ") + branch + page.clean(", from \(report.range.base.shownName)"))
    guard let half else { return }
    page.space()
    let left = StyledText("  planned", .faint).padded(to: half + 2)
    page.line(left + StyledText(" \(page.terminal.bar) delivered", .faint))
  }

  private mutating func draw(_ group: TicketGroup, _ tickets: [TicketReport]) {
    let line = page.terminal.line
    let title = StyledText("\(group.title) (\(tickets.count)) ", .strong)
    guard let half else {
      page.space()
      page.paragraph(title)
      for ticket in tickets { drawStacked(ticket, group) }
      return
    }
    let cross = page.terminal.unicode ? "\u{253C}" : "+"
    let before = StyledText(String(repeating: line, count: max(0, half + 3 - title.columns)), .faint)
    let after = String(repeating: line, count: max(0, page.terminal.width - half - 4))
    page.line(title + before + StyledText(cross + after, .faint))
    for ticket in tickets { draw(ticket, group, half: half) }
  }

  private mutating func draw(_ ticket: TicketReport, _ group: TicketGroup, half: Int) {
    let ellipsis = page.terminal.ellipsis
    let key = StyledText(ticket.key.description, .key).padded(to: keyColumns)
    var left = StyledText("")
    if ticket.isPlanned { left = (key + page.clean(ticket.summary ?? "")).truncated(to: half, ellipsis: ellipsis) }
    let hasWork = !ticket.evidence.isEmpty || ticket.state != .absent
    let right = hasWork ? key + work(of: ticket) : StyledText("")
    let bar = StyledText(" \(page.terminal.bar) ", .faint)
    page.line(StyledText(group.sign, group.ink) + StyledText(" ") + left.padded(to: half) + bar + right)
    guard !ticket.isPlanned else { return }
    let about = page.clean(report.shownSummary(of: ticket), .faint)
    guard !about.isEmpty else { return }
    page.line(StyledText("").padded(to: half + 2) + bar + StyledText("").padded(to: keyColumns) + about)
  }

  private mutating func drawStacked(_ ticket: TicketReport, _ group: TicketGroup) {
    let key = StyledText(ticket.key.description, .key).padded(to: keyColumns)
    page.line(StyledText(group.sign, group.ink) + StyledText(" ") + key + page.clean(report.shownSummary(of: ticket)))
    if !ticket.evidence.isEmpty { page.line(work(of: ticket), indent: 2 + keyColumns) }
  }

  /// `2 commits  1a2b3c4d5e`, or the state where it is not plain delivery.
  private func work(of ticket: TicketReport) -> StyledText {
    let evidence = ticket.shownEvidence
    let count = evidence.isEmpty ? "" : "\(quantity(evidence.count, "commit").padded(to: 10))  "
    let id = StyledText(evidence.first?.commit.abbreviated ?? "", .id)
    switch ticket.state {
    case .delivered, .alreadyOnBase: return StyledText(count) + id
    case .partlyReverted:
      return StyledText("\(evidence.count) of \(quantity(ticket.evidence.count, "commit"))  ", .warning) + id
    case .reverted: return StyledText("undone".padded(to: 10) + "  ", .error) + id
    case .removed: return StyledText("taken out", .error)
    case .absent, .mentioned: return StyledText("only mentioned", .faint)
    }
  }

  private mutating func drawUntracked() {
    guard !report.untracked.isEmpty else { return }
    page.space()
    page.paragraph(StyledText("commits without a ticket (\(report.untracked.count))", .strong))
    for id in report.untracked {
      let subject = report.summary(of: id).map { page.clean($0.subject) } ?? StyledText("")
      page.line(StyledText("! ", .error) + StyledText(id.abbreviated, .id) + StyledText("  ") + subject)
    }
  }

  private mutating func drawUnseen() {
    guard !report.incomplete.isEmpty else { return }
    page.space()
    page.paragraph(StyledText("not seen: the comparison is incomplete", .warning))
    for unseen in report.incomplete {
      page.paragraph(page.clean(unseen.message), indent: 2)
      page.advice(page.clean(unseen.help), indent: 2)
    }
  }
}

extension String {
  /// The text with blanks up to `count` characters.
  fileprivate func padded(to count: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, count - self.count))
  }
}
