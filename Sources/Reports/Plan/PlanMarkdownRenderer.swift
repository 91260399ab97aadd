package import ReleaseProcess
import ReleaseScope

/// Draws the releases that are under way as a table in GitHub-flavoured Markdown, for people of the team.
package struct PlanMarkdownRenderer: Sendable {
  private let limit: Int

  /// - Parameter limit: The most characters that are written.
  package init(limit: Int = 60_000) {
    self.limit = limit
  }

  package func text(of plan: ReleasePlan) -> String {
    var page = MarkdownPage(limit: limit)
    page.write("## Plan on \(plan.today)\n\n\(plan.tally)\n\n")
    let rows = plan.releases.map { row($0, plan.today) }
    page.write(
      "| Version | Dates | | Scope | Next |\n| --- | --- | --- | --- | --- |\n", rows: rows, counting: "release")
    let conflicts = plan.conflicts.map { "- \(MarkdownText.escaped($0, limit: MarkdownText.briefLimit))\n" }
    page.write("\n### To look at\n\n", rows: conflicts, counting: "conflict")
    for release in plan.releases {
      let tickets = (release.tickets ?? []).map { line($0) }
      page.write(
        "\n### \(MarkdownText.escaped(release.version.text))\n\n", rows: tickets, counting: "ticket")
    }
    page.write("\n", rows: plan.remarks.map { "- \(MarkdownText.escaped($0))\n" }, counting: "remark")
    if !page.leftOut.isEmpty {
      let what = enumeration(page.leftOut.map { quantity($0.count, $0.noun) })
      page.close("\n**Left out for length: \(what).**\n")
    }
    return page.text
  }

  private func row(_ release: PlannedRelease, _ today: Day) -> String {
    let version = [release.version.text, release.kind.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
    let cells = [version, release.dates, release.time(on: today) ?? "", release.readiness, release.next]
    return "| \(cells.map { MarkdownText.escaped($0, limit: MarkdownText.briefLimit) }.joined(separator: " | ")) |\n"
  }

  private func line(_ ticket: Ticket) -> String {
    let parts = [ticket.key.description, ticket.summary, ticket.status.map { "(\($0))" }].compactMap(\.self)
    return "- \(MarkdownText.escaped(parts.joined(separator: " "), limit: MarkdownText.briefLimit))\n"
  }
}
