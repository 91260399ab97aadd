extension Rule {
  /// Every rule, in the order of ``RuleID``.
  package static let all = RuleID.allCases.map(of)

  package static func of(_ id: RuleID) -> Rule {
    switch id {
    case .unplannedTicket: .unplannedTicket
    case .missingTicket: .missingTicket
    case .unmergedWork: .unmergedWork
    case .revertedTicket: .revertedTicket
    case .partlyRevertedTicket: .partlyRevertedTicket
    case .removedTicket: .removedTicket
    case .nothingChanged: .nothingChanged
    case .mergeWithChanges: .mergeWithChanges
    case .submoduleMoved: .submoduleMoved
    case .alreadyOnBase: .alreadyOnBase
    case .untrackedCommit: .untrackedCommit
    case .suspiciousKey: .suspiciousKey
    case .unresolvedRevert: .unresolvedRevert
    case .wrongVersion: .wrongVersion
    case .notReady: .notReady
    case .staleApproval: .staleApproval
    case .unassigned: .unassigned
    case .untriaged: .untriaged
    case .versionState: .versionState
    case .releaseTicket: .releaseTicket
    case .baseAhead: .baseAhead
    case .unportedFix: .unportedFix
    case .untrustedPolicy: .untrustedPolicy
    case .unsealedManifest: .unsealedManifest
    case .brokenSeal: .brokenSeal
    case .staleManifest: .staleManifest
    case .scopeDrift: .scopeDrift
    case .waiverExpired: .waiverExpired
    case .waiverUnused: .waiverUnused
    case .baselineUnused: .baselineUnused
    case .exemptionUnused: .exemptionUnused
    case .approvalMissing: .approvalMissing
    case .approvalVoid: .approvalVoid
    }
  }
}
