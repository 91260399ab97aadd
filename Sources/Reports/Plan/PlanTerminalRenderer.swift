package import ReleaseProcess
import ReleaseScope

/// Draws the releases that are under way for a terminal: two lines for each.
package struct PlanTerminalRenderer: Sendable {
  private let terminal: Terminal

  package init(on terminal: Terminal) {
    self.terminal = terminal
  }

  package func text(of plan: ReleasePlan) -> String {
    var page = TerminalPage(terminal)
    page.heading(StyledText("Plan on \(plan.today)", .strong), StyledText(plan.tally))
    page.space()
    if plan.releases.isEmpty { page.paragraph(StyledText("No release is under way.")) }
    let column = min(24, (plan.releases.map { page.clean($0.version.text).columns }.max() ?? 0) + 2)
    for release in plan.releases { draw(release, plan.today, column, on: &page) }
    let conflicts = plan.conflicts
    if !conflicts.isEmpty {
      page.space()
      page.paragraph(StyledText("To look at", .error))
      for conflict in conflicts { page.paragraph(page.clean(conflict), indent: 2, hanging: 4) }
    }
    if !plan.remarks.isEmpty { page.space() }
    for remark in plan.remarks { page.paragraph(page.clean(remark, .faint), indent: 2, hanging: 4) }
    return page.text
  }

  private func draw(_ release: PlannedRelease, _ today: Day, _ column: Int, on page: inout TerminalPage) {
    let isLate = !release.isReleased && (release.daysLeft(on: today) ?? 0) < 0
    var line = StyledText(release.dates)
    if let time = release.time(on: today) {
      line += StyledText(", ") + StyledText(time, isLate ? .error : .plain)
    }
    if let kind = release.kind { line += page.clean(", \(kind)") }
    line += page.clean("; \(release.readiness)")
    page.entry(page.brief(release.version.text, .strong), line, indent: 0, column: column)
    page.entry(StyledText(""), page.clean(release.next, .faint), indent: 0, column: column)
    if release.tickets != nil, let gap = release.gap {
      page.entry(StyledText(""), page.clean(gap, .faint), indent: 0, column: column)
    }
  }
}
