package import Commits

/// What ties a commit to others: its tree, its parents and its date.
package struct CommitLinks {
  let tree: ObjectID
  /// When the commit was made, in seconds since 1970; 0 if that is malformed, as for git.
  package let time: Int64
  /// `Name <address> seconds zone`, in the object's bytes.
  let author: Range<Int>
  let committer: Range<Int>
  /// Where the header goes on behind the committer.
  let rest: Int

  /// Reads the headers up to the committer, and no further.
  ///
  /// - Parameter parents: Gets the parents, first parent first; what it got is of no meaning when the commit is
  ///   corrupt.
  /// - Returns: `nil` where ``RawCommit`` calls the object corrupt.
  package init?(_ bytes: Span<UInt8>, parents: inout [ObjectID]) {
    var place = 0
    guard let line = Self.line(after: "tree ", in: bytes, at: &place),
      let tree = ObjectID(hexadecimal: bytes.extracting(line))
    else { return nil }
    self.tree = tree
    while let parent = Self.line(after: "parent ", in: bytes, at: &place) {
      guard let id = ObjectID(hexadecimal: bytes.extracting(parent)) else { return nil }
      parents.append(id)
    }
    guard let author = Self.line(after: "author ", in: bytes, at: &place) else { return nil }
    self.author = author
    // Some tools wrote the author more than once.
    while Self.line(after: "author ", in: bytes, at: &place) != nil {}
    guard let committer = Self.line(after: "committer ", in: bytes, at: &place) else { return nil }
    self.committer = committer
    time = Self.time(bytes.extracting(committer))
    rest = place
  }

  /// The rest of the line at `place` if it starts with `name`, and then `place` is behind it; otherwise `nil`.
  static func line(after name: StaticString, in bytes: Span<UInt8>, at place: inout Int) -> Range<Int>? {
    let name = unsafe UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    guard bytes.count - place >= name.count else { return nil }
    for offset in 0..<name.count {
      guard unsafe bytes[place + offset] == name[offset] else { return nil }
    }
    let start = place + name.count
    let end = bytes.index(of: UInt8(ascii: "\n"), from: start)
    place = min(end + 1, bytes.count)
    return start..<end
  }

  static func time(_ line: Span<UInt8>) -> Int64 {
    var index = line.count
    while index > 0, line[index - 1] != UInt8(ascii: ">") { index -= 1 }
    guard index > 0 else { return 0 }
    while index < line.count, line[index] == UInt8(ascii: " ") { index += 1 }
    var seconds: Int64 = 0
    while index < line.count, line[index].isASCIIDigit, seconds < Int64.max / 100 {
      seconds = seconds * 10 + Int64(line[index] - UInt8(ascii: "0"))
      index += 1
    }
    return seconds
  }
}
