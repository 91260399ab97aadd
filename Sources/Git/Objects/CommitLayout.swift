import Commits

/// Where the parts of a commit object are in its bytes.
///
/// - Note: Source of the format: git's `commit.c`; headers end at the first empty line.
struct CommitLayout {
  let links: CommitLinks
  /// The name of the message's encoding.
  let encoding: Range<Int>?
  /// The message, up to the first NUL.
  let message: Range<Int>

  /// - Parameter links: What was read of the same bytes.
  init(_ links: CommitLinks, of bytes: Span<UInt8>) {
    self.links = links
    var encoding: Range<Int>?
    var place = links.rest
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") {
      if encoding == nil, let value = CommitLinks.line(after: "encoding ", in: bytes, at: &place) {
        encoding = value
      } else {
        place = min(bytes.index(of: UInt8(ascii: "\n"), from: place) + 1, bytes.count)
      }
    }
    self.encoding = encoding
    let start = min(place + 1, bytes.count)
    message = start..<bytes.index(of: 0, from: start)
  }

  func decoder(_ bytes: Span<UInt8>) -> MessageDecoder {
    MessageDecoder(encoding: encoding.map { String(decoding: bytes.extracting($0).copy, as: UTF8.self) })
  }
}
