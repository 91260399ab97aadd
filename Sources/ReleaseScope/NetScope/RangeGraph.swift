/// The graph of a range. A commit's position is its index in the range, so that parents have greater positions.
struct RangeGraph: Sendable {
  let commits: [Commit]
  /// The parents of each commit that are in the range, with their place among all its parents.
  private let parents: [[(position: Int, isFirst: Bool)]]
  private let positions: [ObjectID: Int]

  /// - Parameter commits: Children before parents, as ``CommitRange/commits`` has them.
  init(_ commits: [Commit]) {
    self.commits = commits
    let positions = Dictionary(commits.enumerated().map { ($1.id, $0) }) { first, _ in first }
    self.positions = positions
    parents = commits.map { commit in
      commit.parents.enumerated().compactMap { place, parent in positions[parent].map { ($0, place == 0) } }
    }
  }

  func position(of id: ObjectID) -> Int? { positions[id] }

  /// The commits whose id starts with `digits`.
  ///
  /// - Complexity: Constant for a full id, else linear in the range.
  func positions(withPrefix digits: String) -> [Int] {
    if let id = ObjectID(digits) { return positions[id].map { [$0] } ?? [] }
    return commits.indices.filter { commits[$0].id.hasPrefix(digits) }
  }

  /// Whether `ancestor` is reachable from `descendant`, and is not the same.
  ///
  /// - Complexity: Linear in the distance of the two positions.
  func isAncestor(_ ancestor: Int, of descendant: Int) -> Bool {
    guard ancestor > descendant else { return false }
    var isReached = [Bool](repeating: false, count: ancestor - descendant + 1)
    isReached[0] = true
    for position in descendant..<ancestor where isReached[position - descendant] {
      for parent in parents[position] where parent.position <= ancestor {
        isReached[parent.position - descendant] = true
      }
    }
    return isReached[ancestor - descendant]
  }

  /// The first of `candidates`, which are sorted, that is reachable from `descendant`, and is not the same.
  ///
  /// - Complexity: Linear in the distance to the last candidate.
  func firstAncestor(of descendant: Int, among candidates: [Int]) -> Int? {
    guard let last = candidates.last, last > descendant else { return nil }
    var isReached = [Bool](repeating: false, count: last - descendant + 1)
    isReached[0] = true
    var next = candidates.drop { $0 <= descendant }
    for position in descendant...last where isReached[position - descendant] {
      next = next.drop { $0 < position }
      if next.first == position { return position }
      for parent in parents[position] where parent.position <= last { isReached[parent.position - descendant] = true }
    }
    return nil
  }

  /// The commits that a merge added: reachable from a later parent and not from the first. By position.
  ///
  /// - Complexity: Linear in the distance to the oldest of them.
  func brought(by merge: Int) -> [Int] {
    var isOnFirst: Set<Int> = []
    var isIncoming: Set<Int> = []
    for parent in parents[merge] {
      if parent.isFirst { isOnFirst.insert(parent.position) } else { isIncoming.insert(parent.position) }
    }
    isIncoming.subtract(isOnFirst)
    var brought: [Int] = []
    var position = merge
    while !isIncoming.isEmpty, position + 1 < commits.count {
      position += 1
      if isOnFirst.remove(position) != nil {
        for parent in parents[position] {
          isOnFirst.insert(parent.position)
          isIncoming.remove(parent.position)
        }
      } else if isIncoming.remove(position) != nil {
        brought.append(position)
        for parent in parents[position] where !isOnFirst.contains(parent.position) {
          isIncoming.insert(parent.position)
        }
      }
    }
    return brought
  }

  /// All commits of the range that are reachable from `position`, itself included. By position.
  func reachable(from position: Int) -> [Int] {
    var isReached = [Bool](repeating: false, count: commits.count)
    isReached[position] = true
    for next in position..<commits.count where isReached[next] {
      for parent in parents[next] { isReached[parent.position] = true }
    }
    return isReached.indices.filter { isReached[$0] }
  }
}
