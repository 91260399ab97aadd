import Commits
import HeapModule

/// Walks the ancestors of several sides together until it is known which side has what.
///
/// With a commit-graph file it goes by generations, which is exact: a commit is visited after all that reach it, and
/// the walk ends when everything still to visit belongs to both sides. Commits that are not in the file come before
/// those that are, newest first.
///
/// Among those, without a file among all, wrong clocks can hide that a commit belongs to both sides. There the walk
/// ends when everything still to visit is older than anything on one side: by ``margin``, or by ``tolerance`` with
/// ``patience`` commits visited since. Before it does, it looks below all that is still to visit, ``slop`` commits
/// more, breadth first. One commit that is younger than its child by more than ``tolerance`` shows that clocks were
/// wrong: then it visits every ancestor. So what matters is only a row of commits that are all too old, on top of a
/// commit of one side, and so long that its end is not seen; and even then a commit of the base can only be taken for
/// one of the release, which may make its ticket one that the release delivers. A commit of the release is never
/// missed.
struct AncestorWalk {
  /// 30 days, in seconds.
  static let margin: Int64 = 30 * 86_400
  /// One day, in seconds: rebases and clocks that are off by hours do not cost a walk of the whole history.
  static let tolerance: Int64 = 86_400
  static let patience = 512
  static let slop = 256
  /// After how many commits those behind them are read ahead.
  static let longHistory = 4_096
  /// Of how many commits another thread reads a half.
  static let batches = 512..<longHistory

  /// How far back a commit is.
  struct Age {
    var time: Int64
    var generation: UInt64
  }

  var graph: AncestorGraph
  /// Commits at which a shallow clone ends, and commits that are not here.
  var gaps = History.Gaps()
  /// The commits that one side has.
  let kept: KeptCommits

  let repository: Repository
  let boundary: Set<ObjectID>
  var commitGraph: CommitGraphChain?
  /// Whether the commit-graph file was seen to be wrong.
  var isMisled = false
  /// Commits of one side that only the commit-graph file has spoken for.
  var unconfirmed: [Int32] = []
  /// Whether all that is below the range was shown to be on the base, by the objects themselves.
  var isProven = false
  var proven: Set<Int32> = []
  var parentPositions: [UInt32] = []
  var parentIDs: [ObjectID] = []
  var readingAhead = ReadingAhead.untried
  /// How many commits were kept before those that may make a long history.
  var keptAlone = 0
  /// How many parents of octopus merges were read from the commit-graph.
  var edgesRead = 0

  private(set) var starts: [(tip: ObjectID, side: AncestorGraph.Side)] = []
  private var queue = Heap<Visit>()
  private var isQueued: [Bool] = []
  private var openInQueue = 0
  private var oldestOpen = Int64.max
  private var sawWrongClock = false
  /// The times of the last ``patience`` commits visited, as a ring.
  private var lastTimes = [Int64](repeating: .max, count: patience)
  private var visits = 0

  init(_ repository: Repository, _ detail: KeptCommits.Detail) throws(GitError) {
    self.repository = repository
    kept = KeptCommits(detail)
    boundary = try repository.shallowBoundary()
    commitGraph = try repository.commitGraph()
    graph = AncestorGraph(hasRanks: commitGraph != nil)
  }

  /// Starts to walk from `tip` as well; ``advance(to:)`` does the walking.
  mutating func start(_ tip: ObjectID, _ side: AncestorGraph.Side) throws(GitError) {
    starts.append((tip, side))
    try mark(graph.meet(tip), side, from: nil)
  }

  /// Walks until all sides are told apart, and reads the commits of one side.
  ///
  /// What the commit-graph said of the latter is compared with the objects, so that it can hide nothing of the release;
  /// where they differ, everything is walked again without it, and indexes are new.
  ///
  /// - Parameter age: Goes on to commits of this age, even if that is not needed.
  /// - Throws: ``GitError`` when a commit is here and cannot be read. One that is not here is one of the ``gaps``.
  /// - Complexity: One object read for each commit visited that is not in the commit-graph, or that only one side has.
  mutating func advance(to age: Age? = nil) throws(GitError) {
    try proceed(to: age)
    try confirm()
    guard isMisled else { return }
    repository.dropCommitGraph()
    let starts = starts
    self = try AncestorWalk(repository, kept.detail)
    for (tip, side) in starts { try start(tip, side) }
    try proceed(to: age)
    try confirm()
  }

  private mutating func proceed(to age: Age?) throws(GitError) {
    while !isMisled, let next = queue.max {
      if openInQueue == 0, try isDone(next, age) { return }
      try visit(next.index)
    }
  }

