import JSON
import ReleaseScope

/// Writes a ``Manifest`` as a `relscope.manifest/1` document, without a seal.
///
/// A field of a ticket that has the name of one of the ticket's own members is left out.
enum ManifestWriter {
  static func document(_ manifest: Manifest) -> JSONValue {
    let likes = likes(in: manifest)
    return .object([
      "schema": .string(ManifestReader.schema),
      "version": version(manifest.version),
      "projects": list(manifest.projects),
      "releaseTicket": manifest.releaseTicket.map { .string($0) },
      "follows": manifest.follows.map { .string($0) },
      "source": manifest.source.map(source),
      "complete": .bool(manifest.isComplete),
      "tickets": .array(manifest.tickets.map { ticket($0, likes) }),
      "others": manifest.others.isEmpty ? nil : .array(manifest.others.map { ticket($0, likes) }),
      "unknown": list(manifest.unknown),
    ])
  }

  private static func version(_ version: Manifest.Version) -> JSONValue {
    .object([
      "name": .string(version.name),
      "released": version.isReleased.map { .bool($0) },
      "archived": version.isArchived.map { .bool($0) },
      "startDate": version.startDate.map { .string($0) },
      "releaseDate": version.releaseDate.map { .string($0) },
      "description": version.description.map { .string($0) },
    ])
  }

  private static func source(_ source: Manifest.Source) -> JSONValue {
    .object([
      "kind": source.kind.map { .string($0) },
      "url": source.url.map { .string($0) },
      "query": source.query.map { .string($0) },
      "fetchedAt": source.fetchedAt.map { .string($0) },
    ])
  }

  /// The members of a ticket that fields are as good as named after, by the names of the fields.
  private static func likes(in manifest: Manifest) -> [String: String] {
    var names: Set<String> = []
    manifest.forEachTicket { names.formUnion($0.fields.keys) }
    let members = ManifestReader.ticketMembers.sorted()
    return Dictionary(
      names.compactMap { name in nearestSpelling(of: name, among: members, limit: 1).map { (name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// - Parameter likes: A field that is named like a member would be taken for a slip if that member were not there.
  private static func ticket(_ ticket: Ticket, _ likes: [String: String]) -> JSONValue {
    let known = JSONValue.object([
      "key": .string(ticket.key),
      "summary": ticket.summary.map { .string($0) },
      "type": ticket.type.map { .string($0) },
      "status": ticket.status.map { .string($0) },
      "statusCategory": ticket.statusCategory.map { .string($0) },
      "statusSince": ticket.statusSince.map { .string($0) },
      "assignee": field(ticket.assignee),
      "priority": field(ticket.priority),
      "fixVersions": ticket.fixVersions.map { .array($0.map { .string($0) }) },
      "parent": ticket.parent.map { .string($0) },
      "formerKeys": list(ticket.formerKeys),
      "repositories": list(ticket.repositories),
    ])
    guard case .object(var members) = known.content else { return known }
    for (name, value) in ticket.fields.sorted(by: { $0.key < $1.key })
    where !ManifestReader.ticketMembers.contains(name) {
      guard let value = field(value) else { continue }
      if let like = likes[name], !members.contains(where: { $0.name == like }) {
        members.append(JSONValue.Member(like, .null))
      }
      members.append(JSONValue.Member(name, value))
    }
    return JSONValue(.object(members))
  }

  private static func field(_ field: Ticket.Field) -> JSONValue? {
    switch field {
    case .absent: nil
    case .empty: .null
    case .value(let text): .string(text)
    }
  }

  /// `nil` for an empty list, which says no more than an absent one.
  private static func list(_ elements: [some CustomStringConvertible]) -> JSONValue? {
    elements.isEmpty ? nil : .array(elements.map { .string($0) })
  }
}
