/// Makes foreign text safe as a cell of a CSV file (RFC 4180) that people open in a spreadsheet.
enum CSVText {
  /// One row, ending in CR LF.
  static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  /// A cell on one line, quoted where it needs to be.
  static func cell(_ text: String) -> String {
    let safe = withoutFormulas(TerminalText(unicode: true).cleaned(text))
    let isPlain = !safe.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "\"") }
    return isPlain ? safe : "\"\(safe.replacing("\"", with: "\"\""))\""
  }

  /// Puts `'` before what a spreadsheet would take for a formula: `=`, `+`, `-`, `@` and their full-width forms at the
  /// start, and after a `;`, which is the separator where the comma is the decimal sign.
  private static func withoutFormulas(_ text: String) -> String {
    var result = ""
    var startsCell = true
    for scalar in text.unicodeScalars {
      switch scalar {
      case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}":
        if startsCell { result += "'" }
        startsCell = false
      case ";": startsCell = true
      // Blanks and quotation marks may stand before a formula.
      case " ", "\"", "'": break
      default: startsCell = false
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
