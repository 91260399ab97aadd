import Documents
import InMemoryRepository
package import ReleaseScope
import ScopeCheck

/// What relscope says of a random history, beside what is right.
package struct OracleRun {
  package struct Disagreement: Equatable, Sendable {
    package enum Subject: Equatable, Sendable {
      case ticket(TicketKey)
      case verdict
      /// Which merges have changes of their own.
      case merges
    }

    package let subject: Subject
    package let expected: String
    package let seen: String
  }

  package let history: RandomHistory
  let report: ScopeReport
  package let disagreements: [Disagreement]
  /// The doubts by which another answer would have been right, too.
  package let doubts: [Doubt]
  /// `nil` where the contents leave it open.
  package let expectedVerdict: Verdict?

  package init(_ history: RandomHistory) throws {
    self.history = history
    report = try ScopeCheck(history.repository, history.request).run()
    let seen = Dictionary(uniqueKeysWithValues: report.tickets.map { ($0.key, $0.state) })
    var disagreements: [Disagreement] = []
    for (key, truth) in history.truth.sorted(by: { $0.key < $1.key }) {
      let state = seen[key] ?? .absent
      guard !truth.states.contains(state) else { continue }
      disagreements.append(
        Disagreement(
          subject: .ticket(key), expected: truth.states.map(\.rawValue).sorted().joined(separator: " or "),
          seen: state.rawValue))
    }
    let found = Set(report.findings.filter { $0.rule == .mergeWithChanges }.flatMap(\.commits))
    if found != history.changedMerges {
      func names(_ merges: Set<ObjectID>) -> String { merges.map(\.abbreviated).sorted().joined(separator: " ") }
      disagreements.append(
        Disagreement(subject: .merges, expected: names(history.changedMerges), seen: names(found)))
    }
    expectedVerdict = history.verdict
    if let expectedVerdict, expectedVerdict != report.verdict {
      let errors = report.findings.filter { $0.severity == .error }
      let rules = Set(
        errors.map { [$0.rule.rawValue, $0.ticket?.description].compactMap(\.self).joined(separator: " of ") }
      ).sorted()
      disagreements.append(
        Disagreement(
          subject: .verdict, expected: expectedVerdict.rawValue,
          seen: ([report.verdict.rawValue] + rules).joined(separator: " ")))
    }
    self.disagreements = disagreements
    doubts = history.truth.values.compactMap(\.doubt)
  }

  package var verdict: Verdict { report.verdict }
  package var isFalsePass: Bool { expectedVerdict == .fail && verdict != .fail }
  package var isFalseFailure: Bool { expectedVerdict == .pass && verdict != .pass }
}

extension RandomHistory {
  package static let policy =
    "projects: [SHOP, PAY]\nrules: {untracked-commit: off, base-ahead: off, unsealed-manifest: off, unassigned: off}\n"

  package var manifest: String {
    let tickets = planned.sorted().map { key in
      "{\"key\": \"\(key)\", \"status\": \"Ready for Release\", \"fixVersions\": [\"2.4.0\"]}"
    }
    return "{\"schema\": \"relscope.manifest/1\", \"version\": {\"name\": \"2.4.0\"}, \"tickets\": ["
      + tickets.joined(separator: ", ") + "]}\n"
  }

  var request: CheckRequest {
    var request = CheckRequest(now: Instant(seconds: 1_790_000_000))
    request.base = "main"
    request.release = "release/2.4.0"
    request.policy = .contents(Array(Self.policy.utf8), name: "policy.yml")
    request.manifest = .contents(Array(manifest.utf8), name: "manifest.json")
    return request
  }

  /// `nil` where a doubt leaves it open.
  var verdict: Verdict? {
    if changesNothing { return .fail }
    // A release that has one may not pass, if the ticket is planned.
    var isOpen = !untold.isDisjoint(with: planned)
    for (key, truth) in truth {
      let wrong: Set<TicketState> =
        planned.contains(key)
        ? [.absent, .mentioned, .reverted, .removed] : [.delivered, .partlyReverted, .removed]
      if wrong.isSuperset(of: truth.states) { return .fail }
      if !wrong.isDisjoint(with: truth.states) { isOpen = true }
    }
    return isOpen ? nil : .pass
  }
}
