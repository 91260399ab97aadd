/// The stable name of a rule, in the order in which people read findings.
package enum RuleID: String, CaseIterable, Comparable, Sendable {
  case unplannedTicket = "unplanned-ticket"
  case missingTicket = "missing-ticket"
  case unmergedWork = "unmerged-work"
  case revertedTicket = "reverted-ticket"
  case partlyRevertedTicket = "partly-reverted-ticket"
  case removedTicket = "removed-ticket"
  case nothingChanged = "nothing-changed"
  case mergeWithChanges = "merge-with-changes"
  case submoduleMoved = "submodule-moved"
  case alreadyOnBase = "already-on-base"
  case untrackedCommit = "untracked-commit"
  case suspiciousKey = "suspicious-key"
  case unresolvedRevert = "unresolved-revert"
  case wrongVersion = "wrong-version"
  case notReady = "not-ready"
  case staleApproval = "stale-approval"
  case unassigned
  case untriaged
  case versionState = "version-state"
  case releaseTicket = "release-ticket"
  case baseAhead = "base-ahead"
  case unportedFix = "unported-fix"
  case untrustedPolicy = "untrusted-policy"
  case unsealedManifest = "unsealed-manifest"
  case brokenSeal = "broken-seal"
  case staleManifest = "stale-manifest"
  case scopeDrift = "scope-drift"
  case waiverExpired = "waiver-expired"
  case waiverUnused = "waiver-unused"
  case baselineUnused = "baseline-unused"
  case exemptionUnused = "exemption-unused"
  case approvalMissing = "approval-missing"
  case approvalVoid = "approval-void"

  package static func < (left: Self, right: Self) -> Bool { left.order < right.order }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
