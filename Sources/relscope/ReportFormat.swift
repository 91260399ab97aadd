import ArgumentParser
import Documents
import ReleaseScope
import Reports

/// The formats of `--format`.
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

  static let names = allCases.map(\.rawValue)

  /// The format that a file's name says; `nil` if it says none.
  init?(ofFile path: String) {
    guard let format = Self.byEnding[Self.ending(of: path)]?.first else { return nil }
    self = format
  }

  /// Whether a file of this name may hold the format: `report.json` may be GitLab's, `report.html` may not.
  func suits(file path: String) -> Bool { Self.byEnding[Self.ending(of: path)]?.contains(self) ?? true }

  /// The formats that files with an ending hold; the first unless another one is asked for.
  private static let byEnding: [Substring: [ReportFormat]] = [
    "json": [.json, .gitlab, .rdjson, .sarif], "md": [.markdown], "html": [.html], "htm": [.html], "sarif": [.sarif],
    "xml": [.junit], "csv": [.csv], "txt": [.terminal, .github, .azure],
  ]

  private static func ending(of path: String) -> Substring {
    let name = path.split(separator: "/").last ?? ""
    return name.contains(".") ? name.split(separator: ".").last ?? "" : ""
  }

  func text(of report: ScopeReport, _ terminal: Terminal) -> String {
    switch self {
    case .terminal:
      return TerminalRenderer(width: terminal.width, colour: terminal.colour, unicode: terminal.unicode)
        .text(of: report)
    case .json:
      var text = ""
      ReportFile().write(report, to: &text)
      return text
    case .markdown: return MarkdownRenderer().text(of: report)
    case .html: return HTMLRenderer().text(of: report)
    case .junit: return JUnitRenderer().text(of: report)
    case .sarif: return SARIFRenderer(toolVersion: Relscope.version).text(of: report)
    case .github: return GitHubRenderer().text(of: report)
    case .gitlab: return GitLabRenderer().text(of: report)
    case .azure: return AzureRenderer().text(of: report)
    case .rdjson: return RDJSONRenderer().text(of: report)
    case .csv: return CSVRenderer().text(of: report)
    }
  }
}
