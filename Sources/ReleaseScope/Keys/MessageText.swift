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
    var lines: [Range<Int>] = []
    var start = 0
    while start < message.count {
      let end = message[start...].firstIndex(of: UInt8(ascii: "\n")) ?? message.count
      var last = end
      while last > start, message[last - 1].isBlank || message[last - 1] == UInt8(ascii: "\r") { last -= 1 }
      lines.append(start..<last)
      start = end + 1
    }
    let firstLine = lines.firstIndex { !$0.isEmpty } ?? lines.count
    let endOfSubject = lines[firstLine...].firstIndex(where: \.isEmpty) ?? lines.count
    subjectLines = Array(lines[firstLine..<endOfSubject])
    let body = Array(lines[endOfSubject...])
    bodyLines = body
    let lastText = body.lastIndex { !$0.isEmpty }
    lastParagraph =
      lastText.map { last in (body[..<last].lastIndex(where: \.isEmpty) ?? -1) + 1 } ?? body.count
  }

  /// The first paragraph, its lines joined by a blank, without the blanks around them.
  var subject: [UInt8] {
    var joined: [UInt8] = []
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
