package import ReleaseScope

/// Draws a report as reviewdog's diagnostics: the findings that count.
package struct RDJSONRenderer: ReportRenderer {
  package init() {}

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    output.write(JSONText.text(Diagnostics(diagnostics: Complaint.all(report).filter(\.isOpen).map(Diagnostic.init))))
  }

  private struct Diagnostics: Encodable {
    var source = ["name": "relscope"]
    let diagnostics: [Diagnostic]
  }

  private struct Diagnostic: Encodable {
    struct Location: Encodable {
      let path: String
      var range = ["start": ["line": 1]]
    }

    let message: String
    let location: Location
    let severity: String
    let code: [String: String]

    init(_ complaint: Complaint) {
      message = "\(complaint.message); \(complaint.help)"
      location = Location(path: complaint.path)
      severity =
        switch complaint.severity {
        case .error: "ERROR"
        case .warning: "WARNING"
        case .note, .off: "INFO"
        }
      code = ["value": complaint.rule]
    }
  }
}
