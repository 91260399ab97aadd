/// The lines that a message says itself: without quotations, code, and descriptions of other changes.
struct ClaimText {
  /// The first paragraph. The lines here are without the blanks around them; an empty range is a blank line.
  private(set) var heading: [Range<Int>] = []
  /// What is no item's.
  private(set) var body: [Range<Int>] = []
  /// What belongs to each item of a squash, from its title on.
  private(set) var items: [[Range<Int>]] = []

  private static let descriptions: [ASCIIWord] = [
    "original change's description", "original change description", "original description",
    "original commit message", "original message", "original pr description", "original pull request description",
  ]

  init(_ parts: MessageParts, _ squash: SquashItems) {
    let bytes = parts.text.bytes.span
    heading = parts.text.subjectLines.map { bytes.trimmed($0) }
    items = Array(repeating: [], count: squash.items.count)
    var fence: UInt8?
    var isDescription = false
    var isListed = true
    var item = -1
    for index in parts.bodyLines.indices {
      var range = parts.text.lines[index]
      if item + 1 < items.count, squash.items[item + 1].lines.lowerBound == index {
        item += 1
        (range, isDescription, fence) = (squash.items[item].subject, false, nil)
      }
      let line = bytes.trimmed(range)
      if let open = bytes.fence(line) {
        if fence == nil { fence = open } else if fence == open { fence = nil }
        continue
      }
      if fence != nil || (!line.isEmpty && bytes[line.lowerBound] == UInt8(ascii: ">")) { continue }
      if isDescription {
        // A description that is not marked as a quotation ends with the message's trailers.
        guard line.isEmpty || bytes.isTrailer(line) else { continue }
        if !line.isEmpty { isDescription = false }
      }
      let text = bytes.extracting(line)
      if text.count > 0, text[text.count - 1] == UInt8(ascii: ":"), Self.isDescription(text) {
        isDescription = true
        continue
      }
      // What stands below a line of hyphens is the squash's own.
      if item >= 0, bytes.isSeparator(line) { isListed = false }
      let isItems = item >= 0 && isListed && index < squash.items[item].lines.upperBound
      if isItems { items[item].append(line) } else { body.append(line) }
    }
  }

  private static func isDescription(_ line: Span<UInt8>) -> Bool {
    for description in descriptions where line.starts(with: description) { return true }
    return false
  }
}

extension Span<UInt8> {
  /// A range of lines without the blanks around it.
  fileprivate func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start].isBlank || self[start] == UInt8(ascii: "\r") { start += 1 }
    while end > start, self[end - 1].isBlank || self[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The byte of which three or more begin or end code.
  fileprivate func fence(_ line: Range<Int>) -> UInt8? {
    guard line.count >= 3, case let mark = self[line.lowerBound],
      mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"),
      self[line.lowerBound + 1] == mark, self[line.lowerBound + 2] == mark
    else { return nil }
    return mark
  }

  fileprivate func isSeparator(_ line: Range<Int>) -> Bool {
    line.count >= 5 && line.allSatisfy { self[$0] == UInt8(ascii: "-") }
  }

  /// Whether a line is `Name-of-trailer: text`.
  fileprivate func isTrailer(_ line: Range<Int>) -> Bool {
    var place = line.lowerBound
    var hasHyphen = false
    while place < line.upperBound, self[place].isASCIILetter || self[place] == UInt8(ascii: "-") {
      if self[place] == UInt8(ascii: "-") { hasHyphen = true }
      place += 1
    }
    return hasHyphen && place < line.upperBound && self[place] == UInt8(ascii: ":")
  }
}
