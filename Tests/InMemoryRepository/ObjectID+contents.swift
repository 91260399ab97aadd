import CLibcrypto
import ReleaseScope

extension ObjectID {
  /// The id that git gives an object.
  ///
  /// - Parameter kind: `blob`, `tree` or `commit`.
  init(of kind: String, _ bytes: [UInt8]) {
    let object = Array("\(kind) \(bytes.count)\0".utf8) + bytes
    var digest = [UInt8](repeating: 0, count: 20)
    var context = SHA_CTX()
    // None of them fails.
    _ = unsafe SHA1_Init(&context)
    _ = unsafe object.withUnsafeBytes { unsafe SHA1_Update(&context, $0.baseAddress, $0.count) }
    _ = unsafe digest.withUnsafeMutableBufferPointer { unsafe SHA1_Final($0.baseAddress, &context) }
    guard let id = ObjectID(bytes: digest[...]) else { preconditionFailure("a SHA-1 has 20 bytes") }
    self = id
  }
}
