import ReleaseScope

/// The value of `--rule`.
enum RuleOption {
  static func parse(_ text: String) throws -> (RuleID, Severity) {
    guard let (name, level) = text.splitOnce("=") else {
      throw Problem(.usage, "'--rule \(text)' names no severity", help: "write --rule unplanned-ticket=warning")
    }
    guard let id = RuleID(rawValue: name) else {
      let nearest = RuleID.allCases.map(\.rawValue).compactMap { rule in
        editDistance(rule.utf8, name.utf8, limit: 4).map { (rule, $0) }
      }.min { $0.1 < $1.1 }
      throw Problem(
        .usage, "there is no rule '\(name)'",
        help: nearest.map { "did you mean '\($0.0)'?" } ?? "run: relscope rules")
    }
    guard let severity = Severity(rawValue: level) else {
      throw Problem(
        .usage, "there is no severity '\(level)'",
        help: "use \(Severity.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return (id, severity)
  }
}
