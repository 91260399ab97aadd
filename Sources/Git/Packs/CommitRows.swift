import Commits

/// Commits that were read together, with what is kept of them, row by row.
///
/// Behind a reference: a walk looks at the rows one by one.
final class CommitRows: Sendable {
  let columns: CommitColumns
  private let ids: [ObjectID]
  private let times: [Int64]
  private let parentIDs: [ObjectID]
  /// Where the parents of each commit end.
  private let parentEnds: [Int32]

  private init(
    columns: CommitColumns, ids: [ObjectID], times: [Int64], parentIDs: [ObjectID], parentEnds: [Int32]
  ) {
    self.columns = columns
    self.ids = ids
    self.times = times
    self.parentIDs = parentIDs
    self.parentEnds = parentEnds
  }

  /// Takes commits one after the other.
  struct Writer {
    private let writer: CommitWriter
    private var ids: [ObjectID] = []
    private var times: [Int64] = []
    private var parentIDs: [ObjectID] = []
    private var parentEnds: [Int32] = []

    init(_ reader: MessageReader) {
      writer = CommitWriter(reader)
    }

    /// Adds a commit at the next row.
    ///
    /// - Returns: Whether it was added. Whoever asks for another one reads it alone, and hears what is wrong with it.
    mutating func add(_ bytes: Span<UInt8>) -> Bool {
      let before = parentIDs.count
      guard times.count < CommitList.Slot.rows, let links = CommitLinks(bytes, parents: &parentIDs) else {
        parentIDs.removeLast(parentIDs.count - before)
        return false
      }
      ids.append(ObjectID(ofCommit: bytes))
      times.append(links.time)
      parentEnds.append(Int32(parentIDs.count))
      writer.add(bytes, links, isMerge: parentIDs.count - before > 1)
      return true
    }

    consuming func finished() -> CommitRows {
      CommitRows(columns: writer.finished(), ids: ids, times: times, parentIDs: parentIDs, parentEnds: parentEnds)
    }
  }

  var count: Int { times.count }

  func id(_ row: Int) -> ObjectID { ids[row] }

  /// When a commit was made, in seconds since 1970.
  func time(_ row: Int) -> Int64 { times[row] }

  func parents(_ row: Int) -> ArraySlice<ObjectID> {
    parentIDs[(row == 0 ? 0 : Int(parentEnds[row - 1]))..<Int(parentEnds[row])]
  }
}
