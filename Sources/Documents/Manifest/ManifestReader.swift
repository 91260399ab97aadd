import JSON
import ReleaseScope

/// Reads a ``Manifest`` from a `relscope.manifest/1` document.
struct ManifestReader {
  static let schema = "relscope.manifest/1"

  /// The members of a ticket that have a place of their own in ``Ticket``; every other is one of its `fields`.
  static let ticketMembers: Set<String> = [
    "key", "summary", "type", "status", "statusCategory", "statusSince", "assignee", "priority", "fixVersions",
    "parent", "formerKeys", "repositories",
  ]
  private static let members: Set<String> = [
    "schema", "version", "projects", "releaseTicket", "follows", "source", "complete", "tickets", "others", "unknown",
    "seal",
  ]
  private static let versionMembers: Set<String> = [
    "name", "released", "archived", "startDate", "releaseDate", "description",
  ]
  private static let sourceMembers: Set<String> = ["kind", "url", "query", "fetchedAt"]

  private let read: TypedReader

  /// - Throws: ``DocumentError`` with the line, for a wrong type, a malformed key, a key that comes twice, or a
  ///   document of another schema.
  static func manifest(_ document: JSONValue, reader: TypedReader) throws(DocumentError) -> Manifest {
    try ManifestReader(read: reader).manifest(document)
  }

