/// The keys that a text begins with, and how the text goes on.
///
/// See <doc:Keys>, *opens*.
struct KeyOpening {
  enum Form: Equatable {
    /// `SHOP-12: text`, `[SHOP-12] text`, `SHOP-12 Text`.
    case title
    /// `SHOP-12 text`, as a sentence has it that is about the ticket.
    case sentence
    /// Nothing but keys.
    case keysAlone
    /// Nothing but keys and a full stop, as a sentence ends that began on the line before.
    case endOfSentence
  }

  /// Indexes in ``MessageKeys/matches``. Some of them may be within links that belong to the others.
  let keys: Range<Int>
  /// Where the last one ends, the link included that it is in.
  let end: Int
  /// Whether the first one is the end of a link.
  let isLink: Bool
  let form: Form
  /// What the text says of them, where it is no work on them.
  let remark: KeyRemark?

  /// - Parameters:
  ///   - start: Where the text begins.
  ///   - end: Where its line ends.
  /// - Returns: `nil` if anything else stands before the first key.
  /// - Complexity: Linear in the length of what the text begins with.
  init?(_ message: borrowing MessageKeys, from start: Int, to end: Int) {
    let first = message.firstIndex(from: start)
    guard first < message.matches.count, case let key = message.matches[first], key.range.upperBound <= end else {
      return nil
    }
    let text = message.bytes.span.extracting(0..<end)
    let link = message.link(of: key)
    if let link, !message.isTicketLink(key, link) { return nil }
    let target = link?.lowerBound ?? key.range.lowerBound
    guard target >= start, OpeningWords.areAll(in: text, from: start, to: target) else { return nil }
    let run = KeyRun(message, from: first, in: text)
    (keys, self.end, isLink) = (run.keys, run.end, link != nil)
    form = Self.form(of: text, from: run.end)
    remark = KeyRemark(text, from: run.end)
  }

  private static let longestRemark = 200

  private static func form(of text: Span<UInt8>, from start: Int) -> Form {
    var (rest, hasFullStop) = (start, false)
    while rest < text.count, text[rest].isKeySeparator {
      if text[rest] == UInt8(ascii: ".") { hasFullStop = true }
      rest += 1
    }
    if rest == text.count { return hasFullStop ? .endOfSentence : .keysAlone }
    var place = start
    let remark = text.afterBlanks(from: start)
    if remark < text.count, text[remark] == UInt8(ascii: "(") || text[remark] == UInt8(ascii: "[") {
      let closing = text[remark] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
      let reach = Swift.min(text.count, remark + longestRemark)
      let end = text.extracting(0..<reach).index(of: closing, from: remark)
      if end < reach { place = end + 1 }
    }
    let word = text.afterBlanks(from: place)
    return word > place && word < text.count && text.isLowercaseLetter(at: word) ? .sentence : .title
  }
}

/// Keys one after the other, with only marks, blanks, "and" or links between them.
struct KeyRun {
  /// Indexes in ``MessageKeys/matches``.
  let keys: Range<Int>
  /// Where the last one ends, the link included that it is in.
  let end: Int

  init(_ message: borrowing MessageKeys, from first: Int, in text: Span<UInt8>) {
    var (next, end) = (first, 0)
    repeat {
      let key = message.matches[next]
      end = message.link(of: key)?.upperBound ?? key.range.upperBound
      next += 1
      // A Markdown link repeats the key in its address.
      if let link = Self.link(after: end, in: text, message) { end = link.upperBound }
      while next < message.matches.count, message.matches[next].range.lowerBound < end { next += 1 }
    } while next < message.matches.count && Self.follows(message.matches[next], end, in: text, message)
    (keys, self.end) = (first..<next, end)
  }

  private static func link(
    after end: Int, in text: Span<UInt8>, _ message: borrowing MessageKeys
  ) -> Range<Int>? {
    var place = end
    if place < text.count, text[place] == UInt8(ascii: "]") { place += 1 }
    guard place > end, place < text.count, text[place] == UInt8(ascii: "(") else { return nil }
    guard let link = message.links.link(at: place + 1), link.lowerBound == place + 1 else { return nil }
    return link
  }

  private static func follows(
    _ key: KeyScanner.Match, _ end: Int, in text: Span<UInt8>, _ message: borrowing MessageKeys
  ) -> Bool {
    let link = message.link(of: key)
    if let link, !message.isTicketLink(key, link) { return false }
    let start = link?.lowerBound ?? key.range.lowerBound
    guard start >= end, start < text.count else { return false }
    return text.extracting(0..<start).afterKeySeparators(from: end) == start
  }
}

extension Span<UInt8> {
  /// Where the marks, blanks and words "and" end that may stand between two keys of one text.
  func afterKeySeparators(from start: Int) -> Int {
    var place = start
    while place < count {
      if self[place].isKeySeparator {
        place += 1
      } else if place > 0, !self[place - 1].isKeyCharacter, let word = end(ofOneOf: ["and"], at: place) {
        place = word
      } else {
        break
      }
    }
    return place
  }
}

extension UInt8 {
  /// Whether it may stand between two keys of one text.
  var isKeySeparator: Bool {
    switch self {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "/"),
      UInt8(ascii: "&"), UInt8(ascii: "+"), UInt8(ascii: "|"), UInt8(ascii: "."), UInt8(ascii: ":"),
      UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
