import ReleaseScope
import SwiftCSV

/// The rows of a CSV file, each with the line that it begins on.
///
/// SwiftCSV does the reading. Around it stand three things that it lacks, found by trying:
/// - A quotation mark without its pair takes in the rest of the file, and is no error: a row of our own is put at the end,
///   and must come out as a row.
/// - It compares whole characters, so a comma before a combining mark is another character than a comma, and two cells
///   become one: a mark of our own (U+0001) keeps them apart.
/// - It does not tell lines: the line ends in the cells are counted.
///
/// It reads about 5 MB in a second.
struct CSVRows {
  /// - Returns: The header, then the rows, as wide as they are in the file.
  /// - Throws: ``DocumentError`` with the line of the row that is not CSV.
  static func read(
    _ text: ArraySlice<UInt8>, delimiter: Character, source: DocumentSource
  ) throws(DocumentError) -> [(cells: [String], line: Int)] {
    let end = "end of rows"
    var rows: [(cells: [String], line: Int)] = []
    var line = 1
    var lastLine = 1
    do {
      let string = String(decoding: separated(text, delimiter: delimiter), as: UTF8.self) + "\n\(end)\n"
      // The table that the library would build is as wide as the widest row: without a limit, a memory bomb.
      let csv = try CSV<Enumerated>(string: string, delimiter: .character(delimiter), loadColumns: false, rowLimit: 0)
      try csv.enumerateAsArray(startAt: 0, rowLimit: nil) { cells in
        rows.append((cells.map(withoutMarks), line))
        lastLine = line
        line += 1 + cells.reduce(0) { $0 + $1.count(where: \.isNewline) }
      }
    } catch {
      throw source.error(
        line, "a quotation mark in the wrong place", help: "put the cell in quotation marks, and double those in it")
    }
    guard let last = rows.popLast(), last.cells == [end] else {
      throw source.error(
        lastLine, "a quotation mark without its pair",
        help: "close the quotation, or export the issues again")
    }
    return rows
  }

  /// Puts U+0001 between a structural character and a neighbour that might combine with it.
  private static func separated(_ text: ArraySlice<UInt8>, delimiter: Character) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + text.count / 16)
    var previous: UInt8 = 0
    func isStructural(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == delimiter.asciiValue }
    for byte in text {
      if isStructural(previous) && byte >= 0x80 || previous >= 0x80 && isStructural(byte) { result.append(1) }
      result.append(byte)
      previous = byte
    }
    return result
  }

  private static func withoutMarks(_ cell: String) -> String {
    cell.utf8.contains(1) ? String(String.UnicodeScalarView(cell.unicodeScalars.filter { $0 != "\u{1}" })) : cell
  }
}
