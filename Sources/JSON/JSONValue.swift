/// A value of JSON, or of YAML that has the same values, with the line that it begins on.
///
/// Everything of the file is kept, so that what this program does not know survives a rewrite. Equality does not look
/// at lines.
package struct JSONValue: Sendable {
  package let content: Content
  /// From 1; 0 for a value that does not come from a file.
  package let line: Int

  package enum Content: Equatable, Sendable {
    case null
    case bool(Bool)
    /// As the file writes it: `1.0` stays `1.0`.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// In the order of the file, no name twice.
    case object([Member])
  }

  package struct Member: Sendable {
    package let name: String
    /// The line of the name.
    package let line: Int
    package let value: JSONValue

    package init(_ name: String, _ value: JSONValue, line: Int = 0) {
      self.name = name
      self.line = line
      self.value = value
    }
  }

  /// How deep arrays and objects may be in each other; deeper files are refused.
  package static let depthLimit = 100

  package init(_ content: Content, line: Int = 0) {
    self.content = content
    self.line = line
  }

  /// Finds a member by name; `nil` if there is none or the value is no object.
  ///
  /// - Complexity: Linear in the number of members.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = content else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// Reads JSON (RFC 8259), strictly: one value, no comments, no member twice.
  ///
  /// - Parameter bytes: UTF-8 without a byte order mark.
  /// - Throws: ``JSONError`` for anything that is not JSON or is nested too deep.
  /// - Complexity: Linear.
  package init(parsing bytes: ArraySlice<UInt8>) throws(JSONError) { self = try JSONParser.parse(bytes) }

  /// The values of a list; `nil` for another value.
  package var list: [JSONValue]? {
    guard case .array(let values) = content else { return nil }
    return values
  }

  /// The members of an object; `nil` for another value.
  package var members: [Member]? {
    guard case .object(let members) = content else { return nil }
    return members
  }

  /// The text of a string; `nil` for another value.
  package var text: String? {
    guard case .string(let text) = content else { return nil }
    return text
  }
}

extension JSONValue: Equatable {
  package static func == (left: Self, right: Self) -> Bool { left.content == right.content }
}

extension JSONValue.Member: Equatable {
  package static func == (left: Self, right: Self) -> Bool { left.name == right.name && left.value == right.value }
}

extension JSONValue {
  package static let null = JSONValue(.null)

  package static func bool(_ value: Bool) -> Self { Self(.bool(value)) }

  package static func number(_ value: Int) -> Self { Self(.number(String(value))) }

  package static func string(_ text: some CustomStringConvertible) -> Self { Self(.string(text.description)) }

  package static func array(_ elements: [JSONValue]) -> Self { Self(.array(elements)) }

  /// An object of the members that are not `nil`.
  package static func object(_ members: KeyValuePairs<String, JSONValue?>) -> Self {
    Self(.object(members.compactMap { name, value in value.map { Member(name, $0) } }))
  }
}
