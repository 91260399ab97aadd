import ArgumentParser
import Documents
import ReleaseScope
import Reports

/// How a report is drawn.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case terminal
  case json
  case markdown
  case html
  case junit
  case sarif
  case github
  case gitlab
  case azure
  case rdjson
  case csv

  /// The format that a file's name asks for; a name without an extension is a page of text.
  ///
  /// - Returns: `nil` for an extension that says nothing.
  init?(nameOf file: String) {
    let name = file.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else {
      self = .terminal
      return
    }
    let lowercased = name[name.index(after: dot)...].lowercased()
    switch name.lowercased().hasSuffix(".sarif.json") ? "sarif" : lowercased {
    case "txt", "log": self = .terminal
    case "json": self = .json
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    case "xml": self = .junit
    case "sarif": self = .sarif
    case "rdjson": self = .rdjson
    case "csv": self = .csv
    default: return nil
    }
  }

  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// - Parameter terminal: What the place that the report goes to can show.
  func text(of report: ScopeReport, on terminal: Terminal) -> String {
    switch self {
    case .terminal:
      return TerminalRenderer(on: terminal).text(of: report)
    case .json:
      var text = ""
      ReportFile().write(report, to: &text)
      return text
    case .markdown: return MarkdownRenderer().text(of: report)
    case .html: return HTMLRenderer().text(of: report)
    case .junit: return JUnitRenderer().text(of: report)
    case .sarif: return SARIFRenderer(toolVersion: ProgramVersion.version).text(of: report)
    case .github: return GitHubRenderer().text(of: report)
    case .gitlab: return GitLabRenderer().text(of: report)
    case .azure: return AzureRenderer().text(of: report)
    case .rdjson: return RDJSONRenderer().text(of: report)
    case .csv: return CSVRenderer().text(of: report)
    }
  }
}
