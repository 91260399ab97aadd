import ReleaseScope
import Testing

/// What each rule weighs: by itself, at a push, by the policy, and where some of the history is not here.
struct RuleWeightTests {
  /// The rules of what should not be there, which judge a push as they judge the merge.
  private static let pushRules: Set<RuleID> = [
    .unplannedTicket, .untrackedCommit, .wrongVersion, .removedTicket, .untrustedPolicy, .brokenSeal, .waiverExpired,
  ]
  private static let warnings: Set<RuleID> = [
    .mergeWithChanges,
    .partlyRevertedTicket, .suspiciousKey, .staleApproval, .unassigned, .releaseTicket, .baseAhead, .unportedFix,
    .staleManifest, .scopeDrift, .waiverUnused, .baselineUnused, .exemptionUnused,
  ]
  private static let notes: Set<RuleID> = [.alreadyOnBase, .untriaged, .unsealedManifest, .submoduleMoved]

  private static func usual(_ rule: RuleID) -> Severity {
    notes.contains(rule) ? .note : warnings.contains(rule) ? .warning : .error
  }

  private static func severities(
    _ rule: RuleID, at stage: Stage = .merge, _ change: (inout RuleStory) -> Void = { _ in }
  )
    -> [Severity]
  {
    guard var release = RuleStory.examples[rule] else { return [] }
    change(&release)
    return release.found(by: rule, at: stage).map(\.severity)
  }

  @Test(arguments: RuleID.allCases) func `has a rule with words, an example, and a weight of its own`(rule: RuleID) {
    let rules = Rule.all.filter { $0.id == rule }
    #expect(rules.count == 1)
    #expect(rules.allSatisfy { !$0.finds.isEmpty && !$0.advice.isEmpty })
    #expect(Self.severities(rule) == [Self.usual(rule)])
  }

  /// A command among the words would be found by nobody who looks for one.
  @Test(arguments: RuleID.allCases) func `gives a command apart from the words about it`(rule: RuleID) {
    let advice = Rule.all.filter { $0.id == rule }.map(\.advice)
    let own = RuleStory.examples[rule]?.judged().map(\.help) ?? []
    let hidden = (advice + own).filter { $0.words.contains("run: ") }
    #expect(hidden == [])
  }

  @Test func `lists the rules in the order of their names' list`() {
    #expect(Rule.all.map(\.id) == RuleID.allCases)
  }

  @Test(arguments: RuleID.allCases) func `fails a push only for what should not be there`(rule: RuleID) {
    let usual = Self.usual(rule)
    let weight = usual == .error && !Self.pushRules.contains(rule) ? .note : usual
    #expect(Self.severities(rule, at: .push) == [weight])
  }

  @Test(arguments: RuleID.allCases, Severity.allCases)
  func `weighs what the policy says, and more what it says of the stage`(rule: RuleID, severity: Severity) {
    let found = severity == .off ? [] : [severity]
    #expect(Self.severities(rule) { $0.policy.severities = [rule: severity] } == found)
    let staged = Self.severities(rule) {
      $0.policy.severities = [rule: severity == .note ? .error : .note]
      $0.policy.stages = [.merge: [rule: severity], .push: [rule: severity == .note ? .error : .note]]
    }
    #expect(staged == found)
    #expect(Self.severities(rule, at: .push) { $0.policy.stages = [.push: [rule: severity]] } == found)
    let pushed = Self.severities(rule, at: .push) { $0.policy.severities = [rule: severity] }
    #expect(pushed == (severity == .error && !Self.pushRules.contains(rule) ? [.note] : found))
  }
}

/// What holds whatever the part of the history that is not here would show.
extension RuleWeightTests {
  private enum Sort { case documents, presence, absence }

  private static func sort(_ rule: RuleID) -> Sort {
    switch rule {
    case .unplannedTicket, .untrackedCommit, .suspiciousKey, .wrongVersion, .mergeWithChanges, .staleApproval: .presence
    case .notReady, .unassigned, .untriaged, .versionState, .releaseTicket, .unsealedManifest, .brokenSeal,
      .staleManifest, .scopeDrift, .waiverExpired, .nothingChanged, .submoduleMoved, .approvalMissing, .approvalVoid:
      .documents
    default: .absence
    }
  }

  /// The only commit of the examples that need one is of second 1000.
  @Test(arguments: RuleID.allCases, [Int64(999), 1_000])
  func `is only a note where the rest of the history could refute it`(rule: RuleID, certainAfter: Int64) {
    let usual = Self.usual(rule)
    let isProven =
      switch Self.sort(rule) {
      case .documents: true
      case .presence: certainAfter == 999
      case .absence: false
      }
    let found = Self.severities(rule) { release in
      let gather = release.gather
      release.gather = {
        gather(&$0)
        $0.certainAfter = Instant(seconds: certainAfter)
      }
    }
    #expect(found == [isProven ? usual : .note])
  }

  @Test(arguments: [RuleID.unplannedTicket, .wrongVersion])
  func `is proven by one commit that is certainly not on the base`(rule: RuleID) {
    let found = Self.severities(rule) { release in
      for name in ["b", "c"] { release.commit(name, "SHOP-2 Search, \(name)") }
      let gather = release.gather
      release.gather = {
        gather(&$0)
        $0.certainAfter = Instant(seconds: 1_001)
      }
    }
    #expect(found == [.error])
  }
}
