package import ReleaseScope

/// What Jira keeps of one ticket's way.
package struct TicketEvidence: Equatable, Sendable {
  /// A change of one field.
  package struct Change: Equatable, Sendable {
    package var value: String
    package var time: Instant
    /// As Jira shows the person.
    package var by: String?
    /// The person's address, where Jira shows it.
    package var address: String?

    package init(value: String, time: Instant, by: String? = nil, address: String? = nil) {
      self.value = value
      self.time = time
      self.by = by
      self.address = address
    }
  }

  package var key: TicketKey
  package var status: String?
  package var statusCategory: String?
  package var assignee: Ticket.Field
  /// Oldest first; `nil` if Jira does not show all of it.
  package var statuses: [Change]?
  /// When it came into the version.
  package var entered: Change?
  /// When it left the version, if it is not in it.
  package var left: Change?

  package init(
    key: TicketKey, status: String? = nil, statusCategory: String? = nil, assignee: Ticket.Field = .absent,
    statuses: [Change]? = nil, entered: Change? = nil, left: Change? = nil
  ) {
    self.key = key
    self.status = status
    self.statusCategory = statusCategory
    self.assignee = assignee
    self.statuses = statuses
    self.entered = entered
    self.left = left
  }
}
