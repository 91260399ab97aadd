package import Commits

/// The commit-graph of a repository: one file, or several of which each builds on those below it.
///
/// A commit has a *position* in all files together; every parent of a commit that is here is here.
package struct CommitGraphChain {
  private let layers: [CommitGraphLayer]
  /// The position of the first commit of each layer, and at the end the number of all commits.
  private let starts: [UInt32]
  /// Whether generations are corrected dates; otherwise they are levels, as git wrote them before 2.36.
  let hasCorrectedDates: Bool

  /// - Parameter layers: Checked to fit together, the lowest first.
  /// - Returns: `nil` without a layer, or if there are more commits than positions.
  package init?(_ layers: [CommitGraphLayer]) {
    guard !layers.isEmpty else { return nil }
    var starts: [UInt32] = [0]
    var count = 0
    for layer in layers {
      count += layer.count
      guard count < 0x7000_0000 else { return nil }
      starts.append(UInt32(count))
    }
    self.layers = layers
    self.starts = starts
    hasCorrectedDates = layers.allSatisfy(\.hasCorrectedDates)
  }

  package var count: Int { starts.last.map(Int.init) ?? 0 }

  /// How many parents commits with more than two have in all, but for the first of each.
  var edgeCount: Int { layers.reduce(0) { $0 + $1.edgeCount } }

  package func position(of id: ObjectID) -> UInt32? {
    for (number, layer) in layers.enumerated().reversed() {
      if let place = layer.place(of: id) { return starts[number] + UInt32(place) }
    }
    return nil
  }

  /// The id of the commit at a position that is below ``count``.
  package func id(at position: UInt32) -> ObjectID {
    let number = layer(of: position)
    return layers[number].id(Int(position - starts[number]))
  }

  /// Reads the entry of the commit at a position that is below ``count``.
  ///
  /// - Parameter parents: Gets the positions of the parents.
  /// - Returns: The date, in seconds since 1970, and the generation; `nil` if the file is damaged there.
  package func entry(at position: UInt32, parents: inout [UInt32]) -> (time: Int64, generation: UInt64)? {
    let number = layer(of: position)
    guard
      let entry = layers[number].entry(
        Int(position - starts[number]), below: starts[number + 1], parents: &parents)
    else { return nil }
    return (entry.time, hasCorrectedDates ? entry.correctedDate ?? 0 : entry.level)
  }

  private func layer(of position: UInt32) -> Int {
    var number = layers.count - 1
    while starts[number] > position { number -= 1 }
    return number
  }
}
