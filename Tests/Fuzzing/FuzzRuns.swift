import Git
import ReleaseScope

/// Feeds broken bytes to the readers of foreign formats. A run passes when it comes to an end.
package struct FuzzRuns {
  /// How many runs there were.
  package private(set) var runs = 0
  /// How many of them the reader did not refuse.
  package private(set) var accepted = 0

  /// - Parameters:
  ///   - originals: Commit-graph files, or commit objects: what is to be broken.
  ///   - seed: The same numbers give the same bytes.
  package init(_ format: Format, _ originals: [[UInt8]], count: Int, seed: UInt64) {
    var mutator = Mutator(
      random: RandomNumbers(seed: seed), pieces: format.pieces,
      isTabular: format == .commitGraph || format == .packIndex)
    var choice = RandomNumbers(seed: ~seed)
    while runs < count, let original = originals.randomElement(using: &choice),
      let other = originals.randomElement(using: &choice)
    {
      let bytes = mutator.mutate(original, mixing: other)
      runs += 1
      accepted += format.read(bytes) ? 1 : 0
    }
  }

  package enum Format: CaseIterable {
    case commitGraph
    case commit
    case pack
    case packIndex

    /// What a file of this format begins with tells it.
    package init(of bytes: [UInt8]) {
      self =
        bytes.starts(with: Array("CGPH".utf8))
        ? .commitGraph : bytes.starts(with: Array("PACK".utf8)) ? .pack : bytes.first == 0xFF ? .packIndex : .commit
    }

    fileprivate var pieces: [[UInt8]] {
      switch self {
      case .commitGraph:
        ["CGPH", "OIDF", "OIDL", "CDAT", "EDGE", "GDA2", "GDO2", "BASE", "\0\0\0\0"].map { Array($0.utf8) }
      case .commit:
        [
          "\n", "\n\n", "\0", " ", "<", ">", "-1", "99999999999999999999", "tree ", "parent ", "author ", "committer ",
          "\nauthor ", "\ncommitter ", "\nencoding ISO-2022-JP\n", "encoding UTF-16\n", "encoding UTF-7\n",
          "\ngpgsig -\n ",
        ].map { Array($0.utf8) } + [[0xFF, 0xFE], [0xE2, 0x82], [0x1B, 0x24, 0x42]]
      case .pack:
        // Heads of commits and deltas of any length, and of streams.
        [
          [0x95, 0x0F], [0xEF, 0xFF, 0xFF, 0xFF, 0xFF], [0x6F, 0x81, 0x00], [0x7F, 0x80], [0x78, 0x9C],
          [0x78, 0x01, 0x03],
        ]
      case .packIndex:
        [[0xFF, 0x74, 0x4F, 0x63, 0, 0, 0, 2], [0x80, 0, 0, 0], [0x80, 0, 0, 1], [0x7F, 0xFF, 0xFF, 0xFF]]
      }
    }

    /// - Returns: Whether the reader took the bytes for what they should be.
    fileprivate func read(_ bytes: [UInt8]) -> Bool {
      switch self {
      case .commitGraph: Self.readCommitGraph(bytes)
      case .commit: Self.readCommit(bytes)
      case .pack: Self.readPack(bytes)
      case .packIndex: Self.readPackIndex(bytes)
      }
    }

    /// Reads all that the file has, also as the upper of two layers.
    private static func readCommitGraph(_ bytes: [UInt8]) -> Bool {
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

    /// Reads a commit in whole and for the walk, which must come to the same.
    private static func readCommit(_ bytes: [UInt8]) -> Bool {
      let id = ObjectID(high: 1, middle: 2, low: 3)
      let commit = RawCommit(bytes)?.commit(id: id)
      var parents: [ObjectID] = []
      let links = CommitLinks(bytes.span, parents: &parents)
      precondition(commit?.committer.time.seconds == links?.time, "the two readers differ in a date")
      precondition(commit == nil || commit?.parents == parents, "the two readers differ in the parents")
      return commit != nil
    }
  }
}
