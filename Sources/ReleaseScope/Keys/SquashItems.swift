/// What a squash lists: the messages of the commits that it is made of.
///
/// Section 3.4 of the design: a squash has `* ` items, or `commit <id>` lines with the message below, the newest first.
struct SquashItems {
  struct Item: Equatable {
    /// The first line of the commit's message, without the mark before it: a range of ``MessageText/bytes``.
    let subject: Range<Int>
    /// The lines of the commit's message, as indexes in ``MessageText/lines``; the first one has the subject.
    var lines: Range<Int>
    /// The id that stands above; `nil` in a list of bullets.
    var commit: Range<Int>?
  }

  /// In the order of the message.
  private(set) var items: [Item] = []
  /// Whether the newest commit comes first, as `git merge --squash` has it.
  private(set) var isNewestFirst = false

  var isEmpty: Bool { items.isEmpty }

  /// - Complexity: Linear in the length of the body.
  init(_ parts: MessageParts) {
    let bytes = parts.text.bytes.span
    /// Whether a line `commit <id>` stands above, and no text of its message yet.
    var isHeader = false
    var commit: Range<Int>?
    for index in parts.bodyLines.indices {
      let range = parts.text.lines[index]
      let line = bytes.extracting(range)
      if line.isCommitLine {
        if !isNewestFirst { items = [] }
        (isNewestFirst, isHeader) = (true, true)
        let id = (range.lowerBound + "commit ".utf8.count)..<range.upperBound
        commit = id.lowerBound..<(id.first { bytes[$0].hexadecimalValue == nil } ?? id.upperBound)
      } else if isNewestFirst {
        guard isHeader, !range.isEmpty, line[0].isBlank else { continue }
        isHeader = false
        open((range.lowerBound + line.afterBlanks(from: 0))..<range.upperBound, at: index, of: commit)
      } else if let mark = line.listMark, line[mark.mark] == UInt8(ascii: "*") {
        open((range.lowerBound + mark.text)..<range.upperBound, at: index)
      }
    }
    close(at: parts.bodyLines.endIndex)
  }

  private mutating func open(_ subject: Range<Int>, at index: Int, of commit: Range<Int>? = nil) {
    close(at: index)
    items.append(Item(subject: subject, lines: index..<(index + 1), commit: commit))
  }

  private mutating func close(at index: Int) {
    guard let last = items.indices.last else { return }
    items[last].lines = items[last].lines.lowerBound..<index
  }
}

extension Span<UInt8> {
  /// Whether a line names the commit whose message follows, as git's log does.
  var isCommitLine: Bool {
    guard let start = end(of: "commit ", at: 0) else { return false }
    var end = start
    while end < count, self[end].hexadecimalValue != nil { end += 1 }
    return 4...64 ~= end - start && (end == count || self.end(of: " (", at: end) != nil)
  }
}
