import Synchronization

/// The dates of the commits of a test: the first at 2026-11-02 09:00:00 UTC, each one minute after the one before it.
final class CommitClock: Sendable {
  /// 2026-11-02 09:00:00 UTC in seconds since 1970.
  private static let start = 1_793_610_000

  private let minutes = Mutex(0)

  /// The date of the next commit, as git reads it from its environment.
  func next() -> String {
    minutes.withLock { minutes in
      defer { minutes += 1 }
      return "@\(Self.start + 60 * minutes) +0000"
    }
  }

  /// The date that ``next()`` would return.
  var now: String {
    minutes.withLock { "@\(Self.start + 60 * $0) +0000" }
  }
}
