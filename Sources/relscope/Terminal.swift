import Glibc
import Reports

/// What the terminal can show.
struct Terminal {
  let width: Int
  let hasColour: Bool
  let hasUnicode: Bool

  enum Colour: String, CaseIterable {
    case auto
    case always
    case never
  }

  /// - Parameter toFile: Whether the report goes to a file instead.
  init(colour: Colour, toFile: Bool) {
    let isTerminal = !toFile && isatty(STDOUT_FILENO) == 1
    width = min(max(isTerminal ? Self.columns ?? 80 : 80, 40), 120)
    hasUnicode = Self.locale.map { $0.lowercased().replacing("-", with: "").contains("utf8") } ?? false
    hasColour =
      switch colour {
      case .always: true
      case .never: false
      case .auto: isTerminal && Self.variable("NO_COLOR") == nil && Self.variable("TERM") != "dumb"
      }
  }

  private static var columns: Int? {
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  private static var locale: String? { variable("LC_ALL") ?? variable("LC_CTYPE") ?? variable("LANG") }

  /// - Returns: `nil` if the variable is not set, or is empty.
  static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }
}
