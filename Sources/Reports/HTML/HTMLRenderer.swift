package import ReleaseProcess
package import ReleaseScope

/// Draws a report as one HTML file for people: filtered, sorted and opened in the browser, without any request.
///
/// Everything is in the file; its Content-Security-Policy lets nothing run or load but its own script and style, told
/// by their digests. Without scripts, as in Jenkins, everything is there all the same. Foreign text is cleaned of what
/// acts on a terminal or reverses a line, and is escaped by ``HTML``.
package struct HTMLRenderer: ReportRenderer {
  private let process: ReleaseProcess?

  /// - Parameter process: How far the release is, where somebody asked.
  package init(process: ReleaseProcess? = nil) {
    self.process = process
  }

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    output.write(HTMLPage(report, process: process).html.text)
  }
}
