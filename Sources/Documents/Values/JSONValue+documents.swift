package import JSON
import ReleaseScope

extension JSONValue {
  /// Reads JSON, strictly, with or without a byte order mark.
  ///
  /// - Parameter name: The file's, for errors.
  /// - Throws: ``DocumentError`` of kind ``Problem/Kind/badData`` with the line.
  package init(json bytes: [UInt8], name: String) throws(DocumentError) {
    self = try DocumentSource(name: name, kind: .badData).json(bytes)
  }

  /// Reads YAML of one document.
  ///
  /// - Parameter name: The file's, for errors.
  /// - Throws: ``DocumentError`` of kind ``Problem/Kind/badConfiguration`` with the line.
  package init(yaml bytes: [UInt8], name: String) throws(DocumentError) {
    self = try YAMLReader.parse(bytes, source: DocumentSource(name: name, kind: .badConfiguration))
  }

  /// What the value is, for errors: `a string`.
  var kindName: String {
    switch content {
    case .null: "null"
    case .bool: "a boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

extension DocumentSource {
  /// Reads the JSON of a whole file.
  ///
  /// - Complexity: Linear.
  func json(_ bytes: [UInt8]) throws(DocumentError) -> JSONValue {
    let text = try utf8(bytes)
    do {
      return try JSONValue(parsing: text)
    } catch {
      throw self.error(error.line, error.message, help: error.help)
    }
  }
}

extension JSONError {
  fileprivate var message: String {
    switch reason {
    case .expected(let expectation, let found):
      "expected \(expectation.words), found \(found.map { "'\($0)'" } ?? "the end of the file")"
    case .duplicateMember(let name, let first): "duplicate member '\(name)' (first on line \(first))"
    case .endlessString: "a string has no end"
    case .controlCharacter: "a line end, tab or other control character stands in a string"
    case .loneSurrogate: "half of a surrogate pair in an escape"
    case .tooDeep: "lists and objects are more than \(JSONValue.depthLimit) deep in each other"
    }
  }

  fileprivate var help: String {
    switch reason {
    case .expected, .endlessString, .tooDeep: "correct the JSON, for example with: python3 -m json.tool FILE"
    case .duplicateMember: "remove one of the two"
    case .controlCharacter: "write it as an escape, such as \\n"
    case .loneSurrogate: "write both halves, such as \\ud83d\\ude80"
    }
  }
}

extension JSONError.Expectation {
  fileprivate var words: String {
    switch self {
    case .value: "a value"
    case .number: "a number"
    case .name: "a name in double quotes"
    case .colon: "':'"
    case .endOfText: "the end of the file"
    case .escape: "an escape such as \\n"
    case .hexadecimalDigits: "four hexadecimal digits"
    case .nextElement: "',' or ']'"
    case .nextMember: "',' or '}'"
    }
  }
}
