import ReleaseScope

/// The verdict in words.
struct Headline {
  /// `FAIL`, or `FAIL, INCOMPLETE`.
  let verdict: String
  /// The answer to the question that was asked.
  let sentence: String

  init(_ report: ScopeReport) {
    let unseen = report.incomplete.count
    let branch = report.range.release.shownName
    let version = report.version.map(\.text) ?? "its version"
    switch report.verdict {
    case .pass:
      verdict = "PASS"
      // What the baseline accepts is not what the version says.
      let known = report.counts.known
      guard known == 0 else {
        sentence =
          "\(branch) has no new errors against \(version): \(Self.scope(report)), "
          + "\(quantity(known, "finding")) in the baseline\(Self.findings(report).map { ", \($0)" } ?? "")"
        return
      }
      sentence =
        "\(branch) is what \(version) says: \(Self.scope(report))\(Self.findings(report).map { ", \($0)" } ?? "")"
    case .fail:
      verdict = unseen == 0 ? "FAIL" : "FAIL, INCOMPLETE"
      let seen = unseen == 0 ? "" : "; \(quantity(unseen, "thing")) not seen"
      sentence = "\(branch) is not what \(version) says: \(Self.findings(report) ?? "no findings")\(seen)"
    case .incomplete:
      verdict = "INCOMPLETE"
      let found = Self.findings(report).map { "; \($0) so far" } ?? ""
      sentence =
        "cannot tell if \(branch) is what \(version) says: \(quantity(unseen, "thing")) not seen\(found)"
    }
  }

  private static func scope(_ report: ScopeReport) -> String {
    if report.counts.delivered > 0 { return quantity(report.counts.delivered, "ticket") }
    return report.range.commits == 0 ? "nothing planned, nothing in the range" : "no tickets"
  }

  private static func findings(_ report: ScopeReport) -> String? {
    let parts = [(report.counts.errors, "error"), (report.counts.warnings, "warning")].filter { $0.0 > 0 }
      .map { quantity($0.0, $0.1) }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension RangeEnd {
  /// The name, abbreviated where it is an object id.
  var shownName: String { ObjectID(name)?.abbreviated ?? name }

  /// The name with the abbreviated id.
  var described: String {
    guard let id, shownName != id.abbreviated else { return shownName }
    return "\(shownName) (\(id.abbreviated))"
  }
}
