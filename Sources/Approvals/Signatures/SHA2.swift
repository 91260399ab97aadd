import CLibcrypto

/// Digests of whole texts.
package enum SHA2 {
  package static func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    let isDone = unsafe relscope_sha256(bytes, bytes.count, &digest) == 1
    precondition(isDone, "libcrypto has no SHA-256")
    return digest
  }

  static func sha384(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 48)
    let isDone = unsafe relscope_sha384(bytes, bytes.count, &digest) == 1
    precondition(isDone, "libcrypto has no SHA-384")
    return digest
  }

  static func sha512(_ bytes: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 64)
    let isDone = unsafe relscope_sha512(bytes, bytes.count, &digest) == 1
    precondition(isDone, "libcrypto has no SHA-512")
    return digest
  }

  /// `sha256:` and 64 hexadecimal digits.
  package static func name(of bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = sha256(bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return "sha256:" + String(decoding: text, as: UTF8.self)
  }
}
