/// Words of commands that people paste, and of scripts.
package enum ShellWord {
  /// `text` as it is when it is plain, else in single quotes: branch names may hold `$`, `;` and backquotes.
  package static func quoted(_ text: String) -> String {
    let plain = Set("-_./@+:".utf8)
    if !text.isEmpty, !text.hasPrefix("-"),
      text.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || plain.contains($0) })
    {
      return text
    }
    return inQuotes(text)
  }

  /// `text` in single quotes, whatever is in it.
  package static func inQuotes(_ text: String) -> String { "'\(text.replacing("'", with: "'\\''"))'" }
}
