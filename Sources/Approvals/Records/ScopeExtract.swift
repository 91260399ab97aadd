package import ReleaseScope

/// What of a report an approval is bound to, in one canonical text.
///
/// It has what the release delivers and what is wrong with that. What a clock, the base's own work, other branches or a
/// click in Jira change is not in it: the gate judges that anew each time.
package struct ScopeExtract: Sendable {
  package let text: String

  package var digest: String { SHA2.name(of: Array(text.utf8)) }

  /// - Parameter mergeBases: In any order.
  package init(of report: ScopeReport, head: ObjectID, mergeBases: [ObjectID]) {
    var lines = ["relscope.scope/1", "version \(FlatObject.quoted(report.version?.text ?? ""))", "head \(head)"]
    lines += mergeBases.sorted().map { "merge-base \($0)" }
    lines += report.tickets.map { "ticket \($0.key) \($0.isPlanned ? "planned" : "unplanned") \($0.state.rawValue)" }
    lines += Set(report.findings.compactMap(Self.line)).sorted()
    text = lines.map { "\($0)\n" }.joined()
  }

  private static func line(_ finding: Finding) -> String? {
    guard let rule = finding.rule.inScope else { return nil }
    var words = ["finding", rule.rawValue, finding.ticket?.description ?? "-"]
    // Where the work of a missing ticket is, not every clone knows.
    if rule != .missingTicket { words += finding.commits.sorted().map(\.description) }
    if let waiver = finding.waiver {
      words += ["waived", FlatObject.quoted(waiver.reason), FlatObject.quoted(waiver.approver), "\(waiver.expires)"]
    }
    if let reason = finding.baselineReason { words += ["known", FlatObject.quoted(reason)] }
    return words.joined(separator: " ")
  }
}

extension RuleID {
  /// By which name a finding is part of the scope; `nil` if it is not.
  fileprivate var inScope: RuleID? {
    switch self {
    case .unplannedTicket, .missingTicket, .revertedTicket, .partlyRevertedTicket, .removedTicket, .nothingChanged,
      .mergeWithChanges, .submoduleMoved, .alreadyOnBase, .untrackedCommit, .suspiciousKey, .unresolvedRevert,
      .wrongVersion, .untrustedPolicy:
      self
    case .unmergedWork: .missingTicket
    case .notReady, .staleApproval, .unassigned, .untriaged, .versionState, .releaseTicket, .baseAhead, .unportedFix,
      .unsealedManifest, .brokenSeal, .staleManifest, .scopeDrift, .waiverExpired, .waiverUnused, .baselineUnused,
      .exemptionUnused, .approvalMissing, .approvalVoid:
      nil
    }
  }
}
