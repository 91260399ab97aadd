import ReleaseScope

/// The commits of a piece of a pack that stand one behind the other, as they are kept.
struct CommitRegion: Sendable {
  /// Row by row what is kept of the commits.
  let columns: CommitColumns
  /// Where each commit begins in the pack, ascending.
  private var offsets: [Int] = []
  private var times: [Int64] = []
  private var parentIDs: [ObjectID] = []
  /// Where the parents of each commit end.
  private var parentEnds: [Int32] = []

  /// - Parameters:
  ///   - start: Where a commit begins.
  ///   - end: Where the piece ends.
  init(_ file: PackFile, from start: Int, to end: Int, _ reader: MessageReader) {
    var writer = CommitWriter(reader)
    var (offsets, times, ids, ends): ([Int], [Int64], [ObjectID], [Int32]) = ([], [], [], [])
    _ = file.readCommits(from: start, to: end) { offset, bytes in
      guard offsets.count < CommitList.Place.rows else { return }
      let before = ids.count
      guard let links = CommitLinks(bytes, parents: &ids) else {
        // Whoever asks for it reads it alone, and hears that it is corrupt.
        ids.removeLast(ids.count - before)
        return
      }
      offsets.append(offset)
      times.append(links.time)
      ends.append(Int32(ids.count))
      writer.add(bytes, links, isMerge: ids.count - before > 1)
    }
    columns = writer.finished()
    self.offsets = offsets
    self.times = times
    parentIDs = ids
    parentEnds = ends
  }

  /// Without a commit, for a pack that cannot be opened any more: its commits are read alone.
  static let empty = CommitRegion()

  private init() { columns = CommitColumns() }

  var count: Int { offsets.count }

  /// The row of the commit that begins at `offset` in the pack.
  ///
  /// - Complexity: The logarithm of the number of commits.
  func row(at offset: Int) -> Int? {
    var (low, high) = (0, offsets.count)
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low < offsets.count && offsets[low] == offset ? low : nil
  }

  func time(_ row: Int) -> Int64 { times[row] }

  func parents(_ row: Int) -> ArraySlice<ObjectID> {
    parentIDs[(row == 0 ? 0 : Int(parentEnds[row - 1]))..<Int(parentEnds[row])]
  }
}
