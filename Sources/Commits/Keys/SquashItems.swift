/// What a squash lists: the messages of the commits that it is made of.
///
/// A squash has `* ` items, or `commit <id>` lines with the message below, the newest first.
/// A list with another mark may be any list: it is a squash's if one of its items takes another one back, or takes
/// something back below the title of a pull request.
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

  /// Whether the items have the mark that forges use for commits.
  private var isOfForges = false

  var isEmpty: Bool { items.isEmpty }

  /// - Complexity: Linear in the length of the body.
  init(_ parts: MessageParts, _ scanner: KeyScanner) {
    self.init(anyListOf: parts)
    guard !items.isEmpty, !isOfForges, !isNewestFirst else { return }
    let reverts = SquashReverts(self, parts.text.bytes, scanner)
    if reverts.isTakenBack.contains(true) { return }
    // Below the title of a pull request it is the list of its commits.
    let hasNumber = !RequestNumbers.find(inTitle: parts.text.subject).isEmpty
    let isOfRequest = parts.heading == .title || parts.heading == .labelled || hasNumber
    if isOfRequest, reverts.takesBackOthers(self, parts.text.bytes, scanner) { return }
    items = []
  }

  /// What may be any list: whose items are commits, another has to tell.
  ///
  /// - Complexity: Linear in the length of the body.
  init(anyListOf parts: MessageParts) {
    let bytes = parts.text.bytes.span
    let bullet = Bullet(of: parts)
    /// Whether a line `commit <id>` stands above, and no text of its message yet.
    var isHeader = false
    var commit: Range<Int>?
    var isOpen = true
    for index in parts.bodyLines.indices {
      let range = parts.text.lines[index]
      let line = bytes.extracting(range)
      if line.isCommitLine {
        if !isNewestFirst { items = [] }
        (isNewestFirst, isHeader) = (true, true)
        let id = (range.lowerBound + "commit ".utf8.count)..<range.upperBound
        commit = id.lowerBound..<(id.first { bytes[$0].hexadecimalValue == nil } ?? id.upperBound)
        isOpen = true
      } else if isNewestFirst {
        if !isHeader, isOpen, !range.isEmpty, !line[0].isBlank {
          // The messages are indented: what is not, stands below the list.
          close(at: index)
          isOpen = false
        }
        guard isHeader, !range.isEmpty, line[0].isBlank else { continue }
        isHeader = false
        open((range.lowerBound + line.afterBlanks(from: 0))..<range.upperBound, at: index, of: commit)
      } else if let bullet, let mark = line.listMark, bullet.matches(line, mark) {
        open((range.lowerBound + mark.text)..<range.upperBound, at: index)
      }
    }
    if isOpen { close(at: parts.bodyLines.endIndex) }
    isOfForges = bullet?.isOfForges ?? false
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

/// The mark before the items of a message's list. Lists of another mark are within an item.
private struct Bullet {
  /// `*`, `-`, `+`, the first byte of `•`, or what stands behind a number.
  private let mark: UInt8
  /// How far the marks are indented; `nil` for `*`, which forges use for nothing else.
  private let depth: Int?

  var isOfForges: Bool { mark == UInt8(ascii: "*") }

  /// - Returns: `nil` for a body without a list. Where there are several, that of `*`, or else the first one.
  init?(of parts: MessageParts) {
    let bytes = parts.text.bytes.span
    var first: (mark: UInt8, depth: Int)?
    for range in parts.bodyLines {
      let line = bytes.extracting(range)
      guard let mark = line.listMark, case let bullet = Self.bullet(line, mark) else { continue }
      if bullet == UInt8(ascii: "*") {
        (self.mark, depth) = (bullet, nil)
        return
      }
      if first == nil { first = (bullet, mark.mark) }
    }
    guard let first else { return nil }
    (mark, depth) = (first.mark, first.depth)
  }

  func matches(_ line: Span<UInt8>, _ mark: (mark: Int, text: Int)) -> Bool {
    Self.bullet(line, mark) == self.mark && (depth == nil || depth == mark.mark)
  }

  private static func bullet(_ line: Span<UInt8>, _ mark: (mark: Int, text: Int)) -> UInt8 {
    line[line[mark.mark].isASCIIDigit ? line.afterDigits(from: mark.mark) : mark.mark]
  }
}

extension MessageParts {
  /// Whether the body has a list, of commits or of anything.
  var hasList: Bool {
    let bytes = text.bytes.span
    for range in bodyLines {
      let line = bytes.extracting(range)
      if line.isListItem || line.isCommitLine { return true }
    }
    return false
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
