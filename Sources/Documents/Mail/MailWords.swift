import ReleaseScope

/// Takes text out of the ASCII forms of a mail.
enum MailWords {
  /// The text of a header with encoded words (RFC 2047) of UTF-8; words in other encodings stay as they are.
  static func decoded(_ header: String) -> String {
    var result = ""
    var rest = header
    var isAfterWord = false
    while let (before, after) = rest.splitOnce("=?") {
      let parts = after.split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
      // Blanks between two words are not part of the text.
      if !isAfterWord || before.contains(where: { !$0.isWhitespace }) { result += before }
      guard parts.count == 4, parts[3].hasPrefix("="), parts[0].lowercased() == "utf-8",
        let text = word(parts[1].lowercased(), parts[2])
      else {
        result += "=?"
        rest = after
        isAfterWord = false
        continue
      }
      result += text
      rest = String(parts[3].dropFirst())
      isAfterWord = true
    }
    return result + rest
  }

  private static func word(_ encoding: String, _ text: String) -> String? {
    let bytes: [UInt8]? =
      switch encoding {
      case "b": base64(ArraySlice(text.utf8))
      case "q": quotedPrintable(ArraySlice(text.replacing("_", with: " ").utf8))
      default: nil
      }
    return bytes.flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// - Returns: What is not of the form as it stands.
  static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var place = bytes.startIndex
    while place < bytes.endIndex {
      let rest = bytes[place...]
      if rest.starts(with: "=\r\n".utf8) {
        place += 3
      } else if rest.starts(with: "=\n".utf8) {
        place += 2
      } else if rest.first == UInt8(ascii: "="), rest.count > 2, let high = digit(bytes[place + 1]),
        let low = digit(bytes[place + 2])
      {
        result.append(high << 4 | low)
        place += 3
      } else {
        result.append(bytes[place])
        place += 1
      }
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  /// - Returns: `nil` for what is not of the form.
  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes where byte != UInt8(ascii: "=") && byte > 0x20 {
      guard let value = value(byte) else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  private static func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
