import CLibcrypto

/// Computes SHA-256.
///
/// - Returns: 64 hexadecimal digits, in lower case.
/// - Complexity: Linear.
func sha256(_ bytes: some Collection<UInt8>) -> String {
  var digest = [UInt8](repeating: 0, count: 32)
  let bytes = Array(bytes)
  let isDone = unsafe relscope_sha256(bytes, bytes.count, &digest) == 1
  precondition(isDone, "libcrypto has no SHA-256")
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
