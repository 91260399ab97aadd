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
    for place in bytes.indices where Self.endsWord(bytes[place]) {
      numbers.append(words.number(of: start..<(place + 1), in: bytes))
      start = place + 1
    }
    if start < bytes.count { numbers.append(words.number(of: start..<bytes.count, in: bytes)) }
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: "/") && (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/"))
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
