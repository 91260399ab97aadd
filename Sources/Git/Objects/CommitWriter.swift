import Commits

/// Adds commits to columns as they are read.
final class CommitWriter {
  private(set) var columns = CommitColumns()
  private let reader: MessageReader
  /// The indexes in the columns.
  private var people = KnownPeople<Int>()

  init(_ reader: MessageReader) {
    self.reader = reader
  }

  /// How many commits were added.
  private(set) var count = 0
  /// Whether it is time to begin another one.
  private(set) var isFull = false

  /// - Parameter links: What was read of `bytes`, which are a commit object.
  func add(_ bytes: Span<UInt8>, _ links: CommitLinks, isMerge: Bool) {
    let layout = CommitLayout(links, of: bytes)
    let decoder = layout.decoder(bytes)
    let author = index(of: bytes.extracting(links.author), decoder)
    let committer = index(of: bytes.extracting(links.committer), decoder)
    let message = bytes.extracting(layout.message)
    let facts =
      decoder.isNeeded
      ? reader.facts(ofMessage: decoder.utf8(message.copy[...]).span, isMerge: isMerge)
      : reader.facts(ofMessage: message, isMerge: isMerge)
    count += 1
    isFull = columns.append(
      tree: links.tree, author: author, committer: committer,
      authored: CommitLinks.time(bytes.extracting(links.author)), facts: facts)
  }

  /// The columns, to which nothing is to be added any more.
  func finished() -> CommitColumns {
    columns.finish()
    return columns
  }

  private func index(of signature: Span<UInt8>, _ decoder: MessageDecoder) -> Int {
    people.value(of: signature, decoder) { columns.index(of: $0) }
  }
}
