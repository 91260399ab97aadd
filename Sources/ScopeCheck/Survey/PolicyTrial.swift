package import ReleaseScope

/// What a policy would have found in a release.
package struct PolicyTrial: Sendable {
  package let release: NamedCommit
  /// Where the range began; empty where it was not found.
  package let start: String
  package let commits: Int
  package let tickets: Int
  package let untracked: Int
  package let exempt: Int
  /// How often each rule would have found something, errors first.
  package let findings: [(rule: RuleID, severity: Severity, count: Int)]
  /// What could not be seen, a missing manifest apart; or why nothing was.
  package let unseen: [String]

  /// Tries the policy on releases that there were.
  ///
  /// - Parameters:
  ///   - policy: Its text.
  ///   - releases: The newest first.
  ///   - tag: What tags are called, if the releases are tags: a range then begins at the version before.
  /// - Throws: What is wrong with the repository; what is wrong with one release is said of it.
  package static func run(
    _ policy: String, on releases: ArraySlice<NamedCommit>, tag: BranchPattern?, base: NamedCommit, now: Instant,
    in repository: some ReleaseRepository
  ) throws -> [PolicyTrial] {
    var trials: [PolicyTrial] = []
    for release in releases {
      var request = CheckRequest(now: now)
      request.baseCommit = base
      request.releaseCommit = release
      request.policy = .contents(Array(policy.utf8), name: CheckRequest.policyPath)
      request.needsManifest = false
      if let tag {
        request.since = tag.text.filling("{version}", with: "{previous}")
        request.version = tag.version(in: release.name).flatMap { try? VersionName(parsing: $0) }
      }
      do {
        trials.append(PolicyTrial(release, try ScopeCheck(repository, request).run()))
      } catch let error as any ExplainedError {
        trials.append(PolicyTrial(release, error.problem))
      }
    }
    return trials
  }

  private init(_ release: NamedCommit, _ report: ScopeReport) {
    self.release = release
    start = report.range.base.name
    commits = report.range.commits
    tickets = report.tickets.count { $0.state == .delivered || $0.state == .partlyReverted }
    untracked = report.untracked.count
    exempt = report.exempt.count
    var counts: [RuleID: (severity: Severity, count: Int)] = [:]
    for finding in report.findings where finding.severity < .note {
      counts[finding.rule, default: (finding.severity, 0)].count += 1
    }
    findings = RuleID.allCases.compactMap { rule in counts[rule].map { (rule, $0.severity, $0.count) } }
      .sorted { $0.severity < $1.severity }
    unseen = report.incomplete.filter { $0.reason != .noManifest }.map(\.message)
  }

  private init(_ release: NamedCommit, _ problem: Problem) {
    self.release = release
    (start, commits, tickets, untracked, exempt, findings) = ("", 0, 0, 0, 0, [])
    unseen = [problem.message]
  }
}
