/// Breaks a text by its lines and words.
struct TextMutator {
  private static let marks = [
    " ", "\n", "\n\n", "\r\n", "\t", ",", ";", ":", "-", "_", "/", ".", "...", "…", "\"", "'", "(", ")", "[", "]", "<",
    ">",
    "#", "0", "1", "00", "99999999999999999999", "\u{200B}", "\u{2011}", "\u{FEFF}", "é", "ﬀ", "\u{301}", "\u{202E}",
    "\0",
  ]

  var random: RandomNumbers
  let words: [String]

  mutating func mutate(_ original: [UInt8], mixing other: [UInt8]) -> [UInt8] {
    var parts = Self.parts(of: original)
    for _ in 0..<Int.random(in: 1...3, using: &random) { change(&parts, other) }
    return Array(parts.joined())
  }

  /// Runs of letters and digits, and each other byte by itself.
  private static func parts(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, isWord(text[end]) { end += 1 }
      end = max(end, start + 1)
      parts.append(text[start..<end])
      start = end
    }
    return parts
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }

  private mutating func change(_ parts: inout [ArraySlice<UInt8>], _ other: [UInt8]) {
    let place = Int.random(in: 0...parts.count, using: &random)
    let length = Int.random(in: 0...min(12, parts.count - place), using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0 where place < parts.count: parts[place] = word
    case 1: parts.insert(word, at: place)
    case 2: parts.removeSubrange(place..<(place + length))
    case 3:
      parts.insert(contentsOf: parts[place..<(place + length)], at: Int.random(in: 0...parts.count, using: &random))
    case 4: parts.insert(line(of: other), at: place)
    case 5 where parts.count > 1:
      parts.swapAt(min(place, parts.count - 1), Int.random(in: 0..<parts.count, using: &random))
    case 6 where place < parts.count:
      parts[place] = parts[place].map { $0 ^ (Self.isWord($0) && $0 < 0x80 ? 0x20 : 0) }[...]
    case 7:
      let count = Int.random(in: 1...40, using: &random)
      parts.insert(contentsOf: Array(repeating: word, count: count), at: place)
    default: parts.removeLast(parts.count - place)
    }
  }

  private var word: ArraySlice<UInt8> {
    mutating get {
      let isMark = words.isEmpty || Bool.random(using: &random)
      return Array(((isMark ? Self.marks : words).randomElement(using: &random) ?? "").utf8)[...]
    }
  }

  private mutating func line(of text: [UInt8]) -> ArraySlice<UInt8> {
    let lines = text.split(separator: UInt8(ascii: "\n"))
    return (lines.randomElement(using: &random) ?? []) + [UInt8(ascii: "\n")]
  }
}
