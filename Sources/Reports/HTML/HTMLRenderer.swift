package import ReleaseScope

/// Draws a report as one HTML file for people: filtered, sorted and opened in the browser, without any request.
///
/// Everything is in the file; its Content-Security-Policy lets nothing run or load but its own script and style, told
/// by their digests. Without scripts, as in Jenkins, everything is there and open. Foreign text is cleaned of what acts
/// on a terminal or reverses a line, and is escaped by ``HTML``.
package struct HTMLRenderer: ReportRenderer {
  package init() {}

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    output.write(HTMLPage(report).html.text)
  }
}
