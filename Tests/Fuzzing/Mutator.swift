/// Breaks bytes in the ways that have broken parsers.
struct Mutator {
  /// Numbers at which formats and machines change their mind.
  private static let words: [UInt32] = [
    0, 1, 2, 19, 20, 0xFF, 0x100, 0xFFFF, 0x6FFF_FFFF, 0x7000_0000, 0x7FFF_FFFF, 0x8000_0000, 0x8000_0001, 0xFFFF_FFFE,
    0xFFFF_FFFF,
  ]

  var random: RandomNumbers
  /// What the format is made of.
  let pieces: [[UInt8]]
  /// Whether the format has tables, in which everything has its place: then most changes leave it there.
  let isTabular: Bool

  /// - Parameter other: What a part may come from.
  mutating func mutate(_ original: [UInt8], mixing other: [UInt8]) -> [UInt8] {
    var bytes = original
    let isInPlace = isTabular && Int.random(in: 0..<8, using: &random) > 0
    for _ in 0..<Int.random(in: 1...(isInPlace ? 2 : 4), using: &random) { change(&bytes, other, isInPlace: isInPlace) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8], _ other: [UInt8], isInPlace: Bool) {
    let place = place(in: bytes)
    let length = Int.random(in: 0...min(80, bytes.count - place), using: &random)
    switch Int.random(in: 0..<(isInPlace ? 5 : 10), using: &random) {
    case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 2, 3: setWord(Self.words[Int.random(in: 0..<Self.words.count, using: &random)], at: place & ~3, of: &bytes)
    case 4: setWord(UInt32.random(in: 0...UInt32(bytes.count), using: &random), at: place & ~3, of: &bytes)
    case 5: bytes.removeSubrange(place..<(place + length))
    case 6: bytes.insert(contentsOf: bytes[place..<(place + length)], at: self.place(in: bytes))
    case 7: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
    case 8: bytes.replaceSubrange(place..., with: other.suffix(Int.random(in: 0...other.count, using: &random)))
    default: bytes.removeLast(bytes.count - place)
    }
  }

  /// One in eight near the start, where the head is.
  private mutating func place(in bytes: [UInt8]) -> Int {
    let isNearStart = Int.random(in: 0..<8, using: &random) == 0
    return Int.random(in: 0...(isNearStart ? min(bytes.count, 120) : bytes.count), using: &random)
  }

  private func setWord(_ word: UInt32, at place: Int, of bytes: inout [UInt8]) {
    for offset in 0..<4 where place + offset < bytes.count {
      bytes[place + offset] = UInt8(truncatingIfNeeded: word >> (24 - 8 * offset))
    }
  }
}
