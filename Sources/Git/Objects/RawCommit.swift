package import Commits

/// A commit object as git stores it.
package struct RawCommit {
  let parents: [ObjectID]
  private let bytes: [UInt8]
  private let layout: CommitLayout

  /// - Returns: `nil` if `bytes` are no commit: git would call the object corrupt.
  package init?(_ bytes: [UInt8]) {
    var parents: [ObjectID] = []
    guard let links = CommitLinks(bytes.span, parents: &parents) else { return nil }
    self.parents = parents
    self.bytes = bytes
    layout = CommitLayout(links, of: bytes.span)
  }

  var tree: ObjectID { layout.links.tree }

  /// When the commit was made, in seconds since 1970; 0 if that is malformed, as for git.
  var time: Int64 { layout.links.time }

  package func commit(id: ObjectID, _ people: inout KnownPeople<Person>) -> Commit {
    let decoder = layout.decoder(bytes.span)
    return Commit(
      id: id, tree: tree, parents: parents, author: signature(layout.links.author, decoder, &people),
      committer: signature(layout.links.committer, decoder, &people), message: decoder.utf8(bytes[layout.message]))
  }

  private func signature(
    _ line: Range<Int>, _ decoder: MessageDecoder, _ people: inout KnownPeople<Person>
  ) -> Signature {
    let line = bytes.span.extracting(line)
    return Signature(people.value(of: line, decoder) { $0 }, at: Instant(seconds: CommitLinks.time(line)))
  }
}

extension Person {
  /// Reads `Name <address> seconds zone`; what is malformed comes out empty, as in git.
  init(decoding line: Span<UInt8>, _ decoder: MessageDecoder) {
    var open = 0
    while open < line.count, line[open] != UInt8(ascii: "<") { open += 1 }
    var close = line.count - 1
    while close >= 0, line[close] != UInt8(ascii: ">") { close -= 1 }
    if close < 0 { close = line.count }
    var name = open
    while name > 0, line[name - 1] == UInt8(ascii: " ") { name -= 1 }
    self.init(
      name: Self.text(line.extracting(0..<name), decoder),
      email: open < close ? Self.text(line.extracting((open + 1)..<close), decoder) : "")
  }

  private static func text(_ bytes: Span<UInt8>, _ decoder: MessageDecoder) -> String {
    let bytes = bytes.copy
    return String(decoding: decoder.isNeeded ? decoder.utf8(bytes[...]) : bytes, as: UTF8.self)
  }
}
