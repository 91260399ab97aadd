import ReleaseScope

extension RuleID {
  /// What the findings of the rule have in common, as the heading over them.
  var title: String {
    switch self {
    case .unplannedTicket: "in the branch, not in the version"
    case .missingTicket: "in the version, not in the branch"
    case .unmergedWork: "in the version, work on another branch"
    case .revertedTicket: "in the version, all work undone"
    case .partlyRevertedTicket: "in the version, some work undone"
    case .removedTicket: "earlier work taken out"
    case .nothingChanged: "nothing would change"
    case .mergeWithChanges: "merges with changes of their own"
    case .submoduleMoved: "submodules that point elsewhere"
    case .alreadyOnBase: "on the base already"
    case .untrackedCommit: "commits without a ticket"
    case .suspiciousKey: "keys that look mistyped"
    case .unresolvedRevert: "reverts of something unknown"
    case .wrongVersion: "planned for another version"
    case .notReady: "not ready for release"
    case .staleApproval: "changed after it was declared ready"
    case .unassigned: "nobody assigned"
    case .untriaged: "a required field is missing"
    case .versionState: "state of the version"
    case .releaseTicket: "release ticket"
    case .baseAhead: "on the base, not in the branch"
    case .unportedFix: "fix missing from an open release"
    case .untrustedPolicy: "the branch changes its own rules"
    case .unsealedManifest: "manifest without a seal"
    case .brokenSeal: "manifest does not match its seal"
    case .staleManifest: "manifest is old"
    case .scopeDrift: "scope changed since it was frozen"
    case .waiverExpired: "waivers that have run out"
    case .waiverUnused: "waivers that match nothing"
    case .baselineUnused: "in the baseline, and mended"
    case .exemptionUnused: "exemptions that match nothing"
    case .approvalMissing: "nobody approved"
    case .approvalVoid: "approved, and something else is there now"
    }
  }
}
