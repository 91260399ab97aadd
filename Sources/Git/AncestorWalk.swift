import HeapModule
import ReleaseScope

/// Walks the ancestors of several sides together, newest first, until it is known which side has what.
///
/// It ends when everything still to visit is an ancestor of both sides, and older than anything on one side by
/// ``margin``. Before it does, it looks below all that is still to visit, ``slop`` commits more, breadth first. One commit
/// that is younger than its child by more than ``tolerance`` shows that clocks were wrong: then it visits every ancestor.
/// So what matters is only a row of commits that are all too old by more than the margin, on top of a commit of one side,
/// and so long that its end is not seen; and even then a commit of the base can only be taken for one of the release. A
/// commit of the release is never missed.
struct AncestorWalk {
  /// 30 days, in seconds.
  static let margin: Int64 = 30 * 86_400
  /// One day, in seconds: rebases and clocks that are off by hours do not cost a walk of the whole history.
  static let tolerance: Int64 = 86_400
  static let slop = 256

  private(set) var graph = AncestorGraph()
  /// Commits at which a shallow clone ends, and commits that are not here.
  private(set) var gaps = History.Gaps()
  /// The commits that are on one side so far, as they were read.
  private(set) var raw: [Int32: RawCommit] = [:]

  private let repository: Repository
  private let boundary: Set<ObjectID>
  private var queue = Heap<Visit>()
  private var isQueued: [Bool] = []
  private var openInQueue = 0
  private var oldestOpen = Int64.max
  private var sawWrongClock = false
  /// What was looked at below the queue, with its time.
  private var peeked: [ObjectID: Int64] = [:]

  init(_ repository: Repository) throws(GitError) {
    self.repository = repository
    boundary = try repository.shallowBoundary()
  }

  /// Starts to walk from `tip` as well; ``advance(to:)`` does the walking.
  ///
  /// - Returns: The index of the tip.
  mutating func start(_ tip: ObjectID, _ side: AncestorGraph.Side) throws(GitError) -> Int32 {
    try mark(tip, side)
  }

  /// Walks until all sides are told apart.
  ///
  /// - Parameter time: Goes on to commits of this time, in seconds since 1970, even if that is not needed.
  /// - Throws: ``GitError`` when a commit is here and cannot be read. One that is not here is one of the ``gaps``.
  /// - Complexity: One object read for each commit visited.
  mutating func advance(to time: Int64 = .max) throws(GitError) {
    while let next = queue.max?.index {
      if openInQueue == 0, !sawWrongClock {
        let limit = min(oldestOpen, time)
        if graph.time(next) < (limit == .max ? limit : limit - Self.margin) {
          guard try hasReasonToGoOn() else { return }
          sawWrongClock = true
        }
      }
      try visit(next)
    }
  }

  /// Looks below the queue, in which all commits are ancestors of both sides, without visiting.
  ///
  /// - Returns: Whether a wrong clock, the end of what is here, or even a commit that was taken for one side's own shows.
  private mutating func hasReasonToGoOn() throws(GitError) -> Bool {
    var pending = queue.unordered.map { (time: $0.time, parents: graph.parentIDs($0.index)) }
    var left = pending.count + Self.slop
    var next = 0
    while next < pending.count {
      let child = pending[next]
      next += 1
      for parent in child.parents {
        let known = graph.index(of: parent)
        if let known, graph.side(known) != .both { return true }
        if let time = known.map(graph.time) ?? peeked[parent] {
          if time > child.time + Self.tolerance { return true }
          continue
        }
        guard left > 0 else { return false }
        left -= 1
        guard let commit = try repository.rawCommit(parent), !boundary.contains(parent) || commit.parents.isEmpty,
          commit.time <= child.time + Self.tolerance
        else { return true }
        peeked[parent] = commit.time
        pending.append((commit.time, commit.parents))
      }
    }
    return false
  }

  private mutating func visit(_ index: Int32) throws(GitError) {
    queue.removeMax()
    isQueued[Int(index)] = false
    let side = graph.side(index)
    if side.isOpen {
      openInQueue -= 1
      oldestOpen = min(oldestOpen, graph.time(index))
    }
    let time = graph.time(index)
    for parent in graph.parentIDs(index) {
      let parent = try mark(parent, side)
      if graph.time(parent) > time + Self.tolerance { sawWrongClock = true }
    }
  }

  /// Notes that `side` reaches a commit, and queues the commit if that is news.
  @discardableResult
  private mutating func mark(_ id: ObjectID, _ side: AncestorGraph.Side) throws(GitError) -> Int32 {
    let index = if let known = graph.index(of: id) { known } else { try read(id) }
    let before = graph.side(index)
    // Other refs stop where either side begins; and what a side reaches is not elsewhere.
    guard !before.isSuperset(of: side), side != .elsewhere || before.isEmpty else { return index }
    graph.insert(side, at: index)
    if side != .elsewhere { graph.remove(.elsewhere, at: index) }
    let after = graph.side(index)
    if after == .both { raw[index] = nil }
    if isQueued[Int(index)] {
      openInQueue += (after.isOpen ? 1 : 0) - (before.isOpen ? 1 : 0)
    } else {
      isQueued[Int(index)] = true
      openInQueue += after.isOpen ? 1 : 0
      queue.insert(Visit(time: graph.time(index), index: index))
    }
    return index
  }

  private mutating func read(_ id: ObjectID) throws(GitError) -> Int32 {
    isQueued.append(false)
    guard let commit = try repository.rawCommit(id) else {
      gaps.missing.append(id)
      return graph.add(id, time: 0, parents: nil)
    }
    let isBoundary = boundary.contains(id) && !commit.parents.isEmpty
    if isBoundary { gaps.shallow.append(id) }
    let index = graph.add(id, time: commit.time, parents: isBoundary ? [] : commit.parents)
    raw[index] = commit
    return index
  }
}

/// A commit to visit: the newest is the greatest; of equally new ones, the one that was reached first.
private struct Visit: Comparable {
  let time: Int64
  let index: Int32

  static func < (left: Self, right: Self) -> Bool { (left.time, right.index) < (right.time, left.index) }
}
