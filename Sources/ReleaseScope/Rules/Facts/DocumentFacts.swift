/// What manifest, policy and the files of the trees say.
package struct DocumentFacts: Sendable {
  /// `nil` when no manifest could be had: the rules that need one find nothing, and the check is incomplete.
  package var manifest: Manifest?
  package var manifestName = "the manifest"
  package var seal: Seal = .none
  package var policy: Policy
  package var releaseName: String
  package var baseName: String
  /// The version that the release branch's name has; `nil` if the name has none.
  package var branchVersion: String?
  /// The version that was asked for; `nil` if nobody named one.
  package var requestedVersion: VersionName?
  /// Whether the release is judged after it was merged: then the version may be released.
  package var isMerged = false
  /// Whether the release has commits, and the same content as the base.
  package var changesNothing = false
  package var movedSubmodules: [MovedSubmodule] = []
  /// What changed since the scope was frozen, and where that was.
  package var drift: (since: String, changes: ManifestDrift)?
  package var now: Instant

  package init(policy: Policy, releaseName: String, baseName: String, now: Instant) {
    self.policy = policy
    self.releaseName = releaseName
    self.baseName = baseName
    self.now = now
  }

  /// The tickets of the version that this repository should deliver; the release ticket is about it, and has no work.
  var planned: PlannedTickets { PlannedTickets(manifest, repository: policy.repository) }

  /// What may be in the release: a commit that raises the version number names the release ticket.
  var plannedKeys: Set<TicketKey> {
    var keys: Set<TicketKey> = []
    keys.reserveCapacity(manifest?.tickets.count ?? 0)
    manifest?.tickets.forEach { keys.insert($0.key) }
    if let release = manifest?.releaseTicket { keys.insert(release) }
    return keys
  }

  /// What the manifest knows of tickets that are not of this version, by key.
  var otherTickets: [TicketKey: Ticket] {
    Dictionary((manifest?.others ?? []).map { ($0.key, $0) }) { first, _ in first }
  }

  func isReady(_ ticket: Ticket) -> Bool {
    guard let status = ticket.status else { return false }
    return policy.readyStatuses.contains { $0.caseInsensitivelyEquals(status) }
  }

  /// A field by the name that people give it, without regard to case.
  func field(_ name: String, of ticket: Ticket) -> Ticket.Field {
    ticket.field(name)
  }
}

/// Whether a manifest is what was sealed.
package enum Seal: Equatable, Sendable {
  /// Written by hand, or an export.
  case none
  /// The document is as it was sealed; with the digest, 64 hexadecimal digits.
  case intact(String)
  /// The document was changed after it was sealed.
  case broken(expected: String, actual: String)

  package var isIntact: Bool { if case .intact = self { true } else { false } }
}
