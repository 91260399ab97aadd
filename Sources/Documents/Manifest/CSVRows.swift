import CLibcsv
import ReleaseScope

/// The rows of a CSV file, each with the line that it begins on.
///
/// libcsv does the reading, strictly (RFC 4180), and tells no lines: it gets the text one line at a time, so that those
/// are known. Blanks around a cell belong to it.
@safe final class CSVRows {
  private var parser = unsafe csv_parser()
  private var rows: [(cells: [String], line: Int)] = []
  private var cells: [String] = []
  /// The line of the row that is being read; `nil` between rows.
  private var start: Int?
  private var line = 1

  /// - Returns: The header, then the rows, as wide as they are in the file; blank lines are left out.
  /// - Throws: ``DocumentError`` with the line of the row that is not CSV.
  /// - Complexity: Linear.
  static func read(
    _ text: ArraySlice<UInt8>, delimiter: Unicode.Scalar, source: DocumentSource
  ) throws(DocumentError) -> [(cells: [String], line: Int)] {
    let table = CSVRows(delimiter: UInt8(ascii: delimiter))
    var rest = text
    while !rest.isEmpty {
      let end = endOfLine(rest)
      guard table.feed(rest[..<end]) else {
        throw source.error(
          table.start ?? table.line, "a quotation mark in the wrong place",
          help: "put the cell in quotation marks, and double those in it")
      }
      rest = rest[end...]
    }
    guard table.finish() else {
      throw source.error(
        table.start ?? table.line, "a quotation mark without its pair",
        help: "close the quotation, or export the issues again")
    }
    return table.rows
  }

  private init(delimiter: UInt8) {
    let status = unsafe csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
    precondition(status == 0, "libcsv did not start")
    unsafe csv_set_delim(&parser, delimiter)
    unsafe csv_set_space_func(&parser) { _ in 0 }
    unsafe csv_set_blk_size(&parser, 4096)
  }

  deinit { unsafe csv_free(&parser) }

  /// - Returns: Where the next line begins, after `\n`, `\r\n` or `\r`.
  private static func endOfLine(_ text: ArraySlice<UInt8>) -> Int {
    guard let end = text.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return text.endIndex }
    return text[end] == 0x0D && text[(end + 1)...].first == 0x0A ? end + 2 : end + 1
  }

  /// - Returns: Whether it is CSV as far as it goes.
  private func feed(_ text: ArraySlice<UInt8>) -> Bool {
    let isBlank = text.allSatisfy { $0 == 0x0A || $0 == 0x0D }
    if start == nil, !isBlank { start = line }
    let taken = unsafe text.withUnsafeBytes { bytes in
      unsafe csv_parse(&parser, bytes.baseAddress, bytes.count, Self.takeCell, Self.endRow, pointer)
    }
    guard taken == text.count else { return false }
    line += 1
    return true
  }

  /// - Returns: Whether the last quotation is closed.
  private func finish() -> Bool { unsafe csv_fini(&parser, Self.takeCell, Self.endRow, pointer) == 0 }

  private var pointer: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

  private static func table(_ pointer: UnsafeMutableRawPointer?) -> CSVRows? {
    unsafe pointer.map { unsafe Unmanaged<CSVRows>.fromOpaque($0).takeUnretainedValue() }
  }

  private static let takeCell: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
    cell, length, table in
    let bytes = unsafe UnsafeRawBufferPointer(start: cell, count: cell == nil ? 0 : length)
    unsafe CSVRows.table(table)?.cells.append(unsafe String(decoding: bytes, as: UTF8.self))
  }

  private static let endRow: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { _, table in
    guard let table = unsafe CSVRows.table(table) else { return }
    table.rows.append((table.cells, table.start ?? table.line))
    table.cells = []
    table.start = nil
  }
}
