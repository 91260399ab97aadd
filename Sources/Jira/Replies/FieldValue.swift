import FoundationEssentials
import ReleaseScope

/// A field of an issue, of any shape.
enum FieldValue: Equatable, Sendable, Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([FieldValue])
  case object([String: FieldValue])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let isTrue = try? value.decode(Bool.self) {
      self = .bool(isTrue)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let elements = try? value.decode([FieldValue].self) {
      self = .list(elements)
    } else {
      self = .object(try value.decode([String: FieldValue].self))
    }
  }

  subscript(name: String) -> FieldValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  /// The text of a text or a number.
  var plainText: String? {
    switch self {
    case .text(let text): text
    case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
    case .null, .bool, .list, .object: nil
    }
  }

  /// What Jira shows for the value: an object goes by its display name, name, value or key.
  var label: String? {
    guard case .object = self else { return plainText }
    return ["displayName", "name", "value", "key", "emailAddress", "accountId"].lazy
      .compactMap { self[$0]?.plainText }.first
  }

  /// The field as one text; a rich text (Atlassian Document Format) gives its words.
  var asField: Ticket.Field {
    let text: String? =
      switch self {
      case .null: nil
      case .bool(let isTrue): isTrue ? "true" : "false"
      case .number, .text: plainText
      case .list(let elements): elements.compactMap(\.asField.text).joined(separator: ", ")
      case .object where self["type"] == .text("doc"): words.joined(separator: " ")
      // An object that shows nothing is still no empty field.
      case .object: label ?? "?"
      }
    guard let text, !text.allSatisfy(\.isWhitespace) else { return .empty }
    return .value(text)
  }

  /// The words of a rich text; a picture or a table without words counts as one, since it is not nothing.
  private var words: [String] {
    if let text = self["text"]?.plainText { return [text] }
    if case .list(let elements) = self["content"] { return elements.flatMap(\.words) }
    switch self["type"] {
    case .text("paragraph"), .text("doc"), .text("hardBreak"), nil: return []
    default: return ["?"]
    }
  }
}
