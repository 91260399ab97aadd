/// A Jira issue, as far as the manifest tells.
package struct Ticket: Equatable, Sendable {
  package var key: TicketKey
  package var summary: String?
  package var type: String?
  package var status: String?
  /// Jira's category key: `new`, `indeterminate`, `done` or `undefined`.
  package var statusCategory: String?
  package var statusSince: Instant?
  package var assignee: Field
  package var priority: Field
  /// `nil` if the file does not say, which is not the same as none.
  package var fixVersions: [String]?
  package var parent: TicketKey?
  /// Keys that the ticket had before it was moved; a commit may still name them.
  package var formerKeys: [TicketKey]
  /// The repositories that the ticket is for; empty for all.
  package var repositories: [String]
  /// Every other field of the file, by name, for the triage rule.
  package var fields: [String: Field]

  /// A field that may be absent from the file (nobody asked for it), or present and empty.
  package enum Field: Equatable, Sendable {
    case absent
    case empty
    case value(String)

    package var text: String? {
      if case .value(let text) = self { text } else { nil }
    }
  }

  package init(
    key: TicketKey, summary: String? = nil, type: String? = nil, status: String? = nil,
    statusCategory: String? = nil, statusSince: Instant? = nil, assignee: Field = .absent,
    priority: Field = .absent, fixVersions: [String]? = nil, parent: TicketKey? = nil,
    formerKeys: [TicketKey] = [], repositories: [String] = [], fields: [String: Field] = [:]
  ) {
    self.key = key
    self.summary = summary
    self.type = type
    self.status = status
    self.statusCategory = statusCategory
    self.statusSince = statusSince
    self.assignee = assignee
    self.priority = priority
    self.fixVersions = fixVersions
    self.parent = parent
    self.formerKeys = formerKeys
    self.repositories = repositories
    self.fields = fields
  }
}

extension Ticket {
  /// A field by its name, whatever the case: one of the ticket's own, or any other of the file.
  package func field(_ name: String) -> Field {
    if name.caseInsensitivelyEquals("priority") { return priority }
    if name.caseInsensitivelyEquals("assignee") { return assignee }
    return fields.first { $0.key.caseInsensitivelyEquals(name) }?.value ?? .absent
  }
}
