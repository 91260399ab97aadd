import CLibcrypto
import Commits

/// The first 16 bytes of a SHA-256: nobody makes other contents that have the same.
struct KeptDigest: Hashable, Comparable, Sendable {
  static let length = 16

  let high: UInt64
  let low: UInt64

  func hash(into hasher: inout Hasher) { hasher.combine(high) }

  func _rawHashValue(seed: Int) -> Int { HashMixing.hash(high, seed: seed) }

  init(_ bytes: [UInt8]) { self.init(at: 0, of: Self.whole(bytes).span) }

  /// Takes the 16 bytes of one from others.
  init(at place: Int, of bytes: Span<UInt8>) {
    high = bytes.word(at: place).byteSwapped
    low = bytes.word(at: place + 8).byteSwapped
  }

  /// All 32 bytes of the SHA-256.
  static func whole(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    let isDone = unsafe relscope_sha256(bytes, bytes.count, &digest) == 1
    precondition(isDone, "libcrypto has no SHA-256")
    return digest
  }

  /// The 16 bytes, in order.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.length)
    KeptNumber.add(high, to: &bytes)
    KeptNumber.add(low, to: &bytes)
    return bytes
  }

  static func < (left: Self, right: Self) -> Bool { (left.high, left.low) < (right.high, right.low) }
}

/// Numbers as kept patches have them: in network order.
enum KeptNumber {
  static func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    var bytes: [UInt8] = []
    add(number, to: &bytes)
    return bytes
  }

  static func add<Number: FixedWidthInteger>(_ number: Number, to bytes: inout [UInt8]) {
    unsafe withUnsafeBytes(of: number.bigEndian) { unsafe bytes.append(contentsOf: $0) }
  }

  static func read(at place: Int, of bytes: Span<UInt8>) -> UInt32 {
    (0..<4).reduce(0) { $0 << 8 | UInt32(bytes[place + $1]) }
  }
}
