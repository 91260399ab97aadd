package import ReleaseScope

/// Draws a report for the log of Azure Pipelines: logging commands that become issues of the run, a variable with the
/// verdict for later steps, then the whole report.
package struct AzureRenderer: ReportRenderer {
  package init() {}

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    let place = ReportedFile(report).path
    for annotation in Annotation.open(in: report) {
      // There is no issue below a warning; notes stand in the report.
      guard let type = annotation.severity.issueType else { continue }
      output.write(
        LoggingCommand.text(
          "task.logissue", ["type": type, "sourcepath": place, "linenumber": "1", "code": annotation.code],
          lines: annotation.lines))
    }
    output.write(
      LoggingCommand.text(
        "task.setvariable", ["variable": "relscopeVerdict", "isOutput": "true"], lines: [report.verdict.rawValue]))
    output.write("\n")
    TerminalRenderer(width: 100, colour: false, unicode: true).render(report, to: &output)
  }
}

extension Severity {
  fileprivate var issueType: String? {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note, .off: nil
    }
  }
}
