package import ReleaseProcess
import ReleaseScope

/// Draws how far a release is as one HTML file without scripts, in the looks of the report's page.
package struct ProcessHTMLRenderer: Sendable {
  package init() {}

  package func text(of process: ReleaseProcess) -> String {
    let version = BriefText.cleaned(process.version.text)
    let plan = process.plan.map { ", \(BriefText.cleaned($0))" } ?? ""
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '\(PageSources.styleHash)'; \
      base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="color-scheme" content="light dark">
      <title>Release \(version): \(process.tally)</title>
      <style>\(markup: PageSources.style)</style>
      </head>
      <body>
      <header class="\(process.tone)">
      <h1>Release \(version)\(plan)</h1>
      <dl class="counts">
      \(each: StepState.allCases, { count($0, process) })</dl>
      \(process.waiting.first, waiting)</header>
      <main>
      \(unlessEmpty: process.contradictions, contradictions)<section aria-labelledby="steps-title">
      <h2 id="steps-title">The fourteen steps</h2>
      \(each: process.rows, step)</section>
      </main>
      \(unlessEmpty: process.remarks, remarks)</body>
      </html>

      """
    return page.text
  }

  private func count(_ state: StepState, _ process: ReleaseProcess) -> HTML {
    let number = process.rows.count { $0.state == state }
    return """
      <div class="\(number == 0 ? "" : state.tone)"><dt>\(state.word)</dt><dd>\(number)</dd></div>

      """
  }

  private func waiting(_ row: StepRow) -> HTML {
    """
    <p>Waits for <strong>\(BriefText.cleaned(row.waitsFor.joined(separator: ", ")))</strong>: \
    step \(row.step.number), \(row.step.title)</p>

    """
  }

  private func contradictions(_ found: [Contradiction]) -> HTML {
    """
    <section aria-labelledby="contradictions-title" class="unseen">
    <h2 id="contradictions-title">Cannot all be right</h2>
    <ul>
    \(each: found, contradiction)</ul>
    </section>

    """
  }

  private func contradiction(_ found: Contradiction) -> HTML {
    """
    <li>\(BriefText.cleaned(found.text)) <span class="place">step \
    \(found.steps.map { "\($0.number)" }.joined(separator: ", "))</span></li>

    """
  }

  private func step(_ row: StepRow) -> HTML {
    """
    <details class="finding \(row.state.tone)"\(row.isDone ? "" : " open")>
    <summary><span class="severity">\(row.state.word)</span> <span class="number">\(row.step.number)</span> \
    <span class="what">\(row.step.title)</span> <span class="faint">\(row.step.owner)</span></summary>
    <ul>
    \(each: row.evidence, evidence)</ul>
    </details>

    """
  }

  private func evidence(_ seen: StepEvidence) -> HTML {
    let text = BriefText.cleaned(seen.text)
    let isLink = seen.url.map { $0.hasPrefix("https://") || $0.hasPrefix("http://") } ?? false
    let shown: HTML = isLink ? "<a href=\"\(seen.url ?? "")\">\(text)</a>" : "\(text)"
    return """
      <li>\(markup: shown) <span class="faint">\(BriefText.cleaned(seen.origin))</span></li>

      """
  }

  private func remarks(_ remarks: [String]) -> HTML {
    """
    <footer>
    <ul>
    \(each: remarks, remark)</ul>
    </footer>

    """
  }

  private func remark(_ text: String) -> HTML {
    """
    <li>\(BriefText.cleaned(text))</li>

    """
  }
}

extension StepState {
  fileprivate var tone: String {
    switch self {
    case .done: "good"
    case .notYet: "warn"
    case .unknown: ""
    case .contradicted: "bad"
    }
  }
}

extension ReleaseProcess {
  /// The page's class for the whole.
  fileprivate var tone: String {
    if !contradictions.isEmpty { return "fail" }
    return rows.allSatisfy(\.isDone) ? "pass" : "incomplete"
  }
}
