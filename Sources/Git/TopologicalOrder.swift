import HeapModule
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

    var ready = Heap<Int>()
    for place in commits.indices where childrenLeft[place] == 0 { ready.insert(rank[place]) }
    var ordered: [Commit] = []
    ordered.reserveCapacity(commits.count)
    while let next = ready.popMin() {
      let place = byRank[next]
      ordered.append(commits[place])
      for parent in parents[place] {
        childrenLeft[parent] -= 1
        if childrenLeft[parent] == 0 { ready.insert(rank[parent]) }
      }
    }
    return ordered
  }
}
