package import ReleaseScope

/// Draws a report as GitLab's code quality artifact: the findings that count, at the first line of the manifest.
package struct GitLabRenderer: ReportRenderer {
  package init() {}

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    output.write(JSONText.text(Complaint.all(report).filter(\.isOpen).map(Issue.init)))
  }

  private struct Issue: Encodable {
    struct Location: Encodable {
      struct Lines: Encodable {
        var begin = 1
      }

      let path: String
      var lines = Lines()
    }

    let description: String
    let checkName: String
    let fingerprint: String
    let severity: String
    let location: Location

    enum CodingKeys: String, CodingKey {
      case description
      case checkName = "check_name"
      case fingerprint
      case severity
      case location
    }

    init(_ complaint: Complaint) {
      description = "\(complaint.message); \(complaint.help)"
      checkName = complaint.rule
      fingerprint = complaint.fingerprint
      severity =
        switch complaint.severity {
        case .error: "critical"
        case .warning: "minor"
        case .note, .off: "info"
        }
      location = Location(path: complaint.path)
    }
  }
}
