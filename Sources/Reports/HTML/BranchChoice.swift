import ReleaseScope

/// What of a branch is drawn: of many commits, those that findings and reverts are about, and the newest.
struct BranchChoice {
  /// One column of the picture, or several.
  enum Piece {
    /// A stop of the line, and of what it brought the commits that are drawn, oldest first.
    case stop(number: Int, brought: [CommitPosition])
    /// Stops that are not drawn.
    case gap(ClosedRange<Int>)
  }

  /// Oldest first.
  let pieces: [Piece]

  private static let most = 40
  private static let mostTelling = 30
  private static let mostBrought = 4

  /// - Parameter isTelling: Whether a commit of the range is one to look at, by position.
  init(_ graph: BranchGraph, isTelling: (CommitPosition) -> Bool) {
    var brought: [Int: [CommitPosition]] = [:]
    var columns = 0
    func add(_ number: Int, upTo limit: Int) {
      guard brought[number] == nil else { return }
      let drawn = Self.drawn(graph.stops[number].brought, isTelling)
      let width = drawn.count + 1 + (drawn.count < graph.stops[number].brought.count ? 1 : 0)
      guard columns + width <= limit else { return }
      columns += width
      brought[number] = drawn
    }
    let newestFirst = graph.stops.indices.reversed()
    for number in newestFirst where columns < Self.mostTelling {
      let stop = graph.stops[number]
      if isTelling(stop.commit) || stop.brought.contains(where: isTelling) { add(number, upTo: Self.mostTelling) }
    }
    for number in newestFirst where columns < Self.most { add(number, upTo: Self.most) }

    // The place of one commit is no wider than the commit.
    for number in graph.stops.indices where brought[number] == nil && graph.stops[number].brought.isEmpty {
      if brought[number - 1] != nil || number == 0, brought[number + 1] != nil || number == graph.stops.count - 1 {
        brought[number] = []
      }
    }

    var pieces: [Piece] = []
    var gapStart: Int?
    for number in graph.stops.indices {
      guard let drawn = brought[number] else {
        gapStart = gapStart ?? number
        continue
      }
      if let start = gapStart { pieces.append(.gap(start...number - 1)) }
      gapStart = nil
      pieces.append(.stop(number: number, brought: drawn))
    }
    if let start = gapStart { pieces.append(.gap(start...graph.stops.count - 1)) }
    self.pieces = pieces
  }

  /// Of what a merge brought, all if they are few.
  private static func drawn(_ brought: [CommitPosition], _ isTelling: (CommitPosition) -> Bool) -> [CommitPosition] {
    guard brought.count > mostBrought else { return brought }
    let telling = brought.filter(isTelling).suffix(mostBrought)
    let others = brought.filter { !telling.contains($0) }.suffix(mostBrought - telling.count)
    return (telling + others).sorted(by: >)
  }
}
