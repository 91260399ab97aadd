package import ReleaseScope

/// What is wrong with the contents of a file, and where.
///
/// Texts of the file stand in it as they are: whoever prints it cleans them.
package struct DocumentError: ExplainedError, Equatable {
  package let kind: Problem.Kind
  /// The file's name, as the caller gave it.
  package let name: String
  /// The line, from 1; `nil` if the whole file is meant.
  package let line: Int?
  /// What is wrong, lower case, without a full stop: `duplicate ticket 'SHOP-12' (first on line 9)`.
  package let message: String
  /// What to do about it, one line.
  package let help: String

  package var problem: Problem {
    Problem(kind, "\(name)\(line.map { ":\($0)" } ?? ""): \(message)", help: help)
  }
}

/// Which file is being read, for the errors about it.
struct DocumentSource: Sendable {
  let name: String
  /// ``Problem/Kind/badData`` or ``Problem/Kind/badConfiguration``.
  let kind: Problem.Kind

  func error(_ line: Int?, _ message: String, help: String) -> DocumentError {
    DocumentError(kind: kind, name: name, line: line, message: message, help: help)
  }

  /// Takes the byte order mark off, and makes sure that the rest is UTF-8.
  ///
  /// - Throws: ``DocumentError`` with the line of the first byte that is not UTF-8.
  /// - Complexity: Linear.
  func utf8(_ bytes: [UInt8]) throws(DocumentError) -> ArraySlice<UInt8> {
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      throw error(1, "the file is UTF-16", help: "save it as UTF-8")
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard String(validating: text, as: UTF8.self) == nil else { return text }
    var line = 1
    var decoder = Unicode.UTF8()
    var rest = text.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&rest) {
      if scalar == "\n" { line += 1 }
    }
    throw error(line, "bytes that are not UTF-8", help: "save the file as UTF-8")
  }
}
