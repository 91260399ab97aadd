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
