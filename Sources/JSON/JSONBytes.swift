/// JSON that is being written, as UTF-8.
package struct JSONBytes {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// What was written.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Lets go what was written.
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Adds a text as it is.
  package mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Adds a text in quotation marks; see ``JSONText``.
  package mutating func quote(_ text: String, escaping isEscaped: (Unicode.Scalar) -> Bool) {
    guard JSONText.isPlain(text) else { return add(JSONText.quoted(text, escaping: isEscaped)) }
    bytes.append(UInt8(ascii: "\""))
    add(text)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Begins a line with two blanks for each level.
  package mutating func newLine(_ depth: Int) {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<(2 * depth) { bytes.append(UInt8(ascii: " ")) }
  }
}
