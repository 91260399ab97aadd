/// A commit message cut into its lines and paragraphs, as ranges of its bytes.
struct MessageText {
  private let message: [UInt8]
  private let plain: PlainMarks
  /// Without the blank lines before the message, and the blanks at the ends.
  let lines: [Range<Int>]
  private let endOfSubject: Int

  var bytes: [UInt8] { plain.bytes }
  /// The lines of the first paragraph.
  var subjectLines: ArraySlice<Range<Int>> { lines[..<endOfSubject] }
  /// The lines after the first paragraph, blank ones included.
  var bodyLines: ArraySlice<Range<Int>> { lines[endOfSubject...] }

  /// - Parameter message: UTF-8; lines end with LF or CRLF.
  init(_ message: [UInt8]) {
    self.message = message
    let plain = PlainMarks(message)
    self.plain = plain
    var lines: [Range<Int>] = []
    lines.reserveCapacity(8)
    var endOfSubject: Int?
    let text = plain.bytes.span
    var start = 0
    while start < text.count {
      let end = text.index(of: UInt8(ascii: "\n"), from: start)
      var last = end
      while last > start, text[last - 1].isBlank || text[last - 1] == UInt8(ascii: "\r") { last -= 1 }
      let isEmpty = last == start
      if isEmpty, endOfSubject == nil, !lines.isEmpty { endOfSubject = lines.count }
      if endOfSubject != nil || !isEmpty { lines.append(start..<last) }
      start = end + 1
    }
    self.lines = lines
    self.endOfSubject = endOfSubject ?? lines.count
  }

  /// A range of the bytes as the message has it.
  func written(_ range: Range<Int>) -> String { String(decoding: message[original(range)], as: UTF8.self) }

  /// Where in the message itself a range of the bytes is.
  func original(_ range: Range<Int>) -> Range<Int> { plain.original(range) }

  /// The first paragraph, its lines joined by a blank, without the blanks around them.
  var subject: [UInt8] {
    var joined: [UInt8] = []
    if let first = subjectLines.first, let last = subjectLines.last {
      joined.reserveCapacity(last.upperBound - first.lowerBound)
    }
    for line in subjectLines {
      if !joined.isEmpty { joined.append(UInt8(ascii: " ")) }
      joined += bytes[line].drop(while: \.isBlank)
    }
    return joined
  }
}

extension Commit {
  /// The first paragraph of the message, its lines joined by a blank.
  package var subject: String { String(decoding: MessageText(message).subject, as: UTF8.self) }
}
