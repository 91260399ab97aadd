/// Makes foreign text safe as a message of SARIF 2.1.0, before JSON quotes it.
///
/// Plain messages have two marks of their own: `{0}` stands for an argument, so braces are doubled (3.11.5), and
/// `[text](target)` is a link, so brackets and backslashes have a backslash before them (3.11.6).
enum SARIFText {
  /// Cleans one field: no line break is left in it.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in TerminalText(unicode: true).cleaned(text).unicodeScalars {
      switch scalar {
      case "{", "}": result += "\(scalar)\(scalar)"
      case "[", "]", "\\": result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
