/// Finds the commits that say of themselves that they are copies.
struct CopyIndex: Sendable {
  private var whole: [ObjectID: [CommitPosition]] = [:]
  private var short: [(origin: WrittenID, position: CommitPosition)] = []

  /// - Complexity: Linear in the list.
  init(_ commits: CommitList) {
    for position in commits.indices {
      for origin in commits.pickedFrom(position) {
        if let id = origin.whole { whole[id, default: []].append(position) } else { short.append((origin, position)) }
      }
    }
  }

  var isEmpty: Bool { whole.isEmpty && short.isEmpty }

  /// The copies of a commit, by position.
  func positions(of origin: ObjectID) -> [CommitPosition] {
    let whole = whole[origin] ?? []
    guard !short.isEmpty else { return whole }
    return (whole + short.filter { $0.origin.names(origin) }.map(\.position)).sorted()
  }

  /// The copies of a commit of which only the written id is known, by position.
  func positions(of origin: WrittenID) -> [CommitPosition] {
    if let id = origin.whole { return positions(of: id) }
    let named = whole.filter { origin.names($0.key) }.flatMap(\.value)
    let alike = short.filter {
      $0.origin.digits.hasPrefix(origin.digits) || origin.digits.hasPrefix($0.origin.digits)
    }
    return (named + alike.map(\.position)).sorted()
  }
}
