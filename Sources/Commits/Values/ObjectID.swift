/// The name of a git object: a SHA-1, 20 bytes.
///
/// Ordered by its bytes, which is the order of its hexadecimal text.
package struct ObjectID: Hashable, Comparable, Sendable {
  // Five numbers of four bytes, so that a million ids take 20 million bytes.
  private let first: UInt32
  private let second: UInt32
  private let third: UInt32
  private let fourth: UInt32
  /// The last four bytes as a number.
  package let low: UInt32

  /// The first eight bytes as a number.
  package var high: UInt64 { UInt64(first) << 32 | UInt64(second) }
  /// The next eight.
  package var middle: UInt64 { UInt64(third) << 32 | UInt64(fourth) }

  /// Takes the bytes of an object id.
  ///
  /// - Returns: `nil` unless there are exactly 20.
  package init?(bytes: ArraySlice<UInt8>) {
    guard bytes.count == 20 else { return nil }
    let start = bytes.startIndex
    self.init(
      high: bytes[start..<(start + 8)].reduce(0) { $0 << 8 | UInt64($1) },
      middle: bytes[(start + 8)..<(start + 16)].reduce(0) { $0 << 8 | UInt64($1) },
      low: bytes[(start + 16)...].reduce(0) { $0 << 8 | UInt32($1) })
  }

  /// Reads 40 hexadecimal digits, in either case.
  ///
  /// - Returns: `nil` for anything else, an abbreviated id included.
  package init?(hexadecimal digits: Span<UInt8>) {
    guard digits.count == 40, let first = HexadecimalDigits.number(digits, at: 0),
      let second = HexadecimalDigits.number(digits, at: 8), let third = HexadecimalDigits.number(digits, at: 16),
      let fourth = HexadecimalDigits.number(digits, at: 24), let fifth = HexadecimalDigits.number(digits, at: 32)
    else { return nil }
    self.init(high: UInt64(first) << 32 | UInt64(second), middle: UInt64(third) << 32 | UInt64(fourth), low: fifth)
  }

  package init?(hexadecimal digits: ArraySlice<UInt8>) {
    self.init(hexadecimal: digits.span)
  }

  package init?(_ text: String) {
    self.init(hexadecimal: Array(text.utf8).span)
  }

  package init(high: UInt64, middle: UInt64, low: UInt32) {
    first = UInt32(truncatingIfNeeded: high >> 32)
    second = UInt32(truncatingIfNeeded: high)
    third = UInt32(truncatingIfNeeded: middle >> 32)
    fourth = UInt32(truncatingIfNeeded: middle)
    self.low = low
  }

  /// The 20 bytes, in order.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(20)
    append(to: &bytes)
    return bytes
  }

  /// Adds the 20 bytes, in order.
  package func append(to bytes: inout [UInt8]) {
    let words: InlineArray<5, UInt32> = [
      first.bigEndian, second.bigEndian, third.bigEndian, fourth.bigEndian, low.bigEndian,
    ]
    unsafe withUnsafeBytes(of: words) { unsafe bytes.append(contentsOf: $0) }
  }

  /// Whether the id is all zeros, git's way to say "no object".
  package var isZero: Bool { high == 0 && middle == 0 && low == 0 }

  /// The first 10 hexadecimal digits, for people.
  package var abbreviated: String { String(description.prefix(10)) }

  /// Whether the id starts with `digits`, which are lower-case hexadecimal.
  package func hasPrefix(_ digits: String) -> Bool { description.hasPrefix(digits) }

  /// Ids are spread evenly: of two that differ, the first eight bytes hardly ever are the same.
  package func hash(into hasher: inout Hasher) { hasher.combine(high) }

  /// What tables of ids ask for.
  package func _rawHashValue(seed: Int) -> Int { HashMixing.hash(high, seed: seed) }

  package static func == (left: Self, right: Self) -> Bool {
    left.high == right.high && left.middle == right.middle && left.low == right.low
  }

  package static func < (left: Self, right: Self) -> Bool {
    (left.high, left.middle, left.low) < (right.high, right.middle, right.low)
  }
}

extension ObjectID: CustomStringConvertible {
  /// The 40 hexadecimal digits, in lower case.
  package var description: String {
    let words: InlineArray<5, UInt32> = [first, second, third, fourth, low]
    return unsafe String(unsafeUninitializedCapacity: 40) { digits in
      for place in words.indices {
        let text = HexadecimalDigits.text(words[place]).bigEndian
        unsafe UnsafeMutableRawBufferPointer(digits).storeBytes(of: text, toByteOffset: place * 8, as: UInt64.self)
      }
      return 40
    }
  }
}

/// Eight hexadecimal digits at once, since a history is read by its ids.
private enum HexadecimalDigits {
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The number of eight digits in either case.
  ///
  /// - Returns: `nil` if one is none.
  static func number(_ text: Span<UInt8>, at place: Int) -> UInt32? {
    let digits = text.word(at: place).byteSwapped
    // A letter has bit 6, and its low half counts from 1.
    let values = (digits & (ones * 0x0F)) + (digits >> 6 & ones) * 9
    let areLetters = (values + ones * 6) >> 4 & ones
    // What the values are written as tells whether they were read from digits.
    let lowercase = digits | (digits & (ones * 0x40)) >> 1
    guard values & (ones * 0xF0) == 0, values + ones * 0x30 + areLetters * 39 == lowercase else { return nil }
    var number = (values | values >> 4) & 0x00FF_00FF_00FF_00FF
    number = (number | number >> 8) & 0x0000_FFFF_0000_FFFF
    return UInt32(truncatingIfNeeded: number | number >> 16)
  }

  /// The eight digits of a number in lower case, the first one in the highest byte.
  static func text(_ number: UInt32) -> UInt64 {
    var values = UInt64(number)
    values = (values | values << 16) & 0x0000_FFFF_0000_FFFF
    values = (values | values << 8) & 0x00FF_00FF_00FF_00FF
    values = (values | values << 4) & (ones * 0x0F)
    let areLetters = (values + ones * 6) >> 4 & ones
    return values + ones * 0x30 + areLetters * 39
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit in either case; `nil` for another character.
  package var hexadecimalValue: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
