/// Makes foreign text safe as the contents of an XML 1.0 element or attribute.
///
/// XML forbids most control characters even as references; ``TerminalText`` has replaced them by visible stand-ins,
/// with what is no character at all (U+FFFE, U+FFFF).
enum XMLText {
  /// Cleans one field: no line break is left in it.
  static func escaped(_ text: String) -> String { quoted(TerminalText(unicode: true).cleaned(text)) }

  /// Escapes text that is clean already; its line breaks stay.
  static func quoted(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      // Always, since `]]>` must not stand in contents.
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&apos;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
