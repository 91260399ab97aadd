import Commits

/// The commits of a piece of a pack that stand one behind the other.
struct CommitRegion: Sendable {
  /// Without a commit, for a pack that cannot be opened any more: its commits are read alone.
  static func empty(_ reader: MessageReader) -> CommitRegion {
    CommitRegion(rows: CommitRows.Writer(reader).finished(), offsets: [])
  }

  let rows: CommitRows
  /// Where the commit of each row begins in the pack, ascending.
  private let offsets: [Int]

  private init(rows: CommitRows, offsets: [Int]) {
    self.rows = rows
    self.offsets = offsets
  }

  /// - Parameters:
  ///   - start: Where a commit begins.
  ///   - end: Where the piece ends.
  ///   - goesOn: Whether to read the next commit.
  init(
    _ file: PackFile, from start: Int, to end: Int, _ reader: MessageReader, while goesOn: () -> Bool = { true }
  ) {
    var writer = CommitRows.Writer(reader)
    var offsets: [Int] = []
    _ = file.readCommits(from: start, to: end, while: goesOn) { offset, bytes in
      if writer.add(bytes) { offsets.append(offset) }
    }
    self.init(rows: writer.finished(), offsets: offsets)
  }

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
}
