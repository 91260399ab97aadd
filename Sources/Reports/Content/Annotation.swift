import ReleaseScope

/// One thing that a service shows to those who did not ask for a report: a finding, or what could not be seen.
struct Annotation {
  let severity: Severity
  /// The rule, or the reason of what could not be seen.
  let code: String
  /// What it is about: a ticket or a commit; `nil` for the release.
  let subject: String?
  /// What is wrong, the commits in short, what to do: a field of foreign text each, none of them long.
  let lines: [String]
  /// The same for the same thing in every run, and no other annotation of the report has it: the code and the subject,
  /// in the letters of rules, keys and object ids.
  let identity: String
  /// Why the finding does not count; `nil` for one that does.
  let acceptance: String?

  private static let commitsShown = 3
  private static let longest = 2_000

  /// What counts, the worst first; what could not be seen comes after the errors and before the warnings.
  static func open(in report: ScopeReport) -> [Self] { all(in: report).filter { $0.acceptance == nil } }

  /// The same with the findings that somebody has accepted.
  static func all(in report: ScopeReport) -> [Self] {
    var names = AnnotationNames()
    let findings = report.findings.map { Self($0, in: report, names: &names) }
    let unseen = report.incomplete.map { unseen in
      let lines = Self.lines(unseen.message, commits: [], help: unseen.help.text)
      return Self(
        severity: .error, code: unseen.reason.rawValue, subject: nil, lines: lines,
        identity: names.unique(unseen.reason.rawValue), acceptance: nil)
    }
    return findings.filter { $0.severity == .error } + unseen
      + findings.filter { $0.severity != .error }.sorted { $0.severity < $1.severity }
  }

  private init(
    severity: Severity, code: String, subject: String?, lines: [String], identity: String, acceptance: String?
  ) {
    self.severity = severity
    self.code = code
    self.subject = subject
    self.lines = lines
    self.identity = identity
    self.acceptance = acceptance
  }

  private init(_ finding: Finding, in report: ScopeReport, names: inout AnnotationNames) {
    let shown = finding.commits.prefix(Self.commitsShown).map { report.line(of: $0) }
    let rest = finding.commits.count - shown.count
    self.init(
      severity: finding.severity, code: finding.rule.rawValue, subject: finding.subject.label,
      lines: Self.lines(
        finding.message, commits: shown + (rest > 0 ? ["and \(quantity(rest, "commit")) more"] : []),
        help: finding.help.text),
      identity: names.unique(finding.identity), acceptance: finding.acceptance)
  }

  private static func lines(_ message: String, commits: [String], help: String) -> [String] {
    ([message] + commits + (help.isEmpty ? [] : ["\u{2192} \(help)"])).map { $0.cut(to: longest) }
  }
}

/// Gives each annotation of a report a name of its own.
struct AnnotationNames {
  private var counts: [String: Int] = [:]

  mutating func unique(_ name: String) -> String {
    let count = counts[name, default: 0] + 1
    counts[name] = count
    return count == 1 ? name : "\(name)/\(count)"
  }
}

extension Finding {
  fileprivate var identity: String {
    switch subject {
    case .ticket(let key): "\(rule.rawValue)/\(key)"
    case .commit(let id): "\(rule.rawValue)/\(id)"
    case .release: rule.rawValue
    }
  }

  /// Who has accepted the finding, and why; `nil` if nobody has.
  var acceptance: String? {
    waiver.map { "waived by \($0.approver) until \($0.expires): \($0.reason)" }
      ?? baselineReason.map { "in the baseline: \($0)" }
  }
}

extension ScopeReport {
  /// A commit on one line: id, subject, author.
  func line(of id: ObjectID) -> String {
    guard let summary = summary(of: id) else { return id.abbreviated }
    return "\(id.abbreviated) \(summary.subject.cut(to: 300)) (\(summary.author.cut(to: 100)))"
  }
}

extension String {
  /// The text, or of one that is longer than `limit` characters, its start and `…`.
  func cut(to limit: Int) -> String {
    let start = prefix(limit)
    return start.endIndex < endIndex ? "\(start)\u{2026}" : self
  }
}
