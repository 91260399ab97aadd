package import ReleaseScope

/// A query in Jira's language.
package struct JQL: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  /// A query that somebody else wrote.
  init(written text: String) {
    self.text = text
  }

  /// The tickets of a version, in the order of their keys.
  package init(ticketsOf version: String, in projects: [ProjectKey]) {
    text = "project in (\(Self.list(projects))) AND fixVersion = \(Self.quoted(version)) ORDER BY key"
  }

  /// The tickets with these keys. One that Jira does not know makes the whole query an error.
  package init(keys: some Sequence<TicketKey>) {
    text = "key in (\(Self.list(keys)))"
  }

  package var description: String { text }

  private static func list(_ values: some Sequence<some CustomStringConvertible>) -> String {
    values.map { quoted($0.description) }.joined(separator: ", ")
  }

  /// A text as a value: everything is quoted, so that nothing in it is a word of the language.
  static func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

  /// A text as it stands between quotation marks.
  static func escaped(_ text: String, in quote: Unicode.Scalar = "\"") -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "'" where quote == "'": result += "\\'"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.properties.generalCategory == .control:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
