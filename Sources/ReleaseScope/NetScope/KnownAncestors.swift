/// What the commit that was asked about last builds on, as far as that was asked: no position is passed twice.
final class KnownAncestors {
  private let graph: RangeGraph
  private var descendant: CommitPosition?
  /// By distance from the descendant.
  private var isReached: [Bool] = []
  /// To which distance the parents of what is reached are noted.
  private var passed = 0

  init(_ graph: RangeGraph) {
    self.graph = graph
  }

  /// Whether `ancestor` is reachable from `descendant`, and is not the same.
  ///
  /// - Complexity: As ``RangeGraph/isAncestor(_:of:)``, once for a descendant.
  func isAncestor(_ ancestor: CommitPosition, of descendant: CommitPosition) -> Bool {
    guard ancestor > descendant else { return false }
    guard !graph.isOnOneLine(ancestor, descendant) else { return true }
    if self.descendant != descendant { (self.descendant, isReached, passed) = (descendant, [true], 0) }
    let distance = descendant.distance(to: ancestor)
    while passed < min(distance, isReached.count) {
      if isReached[passed] { reachParents(of: descendant.advanced(by: passed), from: descendant) }
      passed += 1
    }
    return distance < isReached.count && isReached[distance]
  }

  private func reachParents(of position: CommitPosition, from descendant: CommitPosition) {
    graph.forEachParent(position) { parent in
      let distance = descendant.distance(to: parent.position)
      if distance >= isReached.count {
        isReached.append(contentsOf: repeatElement(false, count: distance + 1 - isReached.count))
      }
      isReached[distance] = true
    }
  }
}
