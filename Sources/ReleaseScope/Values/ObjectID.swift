/// The name of a git object: a SHA-1, 20 bytes.
///
/// Ordered by its bytes, which is the order of its hexadecimal text.
package struct ObjectID: Hashable, Comparable, Sendable {
  /// The first eight bytes as a number, the next eight, and the last four.
  package let high: UInt64
  package let middle: UInt64
  package let low: UInt32

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
    guard digits.count == 40, let high = Self.number(digits, 0..<16), let middle = Self.number(digits, 16..<32),
      let low = Self.number(digits, 32..<40)
    else { return nil }
    self.init(high: high, middle: middle, low: UInt32(low))
  }

  package init?(hexadecimal digits: ArraySlice<UInt8>) {
    self.init(hexadecimal: digits.span)
  }

  package init?(_ text: String) {
    self.init(hexadecimal: Array(text.utf8).span)
  }

  package init(high: UInt64, middle: UInt64, low: UInt32) {
    self.high = high
    self.middle = middle
    self.low = low
  }

  private static func number(_ digits: Span<UInt8>, _ range: Range<Int>) -> UInt64? {
    var number: UInt64 = 0
    for index in range {
      guard let value = digits[index].hexadecimalValue else { return nil }
      number = number << 4 | UInt64(value)
    }
    return number
  }

  /// The 20 bytes, in order.
  package var bytes: [UInt8] {
    (0..<20).map { position in
      switch position {
      case 0..<8: UInt8(truncatingIfNeeded: high >> (56 - 8 * UInt64(position)))
      case 8..<16: UInt8(truncatingIfNeeded: middle >> (120 - 8 * UInt64(position)))
      default: UInt8(truncatingIfNeeded: low >> (152 - 8 * UInt32(position)))
      }
    }
  }

  /// Whether the id is all zeros, git's way to say "no object".
  package var isZero: Bool { high == 0 && middle == 0 && low == 0 }

  /// The first 10 hexadecimal digits, for people.
  package var abbreviated: String { String(description.prefix(10)) }

  /// Whether the id starts with `digits`, which are lower-case hexadecimal.
  package func hasPrefix(_ digits: String) -> Bool { description.hasPrefix(digits) }

  package static func < (left: Self, right: Self) -> Bool {
    (left.high, left.middle, left.low) < (right.high, right.middle, right.low)
  }
}

extension ObjectID: CustomStringConvertible {
  /// The 40 hexadecimal digits, in lower case.
  package var description: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
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
