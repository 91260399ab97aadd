import Glibc
import ReleaseScope
import Reports

extension Terminal {
  enum ColourChoice: String, CaseIterable {
    case auto
    case always
    case never
  }

  /// What the terminal can show.
  ///
  /// - Parameter toFile: Whether the report goes to a file instead.
  static func detected(colour: ColourChoice, toFile: Bool) -> Terminal {
    let isTerminal = !toFile && isatty(STDOUT_FILENO) == 1
    let hasColour =
      switch colour {
      case .always: true
      case .never: false
      case .auto: isTerminal && variable("NO_COLOR") == nil && variable("TERM") != "dumb"
      }
    return Terminal(
      width: min(max(isTerminal ? columns ?? 80 : 80, 40), 120), colour: hasColour,
      unicode: hasUnicode)
  }

  /// Whether the locale's encoding is UTF-8.
  static var hasUnicode: Bool {
    let locale = variable("LC_ALL") ?? variable("LC_CTYPE") ?? variable("LANG") ?? ""
    return locale.lowercased().replacing("-", with: "").contains("utf8")
  }

  private static var columns: Int? {
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// - Returns: `nil` if the variable is not set, or is empty.
  static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// All variables of the environment.
  static var environment: [String: String] {
    var variables: [String: String] = [:]
    var next = unsafe environ
    while let entry = unsafe next.pointee {
      if let (name, value) = unsafe String(cString: entry).splitOnce("=") { variables[name] = value }
      unsafe next += 1
    }
    return variables
  }
}

/// Cleans foreign text for the terminal.
var words: TerminalText { TerminalText(unicode: Terminal.hasUnicode) }
