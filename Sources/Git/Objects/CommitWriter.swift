import Commits

/// Adds commits to columns as they are read.
final class CommitWriter {
  private(set) var columns = CommitColumns()
  private let reader: MessageReader
  /// The people that were met, by the bytes that stand for them: to decode a name costs more than to compare it.
  private var people = WordList()
  /// Their indexes in the columns.
  private var personIndexes: [Int] = []

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
    guard !decoder.isNeeded else { return columns.index(of: Person(decoding: signature, decoder)) }
    var end = signature.count
    while end > 0, signature[end - 1] != UInt8(ascii: ">") { end -= 1 }
    // Without the mark there is no telling what is the person and what the date.
    guard end > 0 else { return columns.index(of: Person(decoding: signature, decoder)) }
    let number = Int(people.number(of: signature.extracting(0..<end)))
    if number == personIndexes.count { personIndexes.append(columns.index(of: Person(decoding: signature, decoder))) }
    return personIndexes[number]
  }
}
