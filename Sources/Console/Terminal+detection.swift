import Platform
package import Reports

extension Terminal {
  package enum ColourChoice: String, CaseIterable, Sendable {
    case auto
    case always
    case never
  }

  /// What the terminal can show.
  ///
  /// - Parameter toFile: Whether the report goes to a file instead.
  package static func detected(colour: ColourChoice, toFile: Bool) -> Terminal {
    let isTerminal = !toFile && StandardStream.output.isTerminal
    let hasColour =
      switch colour {
      case .always: true
      case .never: false
      case .auto: wantsColour(isTerminal && Environment.variable("TERM") != "dumb", toFile)
      }
    let columns = isTerminal ? StandardStream.output.columns : nil
    var terminal = Terminal(width: min(max(columns ?? 80, 40), 120), colour: hasColour, unicode: hasUnicode)
    // What a file or another program gets has to be read without a terminal.
    terminal.hyperlinks = isTerminal && hasColour && Environment.variable("TERM") != "dumb"
    return terminal
  }

  private static func wantsColour(_ isUsual: Bool, _ toFile: Bool) -> Bool {
    if Environment.variable("NO_COLOR")?.isEmpty == false || toFile { return false }
    return Environment.variable("CLICOLOR_FORCE").map { $0 != "0" } ?? isUsual
  }

  /// Whether the locale's encoding is UTF-8.
  package static var hasUnicode: Bool {
    let locale =
      Environment.variable("LC_ALL") ?? Environment.variable("LC_CTYPE") ?? Environment.variable("LANG") ?? ""
    return locale.lowercased().replacing("-", with: "").contains("utf8")
  }
}

extension TerminalText {
  /// Cleans foreign text for what the terminal can show.
  package static var detected: TerminalText { TerminalText(unicode: Terminal.hasUnicode) }
}

extension Output {
  /// Writes a line of foreign words, which may do nothing to a terminal.
  ///
  /// - Throws: `FileError`.
  package func write(line: String) throws { try write(TerminalText.detected.cleaned(line) + "\n") }
}
