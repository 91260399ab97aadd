/// The work for one ticket, newest first.
///
/// The work of a range is looked up in the range when it is asked for, so that a report of a million commits does not
/// hold them twice.
package struct EvidenceList: Sendable {
  private enum Storage {
    case own([Evidence])
    case table(EvidenceTable, first: Int32, count: Int32)
  }

  private let storage: Storage

  package init(_ evidence: some Sequence<Evidence>) {
    storage = .own(Array(evidence))
  }

  /// Some rows of a table.
  init(_ table: EvidenceTable, rows: Range<Int32>) {
    storage = rows.isEmpty ? .own([]) : .table(table, first: rows.lowerBound, count: Int32(rows.count))
  }
}

extension EvidenceList {
  /// Calls `body` with the positions of the commits and of the merges in `commits`, some of them more than once.
  ///
  /// - Returns: Whether the work is that of a range with these commits; else nothing was called.
  func forEachPosition(in commits: CommitList, _ body: (CommitPosition) -> Void) -> Bool {
    guard case .table(let table, let first, let count) = storage else { return isEmpty }
    return table.forEachPosition(Int(first)..<Int(first + count), in: commits, body)
  }
}

extension EvidenceList: RandomAccessCollection {
  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch storage {
    case .own(let evidence): evidence.count
    case .table(_, _, let count): Int(count)
    }
  }

  package subscript(place: Int) -> Evidence {
    switch storage {
    case .own(let evidence): return evidence[place]
    case .table(let table, let first, let count):
      precondition(place >= 0 && place < count, "no such evidence")
      return table.evidence(Int(first) + place)
    }
  }
}

extension EvidenceList: Equatable {
  package static func == (left: Self, right: Self) -> Bool { left.elementsEqual(right) }
}

extension EvidenceList: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: Evidence...) { self.init(elements) }
}

/// The work for all tickets of a range, a row for each piece of evidence: those of one ticket side by side, newest
/// first.
final class EvidenceTable: Sendable {
  struct Row: Sendable {
    /// The position of the commit.
    let position: CommitPosition
    /// The merge that gave the ticket; `nil` if the commit names it itself.
    let merge: CommitPosition?
    let place: KeyPlace
    let state: EvidenceState
  }

  private let commits: CommitList
  private let rows: [Row]

  init(_ commits: CommitList, _ rows: [Row]) {
    self.commits = commits
    self.rows = rows
  }

  func forEachPosition(_ range: Range<Int>, in commits: CommitList, _ body: (CommitPosition) -> Void) -> Bool {
    guard commits.isSame(as: self.commits) else { return false }
    for row in rows[range] {
      body(row.position)
      if let merge = row.merge { body(merge) }
    }
    return true
  }

  func evidence(_ row: Int) -> Evidence {
    let row = rows[row]
    return Evidence(
      commit: commits.id(row.position), place: row.place, state: row.state,
      via: row.merge.map(commits.id))
  }
}
