import ReleaseScope

/// One test case.
struct JUnitCase {
  /// A message is foreign text as it came; lines are escaped.
  enum Outcome {
    /// With what is worth saying nevertheless.
    case passed([String])
    case failed(String, [String])
    case error(String, [String])
    case skipped(String)
  }

  let suite: String
  let name: String
  let outcome: Outcome

  var text: String {
    let start = "    <testcase classname=\"relscope.\(suite)\" name=\"\(XMLText.escaped(name))\""
    switch outcome {
    case .passed(let lines) where lines.isEmpty: return start + "/>\n"
    case .passed(let lines): return Self.element(start, "<system-out>", lines, "</system-out>")
    case .failed(let message, let lines):
      return Self.element(start, "<failure type=\"fail\" message=\"\(Self.brief(message))\">", lines, "</failure>")
    case .error(let message, let lines):
      return Self.element(start, "<error type=\"incomplete\" message=\"\(Self.brief(message))\">", lines, "</error>")
    case .skipped(let message): return Self.element(start, "<skipped message=\"\(Self.brief(message))\"/>", [], "")
    }
  }

  private static func brief(_ text: String) -> String { XMLText.escaped(text.cut(to: 500)) }

  private static func element(_ start: String, _ opening: String, _ lines: [String], _ closing: String) -> String {
    "\(start)>\n      \(opening)\(lines.joined(separator: "\n"))\(closing)\n    </testcase>\n"
  }
}

extension JUnitCase.Outcome {
  /// What the findings of one rule, or about one ticket, come to.
  ///
  /// Where something could not be seen, what nothing was found against is skipped: it has not passed.
  /// - Parameter line: Says in one line what a finding says.
  static func of(_ findings: [Finding], in report: ScopeReport, line: (Finding) -> String) -> Self {
    let failing = findings.filter { $0.isOpen && $0.severity == .error }
    let said = findings.flatMap { finding in
      [XMLText.escaped("\(finding.severity.rawValue) \(line(finding))".cut(to: 2_000))] + details(finding, in: report)
    }
    if let first = failing.first {
      let more = failing.count > 1 ? ", and \(failing.count - 1) more" : ""
      return .failed(first.message + more, said)
    }
    if let accepted = findings.lazy.compactMap(\.acceptance).first, findings.allSatisfy({ !$0.isOpen }) {
      return .skipped(accepted)
    }
    if findings.isEmpty, !report.incomplete.isEmpty { return .skipped("not judged: not everything could be seen") }
    return .passed(said)
  }

  private static func details(_ finding: Finding, in report: ScopeReport) -> [String] {
    let commits = finding.commits.prefix(10).map { report.line(of: $0) }
    let rest = finding.commits.count > 10 ? ["and \(finding.commits.count - 10) more"] : []
    let end = finding.acceptance ?? "\u{2192} \(finding.help.text)"
    return (commits + rest + [end]).map { "  \(XMLText.escaped($0.cut(to: 2_000)))" }
  }
}
