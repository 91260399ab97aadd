/// What a character of foreign text can do to the reader of a report.
///
/// Foreign text is what commits, tickets and files hold. Some of its characters move the cursor, reverse the direction
/// of the line, or cannot be seen; a report shows that they are there, and does not let them act.
enum ScalarKind: Equatable {
  /// Shows what it is.
  case visible
  /// A blank of any width, a tab, or a line break: one blank on the one line of a field.
  case blank
  /// Stacks on the character before it.
  case mark
  /// Picks the look of the character before it; leaving it out changes nothing else.
  case selector
  /// Joins two emoji into one; elsewhere it is ``hidden``.
  case joiner
  /// A control character of ASCII, by its code.
  case control(UInt32)
  /// Cannot be seen, or makes other characters appear elsewhere or as something else.
  case hidden

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x21...0x7E: self = .visible
    case 0x09...0x0D, 0x20, 0x85: self = .blank
    case 0x00...0x1F, 0x7F: self = .control(scalar.value)
    case 0x80...0x9F: self = .hidden
    case 0xFE00...0xFE0F: self = .selector
    case 0x200D: self = .joiner
    default: self = Self(category: scalar.properties)
    }
  }

  private init(category properties: Unicode.Scalar.Properties) {
    switch properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: self = .blank
    case .control, .format, .surrogate, .privateUse, .unassigned: self = .hidden
    case .nonspacingMark, .enclosingMark: self = properties.isDefaultIgnorableCodePoint ? .hidden : .mark
    default: self = properties.isDefaultIgnorableCodePoint ? .hidden : .visible
    }
  }
}

extension Unicode.Scalar {
  /// Whether the character is drawn as a picture, or can be.
  var isPicture: Bool { value > 0xFF && properties.isEmoji }
}
