import ReleaseScope

/// Adds commits to columns as they are read.
struct CommitWriter {
  private(set) var columns = CommitColumns()
  private let reader: MessageReader
  private var people = PersonIndexes()

  init(_ reader: MessageReader) {
    self.reader = reader
  }

  /// - Parameter links: What was read of `bytes`, which are a commit object.
  mutating func add(_ bytes: Span<UInt8>, _ links: CommitLinks, isMerge: Bool) {
    let layout = CommitLayout(links, of: bytes)
    let decoder = layout.decoder(bytes)
    let author = index(of: bytes.extracting(links.author), decoder)
    let committer = index(of: bytes.extracting(links.committer), decoder)
    let message = bytes.extracting(layout.message)
    let facts =
      decoder.isNeeded
      ? reader.facts(ofMessage: decoder.utf8(message.copy[...]).span, isMerge: isMerge)
      : reader.facts(ofMessage: message, isMerge: isMerge)
    columns.append(
      tree: links.tree, author: author, committer: committer,
      authored: CommitLinks.time(bytes.extracting(links.author)), facts: facts)
  }

  /// The columns, to which nothing is added any more.
  consuming func finished() -> CommitColumns {
    columns.finish()
    return columns
  }

  private mutating func index(of signature: Span<UInt8>, _ decoder: MessageDecoder) -> Int {
    guard !decoder.isNeeded else { return columns.index(of: Person(decoding: signature, decoder)) }
    var end = signature.count
    while end > 0, signature[end - 1] != UInt8(ascii: ">") { end -= 1 }
    // Without the mark there is no telling what is the person and what the date.
    guard end > 0 else { return columns.index(of: Person(decoding: signature, decoder)) }
    let person = signature.extracting(0..<end)
    if let known = people[person] { return known }
    let index = columns.index(of: Person(decoding: signature, decoder))
    people.add(person, index)
    return index
  }
}

/// The people that were met, by the bytes that stand for them: to decode a name costs more than to compare it.
private struct PersonIndexes {
  private struct Known {
    let bytes: [UInt8]
    let index: Int
  }

  private var known: [UInt64: [Known]] = [:]

  subscript(bytes: Span<UInt8>) -> Int? {
    known[Self.digest(bytes)]?.first { Self.areEqual($0.bytes.span, bytes) }?.index
  }

  mutating func add(_ bytes: Span<UInt8>, _ index: Int) {
    known[Self.digest(bytes), default: []].append(Known(bytes: bytes.copy, index: index))
  }

  private static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    for offset in left.indices where left[offset] != right[offset] { return false }
    return true
  }

  private static func digest(_ bytes: Span<UInt8>) -> UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in bytes.indices { digest = (digest ^ UInt64(bytes[offset])) &* 0x100_0000_01B3 }
    return digest
  }
}
