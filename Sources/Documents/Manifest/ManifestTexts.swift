/// Turns what YAML reads as a number or a boolean into the text that a manifest has in its place: `name: 2.40`.
///
/// Only in the members that this program knows; every other stays as it is. A manifest in YAML then is the same
/// document as the one in JSON, with the same seal.
enum ManifestTexts {
  private static let inManifest: Set<String> = ["schema", "projects", "releaseTicket"]
  private static let inVersion: Set<String> = ["name", "startDate", "releaseDate", "description"]
  private static let inSource: Set<String> = ["kind", "url", "query", "fetchedAt"]

  static func spelledOut(_ document: DocumentValue) -> DocumentValue {
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

  private static func members(of value: DocumentValue, named names: Set<String>) -> DocumentValue {
    mapMembers(value) { name, value in names.contains(name) ? text(value) : value }
  }

  /// The text of a plain value; of a list, the texts of its elements.
  private static func text(_ value: DocumentValue) -> DocumentValue {
    switch value.content {
    case .number(let text): DocumentValue(.string(text), line: value.line)
    case .bool(let isTrue): DocumentValue(.string(isTrue ? "true" : "false"), line: value.line)
    case .array: mapElements(value, text)
    case .null, .string, .object: value
    }
  }

  private static func mapElements(
    _ value: DocumentValue, _ transform: (DocumentValue) -> DocumentValue
  ) -> DocumentValue {
    guard case .array(let elements) = value.content else { return value }
    return DocumentValue(.array(elements.map(transform)), line: value.line)
  }

  private static func mapMembers(
    _ value: DocumentValue, _ transform: (String, DocumentValue) -> DocumentValue
  ) -> DocumentValue {
    guard case .object(let members) = value.content else { return value }
    let mapped = members.map { member in
      DocumentValue.Member(member.name, transform(member.name, member.value), line: member.line)
    }
    return DocumentValue(.object(mapped), line: value.line)
  }
}
