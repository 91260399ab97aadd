package import ReleaseScope

/// Draws what was planned beside what is delivered, in two columns; below each other in a narrow terminal.
///
/// What differs comes first, and in full; what does not is named in short, unless all is asked for.
package struct DiffRenderer: ReportRenderer {
  private let terminal: Terminal
  private let showsAll: Bool

  package init(width: Int = 80, colour: Bool, unicode: Bool, all: Bool = false) {
    self.init(on: Terminal(width: width, colour: colour, unicode: unicode), all: all)
  }

  package init(on terminal: Terminal, all: Bool) {
    self.terminal = terminal
    showsAll = all
  }

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    var page = DiffPage(report, terminal, showsAll: showsAll)
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
  private let showsAll: Bool
  var page: TerminalPage

  /// Commits without a ticket that are shown in short.
  private static let commits = 10
  /// Tickets of a group that does not differ, in short.
  private static let names = 12

  init(_ report: ScopeReport, _ terminal: Terminal, showsAll: Bool) {
    self.report = report
    self.showsAll = showsAll
    page = TerminalPage(terminal, links: report.links)
    let widest = report.tickets.map { $0.key.description.utf8.count }.max() ?? 0
    keyColumns = min(widest, 14) + 2
    let right = keyColumns + 28
    half = terminal.width - 5 - right >= keyColumns + 12 ? terminal.width - 5 - right : nil
  }

  mutating func draw() {
    drawTitle()
    drawUnseen()
    for group in TicketGroup.allCases where group.differs {
      let tickets = report.tickets.filter { TicketGroup($0) == group }
      if !tickets.isEmpty { draw(group, tickets) }
    }
    let parts = report.tickets.filter { $0.state == .partlyReverted && TicketGroup($0) == .both }
    if !parts.isEmpty { draw(.both, parts, title: "in both, some of it undone") }
    drawUntracked()
    drawRest()
    drawRemarks()
    page.space()
    let signs = TicketGroup.allCases.map { "\($0.sign) \($0.word)" }.joined(separator: "  ")
    page.paragraph(StyledText(signs, .faint))
  }

  private mutating func drawRemarks() {
    guard !report.remarks.isEmpty else { return }
    page.space()
    for remark in report.remarks { page.paragraph(page.clean(remark), indent: 2, hanging: 4) }
  }

  private mutating func drawTitle() {
    let version = report.version?.text ?? "the version"
    let range = "\(report.range.base.shownName)..\(report.range.release.shownName)"
    let groups = TicketGroup.allCases.map { group in (group, report.tickets.count { TicketGroup($0) == group }) }
    let counts = groups.filter { $0.1 > 0 }.map { "\($0.1) \($0.0.title)" }.joined(separator: ", ")
    page.paragraph(page.clean("\(version) beside \(range)", .strong))
    page.paragraph(StyledText(counts.isEmpty ? "no tickets on either side" : counts))
    page.space()
    guard let half, !report.tickets.isEmpty else { return }
    let left = page.clean("planned for \(version)", .faint).truncated(to: half, ellipsis: page.terminal.ellipsis)
    let right = page.clean("delivered by \(report.range.release.shownName)", .faint)
    let bar = StyledText(" \(page.terminal.bar) ", .faint)
    page.line(StyledText("  ") + left.padded(to: half) + bar + right)
  }

  /// What needs nobody: whole where all is asked for, and else by name.
  private mutating func drawRest() {
    var isShort = false
    for group in TicketGroup.allCases where !group.differs {
      let tickets = report.tickets.filter {
        TicketGroup($0) == group && !(group == .both && $0.state == .partlyReverted)
      }
      guard !tickets.isEmpty else { continue }
      guard !showsAll else {
        page.space()
        draw(group, tickets)
        continue
      }
      if !isShort { page.space() }
      isShort = true
      let names = tickets.prefix(Self.names).map(\.key.description).joined(separator: ", ")
      let more = tickets.count > Self.names ? " and \(tickets.count - Self.names) more" : ""
      page.paragraph(
        StyledText("\(group.sign) ", group.ink) + StyledText("\(group.title) (\(tickets.count)): ", .strong)
          + StyledText(names + more), hanging: 2)
    }
    if isShort { page.paragraph(StyledText("--all shows each of these", .faint)) }
  }

  private mutating func draw(_ group: TicketGroup, _ tickets: [TicketReport], title: String? = nil) {
    let line = page.terminal.line
    let title = StyledText("\(title ?? group.title) (\(tickets.count)) ", .strong)
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
    let key = page.key(ticket.key).padded(to: keyColumns)
    var left = StyledText("")
    if ticket.isPlanned { left = (key + page.brief(ticket.knownSummary ?? "")).truncated(to: half, ellipsis: ellipsis) }
    let hasWork = !ticket.evidence.isEmpty || ticket.state != .absent
    let right = hasWork ? key + work(of: ticket) : StyledText("")
    let bar = StyledText(" \(page.terminal.bar) ", .faint)
    page.line(StyledText(group.sign, group.ink) + StyledText(" ") + left.padded(to: half) + bar + right)
    guard !ticket.isPlanned else { return }
    let about = page.brief(report.shownSummary(of: ticket), .faint)
    guard !about.isEmpty else { return }
    page.line(StyledText("").padded(to: half + 2) + bar + StyledText("").padded(to: keyColumns) + about)
  }

  private mutating func drawStacked(_ ticket: TicketReport, _ group: TicketGroup) {
    let key = page.key(ticket.key).padded(to: keyColumns)
    page.line(StyledText(group.sign, group.ink) + StyledText(" ") + key + page.brief(report.shownSummary(of: ticket)))
    if !ticket.evidence.isEmpty { page.line(work(of: ticket), indent: 2 + keyColumns) }
  }

  /// `2 commits  1a2b3c4d5e`, or the state where it is not plain delivery.
  private func work(of ticket: TicketReport) -> StyledText {
    let evidence = ticket.shownEvidence
    let count = evidence.isEmpty ? "" : "\(quantity(evidence.count, "commit").padded(to: 11))  "
    let id = evidence.first.map { page.id($0.commit) } ?? StyledText("")
    switch ticket.state {
    case .delivered, .alreadyOnBase: return StyledText(count) + id
    case .partlyReverted:
      let part = "\(evidence.count)/\(quantity(ticket.evidence.count, "commit"))"
      return StyledText("\(part.padded(to: 11))  ", .warning) + id
    case .reverted: return StyledText("undone".padded(to: 11) + "  ", .error) + id
    case .removed: return StyledText("taken out", .error)
    case .absent, .mentioned: return StyledText("only mentioned", .faint)
    }
  }

  private mutating func drawUntracked() {
    guard !report.untracked.isEmpty else { return }
    page.space()
    page.paragraph(StyledText("commits without a ticket (\(report.untracked.count))", .strong))
    for id in report.untracked.prefix(showsAll ? .max : Self.commits) {
      let subject = report.summary(of: id).map { page.brief($0.subject) } ?? StyledText("")
      page.line(StyledText("! ", .error) + page.id(id) + StyledText("  ") + subject)
    }
    let rest = showsAll ? 0 : report.untracked.count - Self.commits
    if rest > 0 { page.paragraph(StyledText("and \(rest) more: --all shows each", .faint), indent: 2) }
  }

  private mutating func drawUnseen() {
    guard !report.incomplete.isEmpty else { return }
    page.space()
    page.paragraph(StyledText("not seen: the comparison is incomplete", .warning))
    for unseen in report.incomplete {
      page.paragraph(page.clean(unseen.message), indent: 2)
      page.advice(unseen.help, indent: 2)
    }
  }
}

extension String {
  /// The text with blanks up to `count` characters.
  fileprivate func padded(to count: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, count - self.count))
  }
}
