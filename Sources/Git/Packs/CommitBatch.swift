import Dispatch
import ReleaseScope
import Synchronization

/// Commits that were asked for together.
struct CommitBatch: Sendable {
  let rows: CommitRows
  /// For each commit that was asked for, its row; -1 for one that has to be read alone.
  private let rowNumbers: [Int32]

  init(_ ids: some Sequence<ObjectID>, in packs: PackedCommits, _ reader: MessageReader) {
    var writer = CommitRows.Writer(reader)
    var rowNumbers: [Int32] = []
    var next: Int32 = 0
    var contents: [UInt8] = []
    for id in ids {
      let isRead = packs.read(id, to: &contents).map { writer.add(contents.span.extracting(0..<$0)) } ?? false
      rowNumbers.append(isRead ? next : -1)
      if isRead { next += 1 }
    }
    rows = writer.finished()
    self.rowNumbers = rowNumbers
  }

  /// The row of the commit that was asked for at `place`; `nil` if it has to be read alone.
  func row(_ place: Int) -> Int? { rowNumbers[place] < 0 ? nil : Int(rowNumbers[place]) }

  /// Reads several batches at a time, each on a thread of its own.
  ///
  /// - Parameter directories: Where the packs are, which each thread opens for itself.
  static func read(_ parts: [[ObjectID]], in directories: [String], _ reader: MessageReader) -> [CommitBatch] {
    let batches = Batches()
    let group = DispatchGroup()
    for (number, part) in parts.enumerated() {
      let work: @Sendable () -> Void = {
        batches.set(number, CommitBatch(part, in: PackedCommits(in: directories), reader))
      }
      if number == parts.count - 1 { work() } else { DispatchQueue.global().async(group: group, execute: work) }
    }
    group.wait()
    return batches.inOrder
  }
}

private final class Batches: Sendable {
  private let batches = Mutex<[Int: CommitBatch]>([:])

  func set(_ number: Int, _ batch: CommitBatch) { batches.withLock { $0[number] = batch } }

  var inOrder: [CommitBatch] { batches.withLock { $0.sorted { $0.key < $1.key }.map(\.value) } }
}
