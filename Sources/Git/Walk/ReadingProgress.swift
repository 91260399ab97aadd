import Synchronization

/// Counts what is read of a repository, and tells now and then.
package final class ReadingProgress: Sendable {
  package struct Count: Equatable, Sendable {
    /// Commits that were visited.
    package let commits: Int
    /// Commits whose changes were looked at, and those that were to be so far.
    package let compared: (done: Int, of: Int)

    package static func == (left: Self, right: Self) -> Bool {
      left.commits == right.commits && left.compared == right.compared
    }
  }

  /// How many are counted between two calls.
  private static let stride = 64

  private let tell: @Sendable (Count) -> Void
  private let commits = Atomic(0)
  private let compared = Atomic(0)
  private let toCompare = Atomic(0)

  /// - Parameter tell: Called after each 64 commits, on the thread that reads.
  package init(_ tell: @escaping @Sendable (Count) -> Void) {
    self.tell = tell
  }

  func visitCommit() { count(commits) }

  func beginComparing(_ count: Int) { toCompare.add(count, ordering: .relaxed) }

  func compareCommit() { count(compared) }

  private func count(_ counter: borrowing Atomic<Int>) {
    let count = counter.add(1, ordering: .relaxed).newValue
    guard count.isMultiple(of: Self.stride) else { return }
    tell(
      Count(
        commits: commits.load(ordering: .relaxed),
        compared: (compared.load(ordering: .relaxed), toCompare.load(ordering: .relaxed))))
  }
}
