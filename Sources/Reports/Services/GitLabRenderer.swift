import JSON
package import ReleaseScope

/// Draws a report as GitLab's code quality artifact: a JSON array of what is wrong, empty for a pass.
package struct GitLabRenderer: ReportRenderer {
  package init() {}

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    let place = ReportedFile(report).path
    let issues = Annotation.open(in: report).map { annotation -> JSONValue in
      .object([
        "description": .text(annotation.lines.joined(separator: "; ")),
        "check_name": .string(annotation.code),
        "fingerprint": .string("relscope/\(annotation.identity)"),
        "severity": .string(annotation.severity.gitLabName),
        "location": .object(["path": .text(place), "lines": .object(["begin": .number(1)])]),
      ])
    }
    output.write(JSONValue.array(issues).document)
  }
}

extension Severity {
  fileprivate var gitLabName: String {
    switch self {
    case .error: "major"
    case .warning: "minor"
    case .note, .off: "info"
    }
  }
}
