package import ReleaseScope

/// Draws what a range adds, net, by ticket: for a first look, before anybody wrote down what is planned.
package struct ScopeRenderer: ReportRenderer {
  private let terminal: Terminal

  package init(on terminal: Terminal) {
    self.terminal = terminal
  }

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    let list = ScopeList(report)
    var page = TerminalPage(terminal, links: report.links)
    let merges = report.range.merges == 0 ? "" : ", \(quantity(report.range.merges, "merge")) among them"
    let names = "\(report.range.release.shownName) adds to \(report.range.base.shownName)"
    page.heading(
      page.clean("\(names): \(quantity(list.tickets.count, "ticket"))", .strong),
      StyledText("\(quantity(report.range.commits, "commit"))\(merges)"))
    page.space()
    let column = (list.tickets.map { $0.key.description.utf8.count }.max() ?? 0) + 2
    for ticket in list.tickets { draw(ticket, report, column: column, on: &page) }
    draw("taken back", list.undone, on: &page)
    draw("on \(report.range.base.shownName) already", list.onBase, on: &page)
    draw("only mentioned", list.mentioned, on: &page)
    draw("keys of no known project", report.otherKeys.map(\.key), on: &page)
    drawUntracked(report, on: &page)
    for unseen in report.incomplete where unseen.reason != .noManifest {
      page.space()
      page.paragraph(page.clean("not seen: \(unseen.message)", .warning), hanging: 2)
      page.advice(unseen.help, indent: 2)
    }
    if !report.remarks.isEmpty { page.space() }
    for remark in report.remarks { page.paragraph(page.clean(remark, .faint), indent: 2, hanging: 4) }
    output.write(page.text)
  }

  /// `relscope scope --format jql`: what to paste into Jira; a comment where there is no ticket.
  package static func jql(of report: ScopeReport) -> String { (ScopeList(report).jql ?? "key is EMPTY") + "\n" }

  private func draw(_ ticket: TicketReport, _ report: ScopeReport, column: Int, on page: inout TerminalPage) {
    let evidence = ticket.evidence.filter { $0.state == .inEffect }
    let part = ticket.state == .partlyReverted ? " of \(ticket.evidence.count)" : ""
    let count = "\(evidence.count)\(part) commit\(evidence.count == 1 && part.isEmpty ? "" : "s")"
    let id = evidence.first.map { page.id($0.commit) } ?? StyledText("")
    let key = page.key(ticket.key).padded(to: column)
    page.line(
      key + StyledText(count).padded(to: 16) + id + StyledText("  ") + page.brief(report.shownSummary(of: ticket)),
      indent: 2)
  }

  private func draw(_ label: String, _ tickets: [TicketReport], on page: inout TerminalPage) {
    draw(label, tickets.map(\.key), on: &page)
  }

  private func draw(_ label: String, _ keys: [TicketKey], on page: inout TerminalPage) {
    guard !keys.isEmpty else { return }
    page.space()
    let names = page.clean(keys.map(\.description).joined(separator: ", "))
    page.paragraph(page.clean("\(label) (\(keys.count)):", .strong) + StyledText(" ") + names, hanging: 2)
  }

  private func drawUntracked(_ report: ScopeReport, on page: inout TerminalPage) {
    guard !report.untracked.isEmpty else { return }
    page.space()
    page.paragraph(StyledText("without a ticket (\(report.untracked.count)):", .strong))
    let shown = 20
    for id in report.untracked.prefix(shown) {
      let subject = report.summary(of: id).map { page.brief($0.subject) } ?? StyledText("")
      page.line(page.id(id) + StyledText("  ") + subject, indent: 2)
    }
    if report.untracked.count > shown {
      page.line(StyledText("and \(report.untracked.count - shown) more", .faint), indent: 2)
    }
  }
}
