/// What happened to a version's tickets between two manifests of it.
///
/// A ticket that was moved is the same ticket: its key differs, and `formerKeys` of either manifest says so.
package struct ManifestDrift: Equatable, Sendable {
  /// Tickets of the newer manifest only, by key.
  package var added: [Ticket]
  /// Tickets of the older manifest only, by key.
  package var dropped: [Ticket]
  /// What changed in tickets of both, by the newer key, then in the order of ``Field``.
  package var changes: [Change]

  package enum Field: String, Sendable, CaseIterable {
    case status
    case assignee
    case summary
  }

  package struct Change: Equatable, Sendable {
    /// The ticket's key in the newer manifest.
    package var key: TicketKey
    package var field: Field
    /// `nil` when the field was empty.
    package var before: String?
    package var after: String?

    package init(key: TicketKey, field: Field, before: String?, after: String?) {
      self.key = key
      self.field = field
      self.before = before
      self.after = after
    }
  }

  /// Compares the tickets of the version; a field that one of the manifests does not tell has not changed.
  ///
  /// - Complexity: The number of tickets, and the sorting of what differs.
  package init(from older: Manifest, to newer: Manifest) {
    var positions: [TicketKey: Int] = [:]
    positions.reserveCapacity(newer.tickets.count)
    for (position, ticket) in newer.tickets.enumerated() { positions[ticket.key] = position }
    for (position, ticket) in newer.tickets.enumerated() {
      for key in ticket.formerKeys where positions[key] == nil { positions[key] = position }
    }
    var isSeen = newer.tickets.map { _ in false }
    dropped = []
    changes = []
    for ticket in older.tickets {
      guard let match = positions[ticket.key] ?? ticket.formerKeys.lazy.compactMap({ positions[$0] }).first else {
        dropped.append(ticket)
        continue
      }
      isSeen[match] = true
      changes += Self.changes(from: ticket, to: newer.tickets[match])
    }
    added = zip(newer.tickets, isSeen).compactMap { ticket, isSeen in isSeen ? nil : ticket }.sorted { $0.key < $1.key }
    dropped.sort { $0.key < $1.key }
    changes.sort { ($0.key, $0.field.order) < ($1.key, $1.field.order) }
  }

  package var isEmpty: Bool { added.isEmpty && dropped.isEmpty && changes.isEmpty }

  private static func changes(from older: Ticket, to newer: Ticket) -> [Change] {
    var changes: [Change] = []
    func compare(_ field: Field, _ before: Ticket.Field, _ after: Ticket.Field) {
      guard before != .absent, after != .absent, before != after else { return }
      changes.append(Change(key: newer.key, field: field, before: before.text, after: after.text))
    }
    compare(.status, older.status.map { .value($0) } ?? .absent, newer.status.map { .value($0) } ?? .absent)
    compare(.assignee, older.assignee, newer.assignee)
    compare(.summary, older.summary.map { .value($0) } ?? .absent, newer.summary.map { .value($0) } ?? .absent)
    return changes
  }
}

extension ManifestDrift.Field {
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
