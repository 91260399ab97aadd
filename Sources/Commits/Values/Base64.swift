/// Bytes in 64 letters, in the one form that RFC 4648 gives them: with padding, and nothing in the bits that it leaves
/// over.
package enum Base64 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }()

  private static let padding = UInt8(ascii: "=")

  package static func text(of bytes: some Collection<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var rest = bytes[...]
    while !rest.isEmpty {
      let group = rest.prefix(3)
      rest = rest.dropFirst(3)
      var number = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      number <<= 8 * UInt32(3 - group.count)
      for place in 0..<4 {
        let letter = letters[Int(number >> (18 - 6 * UInt32(place)) & 63)]
        text.append(place <= group.count ? letter : padding)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// - Returns: `nil` for anything but the one form; blanks and line ends are no part of it.
  /// - Complexity: Linear.
  package static func bytes(of text: some Collection<UInt8>) -> [UInt8]? {
    guard text.count.isMultiple(of: 4) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var rest = text[...]
    while !rest.isEmpty {
      let group = rest.prefix(4)
      rest = rest.dropFirst(4)
      let used = rest.isEmpty ? group.prefix { $0 != padding } : group
      guard used.count > 1, group.dropFirst(used.count).allSatisfy({ $0 == padding }) else { return nil }
      var number: UInt32 = 0
      for letter in used {
        let value = values[Int(letter)]
        guard value < 64 else { return nil }
        number = number << 6 | UInt32(value)
      }
      number <<= 6 * UInt32(4 - used.count)
      let leftOver = 24 - 8 * UInt32(used.count - 1)
      guard number & ((1 << leftOver) - 1) == 0 else { return nil }
      for place in 0..<(used.count - 1) { bytes.append(UInt8(truncatingIfNeeded: number >> (16 - 8 * UInt32(place)))) }
    }
    return bytes
  }
}
