import ReleaseScope

/// Puts text into the ASCII forms of a mail.
enum MailText {
  /// The longest line that is written, without its end.
  private static let width = 76

  /// Cleans foreign text for a header's value: what could end the header is a blank, and what is not ASCII is in
  /// encoded words (RFC 2047), folded between characters.
  ///
  /// - Parameter start: How many columns the header's name takes on the first line.
  static func header(_ text: String, after start: Int) -> String {
    let clean = BriefText.cleaned(text)
    let isPlain = clean.utf8.allSatisfy { 0x20...0x7E ~= $0 } && !clean.contains("=?")
    if isPlain, start + clean.utf8.count <= width { return clean }
    // Base64 makes four characters of three bytes; the marks take 12.
    var room = (width - start - 12) / 4 * 3
    var words: [String] = []
    var bytes: [UInt8] = []
    for character in clean.unicodeScalars {
      let encoded = Array(String(character).utf8)
      if bytes.count + encoded.count > room {
        words.append(word(bytes))
        bytes = []
        room = (width - 1 - 12) / 4 * 3
      }
      bytes += encoded
    }
    words.append(word(bytes))
    return words.joined(separator: "\r\n ")
  }

  private static func word(_ bytes: [UInt8]) -> String { "=?utf-8?B?\(Base64.text(of: bytes))?=" }

  /// The quoted-printable form (RFC 2045), its lines ended with CRLF and none longer than 76.
  static func quotedPrintable(_ text: String) -> String {
    var result = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var column = 0
      let bytes = Array(line.utf8)
      for (place, byte) in bytes.enumerated() {
        let isLast = place == bytes.count - 1
        let isPlain = 0x21...0x7E ~= byte && byte != UInt8(ascii: "=") || byte == 0x20 && !isLast
        // A dot alone, or "From " at the start of a line, has a meaning to some that carry mails.
        let isStart = place == 0 && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F"))
        let piece = isPlain && !isStart ? String(UnicodeScalar(byte)) : escaped(byte)
        if column + piece.utf8.count > width - 1 {
          result += "=\r\n"
          column = 0
        }
        result += piece
        column += piece.utf8.count
      }
      result += "\r\n"
    }
    return String(result.dropLast())
  }

  private static func escaped(_ byte: UInt8) -> String {
    let digits = Array("0123456789ABCDEF")
    return "=\(digits[Int(byte) >> 4])\(digits[Int(byte) & 15])"
  }
}
