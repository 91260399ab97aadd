/// How many columns of a terminal a character takes: 0, 1 or 2.
///
/// The table has the wide and full-width ranges of Unicode's East Asian Width; pictures are wide, marks take no column.
enum DisplayWidth {
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4C6, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1D300...0x1D376, 0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]

  /// The columns of one character that ``TerminalText`` lets through.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    if ScalarKind(scalar) == .mark || 0x1160...0x11FF ~= value { return 0 }
    if value < 0x1100 { return 1 }
    if wide.contains(where: { $0 ~= value }) { return 2 }
    // A flag is two letters of one column each.
    return scalar.properties.isEmojiPresentation && !(0x1F1E6...0x1F1FF ~= value) ? 2 : 1
  }

  /// The columns of a text without control characters.
  static func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }
}
