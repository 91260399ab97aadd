import ReleaseScope

/// Makes a path a relative reference of RFC 3986.
enum URIText {
  private static let plain = Set("-._~/".utf8)

  static func escaped(path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      if plain.contains(byte) || byte.isASCIILetter || byte.isASCIIDigit {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
