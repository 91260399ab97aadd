/// Texts whose words recur: each word is kept once.
///
/// A text is its words, each with the mark that ends it. The subjects of a history take half the room so.
struct TextColumn: Sendable {
  /// The longest text that is taken apart.
  private static let longest = 4_096

  private var words = WordList()
  /// The words of all texts.
  private var numbers: [UInt16] = []
  /// Where each text ends in `numbers`.
  private var ends: [UInt32] = []
  /// Texts that are too long, or for whose words there is no room.
  private var whole: [Int: [UInt8]] = [:]

  /// How many bytes the texts take, about.
  private(set) var size = 0

  mutating func append(_ text: [UInt8]) {
    if text.count > Self.longest || !words.hasRoom(for: text.count) {
      whole[ends.count] = text
      size += text.count
    } else {
      let before = numbers.count
      addWords(of: text)
      size += 2 * (numbers.count - before)
    }
    ends.append(UInt32(numbers.count))
  }

  private mutating func addWords(of text: [UInt8]) {
    let bytes = text.span
    var start = 0
    while start < bytes.count {
      var end = start + 1
      while end < bytes.count, !Self.endsWord(bytes[end - 1]) { end += 1 }
      numbers.append(words.number(of: bytes.extracting(start..<end)))
      start = end
    }
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
  }

  subscript(place: Int) -> [UInt8] {
    if !whole.isEmpty, let text = whole[place] { return text }
    var text: [UInt8] = []
    for number in numbers[(place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])] { text += words[number] }
    return text
  }

  /// Forgets what only adding needs.
  mutating func finish() {
    words.finish()
    numbers = numbers.map(\.self)
    ends = ends.map(\.self)
  }
}

/// Words with their numbers.
private struct WordList: Sendable {
  private var bytes: [UInt8] = []
  /// Where each word ends in `bytes`.
  private var ends: [UInt32] = []
  /// A table with open addressing of numbers counted from 1; 0 is free.
  private var slots = [UInt16](repeating: 0, count: 256)

  func hasRoom(for words: Int) -> Bool { ends.count + words < Int(UInt16.max) }

  subscript(number: UInt16) -> ArraySlice<UInt8> { bytes[range(Int(number))] }

  private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number]) }

  /// The number of a word, which gets one if it is new.
  mutating func number(of word: Span<UInt8>) -> UInt16 {
    var slot = Self.digest(word) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if isEqual(range(Int(number)), word) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = UInt16(ends.count)
    slots[slot] = number + 1
    for place in word.indices { bytes.append(word[place]) }
    ends.append(UInt32(bytes.count))
    if ends.count * 2 > slots.count { grow() }
    return number
  }

  private func isEqual(_ range: Range<Int>, _ word: Span<UInt8>) -> Bool {
    guard range.count == word.count else { return false }
    for place in word.indices where bytes[range.lowerBound + place] != word[place] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for number in ends.indices {
      var slot = Self.digest(bytes.span.extracting(range(number))) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt16(number + 1)
    }
  }

  private static func digest(_ word: Span<UInt8>) -> Int {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in word.indices { digest = (digest ^ UInt64(word[place])) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (digest ^ digest >> 32) & 0x7FFF_FFFF)
  }

  mutating func finish() {
    slots = []
    bytes = bytes.map(\.self)
    ends = ends.map(\.self)
  }
}
