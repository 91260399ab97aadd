import Dispatch
import ReleaseScope

/// Commits of a pack that another thread reads, while the caller reads others.
final class CommitBatch {
  private let work = BackgroundWork<CommitRows>()

  init(_ ids: ArraySlice<ObjectID>, of pack: PackFile, _ reader: MessageReader) {
    let (index, path) = (pack.index, pack.path)
    work.begin(on: .global()) { work in
      var writer = CommitRows.Writer(reader)
      PackFile(index, path: path)?.readCommits(ids, while: { !work.isStopped }) { _ = writer.add($0) }
      return writer.finished()
    }
  }

  deinit { work.stop() }

  /// Waits for the commits. They are in the order of their ids; those are left out that are not in the pack or cannot be
  /// read.
  func finished() -> CommitRows? { work.result() }
}
