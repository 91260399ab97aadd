/// A text as JSON writes it.
package enum JSONText {
  /// Whether a text has nothing but ASCII of which nothing needs an escape.
  package static func isPlain(_ text: String) -> Bool {
    func isPlain(_ bytes: some Sequence<UInt8>) -> Bool {
      bytes.allSatisfy { 0x20..<0x7F ~= $0 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    }
    return unsafe text.utf8.withContiguousStorageIfAvailable { unsafe isPlain($0) } ?? isPlain(text.utf8)
  }

  /// Quotes a text.
  ///
  /// - Parameter isEscaped: Which characters become escapes besides `"`, `\` and those that JSON has a letter for.
  /// - Complexity: Linear; plain ASCII is returned as it is.
  package static func quoted(_ text: String, escaping isEscaped: (Unicode.Scalar) -> Bool) -> String {
    if isPlain(text) { return "\"" + text + "\"" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{8}": result += "\\b"
      case "\u{C}": result += "\\f"
      case _ where isEscaped(scalar):
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
          let digits = String(unit, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: result.unicodeScalars.append(scalar)
      }
    }
    result += "\""
    return result
  }
}

extension Unicode.Scalar {
  /// Whether a terminal may act on the character, or a reader be misled by it: controls (C0, DEL, C1), line and
  /// paragraph separators, bidirectional controls.
  package var isUnsafeToShow: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
