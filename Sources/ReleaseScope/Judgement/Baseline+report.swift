extension Baseline {
  /// Accepts the errors of a report that nobody has waived.
  ///
  /// - Parameters:
  ///   - earlier: Its entries keep their reasons, as far as they match.
  ///   - reason: For the others.
  /// - Returns: `nil` for a report without a version.
  package init?(of report: ScopeReport, keeping earlier: Baseline?, reason: String) {
    guard let version = report.version else { return nil }
    let kept = earlier.flatMap { $0.version == version ? $0.entries : nil } ?? []
    let findings = report.findings.filter { $0.severity == .error && $0.waiver == nil && $0.rule.canBeInBaseline }
    let known = BaselineIndex(kept)
    let entries = findings.map { finding in
      Entry(
        rule: finding.rule, ticket: finding.ticket,
        commits: finding.rule.countsCommits ? finding.commits.sorted() : [], about: finding.about,
        message: finding.message,
        reason: known.place(covering: finding).map { kept[$0].reason } ?? reason)
    }
    self.init(version: version, entries: entries)
  }
}

extension Baseline.Entry {
  /// Whether a finding of the same rule and ticket is the one of the entry, or has become less: a commit that is not in
  /// the entry makes it new.
  func covers(_ finding: Finding) -> Bool {
    if rule.countsCommits, !finding.commits.isEmpty {
      let known = Set(commits)
      return finding.commits.allSatisfy(known.contains)
    }
    guard let told = finding.about else { return true }
    // An entry of before has the sentence alone.
    return about.map { $0 == told } ?? (finding.message == message)
  }
}
