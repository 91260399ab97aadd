import Commits

/// One commit-graph file: the parents, dates and generations of many commits, without the objects.
///
/// - Note: Source of the format: git's `gitformat-commit-graph`. The checksum at the end is not verified, as in git:
///   that would read the whole file, to find what ``AncestorWalk`` finds where it matters.
package struct CommitGraphLayer {
  package enum ObjectFormat: UInt8 {
    case sha1 = 1
    case sha256 = 2

    /// In bytes.
    package var idLength: Int {
      switch self {
      case .sha1: 20
      case .sha256: 32
      }
    }
  }

  /// What a commit's entry holds.
  package struct Entry {
    /// The date, in seconds since 1970; git keeps 34 bits of it.
    package let time: Int64
    /// One more than the greatest of the parents; 1 for a root.
    package let level: UInt64
    /// The date, or one second more than the greatest of the parents; `nil` if the file lacks it.
    package let correctedDate: UInt64?
  }

  private static let noParent: UInt32 = 0x7000_0000
  /// In a second parent and a corrected date: look further; in a list of parents: the last.
  private static let mark: UInt32 = 0x8000_0000

  package let format: ObjectFormat
  /// How many commits the file has.
  package let count: Int
  /// How many files it builds on.
  let baseCount: Int
  private let bytes: FileBytes
  private let chunks: CommitGraphChunks

  var hasCorrectedDates: Bool { chunks.correctedDates != nil }

  /// How many parents the commits with more than two have, but for the first of each.
  var edgeCount: Int { chunks.edges.count / 4 }

  /// - Returns: `nil` if the file is damaged, or of a version that git does not write today.
  package init?(_ bytes: FileBytes) {
    guard bytes.count >= 8, bytes.number(at: 0, as: UInt32.self) == 0x4347_5048, bytes[4] == 1,
      let format = ObjectFormat(rawValue: bytes[5]),
      let chunks = CommitGraphChunks(
        in: bytes, count: Int(bytes[6]), idLength: format.idLength, baseCount: Int(bytes[7]))
    else { return nil }
    self.format = format
    self.bytes = bytes
    self.chunks = chunks
    baseCount = Int(bytes[7])
    count = chunks.ids.count / format.idLength
  }

  /// The id of the commit at a place in this file, whatever the object format.
  package func idBytes(_ place: Int) -> [UInt8] { slice(chunks.ids.lowerBound + place * format.idLength) }

  /// The ids by which the files below this one are named, the lowest first.
  package var baseIDs: [[UInt8]] { (0..<baseCount).map { slice(chunks.bases.lowerBound + $0 * format.idLength) } }

  /// The id by which the layer above this one names it.
  package var checksum: [UInt8] { slice(bytes.count - format.idLength) }

  private func slice(_ start: Int) -> [UInt8] { (start..<(start + format.idLength)).map { bytes[$0] } }

  /// The id of the commit at a place in this file, which names objects by SHA-1.
  func id(_ place: Int) -> ObjectID {
    let start = chunks.ids.lowerBound + place * 20
    return ObjectID(
      high: bytes.number(at: start), middle: bytes.number(at: start + 8), low: bytes.number(at: start + 16))
  }

  /// Where a commit is in this file, which names objects by SHA-1.
  ///
  /// - Complexity: log n for n commits that start with the same byte.
  func place(of id: ObjectID) -> Int? {
    let first = Int(id.high >> 56)
    var low = first == 0 ? 0 : fanout(first - 1)
    var high = fanout(first)
    while low < high {
      let middle = (low + high) / 2
      let found = self.id(middle)
      if found == id { return middle }
      if found < id { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private func fanout(_ first: Int) -> Int {
    Int(bytes.number(at: chunks.fanout.lowerBound + 4 * first, as: UInt32.self))
  }

  /// Reads the entry of the commit at a place in this file.
  ///
  /// - Parameters:
  ///   - positions: How many commits this file and those below it have.
  ///   - parents: Gets the positions of the parents in all the files together, first parent first.
  /// - Returns: `nil` if the file is damaged there.
  package func entry(_ place: Int, below positions: UInt32, parents: inout [UInt32]) -> Entry? {
    let start = chunks.commits.lowerBound + place * (format.idLength + 16) + format.idLength
    guard addParents(start, below: positions, to: &parents) else { return nil }
    let date = bytes.number(at: start + 8, as: UInt64.self)
    let time = date & 0x3_FFFF_FFFF
    let level = date >> 34
    // git numbers levels from one.
    guard level > 0 else { return nil }
    guard let offsets = chunks.correctedDates else {
      return Entry(time: Int64(time), level: level, correctedDate: nil)
    }
    let offset = bytes.number(at: offsets.lowerBound + 4 * place, as: UInt32.self)
    guard offset & Self.mark != 0 else {
      return Entry(time: Int64(time), level: level, correctedDate: time + UInt64(offset))
    }
    let overflow = Int(offset & ~Self.mark)
    guard overflow < chunks.dateOverflows.count / 8 else { return nil }
    let (sum, isTooGreat) = bytes.number(at: chunks.dateOverflows.lowerBound + 8 * overflow, as: UInt64.self)
      .addingReportingOverflow(time)
    return isTooGreat ? nil : Entry(time: Int64(time), level: level, correctedDate: sum)
  }

  private func addParents(_ start: Int, below positions: UInt32, to parents: inout [UInt32]) -> Bool {
    let first = bytes.number(at: start, as: UInt32.self)
    let second = bytes.number(at: start + 4, as: UInt32.self)
    if first == Self.noParent { return second == Self.noParent }
    guard first < positions else { return false }
    parents.append(first)
    if second == Self.noParent { return true }
    guard second & Self.mark != 0 else {
      parents.append(second)
      return second < positions
    }
    var edge = Int(second & ~Self.mark)
    while edge < edgeCount {
      let parent = bytes.number(at: chunks.edges.lowerBound + 4 * edge, as: UInt32.self)
      guard parent & ~Self.mark < positions else { return false }
      parents.append(parent & ~Self.mark)
      if parent & Self.mark != 0 { return true }
      edge += 1
    }
    return false
  }
}
