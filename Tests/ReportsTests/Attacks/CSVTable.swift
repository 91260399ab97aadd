/// Reads CSV by the grammar of RFC 4180, strictly, or as a spreadsheet does that has another separator.
struct CSVTable {
  struct Malformed: Error {
    let offset: Int
  }

  let rows: [[String]]

  /// - Throws: ``Malformed`` where the text is not RFC 4180: a bare quotation mark, a line end that is not CR LF.
  init(strictly text: String) throws(Malformed) {
    var rows: [[String]] = []
    var row: [String] = []
    var rest = Array(text.unicodeScalars)[...]
    while !rest.isEmpty {
      row.append(try Self.cell(&rest))
      switch rest.popFirst() {
      case ",": continue
      case "\r":
        guard rest.popFirst() == "\n" else { throw Malformed(offset: rest.startIndex) }
        rows.append(row)
        row = []
      default: throw Malformed(offset: rest.startIndex)
      }
    }
    guard row.isEmpty else { throw Malformed(offset: rest.startIndex) }
    self.rows = rows
  }

  private static func cell(_ rest: inout ArraySlice<Unicode.Scalar>) throws(Malformed) -> String {
    var cell = String.UnicodeScalarView()
    guard rest.first == "\"" else {
      while let next = rest.first, next != ",", next != "\r" {
        guard next != "\"", next != "\n" else { throw Malformed(offset: rest.startIndex) }
        cell.append(next)
        rest = rest.dropFirst()
      }
      return String(cell)
    }
    rest = rest.dropFirst()
    while let next = rest.popFirst() {
      if next == "\"" {
        guard rest.first == "\"" else { return String(cell) }
        rest = rest.dropFirst()
      }
      cell.append(next)
    }
    throw Malformed(offset: rest.startIndex)
  }

  /// The cells that a spreadsheet may see which separates by `;` and takes quotation marks loosely.
  static func loosely(_ text: String) -> [String] {
    text.split { $0 == ";" || $0 == "\r\n" }.map { String($0.drop { $0 == "\"" || $0 == " " }) }
  }
}
