/// Finds the squashes of a list that are made of commits which messages name.
struct SquashIndex: Sendable {
  /// By the first digits of the ids.
  private var squashes: [Substring: [(id: WrittenID, position: CommitPosition)]] = [:]

  private static let digits = 7

  /// - Complexity: Linear in the list.
  init(_ commits: CommitList) {
    for position in commits.indices {
      for id in commits.squashOf(position) {
        squashes[id.digits.prefix(Self.digits), default: []].append((id, position))
      }
    }
  }

  /// The positions of the squashes, by position.
  func positions(of id: WrittenID) -> [CommitPosition] {
    (squashes[id.digits.prefix(Self.digits)] ?? []).filter { $0.id.isSame(as: id) }.map(\.position)
  }
}
