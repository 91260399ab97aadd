package import ReleaseProcess
import ReleaseScope

/// Draws how far a release is as a table of fourteen lines that fits on a screen.
package struct ProcessTerminalRenderer: Sendable {
  private let terminal: Terminal
  /// Whether all evidence is shown, and not only the first piece of each step.
  private let showsAll: Bool

  package init(on terminal: Terminal, showsAll: Bool) {
    self.terminal = terminal
    self.showsAll = showsAll
  }

  package func text(of process: ReleaseProcess) -> String {
    var page = TerminalPage(terminal)
    let plan = process.plan.map { ", \($0)" } ?? ""
    page.heading(page.clean("Release \(process.version)\(plan)", .strong), StyledText(process.tally))
    page.space()
    let column = process.rows.map(\.step.name.count).max().map { $0 + 3 } ?? 0
    for row in process.rows { draw(row, column: column, on: &page) }
    if !process.contradictions.isEmpty {
      page.space()
      page.paragraph(StyledText("Cannot all be right", .error))
      for found in process.contradictions {
        let steps = found.steps.map { "\($0.number)" }.joined(separator: ", ")
        page.entry(StyledText(steps, .strong), page.clean(found.text), column: 8)
      }
    }
    drawWaiting(process, on: &page)
    if !process.remarks.isEmpty { page.space() }
    for remark in process.remarks { page.paragraph(page.clean(remark, .faint), indent: 2, hanging: 4) }
    return page.text
  }

  private func draw(_ row: StepRow, column: Int, on page: inout TerminalPage) {
    let number = String(repeating: " ", count: row.step.number < 10 ? 1 : 0) + "\(row.step.number)"
    let head = StyledText(number + " ") + StyledText(row.state.sign(terminal), row.state.ink)
    let name = StyledText(" " + row.step.name, row.isDone ? .plain : .strong)
    let label = head + name
    let width = column + 4
    guard showsAll else {
      page.line(label.padded(to: width) + told(row.evidence[0], page))
      return
    }
    for (place, seen) in row.evidence.enumerated() {
      page.entry(place == 0 ? label : StyledText(""), told(seen, page), indent: 0, column: width)
    }
  }

  private func told(_ seen: StepEvidence, _ page: TerminalPage) -> StyledText {
    page.brief(seen.text) + StyledText("  ") + page.clean(seen.origin, .faint)
  }

  /// Who holds the release up: of the open steps, those that nothing before them holds up as well.
  private func drawWaiting(_ process: ReleaseProcess, on page: inout TerminalPage) {
    guard let next = process.waiting.first else { return }
    page.space()
    let who = next.waitsFor.joined(separator: ", ")
    let step = page.clean(": step \(next.step.number), \(next.step.title)")
    page.paragraph(StyledText("waits for ") + page.clean(who, .strong) + step, hanging: 2)
  }
}

extension StepState {
  fileprivate func sign(_ terminal: Terminal) -> String {
    switch self {
    case .done: terminal.unicode ? "\u{2713}" : "+"
    case .notYet: terminal.unicode ? "\u{25CB}" : "o"
    case .unknown: "?"
    case .contradicted: terminal.unicode ? "\u{2717}" : "x"
    }
  }

  fileprivate var ink: Ink {
    switch self {
    case .done: .good
    case .notYet: .plain
    case .unknown: .faint
    case .contradicted: .error
    }
  }
}
