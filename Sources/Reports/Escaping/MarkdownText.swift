/// Makes foreign text safe inside a line of GitHub-flavoured Markdown, a table cell included.
///
/// The result shows what the text says and does nothing: no formatting, HTML, link, image, mention, issue reference,
/// formula or emoji code. Hosts look for mentions and references after the Markdown is drawn, where a backslash is
/// gone; so a zero-width space (as `&#8203;`, which can be seen in the source) parts the sign from what follows.
package enum MarkdownText {
  /// The characters that a subject, a summary or a name has a right to.
  static let briefLimit = 300

  /// An address as the target of a link: what could end it is encoded.
  static func address(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "(": "%28"
      case ")": "%29"
      case "<": "%3C"
      case ">": "%3E"
      case "|": "%7C"
      case "\\": "%5C"
      case "`": "%60"
      case "*": "%2A"
      case "_": "%5F"
      case "~": "%7E"
      default: String(scalar)
      }
    }.joined()
  }

  private static let gap = "&#8203;"

  /// Cleans one field; of one that is longer than `limit` characters, the start and `…`.
  ///
  /// One huge field can so not take the room of all others. The cost is linear.
  package static func escaped(_ text: String, limit: Int = 4_000) -> String {
    let shown = text.prefix(limit)
    let cut = shown.endIndex < text.endIndex ? "\(shown)\u{2026}" : text
    let scalars = Array(TerminalText(unicode: true).cleaned(cut).unicodeScalars)
    var result = ""
    for (position, scalar) in scalars.enumerated() {
      let next = position + 1 < scalars.count ? scalars[position + 1] : nil
      result += escaped(scalar, next: next)
      if partsWords(scalar, next: next, before: scalars[..<position]) { result += gap }
    }
    return withoutListMark(result)
  }

  private static func escaped(_ scalar: Unicode.Scalar, next: Unicode.Scalar?) -> String {
    switch scalar {
    case "\\", "`", "*", "_", "{", "}", "[", "]", "#", "!", "|", "~", "$": "\\\(scalar)"
    case "<": "&lt;"
    case ">": "&gt;"
    case "&": "&amp;"
    default: String(scalar)
    }
  }

  /// Whether a host would take `scalar` and what follows for a mention, a reference, an emoji code or an address.
  private static func partsWords(_ scalar: Unicode.Scalar, next: Unicode.Scalar?, before: ArraySlice<Unicode.Scalar>)
    -> Bool
  {
    guard let next, next != " " else { return false }
    switch scalar {
    case "@", "#", "!", "$", "~", "%", "^", "&", ":": return true
    case "w", "W": return next == "." && before.suffix(2).allSatisfy { $0 == "w" || $0 == "W" } && before.count >= 2
    case "-":
      // GitHub reads GH-12 as issue 12.
      return next.properties.numericType != nil
        && String(String.UnicodeScalarView(before.suffix(2))).uppercased() == "GH"
    default: return false
    }
  }

  /// Escapes `-`, `+`, `=`, `1.` and `1)` at the start, where they could begin a list or underline a heading.
  private static func withoutListMark(_ text: String) -> String {
    let digits = text.utf8.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    let rest = text[digits.endIndex...]
    guard let mark = rest.unicodeScalars.first else { return text }
    let marks: [Unicode.Scalar] = digits.isEmpty ? ["-", "+", "="] : [".", ")"]
    return marks.contains(mark) ? "\(text[..<digits.endIndex])\\\(rest)" : text
  }
}