  private func manifest(_ document: JSONValue) throws(DocumentError) -> Manifest {
    let source = read.source
    try checkSchema(document)
    let members = try read.members(document, "manifest", known: Self.members)
    guard let version = document["version"] else {
      throw source.error(
        document.line, "no 'version'", help: #"name the release version: "version": {"name": "2.4.0"}"#)
    }
    guard let tickets = document["tickets"] else {
      throw source.error(
        document.line, "no 'tickets'", help: "list the tickets of the version; an empty list is allowed")
    }
    var manifest = Manifest(version: try self.version(version), tickets: [])
    var index = TicketIndex(source: source)
    manifest.tickets = try self.tickets(tickets, "tickets", index: &index)
    for member in members where member.value.content != .null {
      switch member.name {
      case "projects": manifest.projects = try read.projectKeys(member.value, member.name)
      case "releaseTicket": manifest.releaseTicket = try read.ticketKey(member.value, member.name)
      case "follows": manifest.follows = try versionName(member.value, member.name)
      case "source": manifest.source = try self.source(member.value)
      case "complete": manifest.isComplete = try read.bool(member.value, member.name)
      case "unknown": manifest.unknown = try read.ticketKeys(member.value, member.name)
      case "others": manifest.others = try self.tickets(member.value, member.name, index: &index)
      default: break
      }
    }
    try index.checkAliases()
    return manifest
  }

  private func checkSchema(_ document: JSONValue) throws(DocumentError) {
    guard case .object = document.content else {
      throw read.mistyped(document, "manifest", expected: "an object")
    }
    guard let schema = document["schema"] else {
      throw read.source.error(
        document.line, "no 'schema': this is not a manifest", help: #"begin it with "schema": "\#(Self.schema)""#)
    }
    let text = try read.text(schema, "schema")
    guard text == Self.schema else {
      throw read.source.error(
        schema.line, "'\(text)' is a manifest of another version, expected '\(Self.schema)'",
        help: "export the manifest again, or use the relscope that reads it")
    }
  }

  private func version(_ value: JSONValue) throws(DocumentError) -> Manifest.Version {
    let members = try read.members(value, "version", known: Self.versionMembers)
    guard let name = value["name"] else {
      throw read.source.error(value.line, "a version without 'name'", help: #"name it: {"name": "2.4.0"}"#)
    }
    let text = try read.text(name, "name")
    var version: Manifest.Version
    do {
      version = Manifest.Version(name: try VersionName(parsing: text))
    } catch {
      throw read.source.error(name.line, error.message, help: "write the version's name as Jira has it")
    }
    for member in members where member.value.content != .null {
      switch member.name {
      case "released": version.isReleased = try read.bool(member.value, member.name)
      case "archived": version.isArchived = try read.bool(member.value, member.name)
      case "startDate": version.startDate = try read.text(member.value, member.name)
      case "releaseDate": version.releaseDate = try read.text(member.value, member.name)
      case "description": version.description = try read.text(member.value, member.name)
      default: break
      }
    }
    return version
  }

  private func versionName(_ value: JSONValue, _ name: String) throws(DocumentError) -> VersionName {
    let text = try read.text(value, name)
    do {
      return try VersionName(parsing: text)
    } catch {
      throw read.source.error(value.line, error.message, help: "write the version's name as Jira has it")
    }
  }

  private func source(_ value: JSONValue) throws(DocumentError) -> Manifest.Source {
    var source = Manifest.Source()
    for member in try read.members(value, "source", known: Self.sourceMembers)
    where member.value.content != .null {
      switch member.name {
      case "kind": source.kind = try read.text(member.value, member.name)
      case "url": source.url = try read.text(member.value, member.name)
      case "query": source.query = try read.text(member.value, member.name)
      case "fetchedAt": source.fetchedAt = try read.instant(member.value, member.name)
      default: break
      }
    }
    return source
  }

  private func tickets(
    _ value: JSONValue, _ name: String, index: inout TicketIndex
  ) throws(DocumentError) -> [Ticket] {
    var tickets: [Ticket] = []
    for element in try read.elements(value, name) {
      let (ticket, line) = try ticket(element)
      try index.add(ticket, line: line)
      tickets.append(ticket)
    }
    return tickets
  }

  private func ticket(_ value: JSONValue) throws(DocumentError) -> (Ticket, line: Int) {
    let members = try read.members(value, "ticket", known: Self.ticketMembers)
    guard let key = value["key"] else {
      throw read.source.error(value.line, "a ticket without 'key'", help: "give the ticket its key, or remove it")
    }
    var ticket = Ticket(key: try read.ticketKey(key, "key"))
    for member in members {
      let value = member.value
      switch member.name {
      case "assignee": ticket.assignee = try field(value, member.name)
      case "priority": ticket.priority = try field(value, member.name)
      case let name where !Self.ticketMembers.contains(name): ticket.fields[name] = value.asField
      case _ where value.content == .null: break
      case "summary": ticket.summary = try read.text(value, member.name)
      case "type": ticket.type = try read.text(value, member.name)
      case "status": ticket.status = try read.text(value, member.name)
      case "statusCategory": ticket.statusCategory = try read.text(value, member.name)
      case "statusSince": ticket.statusSince = try read.instant(value, member.name)
      case "fixVersions": ticket.fixVersions = try read.texts(value, member.name)
      case "parent": ticket.parent = try read.ticketKey(value, member.name)
      case "formerKeys": ticket.formerKeys = try read.ticketKeys(value, member.name)
      case "repositories": ticket.repositories = try read.texts(value, member.name)
      default: break
      }
    }
    return (ticket, key.line)
  }

  private func field(_ value: JSONValue, _ name: String) throws(DocumentError) -> Ticket.Field {
    value.content == .null ? .empty : Ticket.Field(text: try read.text(value, name))
  }
}

extension Ticket.Field {
  /// A blank text is an empty field.
  init(text: String) {
    self = text.allSatisfy(\.isWhitespace) ? .empty : .value(text)
  }
}

extension JSONValue {
  /// The value as one text: lists joined with `, `, objects as JSON; `null` and blanks are empty.
  var asField: Ticket.Field {
    switch content {
    case .null: .empty
    case .string(let text): Ticket.Field(text: text)
    case .array(let elements): Ticket.Field(text: elements.compactMap(\.asField.text).joined(separator: ", "))
    case .bool, .number, .object: .value(JSONWriter.canonical(self))
    }
  }
}
