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
      case .auto: isTerminal && Environment.variable("NO_COLOR") == nil && Environment.variable("TERM") != "dumb"
      }
    let columns = isTerminal ? StandardStream.output.columns : nil
    return Terminal(width: min(max(columns ?? 80, 40), 120), colour: hasColour, unicode: hasUnicode)
  }

  /// Whether the locale's encoding is UTF-8.
  package static var hasUnicode: Bool {
    let locale =
      Environment.variable("LC_ALL") ?? Environment.variable("LC_CTYPE") ?? Environment.variable("LANG") ?? ""
    return locale.lowercased().replacing("-", with: "").contains("utf8")
  }
}

/// Cleans foreign text for the terminal.
package var words: TerminalText { TerminalText(unicode: Terminal.hasUnicode) }

extension Output {
  /// Writes a line of foreign words, which may do nothing to a terminal.
  package func write(line: String) throws { try write(words.cleaned(line) + "\n") }
}
