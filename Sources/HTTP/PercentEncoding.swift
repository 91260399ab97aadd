/// Texts as parts of an address (RFC 3986).
enum PercentEncoding {
  /// Keeps letters, digits, `-`, `.`, `_` and `~`; everything else becomes the escapes of its UTF-8 bytes.
  static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let kept = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    // A part of dots only would be taken for a step in the path.
    if text == "." || text == ".." { return text.replacing(".", with: "%2E") }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if kept.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
