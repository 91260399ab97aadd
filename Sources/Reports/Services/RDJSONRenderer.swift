import JSON
package import ReleaseScope

/// Draws a report in the Reviewdog Diagnostic Format: `reviewdog -f=rdjson` makes comments on the pull request of it.
package struct RDJSONRenderer: ReportRenderer {
  package init() {}

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    let location = JSONValue.object([
      "path": .text(ReportedFile(report).path),
      "range": .object(["start": .object(["line": .number(1)])]),
    ])
    let diagnostics = Annotation.open(in: report).map { annotation -> JSONValue in
      .object([
        // A comment is Markdown.
        "message": .string(annotation.lines.map { MarkdownText.escaped($0) }.joined(separator: "\n")),
        "location": location,
        "severity": .string(annotation.severity.rdName),
        "code": .object(["value": .string(annotation.code)]),
      ])
    }
    output.write(
      JSONValue.object([
        "source": .object(["name": .string("relscope")]),
        "diagnostics": .array(diagnostics),
      ]).document)
  }
}

extension Severity {
  fileprivate var rdName: String {
    switch self {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .note, .off: "INFO"
    }
  }
}
