import Glibc

/// Turns the bytes of a commit into UTF-8, as its `encoding` header asks.
struct MessageDecoder {
  private let encoding: String?

  /// - Parameter encoding: `nil` for UTF-8.
  init(encoding: String?) {
    // Without a name iconv would take the encoding of the locale.
    let isUTF8 = encoding.map { ["utf-8", "utf8"].contains($0.lowercased()) || $0.allSatisfy(\.isWhitespace) } ?? true
    self.encoding = isUTF8 ? nil : encoding
  }

  /// Whether bytes are anything but UTF-8.
  var isNeeded: Bool { encoding != nil }

  /// - Returns: `bytes` themselves when the encoding is UTF-8 or unknown: what is not valid is replaced when a string
  ///   is made of it, and keys are ASCII either way. A byte that the encoding does not define becomes U+FFFD.
  func utf8(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard let encoding, !bytes.isEmpty else { return Array(bytes) }
    let converter = unsafe iconv_open("UTF-8", encoding)
    guard unsafe converter != UnsafeMutableRawPointer(bitPattern: -1) else { return Array(bytes) }
    defer { unsafe iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 2 + 16)
    var read = 0
    var written = 0
    // The last round gives out what the converter still holds.
    var isFlushing = false
    while true {
      isFlushing = isFlushing || read == input.count
      let status = unsafe input.withUnsafeMutableBufferPointer { input in
        unsafe output.withUnsafeMutableBufferPointer { output in
          var from = isFlushing ? nil : unsafe input.baseAddress?.advanced(by: read)
          var to = unsafe output.baseAddress?.advanced(by: written)
          var fromLeft = input.count - read
          var toLeft = output.count - written
          let status = unsafe iconv(converter, &from, &fromLeft, &to, &toLeft)
          if !isFlushing { read = input.count - fromLeft }
          written = output.count - toLeft
          return status
        }
      }
      if status == -1, errno == E2BIG || written + 3 > output.count {
        output += [CChar](repeating: 0, count: output.count)
      } else if status == -1, !isFlushing {
        // An undefined byte, or the first byte of a character that is cut off.
        for (place, byte) in "\u{FFFD}".utf8.enumerated() { output[written + place] = CChar(bitPattern: byte) }
        written += 3
        read = min(read + 1, input.count)
      } else if isFlushing {
        return output[..<written].map { UInt8(bitPattern: $0) }
      }
    }
  }
}
