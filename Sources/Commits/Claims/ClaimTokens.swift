/// A word, a mark or a break of a message.
struct ClaimToken {
  enum Kind {
    case word
    /// An address: `https://...`.
    case link
    /// One byte that is no part of a word.
    case mark
    /// A quotation mark of any kind.
    case quote
    /// What begins an item of a list: `-`, `*`, `+`, `1.`.
    case bullet
    case lineBreak
    /// A blank line.
    case paragraphBreak
  }

  let kind: Kind
  let range: Range<Int>
}

/// Lines of a message cut into words and marks.
struct ClaimTokens {
  let bytes: [UInt8]
  private(set) var tokens: [ClaimToken] = []
  /// Where lines and paragraphs end.
  private var breaks: [Int] = []
  private var paragraphBreaks: [Int] = []

  /// The longest word that is compared with others.
  private static let longest = 15

  /// - Complexity: Linear in the lines.
  init(_ bytes: [UInt8], _ lines: some Collection<Range<Int>>) {
    self.bytes = bytes
    let text = bytes.span
    for line in lines {
      if !tokens.isEmpty {
        let last = tokens[tokens.count - 1].kind
        if !line.isEmpty {
          if last != .paragraphBreak { add(.lineBreak, line.lowerBound..<line.lowerBound) }
        } else if last != .paragraphBreak {
          add(.paragraphBreak, line)
        }
      }
      readLine(text, line)
    }
  }

  private mutating func add(_ kind: ClaimToken.Kind, _ range: Range<Int>) {
    if kind == .lineBreak || kind == .paragraphBreak { breaks.append(tokens.count) }
    if kind == .paragraphBreak { paragraphBreaks.append(tokens.count) }
    tokens.append(ClaimToken(kind: kind, range: range))
  }

  private mutating func readLine(_ text: Span<UInt8>, _ line: Range<Int>) {
    var place = line.lowerBound
    let end = line.upperBound
    if let bullet = text.endOfBullet(line) {
      add(.bullet, place..<bullet)
      place = bullet
    }
    while place < end {
      let byte = text[place]
      if byte.isSpace {
        place += 1
      } else if let mark = QuotationMark(text, at: place, end: end), mark.role != .none {
        add(.quote, place..<(place + mark.length))
        place += mark.length
      } else if byte.isKeyCharacter || byte >= 0x80 {
        let word = text.endOfWord(place, end: end)
        if let link = text.endOfLink(place, word: word, end: end) {
          add(.link, place..<link)
          place = link
        } else {
          add(.word, place..<word)
          place = word
        }
      } else {
        add(.mark, place..<(place + 1))
        place += 1
      }
    }
  }

  var count: Int { tokens.count }

  func kind(_ index: Int) -> ClaimToken.Kind? { tokens.indices.contains(index) ? tokens[index].kind : nil }

  func range(_ index: Int) -> Range<Int> { tokens[index].range }

  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    kind(index) == .mark && bytes[tokens[index].range.lowerBound] == UInt8(ascii: mark)
  }

  /// A word in lower case; empty for another token, and for a long one.
  func word(_ index: Int) -> String {
    guard kind(index) == .word, case let range = tokens[index].range, range.count <= Self.longest else { return "" }
    return String(decoding: bytes[range].map(\.lowercased), as: UTF8.self)
  }

  /// The first letter of a word as a small one; 0 for another token.
  func initial(_ index: Int) -> UInt8 {
    kind(index) == .word ? bytes[tokens[index].range.lowerBound].lowercased : 0
  }

  /// Whether nothing stands between a token and the one before.
  func isJoined(_ index: Int) -> Bool {
    index > 0 && index < count && tokens[index - 1].range.upperBound == tokens[index].range.lowerBound
  }

  /// Whether a token begins a line.
  func beginsLine(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    return [.lineBreak, .paragraphBreak, .bullet].contains(kind(index - 1))
  }

  /// The end of the line of a token, as an index of tokens and as one of bytes.
  func endOfLine(_ index: Int) -> (token: Int, byte: Int) { end(breaks, index) }

  /// The end of its paragraph.
  func endOfParagraph(_ index: Int) -> (token: Int, byte: Int) { end(paragraphBreaks, index) }

  private func end(_ breaks: [Int], _ index: Int) -> (token: Int, byte: Int) {
    var (low, high) = (0, breaks.count)
    while low < high {
      let middle = (low + high) / 2
      if breaks[middle] < index { low = middle + 1 } else { high = middle }
    }
    let last = low < breaks.count ? breaks[low] : count
    return (last, last > 0 ? tokens[last - 1].range.upperBound : 0)
  }
}

extension Span<UInt8> {
  /// Letters, digits and `_`, and what joins them: `re-land`, `don't`, `follow-up`.
  fileprivate func endOfWord(_ start: Int, end: Int) -> Int {
    var place = start
    while place < end {
      let byte = self[place]
      if byte.isKeyCharacter {
        place += 1
      } else if byte >= 0x80 {
        if let mark = QuotationMark(self, at: place, end: end), mark.role != .none { break }
        place += 1
      } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'"), place + 1 < end, self[place + 1].isKeyCharacter
      {
        place += 2
      } else {
        break
      }
    }
    return place
  }

  fileprivate func endOfLink(_ start: Int, word: Int, end: Int) -> Int? {
    guard 4...5 ~= word - start, word + 3 <= end, self.end(of: "http", at: start) != nil,
      self[word] == UInt8(ascii: ":"), self[word + 1] == UInt8(ascii: "/"), self[word + 2] == UInt8(ascii: "/")
    else { return nil }
    var place = word + 3
    while place < end, !self[place].isSpace, !Self.endsLink(self[place]) { place += 1 }
    while place > word + 3,
      [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";")]
        .contains(self[place - 1])
    { place -= 1 }
    return place
  }

  private static func endsLink(_ byte: UInt8) -> Bool { ")>]}\"'`|".utf8.contains(byte) }

  fileprivate func endOfBullet(_ line: Range<Int>) -> Int? {
    guard line.count >= 2 else { return nil }
    var place = line.lowerBound
    if "-*+".utf8.contains(self[place]) {
      place += 1
    } else {
      while place < line.upperBound, self[place].isASCIIDigit, place - line.lowerBound < 3 { place += 1 }
      guard place > line.lowerBound, place < line.upperBound, ".)".utf8.contains(self[place]) else { return nil }
      place += 1
    }
    return place < line.upperBound && self[place].isBlank ? place : nil
  }
}
