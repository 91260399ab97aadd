/// A word, a separator and a number, in plain text.
struct KeyCandidate {
  let word: Range<Int>
  /// Whether a hyphen alone separates the two.
  let hasHyphen: Bool
  let number: Int
  /// With the underscores that make the word a part of a longer one.
  let range: Range<Int>

  /// Every number of up to 9 digits after a separator and a word that starts with a letter.
  static func all(in text: Span<UInt8>) -> [KeyCandidate] {
    var found: [KeyCandidate] = []
    var end = 0
    while true {
      var start = end
      while start < text.count, !text[start].isASCIIDigit { start += 1 }
      guard start < text.count else { return found }
      end = text.afterDigits(from: start)
      guard end - start <= 9, end == text.count || !text[end].isASCIILetter, !isVersion(text, end),
        let wordEnd = separator(before: start, in: text)
      else { continue }
      var wordStart = wordEnd
      while wordStart > 0, text[wordStart - 1].isASCIILetter || text[wordStart - 1].isASCIIDigit { wordStart -= 1 }
      guard wordEnd - wordStart >= 2, text[wordStart].isASCIILetter, let number = text.number(in: start..<end),
        number > 0
      else { continue }
      let hasHyphen = start - wordEnd == 1 && text[wordEnd] == UInt8(ascii: "-")
      found.append(
        KeyCandidate(
          word: wordStart..<wordEnd, hasHyphen: hasHyphen, number: number,
          range: text.withUnderscores(wordStart..<end)))
    }
  }

  /// Where the word ends that a separator and a number follow: up to three of `- _ # : –` and blanks, one of them alone
  /// or with blanks around it.
  private static func separator(before start: Int, in text: Span<UInt8>) -> Int? {
    var place = start
    if place > 0, text[place - 1] == UInt8(ascii: " ") { place -= 1 }
    let afterMarks = place
    while place > 0, start - place < 3, text[place - 1].isMistypedHyphen { place -= 1 }
    let marks = afterMarks - place
    if marks > 0, start - place < 3, place > 0, text[place - 1] == UInt8(ascii: " ") { place -= 1 }
    guard place < start, place > 0 else { return nil }
    // "cart: 12" is prose, and so is "cart # 12".
    if marks == 1, place < afterMarks - 1 || afterMarks < start {
      let mark = text[afterMarks - 1]
      guard mark == UInt8(ascii: "-") || (mark == UInt8(ascii: "#") && afterMarks == start) else { return nil }
    }
    return place
  }

  private static func isVersion(_ text: Span<UInt8>, _ end: Int) -> Bool {
    end + 1 < text.count && text[end] == UInt8(ascii: ".") && text[end + 1].isASCIIDigit
  }

  /// Whether it is a part of a path or an address: `dana/shop-12/pull`.
  func isPath(in line: Span<UInt8>) -> Bool {
    guard hasHyphen else { return false }
    let isAfterSlash = range.lowerBound > 0 && line[range.lowerBound - 1] == UInt8(ascii: "/")
    return isAfterSlash || (range.upperBound < line.count && line[range.upperBound] == UInt8(ascii: "/"))
  }
}

extension UInt8 {
  fileprivate var isMistypedHyphen: Bool {
    self == UInt8(ascii: "-") || self == UInt8(ascii: "_") || self == UInt8(ascii: "#") || self == UInt8(ascii: ":")
  }
}

extension Span<UInt8> {
  fileprivate func withUnderscores(_ range: Range<Int>) -> Range<Int> {
    let isBefore = range.lowerBound > 0 && self[range.lowerBound - 1] == UInt8(ascii: "_")
    let isAfter = range.upperBound < count && self[range.upperBound] == UInt8(ascii: "_")
    return (range.lowerBound - (isBefore ? 1 : 0))..<(range.upperBound + (isAfter ? 1 : 0))
  }
}
