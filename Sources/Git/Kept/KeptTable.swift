import Commits

/// The contents of a file of kept patches: values by keys.
///
/// A mark, who made it, how many keys and bytes of values there are, the keys in order, where the value of each ends,
/// the values, and the SHA-256 of all that. Numbers have four bytes.
struct KeptTable: Sendable {
  /// Of keys.
  static let limit = 1 << 17
  /// Of the file, in bytes.
  static let longest = 1 << 25
  private static let mark = Array("RSPATCH\u{1}".utf8)
  private static let head = mark.count + KeptDigest.length + 8
  private static let trailer = 32

  private let bytes: [UInt8]
  let count: Int

  /// - Parameter maker: Of what is in it: what another maker has left is not taken.
  /// - Returns: `nil` if the bytes are not whole, not in order, or of another maker.
  init?(_ bytes: [UInt8], by maker: KeptDigest) {
    let span = bytes.span
    guard bytes.count >= Self.head + Self.trailer, bytes.starts(with: Self.mark),
      KeptDigest(at: Self.mark.count, of: span) == maker
    else { return nil }
    let count = Int(KeptNumber.read(at: Self.head - 8, of: span))
    let length = Int(KeptNumber.read(at: Self.head - 4, of: span))
    guard count <= Self.limit, bytes.count == Self.head + count * (KeptDigest.length + 4) + length + Self.trailer,
      KeptDigest.whole(Array(bytes.dropLast(Self.trailer))) == bytes.suffix(Self.trailer)
    else { return nil }
    self.bytes = bytes
    self.count = count
    var end = 0
    for place in 0..<count {
      let next = self.end(place)
      guard next >= end, next <= length, place == 0 || key(place - 1) < key(place) else { return nil }
      end = next
    }
    guard end == length else { return nil }
  }

  /// Makes the bytes of a table.
  static func bytes(of values: [KeptDigest: [UInt8]], by maker: KeptDigest) -> [UInt8] {
    let sorted = values.sorted { $0.key < $1.key }
    let length = sorted.reduce(0) { $0 + $1.value.count }
    var bytes = mark + maker.bytes + KeptNumber.bytes(UInt32(sorted.count)) + KeptNumber.bytes(UInt32(length))
    for (key, _) in sorted { bytes += key.bytes }
    var end = 0
    for (_, value) in sorted {
      end += value.count
      bytes += KeptNumber.bytes(UInt32(end))
    }
    for (_, value) in sorted { bytes += value }
    return bytes + KeptDigest.whole(bytes)
  }

  /// The value of a key; `nil` if there is none.
  ///
  /// - Complexity: The logarithm of the number of keys.
  subscript(key: KeptDigest) -> ArraySlice<UInt8>? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      let found = self.key(middle)
      if found == key { return value(middle) }
      if found < key { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// All that is in it.
  var values: [KeptDigest: [UInt8]] {
    Dictionary(uniqueKeysWithValues: (0..<count).map { (key($0), Array(value($0))) })
  }

  private func key(_ place: Int) -> KeptDigest {
    KeptDigest(at: Self.head + place * KeptDigest.length, of: bytes.span)
  }

  private func end(_ place: Int) -> Int {
    Int(KeptNumber.read(at: Self.head + count * KeptDigest.length + place * 4, of: bytes.span))
  }

  private func value(_ place: Int) -> ArraySlice<UInt8> {
    let start = Self.head + count * (KeptDigest.length + 4)
    return bytes[(start + (place == 0 ? 0 : end(place - 1)))..<(start + end(place))]
  }
}
