package import ReleaseScope

/// A commit object as git stores it, taken apart without copying more than is asked for.
///
/// - Note: Source of the format: git's `commit.c`; headers end at the first empty line.
package struct RawCommit {
  let tree: ObjectID
  let parents: [ObjectID]
  private let bytes: [UInt8]
  private let author: Range<Int>
  private let committer: Range<Int>
  private let encoding: Range<Int>?
  private let message: Int

  /// - Returns: `nil` if `bytes` are no commit: git would call the object corrupt.
  package init?(_ bytes: [UInt8]) {
    var tree: ObjectID?
    var parents: [ObjectID] = []
    var author: Range<Int>?
    var committer: Range<Int>?
    var encoding: Range<Int>?
    var start = 0
    while start < bytes.count, bytes[start] != UInt8(ascii: "\n") {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let line = bytes[start..<end]
      if tree == nil {
        guard let id = Self.id(in: line, after: "tree ") else { return nil }
        tree = id
      } else if author == nil, let id = Self.id(in: line, after: "parent ") {
        parents.append(id)
      } else if author == nil {
        guard let value = Self.value(of: line, "author ") else { return nil }
        author = value
      } else if committer == nil {
        // Some tools wrote the author more than once.
        if Self.value(of: line, "author ") == nil {
          guard let value = Self.value(of: line, "committer ") else { return nil }
          committer = value
        }
      } else if encoding == nil {
        encoding = Self.value(of: line, "encoding ")
      }
      start = end + 1
    }
    guard let tree, let author, let committer else { return nil }
    self.tree = tree
    self.parents = parents
    self.author = author
    self.committer = committer
    self.encoding = encoding
    self.bytes = bytes
    message = min(start + 1, bytes.count)
  }

  /// When the commit was made, in seconds since 1970; 0 if that is malformed, as for git.
  var time: Int64 { Self.time(bytes[committer]) }

  package func commit(id: ObjectID) -> Commit {
    let decoder = MessageDecoder(encoding: encoding.map { String(decoding: bytes[$0], as: UTF8.self) })
    let text = bytes[message...].prefix { $0 != 0 }
    return Commit(
      id: id, tree: tree, parents: parents, author: signature(bytes[author], decoder),
      committer: signature(bytes[committer], decoder), message: decoder.utf8(text))
  }

  private static func value(of line: ArraySlice<UInt8>, _ name: String) -> Range<Int>? {
    line.starts(with: name.utf8) ? (line.startIndex + name.utf8.count)..<line.endIndex : nil
  }

  private static func id(in line: ArraySlice<UInt8>, after name: String) -> ObjectID? {
    value(of: line, name).flatMap { ObjectID(hexadecimal: line[$0]) }
  }

  /// `Name <address> seconds zone`; what is malformed comes out empty, as in git.
  private func signature(_ line: ArraySlice<UInt8>, _ decoder: MessageDecoder) -> Signature {
    let open = line.firstIndex(of: UInt8(ascii: "<")) ?? line.endIndex
    let close = line.lastIndex(of: UInt8(ascii: ">")) ?? line.endIndex
    var name = line[..<open]
    while name.last == UInt8(ascii: " ") { name.removeLast() }
    let email = open < close ? line[(open + 1)..<close] : []
    return Signature(
      name: String(decoding: decoder.utf8(name), as: UTF8.self),
      email: String(decoding: decoder.utf8(email), as: UTF8.self), time: Instant(seconds: Self.time(line)))
  }

  private static func time(_ line: ArraySlice<UInt8>) -> Int64 {
    guard let close = line.lastIndex(of: UInt8(ascii: ">")) else { return 0 }
    var seconds: Int64 = 0
    for digit in line[(close + 1)...].drop(while: { $0 == UInt8(ascii: " ") }) {
      guard digit.isASCIIDigit, seconds < Int64.max / 100 else { break }
      seconds = seconds * 10 + Int64(digit - UInt8(ascii: "0"))
    }
    return seconds
  }
}
