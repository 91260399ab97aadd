package import ReleaseScope

/// Why a manifest that was made of an export may lack tickets of the version, or hold some of another one.
package enum ManifestGap: Equatable, Sendable {
  /// The file says that there is more, or ends within a row.
  case cutOff
  /// There are as many issues as the exporters stop at without a word.
  case usualLimit(issues: Int)
  /// Nothing tells the fix versions of any issue, so that all are taken for planned.
  case noFixVersions(issues: Int)
  /// Nobody can say whether these have the version; in the order of the file, never empty.
  case unclear([Issue])

  package struct Issue: Equatable, Sendable {
    package let key: TicketKey
    /// From 1.
    package let line: Int
  }

  /// What is wrong, lower case, without a full stop.
  package var message: String {
    switch self {
    case .cutOff: return "the export is cut off"
    case .usualLimit(let issues): return "the export ends at \(issues) issues, as exporters do when there are more"
    case .noFixVersions(let issues):
      let all = issues == 1 ? "the one issue counts" : "all \(issues) issues count"
      return "no column or field of fix versions was found, so \(all) as planned"
    case .unclear(let issues):
      let named = issues.prefix(3).map { "\($0.key) (line \($0.line))" }.joined(separator: ", ")
      let rest = issues.count > 3 ? " and \(issues.count - 3) more" : ""
      return "nobody can tell whether the version is that of \(named)\(rest)"
    }
  }

  package var help: String {
    switch self {
    case .cutOff, .usualLimit: "export the version again, in full"
    case .noFixVersions: "export the issues with their fix versions: the column 'Fix versions', the field 'fixVersions'"
    case .unclear: "export the issues from Jira, with a column for each fix version"
    }
  }
}
