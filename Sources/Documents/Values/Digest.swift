import CLibcrypto

/// Computes SHA-256.
///
/// - Returns: 64 hexadecimal digits, in lower case.
/// - Complexity: Linear.
func sha256(_ bytes: some Collection<UInt8>) -> String {
  var digest = [UInt8](repeating: 0, count: 32)
  let bytes = Array(bytes)
  var context = SHA256_CTX()
  let isDone = unsafe bytes.withUnsafeBytes { input in
    unsafe digest.withUnsafeMutableBufferPointer { output in
      unsafe SHA256_Init(&context) == 1 && SHA256_Update(&context, input.baseAddress, input.count) == 1
        && SHA256_Final(output.baseAddress, &context) == 1
    }
  }
  precondition(isDone, "libcrypto has no SHA-256")
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
