import JSON

/// Turns what YAML reads as a number or a boolean into the text that a manifest has in its place: `name: 2.40`.
///
/// Only in the members that this program knows; every other stays as it is. A manifest in YAML then is the same
/// document as the one in JSON, with the same seal.
enum ManifestTexts {
  private static let inManifest: Set<String> = ["schema", "projects", "releaseTicket"]
  private static let inVersion: Set<String> = ["name", "startDate", "releaseDate", "description"]
  private static let inSource: Set<String> = ["kind", "url", "query", "fetchedAt"]

  static func spelledOut(_ document: JSONValue) -> JSONValue {
    mapMembers(document) { name, value in
      switch name {
      case "version": members(of: value, named: inVersion)
      case "source": members(of: value, named: inSource)
      case "tickets", "others": mapElements(value) { members(of: $0, named: ManifestReader.ticketMembers) }
      case _ where inManifest.contains(name): text(value)
      default: value
      }
    }
  }

  private static func members(of value: JSONValue, named names: Set<String>) -> JSONValue {
    mapMembers(value) { name, value in names.contains(name) ? text(value) : value }
  }

  /// The text of a plain value; of a list, the texts of its elements.
  private static func text(_ value: JSONValue) -> JSONValue {
    switch value.content {
    case .number(let text): JSONValue(.string(text), line: value.line)
    case .bool(let isTrue): JSONValue(.string(isTrue ? "true" : "false"), line: value.line)
    case .array: mapElements(value, text)
    case .null, .string, .object: value
    }
  }

  private static func mapElements(
    _ value: JSONValue, _ transform: (JSONValue) -> JSONValue
  ) -> JSONValue {
    guard case .array(let elements) = value.content else { return value }
    return JSONValue(.array(elements.map(transform)), line: value.line)
  }

  private static func mapMembers(
    _ value: JSONValue, _ transform: (String, JSONValue) -> JSONValue
  ) -> JSONValue {
    guard case .object(let members) = value.content else { return value }
    let mapped = members.map { member in
      JSONValue.Member(member.name, transform(member.name, member.value), line: member.line)
    }
    return JSONValue(.object(mapped), line: value.line)
  }
}
