package import ReleaseScope

/// Draws a report in one format.
///
/// A renderer is a value: its options are stored properties, and the same report gives the same text.
package protocol ReportRenderer: Sendable {
  /// Writes `report` to `output`, ending with a newline.
  func render(_ report: ScopeReport, to output: inout some TextOutputStream)
}

extension ReportRenderer {
  /// The whole text of `report`.
  package func text(of report: ScopeReport) -> String {
    var text = ""
    render(report, to: &text)
    return text
  }
}