  /// Whether the sides are told apart, down to `age`, when all that is still to visit belongs to both.
  private mutating func isDone(_ next: Visit, _ age: Age?) throws(GitError) -> Bool {
    let depth = age.map { commitGraph == nil ? AncestorGraph.unlimited : $0.generation } ?? AncestorGraph.unlimited
    // What is in the commit-graph reaches nothing of a greater generation.
    if next.generation != AncestorGraph.unlimited { return next.generation <= depth }
    guard !sawWrongClock, depth == AncestorGraph.unlimited else { return false }
    let limit = min(oldestOpen, age?.time ?? .max)
    if limit < .max {
      let isPatient = lastTimes[visits % Self.patience] < limit
      guard next.time < limit - (isPatient ? Self.tolerance : Self.margin) else { return false }
    }
    sawWrongClock = try hasReasonToGoOn()
    return !sawWrongClock
  }

  /// Looks below the queue, in which all commits are ancestors of both sides, without visiting.
  ///
  /// - Returns: Whether a wrong clock, the end of what is here, or even a commit that was taken for one side's own
  ///   shows.
  private mutating func hasReasonToGoOn() throws(GitError) -> Bool {
    var pending = queue.unordered.filter { $0.generation == AncestorGraph.unlimited }.map(\.index)
    var left = pending.count + Self.slop
    var next = 0
    while next < pending.count {
      let child = pending[next]
      next += 1
      for slot in graph.slotsOfParents(child) {
        let parent = graph.parent(at: slot)
        let side = graph.side(parent)
        if !side.isEmpty, side != .both { return true }
        if !graph.isRead(parent) {
          guard left > 0 else { return false }
          left -= 1
          try read(parent, for: .both)
          guard !graph.isMissing(parent), !boundary.contains(graph.id(parent)) || graph.slotsOfParents(parent).isEmpty
          else { return true }
          if graph.generation(parent) == AncestorGraph.unlimited { pending.append(parent) }
        }
        if graph.time(parent) > graph.time(child) + Self.tolerance { return true }
      }
    }
    return false
  }

  private mutating func visit(_ index: Int32) throws(GitError) {
    queue.removeMax()
    isQueued[Int(index)] = false
    let side = graph.side(index)
    let time = graph.time(index)
    let generation = graph.generation(index)
    lastTimes[visits % Self.patience] = time
    visits += 1
    repository.progress?.visitCommit()
    if side.isOpen {
      openInQueue -= 1
      oldestOpen = min(oldestOpen, time)
    }
    for slot in graph.slotsOfParents(index) {
      let parent = graph.parent(at: slot)
      try mark(parent, side, from: index)
      if generation == AncestorGraph.unlimited {
        if graph.time(parent) > time + Self.tolerance { sawWrongClock = true }
      } else if graph.generation(parent) >= generation {
        isMisled = true
      }
    }
  }

  /// Notes that `side` reaches a commit, and queues the commit if that is news.
  private mutating func mark(_ index: Int32, _ side: AncestorGraph.Side, from child: Int32?) throws(GitError) {
    let before = graph.side(index)
    // Other refs stop where either side begins; and what a side reaches is not elsewhere.
    guard !before.isSuperset(of: side), side != .elsewhere || before.isEmpty else { return }
    if !graph.isRead(index) { try read(index, for: side) }
    graph.insert(side, at: index, from: child)
    if side != .elsewhere { graph.remove(.elsewhere, at: index) }
    let after = graph.side(index)
    if before == .release || after == .release { isProven = false }
    if after == .both {
      kept.remove(index)
    } else if !kept.contains(index), !graph.isMissing(index) {
      unconfirmed.append(index)
    }
    while isQueued.count <= Int(index) { isQueued.append(false) }
    if isQueued[Int(index)] {
      openInQueue += (after.isOpen ? 1 : 0) - (before.isOpen ? 1 : 0)
    } else {
      isQueued[Int(index)] = true
      openInQueue += after.isOpen ? 1 : 0
      queue.insert(Visit(generation: graph.generation(index), time: graph.time(index), index: index))
    }
  }
}

/// A commit to visit: that of the greatest generation is the greatest, then the newest; of equally new ones, the one
/// that was met first.
private struct Visit: Comparable {
  let generation: UInt64
  let time: Int64
  let index: Int32

  static func < (left: Self, right: Self) -> Bool {
    (left.generation, left.time, right.index) < (right.generation, right.time, left.index)
  }
}

enum ReadingAhead {
  case untried
  case known(CommitRegions?)
}
