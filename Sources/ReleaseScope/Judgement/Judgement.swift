/// The findings of all rules, with severities, waivers and the baseline applied.
package struct Judgement: Sendable {
  /// By severity, rule, ticket, commits.
  package let findings: [Finding]

  /// - Parameter paths: The paths that a commit changes; asked only where a waiver names a path.
  package init(
    _ input: RuleInput, stage: Stage, paths: (ObjectID) throws -> [String]
  ) rethrows {
    var input = input
    input.prepare()
    var findings = Self.find(input, stage: stage, rules: Rule.all.filter { !$0.id.isAboutAcceptance })
    let index = WaiverIndex(input.policy.waivers)
    var isUsed = [Bool](repeating: false, count: input.policy.waivers.count)
    for finding in findings.indices {
      for place in try index.places(covering: findings[finding], paths: paths) {
        isUsed[place] = true
        let waiver = input.policy.waivers[place]
        if waiver.expires >= input.now.day, findings[finding].waiver == nil { findings[finding].waiver = waiver }
      }
    }
    input.unusedEntries = Self.accept(&findings, by: input.baseline?.entries ?? [])
    let waivers = zip(input.policy.waivers, isUsed)
    input.expiredWaivers = waivers.filter { $1 && $0.expires < input.now.day }.map(\.0)
    input.unusedWaivers = waivers.filter { !$1 }.map(\.0)
    findings += Self.find(input, stage: stage, rules: Rule.all.filter(\.id.isAboutAcceptance))
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

  private static func find(_ input: RuleInput, stage: Stage, rules: [Rule]) -> [Finding] {
    rules.flatMap { rule -> [Finding] in
      let severity = rule.severity(at: stage, in: input.policy)
      guard severity != .off else { return [] }
      let mild = rule.isSet(at: stage, in: input.policy) ? severity : max(severity, .warning)
      return rule.find(input).map {
        let severity = $0.isMild ? mild : severity
        return Finding(
          rule: rule.id, severity: input.isProven($0, basis: rule.basis) ? severity : max(severity, .note),
          ticket: $0.ticket, commits: $0.commits, message: $0.message,
          help: $0.help ?? rule.advice)
      }
    }
  }
}

extension RuleInput {
  /// Whether a difference holds whatever the part of the history that is not here would show.
  func isProven(_ difference: Rule.Difference, basis: Rule.Basis) -> Bool {
    guard let certainAfter else { return true }
    return switch basis {
    case .documents: true
    case .presence: difference.commits.contains { commits[$0].map { $0.committer.time > certainAfter } ?? false }
    case .absence: false
    }
  }
}

extension RuleID {
  var isAboutAcceptance: Bool { self == .waiverExpired || self == .waiverUnused || self == .baselineUnused }
}

extension Finding {
  static func areInReadingOrder(_ left: Finding, _ right: Finding) -> Bool {
    if left.severity != right.severity { return left.severity < right.severity }
    if left.rule != right.rule { return left.rule < right.rule }
    if left.ticket != right.ticket {
      guard let leftTicket = left.ticket else { return true }
      guard let rightTicket = right.ticket else { return false }
      return leftTicket < rightTicket
    }
    if left.commits != right.commits { return left.commits.lexicographicallyPrecedes(right.commits) }
    return left.message < right.message
  }
}
