/// One ticket of the report: what was planned, and what the range has of it.
package struct TicketReport: Equatable, Sendable {
  package var key: TicketKey
  package var isPlanned: Bool
  package var state: TicketState
  package var summary: String?
  package var status: String?
  package var assignee: String?
  /// In the order of the range, newest first.
  package var evidence: EvidenceList
  /// Commits that only name the ticket.
  package var mentions: [ObjectID]
  /// The repositories that the ticket is for; empty for all.
  package var repositories: [String]

  package init(
    key: TicketKey, isPlanned: Bool, state: TicketState, summary: String? = nil, status: String? = nil,
    assignee: String? = nil, evidence: EvidenceList = [], mentions: [ObjectID] = [], repositories: [String] = []
  ) {
    self.key = key
    self.isPlanned = isPlanned
    self.state = state
    self.summary = summary
    self.status = status
    self.assignee = assignee
    self.evidence = evidence
    self.mentions = mentions
    self.repositories = repositories
  }
}

package enum TicketState: String, Sendable, CaseIterable {
  case delivered
  case partlyReverted = "partly-reverted"
  case reverted
  /// The range takes work of an earlier release out.
  case removed
  case alreadyOnBase = "already-on-base"
  /// Planned, and no work in the range.
  case absent
  /// Only named in passing.
  case mentioned
}

/// A commit that implements a ticket, and whether it counts.
package struct Evidence: Equatable, Sendable {
  package var commit: ObjectID
  package var place: KeyPlace
  package var state: EvidenceState
  /// The merge whose branch gave the key, for ``KeyPlace/mergeBranch``.
  package var via: ObjectID?

  package init(commit: ObjectID, place: KeyPlace, state: EvidenceState, via: ObjectID? = nil) {
    self.commit = commit
    self.place = place
    self.state = state
    self.via = via
  }
}

package enum EvidenceState: String, Sendable, CaseIterable {
  case inEffect = "in-effect"
  case undone
  case onBase = "on-base"
}

/// A revert of the range and what it does.
package struct RevertReport: Equatable, Sendable {
  package var commit: ObjectID
  /// Commits of the range that it undoes; a merge stands with all that it brought.
  package var undoes: [ObjectID]
  /// Commits of the range that it puts in effect again.
  package var restores: [ObjectID]
  /// Commits that it undoes and that are not in the range.
  package var outside: [ObjectID]
  /// What it says it reverts and nothing was found for: an id or a subject.
  package var unresolved: [String]
  package var by: [RevertMatch]
  package var isInEffect: Bool

  package init(
    commit: ObjectID, undoes: [ObjectID], restores: [ObjectID] = [], outside: [ObjectID], unresolved: [String],
    by: [RevertMatch], isInEffect: Bool
  ) {
    self.commit = commit
    self.undoes = undoes
    self.restores = restores
    self.outside = outside
    self.unresolved = unresolved
    self.by = by
    self.isInEffect = isInEffect
  }
}

/// How a revert's target was found.
package enum RevertMatch: String, Sendable, CaseIterable {
  case id
  case trailer
  case patchID = "patch-id"
  /// The number of a pull request.
  case request
  /// The exact inverse of the target's patch.
  case inversePatch = "inverse-patch"
  /// The subject, or the title of the pull request.
  case subject
  /// The ticket, of which only one commit can be meant.
  case key
  /// What the target had added is gone from the files.
  case contents
  /// All files are as they were before.
  case tree
}

/// A commit of the range whose change is on the base already.
package struct BaseMatch: Equatable, Sendable {
  package var commit: ObjectID
  /// The commit on the base.
  package var counterpart: ObjectID
  package var by: BaseEvidence

  package init(commit: ObjectID, counterpart: ObjectID, by: BaseEvidence) {
    self.commit = commit
    self.counterpart = counterpart
    self.by = by
  }
}

package enum BaseEvidence: String, Sendable, CaseIterable {
  case patchID = "patch-id"
  /// A mark of a cherry-pick, on either side.
  case trailer
  /// A commit on the base has the same tree: a squash merge, or a rebase.
  case tree
  /// A commit on the base has all of a line of commits in it.
  case squash
  /// The number of the pull request that one of them says to be a copy of.
  case request
  /// Gerrit's name for the change.
  case changeID = "change-id"
  /// A merge whose commits the base has.
  case ancestry
  /// The files of the base have all that the commit added.
  case contents
  /// Author, date and subject are the same; nothing else tells.
  case authorship
}
