/// A commit message cut into its lines and paragraphs, as ranges of its bytes.
struct MessageText {
  let bytes: [UInt8]
  /// The lines of the first paragraph.
  let subjectLines: [Range<Int>]
  /// The lines after the first paragraph, blank ones included.
  let bodyLines: [Range<Int>]
  /// The index in `bodyLines` at which the last paragraph starts; its count if there is no body.
  let lastParagraph: Int

  /// - Parameter message: UTF-8; lines end with LF or CRLF.
  init(_ message: [UInt8]) {
    bytes = message
    var subject: [Range<Int>] = []
    var body: [Range<Int>] = []
    var isInBody = false
    var paragraph: Int?
    let text = message.span
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
      var last = end
      while last > start, text[last - 1].isBlank || text[last - 1] == UInt8(ascii: "\r") { last -= 1 }
      let isEmpty = last == start
      if isInBody || (isEmpty && !subject.isEmpty) {
        if !isEmpty, body.last?.isEmpty != false { paragraph = body.count }
        isInBody = true
        body.append(start..<last)
      } else if !isEmpty {
        subject.append(start..<last)
      }
      start = end + 1
    }
    subjectLines = subject
    bodyLines = body
    lastParagraph = paragraph ?? body.count
  }

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
