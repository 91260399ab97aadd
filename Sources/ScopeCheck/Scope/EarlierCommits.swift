import HeapModule
import ReleaseScope

/// Walks the ancestors of some commits, these included, newest first.
struct EarlierCommits<Repository: ReleaseRepository> {
  private let repository: Repository
  private let reach: Int
  private var pending = Heap<Ancestor>()
  private var met: Set<ObjectID> = []

  /// - Parameter reach: How many commits are met at most.
  init(_ repository: Repository, from starts: [ObjectID], reach: Int) throws {
    self.repository = repository
    self.reach = reach
    for start in starts { try meet(start) }
  }

  /// - Returns: `nil` at the end, or where ``reach`` is.
  /// - Complexity: One object read for each parent.
  mutating func next() throws -> Commit? {
    guard met.count < reach, let commit = pending.popMax()?.commit else { return nil }
    for parent in commit.parents { try meet(parent) }
    return commit
  }

  private mutating func meet(_ id: ObjectID) throws {
    guard met.insert(id).inserted, let commit = try repository.commit(id) else { return }
    pending.insert(Ancestor(commit: commit))
  }
}

/// A commit to look at: the newest is the greatest.
private struct Ancestor: Comparable {
  let commit: Commit

  static func < (left: Self, right: Self) -> Bool {
    (left.commit.committer.time.seconds, right.commit.id) < (right.commit.committer.time.seconds, left.commit.id)
  }

  static func == (left: Self, right: Self) -> Bool { left.commit.id == right.commit.id }
}
