import Git
import ReleaseScope

extension FuzzTarget {
  static let packs = [
    FuzzTarget(
      "pack", .bytes,
      // Heads of commits and deltas of any length, and of streams.
      pieces: [
        [0x95, 0x0F], [0xEF, 0xFF, 0xFF, 0xFF, 0xFF], [0x6F, 0x81, 0x00], [0x7F, 0x80], [0x78, 0x9C],
        [0x78, 0x01, 0x03],
      ], readPack),
    FuzzTarget(
      "pack-index", .table,
      pieces: [[0xFF, 0x74, 0x4F, 0x63, 0, 0, 0, 2], [0x80, 0, 0, 0], [0x80, 0, 0, 1], [0x7F, 0xFF, 0xFF, 0xFF]],
      readPackIndex),
    FuzzTarget(
      "multi-pack-index", .table, words: ["MIDX", "PNAM", "OIDF", "OIDL", "OOFF", "LOFF", "RIDX", "\0\0\0\0"],
      pieces: [[0x80, 0, 0, 0], [0x10, 0, 0, 0], [0x7F, 0xFF, 0xFF, 0xFF]]
    ) { FuzzRepository.shared?.reads(multiPackIndex: $0) ?? false },
  ]

  /// Reads the commits from the start on, and from every place near the start.
  private static let readPack: @Sendable ([UInt8]) -> Bool = { bytes in
    guard let index = PackIndex(FileBytes(emptyIndex)), let pack = PackFile(MappedPack(index, FileBytes(bytes)))
    else { return false }
    var commits = 0
    func read(from start: Int, to end: Int) {
      let stop = pack.readCommits(from: start, to: end) { _, bytes in
        var parents: [ObjectID] = []
        _ = CommitLinks(bytes, parents: &parents)
        commits += 1
      }
      precondition(stop >= start, "it goes backwards")
    }
    read(from: 12, to: bytes.count)
    for start in 0..<min(64, bytes.count) { read(from: start, to: start + 1) }
    return commits > 0
  }

  /// An index without objects.
  private static let emptyIndex: [UInt8] = [0xFF, 0x74, 0x4F, 0x63, 0, 0, 0, 2] + Array(repeating: 0, count: 1024 + 40)

  /// Looks for ids that are there and for ones that are not.
  private static let readPackIndex: @Sendable ([UInt8]) -> Bool = { bytes in
    guard let index = PackIndex(FileBytes(bytes)) else { return false }
    var found = 0
    for place in 0..<min(index.count, 64) {
      let start = 8 + 1024 + place * 20
      guard let id = ObjectID(bytes: bytes[start..<(start + 20)]) else { continue }
      if index.offset(of: id) != nil { found += 1 }
      _ = index.offset(of: ObjectID(high: ~id.high, middle: id.middle, low: id.low))
      _ = index.offset(of: ObjectID(high: id.high, middle: id.middle, low: ~id.low))
    }
    _ = index.firstOffsets(shift: 6, size: 4096)
    return found > 0
  }
}
