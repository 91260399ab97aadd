/// What may stand before a key that opens a text: blanks, symbols, brackets, tags, types, numbers of pull requests.
enum OpeningWords {
  private static let types: [ASCIIWord] = [
    "bugfix", "build", "chore", "ci", "deps", "doc", "docs", "draft", "feat", "feature", "fix", "hotfix",
    "improvement", "perf", "refactor", "release", "security", "style", "test", "tests", "wip",
  ]

  /// Whether nothing else stands between `start` and `end`, where a key or its link begins.
  ///
  /// - Complexity: Linear in the distance.
  static func areAll(in text: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    var place = start
    /// Where no bracket is closed any more before the key.
    var unclosed = end
    while place < end {
      let byte = text[place]
      if byte.isBlank || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "<") {
        place += 1
      } else if byte == UInt8(ascii: "[") {
        let closing = place < unclosed ? text.index(of: UInt8(ascii: "]"), from: place) : end
        if closing >= end { unclosed = place }
        place = closing < end ? closing + 1 : place + 1
      } else if byte >= 0x80 {
        guard let next = text.afterSymbol(at: place) else { return false }
        place = next
      } else if let next = afterNumber(in: text, at: place) ?? afterWord(in: text, at: place, before: end) {
        place = next
      } else {
        return false
      }
    }
    return place == end
  }

  /// `#12`, `12:`.
  private static func afterNumber(in text: Span<UInt8>, at place: Int) -> Int? {
    let hasMark = text[place] == UInt8(ascii: "#")
    let start = hasMark ? place + 1 : place
    let end = text.afterDigits(from: start)
    guard end > start else { return nil }
    if end < text.count, text[end] == UInt8(ascii: ":") { return end + 1 }
    return hasMark ? end : nil
  }

  /// `feat(cart)!:`, `Merged PR 12:`, `Feature/`.
  private static func afterWord(in text: Span<UInt8>, at place: Int, before key: Int) -> Int? {
    guard text[place].isASCIILetter else { return nil }
    if let number = text.end(of: "merged pr ", at: place) ?? text.end(of: "pull request #", at: place) {
      let end = text.afterDigits(from: number)
      guard end > number, end < key, text[end] == UInt8(ascii: ":") else { return nil }
      return end + 1
    }
    var end = place
    while end < key, text[end].isKeyCharacter || text[end] == UInt8(ascii: "-") { end += 1 }
    guard end < key else { return nil }
    if text[end] == UInt8(ascii: "/") { return end + 1 == key ? key : nil }
    var isType = text.end(ofOneOf: types, at: place) == end
    if text[end] == UInt8(ascii: "(") {
      if end + 1 == key { return key }
      let closing = text.index(of: UInt8(ascii: ")"), from: end)
      guard closing < key else { return nil }
      (isType, end) = (true, closing + 1)
    }
    if end < key, text[end] == UInt8(ascii: "!") { end += 1 }
    return isType && end < key && text[end] == UInt8(ascii: ":") ? end + 1 : nil
  }
}

extension Span<UInt8> {
  /// The character at `place`, and where it ends; `nil` for bytes that are no UTF-8.
  func character(at place: Int) -> (Unicode.Scalar, end: Int)? {
    let length =
      switch self[place] {
      case 0..<0x80: 1
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 0
      }
    guard length > 0, place + length <= count else { return nil }
    if length == 1 { return (Unicode.Scalar(self[place]), place + 1) }
    var value = UInt32(self[place]) & (0x7F >> UInt32(length))
    for next in (place + 1)..<(place + length) {
      guard self[next] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(self[next] & 0x3F)
    }
    return Unicode.Scalar(value).map { ($0, place + length) }
  }

  /// The end of a character that is part of no word; bytes that are no text are none, either.
  fileprivate func afterSymbol(at place: Int) -> Int? {
    guard let (scalar, end) = character(at: place) else { return place + 1 }
    return scalar.properties.isAlphabetic ? nil : end
  }

  func isLowercaseLetter(at place: Int) -> Bool {
    if self[place] < 0x80 { return self[place].isASCIILowercase }
    return character(at: place).map { $0.0.properties.isLowercase } ?? false
  }
}
