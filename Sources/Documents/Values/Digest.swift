import CLibcrypto

/// Computes SHA-256.
///
/// - Returns: 64 hexadecimal digits, in lower case.
/// - Complexity: Linear.
func sha256(_ bytes: some Collection<UInt8>) -> String {
  var digest = [UInt8](repeating: 0, count: 32)
  let bytes = Array(bytes)
  let status = unsafe bytes.withUnsafeBytes { input in
    unsafe digest.withUnsafeMutableBufferPointer { output in
      unsafe EVP_Digest(input.baseAddress, input.count, output.baseAddress, nil, EVP_sha256(), nil)
    }
  }
  precondition(status == 1, "libcrypto has no SHA-256")
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
