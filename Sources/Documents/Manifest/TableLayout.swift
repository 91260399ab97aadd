/// How the cells of a table are told apart, by its first lines.
struct TableLayout {
  let delimiter: Unicode.Scalar
  /// Whether the first line is none of the table, and only tells spreadsheets the delimiter: `sep=;`.
  let hasSeparatorLine: Bool

  /// - Returns: `nil` for a text whose header has no issue key.
  init?(of text: ArraySlice<UInt8>) {
    let first = Self.line(of: text)
    if let delimiter = Self.separator(in: first) {
      let rest = text.drop { $0 != 0x0A && $0 != 0x0D }.drop { $0 == 0x0A || $0 == 0x0D }
      guard Self.hasKey(Self.line(of: rest), delimiter) else { return nil }
      self.delimiter = delimiter
      hasSeparatorLine = true
    } else {
      let usual: [Unicode.Scalar] = [",", ";", "\t"]
      guard let delimiter = usual.first(where: { Self.hasKey(first, $0) }) else { return nil }
      self.delimiter = delimiter
      hasSeparatorLine = false
    }
  }

  private static func line(of text: ArraySlice<UInt8>) -> String {
    String(decoding: text.prefix { $0 != 0x0A && $0 != 0x0D }.prefix(1 << 20), as: UTF8.self)
  }

  private static func separator(in line: String) -> Unicode.Scalar? {
    let text = line.unicodeScalars.filter { $0 != "\"" }
    guard text.count == 5, line.lowercased().contains("sep="), let last = text.last, last.isASCII else { return nil }
    return last
  }

  private static func hasKey(_ header: String, _ delimiter: Unicode.Scalar) -> Bool {
    header.split(separator: Character(delimiter)).contains { cell in
      JiraColumn(header: String(cell.filter { $0 != "\"" })) == .key
    }
  }
}
