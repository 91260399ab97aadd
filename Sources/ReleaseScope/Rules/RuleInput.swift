/// All that the rules look at. Plain values: whoever runs a check has gathered them.
package struct RuleInput: Sendable {
  package var scope: NetScope
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
  /// Commits without a ticket that are not exempt.
  package var untracked: [ObjectID] = []
  /// Work that is only on the base and that the release does not have by content either.
  package var baseAhead: [ObjectID] = []
  package var unmergedWork: [TicketKey: UnmergedWork] = [:]
  /// For planned tickets without work in the range, the newest work that both sides had before it.
  package var workBefore: [TicketKey: ObjectID] = [:]
  package var unportedWork: [UnportedWork] = []
  /// Whether the release has commits, and the same content as the base.
  package var changesNothing = false
  /// For merges of the range, the paths at which they have what merging their parents does not give.
  package var mergeChanges: [ObjectID: [String]] = [:]
  package var movedSubmodules: [MovedSubmodule] = []
  /// The policy and manifest files that the release changes.
  package var changedDocuments: [String] = []
  /// What changed since the scope was frozen, and where that was.
  package var drift: (since: String, changes: ManifestDrift)?
  /// The commits of the range, for their dates.
  package var commits: CommitList
  package var now: Instant
  /// When some of the history is not here: the time after which a commit of the range is certainly not on the base.
  /// `nil` when everything was seen.
  package var certainAfter: Instant?
  /// Waivers that are past their day and would cover a finding, and waivers that cover none.
  package var expiredWaivers: [Waiver] = []
  package var unusedWaivers: [Waiver] = []
  /// `nil` if none was asked for.
  package var baseline: Baseline?
  /// What became of the approvals that the policy asks for; `nil` as long as nobody has looked.
  package var approvals: [ApprovalReport]?
  /// The release's commit.
  package var head: ObjectID?
  /// Entries of the baseline that cover no finding.
  package var unusedEntries: [Baseline.Entry] = []

  /// What several rules ask for, looked up once by ``prepare()``: the keys of ``planned`` with what became of them.
  private(set) var plannedStates: [(key: TicketKey, state: TicketState)] = []
  /// Tickets in effect, if only in part, that the manifest lacks.
  private(set) var unplanned: [TicketKey] = []

  package init(
    scope: NetScope, policy: Policy, releaseName: String, baseName: String, commits: CommitList, now: Instant
  ) {
    self.scope = scope
    self.policy = policy
    self.releaseName = releaseName
    self.baseName = baseName
    self.commits = commits
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

  mutating func prepare() {
    let found = scope.tickets
    plannedStates = planned.compactMap { ($0.key, found[$0.key]?.state ?? .absent) }
    let known = plannedKeys
    unplanned = found.values.compactMap {
      let isIn = $0.state == .delivered || $0.state == .partlyReverted || !$0.leftInPart.isEmpty
      return isIn && !known.contains($0.key) ? $0.key : nil
    }
  }

  func state(of key: TicketKey) -> TicketState { scope.tickets[key]?.state ?? .absent }

  /// The work for a ticket that counts.
  func standingWork(for key: TicketKey) -> [ObjectID] {
    guard let ticket = scope.tickets[key] else { return [] }
    return ticket.evidence.filter { $0.state != .undone || ticket.leftInPart.contains($0.commit) }.map(\.commit)
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
}

/// Work for a ticket that is on another ref.
package struct UnmergedWork: Equatable, Sendable {
  /// The ref's short name: `origin/feature/SHOP-12`.
  package let branch: String
  package let commits: [ObjectID]
  /// Whether the ref is the base: then the work is not missing from the product, only from the release.
  package let isBase: Bool

  package init(branch: String, commits: [ObjectID], isBase: Bool) {
    self.branch = branch
    self.commits = commits
    self.isBase = isBase
  }
}

/// Work of a hot fix that an open release branch lacks.
package struct UnportedWork: Equatable, Sendable {
  package let branch: String
  package let commits: [ObjectID]

  package init(branch: String, commits: [ObjectID]) {
    self.branch = branch
    self.commits = commits
  }
}

/// The tickets of a manifest that a repository should deliver, in the order of the manifest.
struct PlannedTickets {
  private let tickets: [Ticket]
  private let releaseTicket: TicketKey?
  private let repository: String?

  fileprivate init(_ manifest: Manifest?, repository: String?) {
    tickets = manifest?.tickets ?? []
    releaseTicket = manifest?.releaseTicket
    self.repository = repository
  }

  /// What `transform` makes of the tickets. It gets each as it lies in the manifest: to copy one costs more than most
  /// rules.
  func compactMap<Value>(_ transform: (Ticket) -> Value?) -> [Value] {
    let tickets = tickets.span
    var values: [Value] = []
    for place in tickets.indices where isPlanned(tickets[place]) {
      if let value = transform(tickets[place]) { values.append(value) }
    }
    return values
  }

  private func isPlanned(_ ticket: Ticket) -> Bool {
    guard ticket.key != releaseTicket else { return false }
    guard let repository, !ticket.repositories.isEmpty else { return true }
    return ticket.repositories.contains(repository)
  }
}
