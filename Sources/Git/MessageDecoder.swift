import Glibc

/// Turns the bytes of a commit into UTF-8, as its `encoding` header asks.
struct MessageDecoder {
  private let encoding: String?

  /// - Parameter encoding: `nil` for UTF-8.
  init(encoding: String?) {
    let isUTF8 = encoding.map { ["utf-8", "utf8"].contains($0.lowercased()) } ?? true
    self.encoding = isUTF8 ? nil : encoding
  }

  /// - Returns: `bytes` themselves when the encoding is UTF-8 or unknown: what is not valid is replaced when a string is
  ///   made of it, and keys are ASCII either way. A byte that the encoding does not define becomes U+FFFD.
  func utf8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard let encoding, !bytes.isEmpty else { return Array(bytes) }
    let converter = unsafe iconv_open("UTF-8", encoding)
    guard unsafe converter != UnsafeMutableRawPointer(bitPattern: -1) else { return Array(bytes) }
    defer { unsafe iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
    var written = 0
    var read = 0
    while read < input.count {
      let status = unsafe input.withUnsafeMutableBufferPointer { input in
        unsafe output.withUnsafeMutableBufferPointer { output in
          var from = unsafe input.baseAddress?.advanced(by: read)
          var to = unsafe output.baseAddress?.advanced(by: written)
          var fromLeft = input.count - read
          var toLeft = output.count - written
          let status = unsafe iconv(converter, &from, &fromLeft, &to, &toLeft)
          read = input.count - fromLeft
          written = output.count - toLeft
          return status
        }
      }
      guard status == -1, read < input.count else { break }
      // An undefined byte: three bytes of U+FFFD stand for it. There is room, since each byte has four.
      for byte in "\u{FFFD}".utf8 where written < output.count {
        output[written] = CChar(bitPattern: byte)
        written += 1
      }
      read += 1
    }
    return output[..<written].map { UInt8(bitPattern: $0) }
  }
}
