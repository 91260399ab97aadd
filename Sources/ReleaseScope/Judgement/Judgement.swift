/// The findings of all rules, with severities, waivers and the baseline applied.
package struct Judgement: Sendable {
  /// By severity, rule, ticket, commits.
  package let findings: [Finding]

  /// - Parameter paths: The paths that a commit changes; asked only where a waiver names a path.
  /// - Throws: What `paths` throws, and nothing else.
  package init(
    _ facts: RuleFacts, stage: Stage, paths: (ObjectID) throws -> [String]
  ) rethrows {
    let run = RuleRun(facts, stage: stage)
    let policy = facts.documents.policy
    let today = facts.documents.now.day
    var findings = run.findings()
    let index = WaiverIndex(policy.waivers)
    var isUsed = [Bool](repeating: false, count: policy.waivers.count)
    for finding in findings.indices {
      for place in try index.places(covering: findings[finding], paths: paths) {
        isUsed[place] = true
        let waiver = policy.waivers[place]
        if waiver.expires >= today, findings[finding].waiver == nil { findings[finding].waiver = waiver }
      }
    }
    let unusedEntries = Self.accept(&findings, by: facts.baseline?.entries ?? [])
    let waivers = zip(policy.waivers, isUsed)
    findings += run.findings(
      about: AcceptanceFacts(
        expiredWaivers: waivers.filter { $1 && $0.expires < today }.map(\.0),
        unusedWaivers: waivers.filter { !$1 }.map(\.0), unusedEntries: unusedEntries,
        unusedExemptions: facts.unusedExemptions))
    self.findings = findings.sorted(by: Finding.areInReadingOrder)
  }

  /// - Returns: The entries that cover no finding.
  private static func accept(_ findings: inout [Finding], by entries: [Baseline.Entry]) -> [Baseline.Entry] {
    let index = BaselineIndex(entries)
    var isUsed = [Bool](repeating: false, count: entries.count)
    for finding in findings.indices {
      guard let place = index.place(covering: findings[finding]) else { continue }
      isUsed[place] = true
      if findings[finding].waiver == nil { findings[finding].baselineReason = entries[place].reason }
    }
    return zip(entries, isUsed).filter { !$1 }.map(\.0)
  }
}
