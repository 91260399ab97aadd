package import ReleaseScope

/// What a step of GitHub Actions hands to later steps, as the text that is appended to the file of `GITHUB_OUTPUT`.
package struct GitHubOutputs {
  package let text: String

  package init(_ report: ScopeReport) {
    text = [
      ("verdict", report.verdict.rawValue), ("version", report.version?.text ?? ""),
      ("release", report.range.release.id?.description ?? ""), ("errors", "\(report.counts.errors)"),
      ("warnings", "\(report.counts.warnings)"), ("incomplete", "\(report.incomplete.count)"),
    ].map { Self.entry($0, TerminalText(unicode: true).cleaned($1)) }.joined()
  }

  /// `name<<DELIMITER`, the value, and a line that is no part of the value: whatever stands in it, no other output can
  /// come from it.
  static func entry(_ name: String, _ value: String) -> String {
    var delimiter = "relscope-end"
    while value.contains(delimiter) { delimiter += "-" }
    return "\(name)<<\(delimiter)\n\(value)\n\(delimiter)\n"
  }
}
