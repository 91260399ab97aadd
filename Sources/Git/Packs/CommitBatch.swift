import Dispatch
import ReleaseScope
import Synchronization

/// Commits of a pack that another thread reads, while the caller reads others.
final class CommitBatch: Sendable {
  private let group = DispatchGroup()
  private let rows = Mutex<CommitRows?>(nil)

  init(_ ids: ArraySlice<ObjectID>, of pack: PackFile, _ reader: MessageReader) {
    let (index, path) = (pack.index, pack.path)
    DispatchQueue.global().async(group: group) { [self] in
      var writer = CommitRows.Writer(reader)
      PackFile(index, path: path)?.readCommits(ids) { _ = writer.add($0) }
      let read = writer.finished()
      rows.withLock { $0 = read }
    }
  }

  /// Waits for the commits. They are in the order of their ids; those are left out that are not in the pack or cannot be
  /// read.
  func finished() -> CommitRows? {
    group.wait()
    return rows.withLock { $0 }
  }
}
