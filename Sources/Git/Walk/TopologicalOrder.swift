import Commits
import HeapModule

/// Orders commits so that children come before parents; of several that could come next, the one with the newest
/// committer date does, then the one with the smallest id.
enum TopologicalOrder {
  /// - Parameter indexes: Commits of `graph`, each once.
  /// - Complexity: n log w for n commits, of which w could come next at a time.
  static func sort(_ indexes: [Int32], in graph: AncestorGraph) -> [Int32] {
    let isElsewhere: Int32 = -1
    var childrenLeft = [Int32](repeating: isElsewhere, count: graph.count)
    for index in indexes { childrenLeft[Int(index)] = 0 }
    for index in indexes {
      for slot in graph.slotsOfParents(index) where childrenLeft[Int(graph.parent(at: slot))] != isElsewhere {
        childrenLeft[Int(graph.parent(at: slot))] += 1
      }
    }

    func candidate(_ index: Int32) -> Candidate {
      Candidate(time: graph.time(index), id: graph.id(index), index: index)
    }
    var ready = Heap(indexes.filter { childrenLeft[Int($0)] == 0 }.map(candidate))
    var ordered: [Int32] = []
    ordered.reserveCapacity(indexes.count)
    while let next = ready.popMax()?.index {
      ordered.append(next)
      for slot in graph.slotsOfParents(next) {
        let parent = graph.parent(at: slot)
        guard childrenLeft[Int(parent)] != isElsewhere else { continue }
        childrenLeft[Int(parent)] -= 1
        if childrenLeft[Int(parent)] == 0 { ready.insert(candidate(parent)) }
      }
    }
    return ordered
  }
}

/// A commit that could come next; the greatest does.
private struct Candidate: Comparable {
  let time: Int64
  let id: ObjectID
  let index: Int32

  static func < (left: Self, right: Self) -> Bool { (left.time, right.id) < (right.time, left.id) }
}
