/// Tables whose columns are lined up with further tabs, as `jira issue list --plain` prints them.
///
/// There an empty cell leaves no trace: a row with another number of cells than the header cannot be read.
enum PaddedTable {
  typealias Row = (cells: [String], line: Int)

  /// Whether the header has empty cells within it, or a row more cells than the header.
  static func isPadded(_ rows: [Row]) -> Bool {
    guard let header = rows.first?.cells else { return false }
    let names = header.prefix(1 + (header.lastIndex { !$0.trimmed.isEmpty } ?? 0))
    return names.contains { $0.trimmed.isEmpty } || rows.contains { $0.cells.count > header.count }
  }

  /// - Throws: ``DocumentError`` with the line of a row that has lost a cell.
  static func unpadded(_ rows: [Row], source: DocumentSource) throws(DocumentError) -> [Row] {
    let plain = rows.map { Row($0.cells.filter { !$0.trimmed.isEmpty }, $0.line) }.filter { !$0.cells.isEmpty }
    let width = plain.first?.cells.count ?? 0
    if let row = plain.first(where: { $0.cells.count != width }) {
      throw source.error(
        row.line, "\(row.cells.count) cells below \(width) columns, in a table that is lined up with tabs",
        help: "write it as CSV, in which empty cells are seen")
    }
    return plain
  }
}
