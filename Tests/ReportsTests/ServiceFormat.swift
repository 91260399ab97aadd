import ReleaseScope
import Reports

/// The formats that programs read, each with the renderer as the command line would make it.
enum ServiceFormat: String, CaseIterable {
  case junit, sarif, github, gitlab, azure, rdjson, csv

  /// The extension of its golden files.
  var fileExtension: String {
    switch self {
    case .junit: "xml"
    case .sarif, .gitlab, .rdjson: "json"
    case .github, .azure: "txt"
    case .csv: "csv"
    }
  }

  func text(of report: ScopeReport) -> String {
    switch self {
    case .junit: JUnitRenderer().text(of: report)
    case .sarif: SARIFRenderer(toolVersion: "0.1.0").text(of: report)
    case .github: GitHubRenderer().text(of: report)
    case .gitlab: GitLabRenderer().text(of: report)
    case .azure: AzureRenderer().text(of: report)
    case .rdjson: RDJSONRenderer().text(of: report)
    case .csv: CSVRenderer().text(of: report)
    }
  }
}
