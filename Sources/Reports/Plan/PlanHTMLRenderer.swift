package import ReleaseProcess
import ReleaseScope

/// Draws the releases that are planned as one HTML file for the client: scope and dates, and nothing of the inside: no
/// commit, no branch, no step, no person, no internal ticket.
package struct PlanHTMLRenderer: Sendable {
  package init() {}

  package func text(of plan: ReleasePlan) -> String {
    // What no manifest plans is no plan that anybody was told.
    let shown = plan.releases.filter { $0.tickets != nil }
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '\(PageStyle.hash)'; \
      base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="color-scheme" content="light dark">
      <title>Planned releases</title>
      <style>\(markup: PageStyle.source)</style>
      </head>
      <body>
      <header>
      <h1>Planned releases</h1>
      <p>As of \(plan.today.description)</p>
      </header>
      <main>
      \(unlessEmpty: shown, overview)\(each: shown, release)\
      \(markup: shown.isEmpty ? "<p>No release is planned.</p>\n" : "")</main>
      </body>
      </html>

      """
    return page.text
  }

  private func overview(_ releases: [PlannedRelease]) -> HTML {
    """
    <ul>
    \(each: releases, row)</ul>

    """
  }

  private func row(_ release: PlannedRelease) -> HTML {
    """
    <li><strong>\(BriefText.cleaned(release.version.text))</strong>. \(date(release)), \
    \(quantity(release.tickets?.count ?? 0, "change"))</li>

    """
  }

  private func release(_ release: PlannedRelease) -> HTML {
    let name = BriefText.cleaned(release.version.text)
    let count = release.internalTickets.count
    return """
      <section>
      <h2>\(name)</h2>
      <p>\(date(release))</p>
      \(each: release.sections, section)\
      \(markup: release.sections.isEmpty && count == 0 ? "<p>Its scope is not known yet.</p>\n" : "")\
      \(count == 0 ? nil : count, internals)</section>

      """
  }

  private func date(_ release: PlannedRelease) -> String {
    guard let day = release.releaseDate else { return release.isReleased ? "Released" : "The date is not fixed yet" }
    return release.isReleased ? "Released on \(day)" : "Planned for \(day)"
  }

  private func internals(_ count: Int) -> HTML {
    "<p class=\"faint\">Besides, \(quantity(count, "internal change")).</p>\n"
  }

  private func section(_ section: NotesPolicy.Section) -> HTML {
    """
    <h3 class="faint">\(BriefText.cleaned(section.heading))</h3>
    <ul>
    \(each: section.tickets, ticket)</ul>

    """
  }

  private func ticket(_ ticket: Ticket) -> HTML {
    let summary = BriefText.cleaned(ticket.summary ?? "")
    return "<li>\(summary.isEmpty ? "" : "\(summary) ")<span class=\"faint\">\(ticket.key.description)</span></li>\n"
  }
}
