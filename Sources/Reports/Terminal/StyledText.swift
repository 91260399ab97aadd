/// Clean text with its looks, measured in columns.
struct StyledText {
  /// A character with the marks on it.
  struct Glyph {
    var text: String
    var columns: Int
    var ink: Ink
    /// The address that it leads to.
    var link: String?

    var isBlank: Bool { text == " " }
  }

  private(set) var glyphs: [Glyph]

  /// Takes text that is clean already.
  init(_ text: String, _ ink: Ink = .plain, link: String? = nil) {
    glyphs = []
    for scalar in text.unicodeScalars {
      let columns = DisplayWidth.columns(of: scalar)
      if columns == 0, !glyphs.isEmpty {
        glyphs[glyphs.endIndex - 1].text.unicodeScalars.append(scalar)
      } else {
        glyphs.append(Glyph(text: String(scalar), columns: columns, ink: ink, link: link))
      }
    }
  }

  private init(_ glyphs: some Sequence<Glyph>) {
    self.glyphs = Array(glyphs)
  }

  var columns: Int { glyphs.reduce(0) { $0 + $1.columns } }
  var isEmpty: Bool { glyphs.isEmpty }

  static func + (left: Self, right: Self) -> Self { Self(left.glyphs + right.glyphs) }

  static func += (left: inout Self, right: Self) { left.glyphs += right.glyphs }

  /// The text with blanks up to `columns`.
  func padded(to columns: Int) -> Self {
    self + Self(String(repeating: " ", count: max(0, columns - self.columns)))
  }

  /// The text, cut with `ellipsis` at the end if it takes more than `limit` columns.
  func truncated(to limit: Int, ellipsis: String) -> Self {
    guard columns > limit else { return self }
    var kept: [Glyph] = []
    var room = limit - DisplayWidth.columns(of: ellipsis)
    guard room >= 0 else { return Self("") }
    for glyph in glyphs {
      guard glyph.columns <= room else { break }
      room -= glyph.columns
      kept.append(glyph)
    }
    while kept.last?.isBlank == true { kept.removeLast() }
    return Self(kept) + Self(ellipsis, glyphs.last?.ink ?? .plain)
  }

  /// The text as lines of at most `limit` columns, broken at blanks, after wide characters, and within a longer word.
  ///
  /// - Complexity: Linear.
  func wrapped(to limit: Int) -> [Self] {
    var lines: [Self] = []
    var start = 0
    var breakpoint: Int?
    var used = 0
    var position = 0
    while position < glyphs.count {
      let glyph = glyphs[position]
      if glyph.isBlank { breakpoint = position }
      if used + glyph.columns > limit, position > start, !glyph.isBlank {
        let end = breakpoint.flatMap { isLongWord(after: $0, limit: limit) ? nil : $0 } ?? position
        lines.append(Self(glyphs[start..<end]).trimmed)
        start = glyphs[end...].firstIndex { !$0.isBlank } ?? glyphs.count
        (position, used, breakpoint) = (start, 0, nil)
        continue
      }
      used += glyph.columns
      position += 1
      if glyph.columns == 2, position < glyphs.count { breakpoint = position }
    }
    if start < glyphs.count { lines.append(Self(glyphs[start...]).trimmed) }
    return lines
  }

  /// Whether the word after `position` would not fit on a line of its own either, so that it may as well start here.
  private func isLongWord(after position: Int, limit: Int) -> Bool {
    var room = limit
    for glyph in glyphs[position...].drop(while: \.isBlank) {
      if glyph.isBlank || glyph.columns == 2 { return false }
      room -= glyph.columns
      if room < 0 { return true }
    }
    return false
  }

  /// The text after its first `count` glyphs.
  func dropping(_ count: Int) -> Self { Self(glyphs.dropFirst(count)) }

  /// The text with another character of one column at `position`.
  func replacing(glyphAt position: Int, with text: String) -> Self {
    var result = self
    result.glyphs[position].text = text
    return result
  }

  /// The text without blanks at its end.
  var trimmed: Self {
    Self(glyphs.prefix((glyphs.lastIndex { !$0.isBlank } ?? -1) + 1))
  }
}
