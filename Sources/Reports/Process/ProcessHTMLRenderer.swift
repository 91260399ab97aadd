package import ReleaseProcess
package import ReleaseScope

/// Draws how far a release is as one HTML file: the page of its report with the steps, or without a report, the steps
/// alone.
package struct ProcessHTMLRenderer: Sendable {
  private let report: ScopeReport?

  /// - Parameter report: The comparison of the release with its manifest; `nil` where there is none.
  package init(report: ScopeReport? = nil) {
    self.report = report
  }

  package func text(of process: ReleaseProcess) -> String {
    if let report { return HTMLRenderer(process: process).text(of: report) }
    let name = "Release \(BriefText.cleaned(process.version.text))"
    let page: HTML = """
      \(markup: HTMLPage.start("\(name): \(process.tally)"))<body>
      <div class="running" aria-hidden="true"><p>\(name)</p></div>
      <div class="page">
      <header class="\(process.tone)">
      <h1>\(name)\(process.plan.map { ", \(BriefText.cleaned($0))" } ?? "")</h1>
      \(markup: ProcessHTML.summary(process))</header>
      <main>
      \(markup: ProcessHTML.section(process))</main>
      </div>
      <script>\(markup: PageScript.source)</script>
      </body>
      </html>

      """
    return page.text
  }
}

extension ReleaseProcess {
  /// The page's class for the whole.
  fileprivate var tone: String {
    if !contradictions.isEmpty { return "fail" }
    return rows.allSatisfy(\.isDone) ? "pass" : "incomplete"
  }
}
