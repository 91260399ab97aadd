/// A word that says that something is taken back or done again, and what it says that of.
///
/// Only for the keys of a subject or title: which commits are meant is a matter of ``RevertClaim``.
struct RevertingVerb {
  /// Whether the word means nothing else: `revert`, and not `roll back`.
  let isPlain: Bool
  let range: Range<Int>
  /// Whether the word comes first, after keys, tags and labels, and a quotation, a key, an id or a number follows, or a
  /// colon: then nothing behind it is work.
  let ruins: Bool

  private static let plain = ReversalVerb.forms(where: \.isPlain)
  private static let ambiguous = ReversalVerb.forms { !$0.isPlain && $0 != .takeOut }
  /// What may stand between the verb and what is taken back.
  private static let between: [ASCIIWord] = [
    "of", "the", "change", "changes", "commit", "commits", "patch", "patches", "fix", "for", "from", "merge", "pull",
    "request", "pr", "ticket", "issue", "jira", "partially",
  ]

  /// The verbs of a line in order.
  ///
  /// - Parameter start: Where its text begins.
  static func all(in line: Span<UInt8>, from start: Int) -> [RevertingVerb] {
    var found: [RevertingVerb] = []
    var place = start
    while place < line.count {
      guard line[place].isASCIILetter else {
        place += 1
        continue
      }
      let plain = mayBegin(line[place]) ? line.end(ofOneOf: Self.plain, at: place) : nil
      let end = plain ?? (mayBegin(line[place]) ? line.end(ofOneOf: ambiguous, at: place) : nil)
      if let end, plain != nil || place == start || !line.hasOnlyBrackets(from: end) {
        let ruins =
          isFirst(place, in: line, from: start)
          && (hasObject(after: end, in: line) || (plain != nil && hasObjectBehindWords(after: end, in: line)))
        found.append(RevertingVerb(isPlain: plain != nil, range: place..<end, ruins: ruins))
        place = end
      }
      while place < line.count, line[place].isKeyCharacter { place += 1 }
    }
    return found
  }

  private static func mayBegin(_ byte: UInt8) -> Bool {
    let letter = byte.lowercased
    return letter == UInt8(ascii: "r") || letter == UInt8(ascii: "b") || letter == UInt8(ascii: "u")
  }

  /// Whether only keys, tags and labels stand before `place`.
  private static func isFirst(_ place: Int, in line: Span<UInt8>, from start: Int) -> Bool {
    var last = place
    while last > start, line[last - 1].isBlank { last -= 1 }
    guard last > start else { return true }
    switch line[last - 1] {
    case UInt8(ascii: ":"), UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "}"), UInt8(ascii: "|"),
      UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return last - start <= 80
    case UInt8(ascii: "."): return last - start <= 80 && last - start > 1 && line[last - 2].isASCIIDigit
    default: return false
    }
  }

  /// Whether what follows the verb is named so that one can find it.
  private static func hasObject(after end: Int, in line: Span<UInt8>) -> Bool {
    var place = end
    if place < line.count, line[place] == UInt8(ascii: "^") { place = line.afterDigits(from: place + 1) }
    if place < line.count, line[place] == UInt8(ascii: "(") {
      let reach = Swift.min(line.count, place + 80)
      let closing = line.extracting(0..<reach).index(of: UInt8(ascii: ")"), from: place)
      if closing < reach { place = closing + 1 }
    }
    if place < line.count, line[place] == UInt8(ascii: "!") { place += 1 }
    if place < line.count, line[place] == UInt8(ascii: ":") { return true }
    place = afterSmallWords(in: line, from: place)
    guard place < line.count else { return false }
    let byte = line[place]
    if byte.isQuotationMark || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "!") || byte >= 0x80 { return true }
    return isName(in: line, at: byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") ? place + 1 : place)
  }

  /// Whether a ticket of which words tell a part is named: `Revert the cart of SHOP-12`, not `Revert to the cart of`.
  private static func hasObjectBehindWords(after end: Int, in line: Span<UInt8>) -> Bool {
    var place = line.afterBlanks(from: end)
    guard line.end(of: "to", at: place) == nil else { return false }
    while place < line.count {
      if let of = line.end(ofOneOf: ["of", "from"], at: place) {
        // All small words at once: each of a long row of them leads to the same name.
        place = afterSmallWords(in: line, from: of)
        guard place < line.count else { return false }
        if isName(in: line, at: line[place] == UInt8(ascii: "[") ? place + 1 : place) { return true }
      }
      while place < line.count, !line[place].isBlank { place += 1 }
      place = line.afterBlanks(from: place)
    }
    return false
  }

  /// Whether a key, a change's number such as `D4711` or an id stands there: a word with a digit and no small letters
  /// but those of an id.
  private static func isName(in line: Span<UInt8>, at start: Int) -> Bool {
    var (end, hasDigit, isID) = (start, false, true)
    while end < line.count, line[end].isKeyCharacter || line[end] == UInt8(ascii: "-") {
      hasDigit = hasDigit || line[end].isASCIIDigit
      isID = isID && line[end].hexadecimalValue != nil
      end += 1
    }
    guard hasDigit else { return false }
    if isID { return end - start >= 7 || line[start] == UInt8(ascii: "D") }
    let last = line.extracting(start..<end)
    return last.index(of: UInt8(ascii: "-"), from: 0) < last.count || line[start] == UInt8(ascii: "D")
  }

  private static func afterSmallWords(in line: Span<UInt8>, from start: Int) -> Int {
    var place = line.afterBlanks(from: start)
    while let end = line.end(ofOneOf: between, at: place) { place = line.afterBlanks(from: end) }
    return place
  }

  /// Where the keys stand that directly follow the verb, or that a quotation after it holds.
  func object(in line: Span<UInt8>) -> (start: Int, quotationEnd: Int?) {
    var place = Self.afterSmallWords(in: line, from: range.upperBound)
    while place < line.count,
      line[place] == UInt8(ascii: ":") || line[place] == UInt8(ascii: "[")
        || line[place] == UInt8(ascii: "(")
    {
      place = Self.afterSmallWords(in: line, from: place + 1)
    }
    guard place < line.count, line[place].isQuotationMark else { return (place, nil) }
    var end = line.count
    while end > place + 1, line[end - 1] != line[place] { end -= 1 }
    return (place, end > place + 1 ? end : line.count)
  }
}

extension Span<UInt8> {
  /// Whether nothing but words in brackets stands behind a word: `Fix undo (SHOP-12) (#14)` is about what is called so.
  func hasOnlyBrackets(from start: Int) -> Bool {
    // That each of many words looks to the end of a long line would take long.
    guard count - start <= 200 else { return false }
    var place = afterBlanks(from: start)
    guard place + 1 < count, self[place + 1].isASCIILetter else { return false }
    while place < count {
      guard self[place] == UInt8(ascii: "(") || self[place] == UInt8(ascii: "[") else { return false }
      let closing = index(of: self[place] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]"), from: place)
      guard closing < count else { return false }
      place = afterBlanks(from: closing + 1)
    }
    return true
  }
}
