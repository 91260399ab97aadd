/// Makes foreign text safe for one line of a terminal, and of the log of a CI service.
///
/// Nothing in the result moves the cursor, changes colours, reverses the line or hides. What would is replaced by a
/// visible stand-in: `␛` for an escape where the terminal has Unicode, `�` for what has no picture, `?` in ASCII.
package struct TerminalText: Sendable {
  /// Whether the terminal can show more than ASCII.
  package let unicode: Bool

  /// How many marks may stack on one character; more would cover the lines around it.
  private static let stackedMarks = 3

  package init(unicode: Bool) {
    self.unicode = unicode
  }

  /// The stand-in for what cannot be shown.
  var standIn: String { unicode ? "\u{FFFD}" : "?" }

  /// Cleans one field: a subject, a name, a message.
  ///
  /// Line breaks and tabs become blanks, runs of blanks one blank, and those at the ends are left out.
  /// - Complexity: Linear; plain ASCII is returned as it is.
  package func cleaned(_ text: String) -> String {
    if isPlain(text) { return text }
    var result = ""
    var previous: Unicode.Scalar?
    var marks = 0
    var pendingBlank = false
    for scalar in text.unicodeScalars {
      let kind = ScalarKind(scalar)
      if kind == .blank {
        pendingBlank = !result.isEmpty
        marks = 0
        continue
      }
      marks = kind == .mark ? marks + 1 : 0
      let shown = shown(scalar, kind, after: pendingBlank ? nil : previous, marks: marks)
      if pendingBlank, !shown.isEmpty {
        result += " "
        pendingBlank = false
      }
      result += shown
      previous = scalar
    }
    return withoutWorkflowCommands(result)
  }

  private func shown(_ scalar: Unicode.Scalar, _ kind: ScalarKind, after previous: Unicode.Scalar?, marks: Int)
    -> String
  {
    switch kind {
    case .visible: return scalar.isASCII || unicode ? String(scalar) : Self.ascii(scalar) ?? standIn
    case .blank: return " "
    case .mark:
      guard previous != nil else { return standIn }
      guard marks <= Self.stackedMarks else { return marks == Self.stackedMarks + 1 ? standIn : "" }
      return unicode ? String(scalar) : ""
    case .selector: return ""
    case .joiner: return previous.map { $0.isPicture || ScalarKind($0) == .selector } ?? false ? "" : standIn
    case .control(let code):
      guard unicode, let picture = Unicode.Scalar(code == 0x7F ? 0x2421 : 0x2400 + code) else { return standIn }
      return String(picture)
    case .hidden: return standIn
    }
  }

  /// Breaks `##[` and `##vso[`, which CI services obey anywhere in a line.
  private func withoutWorkflowCommands(_ text: String) -> String {
    text.contains("##") ? text.replacing("##", with: "#\(standIn)") : text
  }

  private func isPlain(_ text: String) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in text.utf8 {
      guard 0x20...0x7E ~= byte, byte != UInt8(ascii: " ") || previous != byte,
        byte != UInt8(ascii: "#") || previous != byte
      else { return false }
      previous = byte
    }
    return previous != UInt8(ascii: " ") || text.isEmpty
  }

  /// What ASCII has for the commonest typographic signs.
  private static func ascii(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\u{2018}", "\u{2019}", "\u{201B}": "'"
    case "\u{201C}", "\u{201D}", "\u{201E}": "\""
    case "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}": "-"
    case "\u{2022}", "\u{00B7}": "*"
    case "\u{2026}": "..."
    case "\u{2192}": "->"
    default: nil
    }
  }
}
