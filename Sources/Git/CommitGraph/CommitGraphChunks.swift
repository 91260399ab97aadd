/// Where the parts of a commit-graph file are, as byte offsets; each is checked to lie within the file and to be as
/// long as the number of commits says.
struct CommitGraphChunks {
  /// `OIDF`: for each first byte of an id, how many ids start with it or a smaller one. Never falls.
  let fanout: Range<Int>
  /// `OIDL`: the ids, in order.
  let ids: Range<Int>
  /// `CDAT`: tree, two parents, level and date of each commit.
  let commits: Range<Int>
  /// `EDGE`: the parents after the first of commits with more than two. May be empty.
  let edges: Range<Int>
  /// `GDA2`: how far the corrected date of each commit is after its date.
  let correctedDates: Range<Int>?
  /// `GDO2`: those that are too far for 31 bits. May be empty.
  let dateOverflows: Range<Int>
  /// `BASE`: the ids of the files below. May be empty.
  let bases: Range<Int>

  /// Reads the table of contents.
  ///
  /// - Parameters:
  ///   - count: How many chunks there are. Those that are not needed here are passed over.
  ///   - baseCount: How many files there are below.
  /// - Returns: `nil` if anything is not as it must be.
  init?(in bytes: FileBytes, count: Int, idLength: Int, baseCount: Int) {
    let table = 8
    let start = table + 12 * (count + 1)
    let end = bytes.count - idLength
    guard start <= end else { return nil }
    var found: [UInt32: Range<Int>] = [:]
    for number in 0..<count {
      let entry = table + 12 * number
      let name = bytes.number(at: entry, as: UInt32.self)
      guard let from = Int(exactly: bytes.number(at: entry + 4, as: UInt64.self)),
        let to = Int(exactly: bytes.number(at: entry + 16, as: UInt64.self)),
        from >= start, from <= to, to <= end, name != 0, found.updateValue(from..<to, forKey: name) == nil
      else { return nil }
    }
    guard bytes.number(at: table + 12 * count, as: UInt32.self) == 0 else { return nil }

    // The names are their letters as a number.
    guard let fanout = found[0x4F49_4446], let ids = found[0x4F49_444C], let commits = found[0x4344_4154],
      let commitCount = Self.commitCount(fanout, in: bytes), ids.count == commitCount * idLength,
      commits.count == commitCount * (idLength + 16)
    else { return nil }
    self.fanout = fanout
    self.ids = ids
    self.commits = commits
    edges = found[0x4544_4745] ?? 0..<0
    correctedDates = found[0x4744_4132]
    dateOverflows = found[0x4744_4F32] ?? 0..<0
    bases = found[0x4241_5345] ?? 0..<0
    guard edges.count.isMultiple(of: 4), dateOverflows.count.isMultiple(of: 8), bases.count == baseCount * idLength,
      correctedDates?.count ?? 4 * commitCount == 4 * commitCount
    else { return nil }
  }

  /// - Returns: `nil` unless the fanout has 256 numbers that never fall.
  private static func commitCount(_ fanout: Range<Int>, in bytes: FileBytes) -> Int? {
    guard fanout.count == 1024 else { return nil }
    var last: UInt32 = 0
    for offset in stride(from: fanout.lowerBound, to: fanout.upperBound, by: 4) {
      let next = bytes.number(at: offset, as: UInt32.self)
      guard next >= last else { return nil }
      last = next
    }
    return Int(last)
  }
}
