import ReleaseScope

/// Reads the CSV that Jira exports: one row for each issue, one column for each value of a field.
///
/// A field of several values has several columns of the same name, padded with empty cells. Dates come in the format of
/// the instance, and are kept as text.
struct JiraTable {
  private let source: DocumentSource
  private let columns: [JiraColumn]
  /// The first column of issue keys.
  private let keyPosition: Int?
  /// Which members of a ticket the table has a column for; a row that ends before that column has it empty.
  private let members: [JiraColumn]
  private var export = JiraExport(format: .jiraCSV)

  /// Numbers of rows at which exporters stop without saying so.
  private static let limits: Set<Int> = [1000, 10_000]

  /// Whether the first line of a text without extension has the column that every export of issues has.
  static func looksLikeHeader(_ text: ArraySlice<UInt8>) -> Bool { TableLayout(of: text) != nil }

  /// - Throws: ``DocumentError`` with the line of the row, for text that is not CSV, a table without issue keys, and a
  ///   row without a key or with a malformed one.
  static func export(_ bytes: [UInt8], source: DocumentSource) throws(DocumentError) -> JiraExport {
    let text = try source.utf8(bytes)
    guard let layout = TableLayout(of: text) else {
      throw source.error(
        1, "no column 'Issue key'", help: "export the issues as CSV with their keys, and with English column names")
    }
    var rows = try CSVRows.read(text, delimiter: layout.delimiter, source: source)
    if layout.hasSeparatorLine { rows.removeFirst() }
    if layout.delimiter == "\t", PaddedTable.isPadded(rows) {
      rows = try PaddedTable.unpadded(rows, source: source)
    }
    var table = JiraTable(source: source, columns: (rows.first?.cells ?? []).map { JiraColumn(header: $0) })
    for row in rows.dropFirst() where row.cells.contains(where: { !$0.trimmed.isEmpty }) {
      try table.add(row.cells, line: row.line)
    }
    table.finish(endsInRow: text.last != 0x0A && text.last != 0x0D, lastWidth: rows.last?.cells.count ?? 0)
    return table.export
  }

  private init(source: DocumentSource, columns: [JiraColumn]) {
    self.source = source
    self.columns = columns
    keyPosition = columns.firstIndex(of: .key)
    let candidates: [JiraColumn] = [.assignee, .priority, .fixVersion]
    members = candidates.filter(columns.contains)
  }

  /// - Parameter lastWidth: How many cells the last row has: fewer than the header, without a line end, are a part of
  ///   it.
  private mutating func finish(endsInRow: Bool, lastWidth: Int) {
    let versionColumns = columns.count { $0 == .fixVersion }
    export.hasFixVersions = versionColumns > 0
    export.joinsVersions = versionColumns == 1
    if endsInRow, lastWidth < columns.count { export.gaps.append(.cutOff) }
    if Self.limits.contains(export.issues.count) { export.gaps.append(.usualLimit(issues: export.issues.count)) }
  }

  private mutating func add(_ cells: [String], line: Int) throws(DocumentError) {
    let texts = cells.map(\.trimmed)
    guard let position = keyPosition, position < texts.count, !texts[position].isEmpty else {
      throw source.error(line, "a row without an issue key", help: "export the issues again")
    }
    var ticket: Ticket
    do {
      ticket = Ticket(key: try TicketKey(parsing: texts[position]))
    } catch {
      throw source.error(line, error.message, help: "correct the key, or export the issues again")
    }
    // A row may be shorter than the header, or wider: what is beyond the header has no name, and what is before it may
    // stand in the wrong column. What a row costs depends on the row alone, however wide the header is.
    for column in members { ticket.take("", of: column) }
    for (text, column) in zip(texts, columns) { ticket.take(text, of: column) }
    let isDoubtful = texts.dropFirst(columns.count).contains { !$0.isEmpty }
    export.issues.append(JiraExport.Issue(ticket: ticket, line: line, isDoubtful: isDoubtful))
  }
}

extension Ticket {
  fileprivate mutating func take(_ text: String, of column: JiraColumn) {
    let value = text.isEmpty ? nil : text
    switch column {
    case .key, .ignored: break
    case .summary: summary = summary ?? value
    case .type: type = type ?? value
    case .status: status = status ?? value
    case .statusCategory: statusCategory = statusCategory ?? value.flatMap(JiraColumn.category)
    case .assignee: if assignee.text == nil { assignee = Field(assignee: text) }
    case .priority: if priority.text == nil { priority = Field(text: text) }
    case .parent: parent = parent ?? (try? TicketKey(parsing: text))
    case .fixVersion:
      var versions = fixVersions ?? []
      if let value, !versions.contains(value) { versions.append(value) }
      fixVersions = versions
    case .field(let name):
      let texts = [fields[name]?.text, value].compactMap(\.self)
      fields[name] = Field(text: texts.joined(separator: ", "))
    }
  }
}
