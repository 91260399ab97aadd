import ReleaseScope

/// Orders commits so that children come before parents; of several that could come next, the one with the newest
/// committer date does, then the one with the smallest id.
enum TopologicalOrder {
  /// - Complexity: n log n for n commits.
  static func sort(_ commits: [Commit]) -> [Commit] {
    let places = Dictionary(commits.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let parents = commits.map { $0.parents.compactMap { places[$0] } }
    var childrenLeft = [Int](repeating: 0, count: commits.count)
    for parent in parents.joined() { childrenLeft[parent] += 1 }

    let byRank = commits.indices.sorted { left, right in
      let (left, right) = (commits[left], commits[right])
      return (right.committer.time, left.id) < (left.committer.time, right.id)
    }
    var rank = [Int](repeating: 0, count: commits.count)
    for (position, place) in byRank.enumerated() { rank[place] = position }

    var ready = SmallestFirst()
    for place in commits.indices where childrenLeft[place] == 0 { ready.add(rank[place]) }
    var ordered: [Commit] = []
    ordered.reserveCapacity(commits.count)
    while let next = ready.removeFirst() {
      let place = byRank[next]
      ordered.append(commits[place])
      for parent in parents[place] {
        childrenLeft[parent] -= 1
        if childrenLeft[parent] == 0 { ready.add(rank[parent]) }
      }
    }
    return ordered
  }
}

/// A binary heap of numbers.
private struct SmallestFirst {
  private var heap: [Int] = []

  mutating func add(_ number: Int) {
    var child = heap.count
    heap.append(number)
    while child > 0, heap[(child - 1) / 2] > heap[child] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func removeFirst() -> Int? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while true {
      let left = 2 * parent + 1
      guard left < heap.count else { return first }
      let right = left + 1
      let smaller = right < heap.count && heap[right] < heap[left] ? right : left
      guard heap[smaller] < heap[parent] else { return first }
      heap.swapAt(parent, smaller)
      parent = smaller
    }
  }
}
