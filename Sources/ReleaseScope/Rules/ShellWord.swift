/// Words of commands that people paste.
package enum ShellWord {
  /// `text` as it is when it is plain, else in single quotes: branch names may hold `$`, `;` and backquotes.
  package static func quoted(_ text: String) -> String {
    let plain = Set("-_./@+:".utf8)
    if text.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || plain.contains($0) }), !text.hasPrefix("-") {
      return text
    }
    return "'\(text.replacing("'", with: "'\\''"))'"
  }
}
