import CLibdeflate
import Git
import ReleaseScope

extension FuzzTarget {
  static let objects = [
    FuzzTarget(
      "commit", .bytes,
      words: [
        "\n", "\n\n", "\0", " ", "<", ">", "-1", "99999999999999999999", "tree ", "parent ", "author ", "committer ",
        "\nauthor ", "\ncommitter ", "\nencoding ISO-2022-JP\n", "encoding UTF-16\n", "encoding UTF-7\n",
        "\ngpgsig -\n ",
      ], pieces: [[0xFF, 0xFE], [0xE2, 0x82], [0x1B, 0x24, 0x42]], readCommit),
    // Broken before it is deflated: hardly a checksum of zlib survives a change.
    FuzzTarget(
      "loose", .bytes,
      words: [
        "commit ", "tree ", "blob ", "tag ", "\0", "0\0", "-1\0", "99999999999999999999\0", "blob 1\0", "100644 a\0",
      ]
    ) { bytes in
      let isWhole = LooseObject(file: deflated(bytes)) != nil
      _ = LooseObject(file: bytes)
      let file = deflated(bytes)
      precondition(
        LooseObject(file: Array(file.dropLast(1 + bytes.count % max(1, file.count)))) == nil, "a part is none")
      return isWhole
    },
    FuzzTarget(
      "commit-graph", .table,
      words: ["CGPH", "OIDF", "OIDL", "CDAT", "EDGE", "GDA2", "GDO2", "BASE", "\0\0\0\0"], readCommitGraph),
  ]

  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    guard let compressor = unsafe libdeflate_alloc_compressor(1) else { return [] }
    defer { unsafe libdeflate_free_compressor(compressor) }
    let room = unsafe libdeflate_zlib_compress_bound(compressor, bytes.count)
    return unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      count = unsafe bytes.withUnsafeBytes {
        unsafe libdeflate_zlib_compress(compressor, $0.baseAddress, $0.count, buffer.baseAddress, room)
      }
    }
  }

  /// Reads a commit in whole and for the walk, which must come to the same.
  private static let readCommit: @Sendable ([UInt8]) -> Bool = { bytes in
    var people = KnownPeople<Person>()
    let commit = RawCommit(bytes)?.commit(id: ObjectID(high: 1, middle: 2, low: 3), &people)
    var parents: [ObjectID] = []
    let links = CommitLinks(bytes.span, parents: &parents)
    precondition(commit?.committer.time.seconds == links?.time, "the two readers differ in a date")
    precondition(commit == nil || commit?.parents == parents, "the two readers differ in the parents")
    return commit != nil
  }

  /// Reads all that the file has, also as the upper of two layers.
  private static let readCommitGraph: @Sendable ([UInt8]) -> Bool = { bytes in
    guard let layer = CommitGraphLayer(FileBytes(bytes)) else { return false }
    precondition(layer.baseIDs.allSatisfy { $0.count == layer.checksum.count })
    var parents: [UInt32] = []
    guard layer.format == .sha1, let chain = CommitGraphChain([layer, layer]) else {
      for place in 0..<layer.count {
        precondition(layer.idBytes(place).count == layer.format.idLength)
        _ = layer.entry(place, below: UInt32(layer.count), parents: &parents)
      }
      return true
    }
    for position in 0..<UInt32(chain.count) {
      let id = chain.id(at: position)
      // In a file whose ids are not in order it may not be found; what is found must be it.
      if let found = chain.position(of: id) { precondition(chain.id(at: found) == id) }
      parents = []
      guard chain.entry(at: position, parents: &parents) != nil else { continue }
      for parent in parents { _ = chain.id(at: parent) }
    }
    return true
  }
}
