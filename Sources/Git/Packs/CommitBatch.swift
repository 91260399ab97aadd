import Commits

/// Commits of a pack that another thread reads, while the caller reads others.
final class CommitBatch {
  private let thread: WorkerThread
  private let work = BackgroundWork<CommitRows>()

  /// - Returns: `nil` if no thread can be made.
  init?(_ ids: ArraySlice<ObjectID>, of pack: PackFile, _ reader: MessageReader) {
    guard let thread = WorkerThread() else { return nil }
    self.thread = thread
    let mapped = pack.mapped
    work.begin(on: thread) { work in
      var writer = CommitRows.Writer(reader)
      PackFile(mapped)?.readCommits(ids, while: { !work.isStopped }) { _ = writer.add($0) }
      return writer.finished()
    }
  }

  deinit { work.stop() }

  /// Waits for the commits. They are in the order in which their ids were given; those are left out that are not in the
  /// pack or cannot be read.
  func finished() -> CommitRows? { work.result() }
}
