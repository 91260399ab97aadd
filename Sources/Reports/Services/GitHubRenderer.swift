package import ReleaseScope

/// Draws a report for the log of GitHub Actions: workflow commands that become annotations, then the whole report.
package struct GitHubRenderer: ReportRenderer {
  /// A step has room for ten annotations of each kind, and drops the others without a word.
  private static let limit = 10

  package init() {}

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    let annotations = Annotation.open(in: report)
    let shown = annotations.count > Self.limit ? Self.limit - 1 : annotations.count
    let place = ReportedFile(report).path
    for annotation in annotations.prefix(shown) {
      let title = [annotation.code, annotation.subject].compactMap(\.self).joined(separator: ": ")
      output.write(
        WorkflowCommand.text(
          annotation.severity.command, ["file": place, "line": "1", "title": title], lines: annotation.lines))
    }
    let rest = annotations.dropFirst(shown)
    if let worst = rest.first {
      output.write(
        WorkflowCommand.text(
          worst.severity.command, ["file": place, "line": "1", "title": "\(rest.count) more"],
          lines: ["and \(rest.count) more: the summary of the job and this log have them all"]))
    }
    output.write("\n")
    TerminalRenderer(width: 100, colour: false, unicode: true).render(report, to: &output)
  }
}

extension Severity {
  /// The name of the workflow command.
  fileprivate var command: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .note, .off: "notice"
    }
  }
}
