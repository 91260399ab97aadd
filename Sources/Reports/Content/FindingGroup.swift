import ReleaseScope

/// The findings of one rule and severity, which are read together.
struct FindingGroup {
  let rule: RuleID
  let severity: Severity
  /// In the order of the report; those about commits alone, the newest first.
  let findings: [Finding]
  /// What to do about most of them; a finding that needs something else says so itself.
  let sharedHelp: Advice?
  /// What is wrong, where it is the same for all but for the ticket's key at its start.
  let sharedMessage: String?

  private init(_ findings: [Finding], rule: RuleID, severity: Severity) {
    self.rule = rule
    self.severity = severity
    self.findings = findings
    sharedHelp = Self.commonest(findings.map(\.help))
    sharedMessage = findings.count > 1 ? Self.shared(findings.map(\.ownMessage)) : nil
  }

  /// Groups the findings that no waiver covers: errors first, then by rule.
  static func groups(of report: ScopeReport) -> [Self] {
    let open = Dictionary(grouping: report.findings.filter(\.isOpen)) { $0.rule }
    return Severity.allCases.flatMap { severity in
      RuleID.allCases.compactMap { rule in
        let findings = (open[rule] ?? []).filter { $0.severity == severity }
        return findings.isEmpty ? nil : Self(inTimeOrder(findings, report), rule: rule, severity: severity)
      }
    }
  }

  /// Findings about commits as people read a log, the newest first; others as they are.
  private static func inTimeOrder(_ findings: [Finding], _ report: ScopeReport) -> [Finding] {
    var dated: [(finding: Finding, place: Int, date: Instant)] = []
    for (place, finding) in findings.enumerated() {
      guard case .commit(let id) = finding.subject, let date = report.summary(of: id)?.date else { return findings }
      dated.append((finding, place, date))
    }
    return dated.sorted { ($1.date, $0.place) < ($0.date, $1.place) }.map(\.finding)
  }

  /// The advice that comes most often, if it comes more than once or is the only one; of several, the first.
  private static func commonest(_ advice: [Advice]) -> Advice? {
    var counts: [Advice: Int] = [:]
    for each in advice { counts[each, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    return most > 1 || advice.count == 1 ? advice.first { counts[$0] == most } : nil
  }

  private static func shared(_ texts: [String]) -> String? {
    guard let first = texts.first, texts.allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}

extension Finding {
  /// The message without the ticket's key at its start, for a place beside the key.
  var ownMessage: String {
    guard let ticket, let rest = message.splitOnce("\(ticket) "), rest.before.isEmpty else { return message }
    return rest.after
  }

  /// What the finding is about, where it is one thing.
  var subject: FindingSubject {
    if let ticket { return .ticket(ticket) }
    if commits.count == 1, let commit = commits.first { return .commit(commit) }
    return .release
  }
}

extension Severity {
  /// The word at the start of a heading, five columns wide at most.
  var label: String {
    switch self {
    case .error: "ERROR"
    case .warning: "WARN"
    case .note, .off: "NOTE"
    }
  }
}
