import CLibcrypto
import CLibgit2
import Commits

extension ObjectID {
  /// - Parameter bytes: The 20 bytes.
  init(_ bytes: Span<UInt8>) {
    var (high, middle, low): (UInt64, UInt64, UInt32) = (0, 0, 0)
    for place in 0..<8 { high = high << 8 | UInt64(bytes[place]) }
    for place in 8..<16 { middle = middle << 8 | UInt64(bytes[place]) }
    for place in 16..<20 { low = low << 8 | UInt32(bytes[place]) }
    self.init(high: high, middle: middle, low: low)
  }

  /// The id of a commit object: the SHA-1 of its kind, its length and its bytes.
  ///
  /// It tells a commit that was damaged, and another one in its place. Collisions that somebody made are not looked
  /// for: git does that when it takes objects in.
  init(ofCommit bytes: Span<UInt8>) { self.init(of: "commit ", bytes) }

  /// The id of an object that is no tag.
  init(of type: git_object_t, _ bytes: Span<UInt8>) {
    self.init(of: type == GIT_OBJECT_TREE ? "tree " : type == GIT_OBJECT_COMMIT ? "commit " : "blob ", bytes)
  }

  /// The id of the contents of a file.
  init(ofFile bytes: [UInt8]) { self.init(of: "blob ", bytes.span) }

  /// - Parameter kind: With a blank at the end.
  private init(of kind: String, _ bytes: Span<UInt8>) {
    // The kind, the length in decimal digits, and a zero.
    var head = InlineArray<28, UInt8>(repeating: 0)
    var start = head.count - 1
    var rest = bytes.count
    repeat {
      start -= 1
      head[start] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    } while rest > 0
    for byte in kind.utf8.reversed() {
      start -= 1
      head[start] = byte
    }
    var context = SHA_CTX()
    var digest = InlineArray<20, UInt8>(repeating: 0)
    // None of them fails.
    _ = unsafe SHA1_Init(&context)
    _ = unsafe head.span.extracting(start...).withUnsafeBytes { unsafe SHA1_Update(&context, $0.baseAddress, $0.count) }
    _ = unsafe bytes.withUnsafeBytes { unsafe SHA1_Update(&context, $0.baseAddress, $0.count) }
    var room = digest.mutableSpan
    _ = unsafe room.withUnsafeMutableBufferPointer { unsafe SHA1_Final($0.baseAddress, &context) }
    self.init(digest.span)
  }
}
