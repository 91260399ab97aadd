import Commits

extension CommitGraphChain {
  /// Reads the commit-graph of the first of several object directories that has one, as git does.
  ///
  /// - Parameter directories: Without a slash at the end; the repository's own, then those that it borrows from.
  /// - Returns: `nil` if there is none, or none that can be used.
  init?(in directories: [String]) {
    for directory in directories {
      let chain = Self.single(directory) ?? Self.split(directory, directories)
      if let chain {
        self = chain
        return
      }
    }
    return nil
  }

  private static func single(_ directory: String) -> CommitGraphChain? {
    guard let layer = layer("\(directory)/info/commit-graph"), layer.baseCount == 0 else { return nil }
    return CommitGraphChain([layer])
  }

  /// The files that `commit-graph-chain` names, up to the first that is not here or does not fit.
  private static func split(_ directory: String, _ directories: [String]) -> CommitGraphChain? {
    guard let list = FileBytes(path: "\(directory)/info/commit-graphs/commit-graph-chain") else { return nil }
    var layers: [CommitGraphLayer] = []
    for line in list.all.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      guard let name = ObjectID(hexadecimal: line) else { break }
      let files = directories.lazy.compactMap { Self.layer("\($0)/info/commit-graphs/graph-\(name).graph") }
      guard let layer = files.first, layer.checksum == name.bytes, layer.baseIDs == layers.map(\.checksum) else {
        break
      }
      layers.append(layer)
    }
    return CommitGraphChain(layers)
  }

  private static func layer(_ path: String) -> CommitGraphLayer? {
    guard let layer = FileBytes(path: path).flatMap(CommitGraphLayer.init), layer.format == .sha1 else { return nil }
    return layer
  }
}
