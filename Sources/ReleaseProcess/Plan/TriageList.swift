package import ReleaseScope

/// The planned tickets that lack what a developer needs, by who has to see to it.
package struct TriageList: Equatable, Sendable {
  package struct Entry: Equatable, Sendable {
    package var key: TicketKey
    package var summary: String?
    package var version: VersionName
    /// The fields that are empty, in the policy's words.
    package var missing: [String]
    /// The assignee; `nil` where nobody has it, so that it is QA's.
    package var who: String?
    /// Since when it has its status; `nil` if nothing tells.
    package var since: Instant?
  }

  /// The oldest first; those of which no time is known last, by their keys.
  package var entries: [Entry]
  /// Tickets of which nobody asked for a field that they need, by that field.
  package var unasked: [(field: String, tickets: [TicketKey])]

  /// - Parameter releases: With the policy that each is judged by.
  package init(_ releases: [(manifest: Manifest, policy: Policy)]) {
    entries = []
    var fields: [String: [TicketKey]] = [:]
    for (manifest, policy) in releases {
      for ticket in manifest.tickets where ticket.key != manifest.releaseTicket && !ticket.isClosed {
        let needed = policy.neededFields(of: ticket)
        for field in needed where ticket.field(field) == .absent { fields[field, default: []].append(ticket.key) }
        let missing = needed.filter { ticket.field($0) == .empty }
        guard !missing.isEmpty else { continue }
        entries.append(
          Entry(
            key: ticket.key, summary: ticket.summary, version: manifest.version.name, missing: missing,
            who: ticket.assignee.text, since: ticket.statusSince))
      }
    }
    entries.sort { Self.order($0) < Self.order($1) }
    unasked = fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
  }

  private static func order(_ entry: Entry) -> (Int64, TicketKey) { (entry.since?.seconds ?? .max, entry.key) }

  package static func == (left: Self, right: Self) -> Bool {
    left.entries == right.entries && left.unasked.elementsEqual(right.unasked, by: ==)
  }
}
