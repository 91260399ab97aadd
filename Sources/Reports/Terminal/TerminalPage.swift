import ReleaseScope

/// The lines of a report for a terminal, none of them wider than it.
struct TerminalPage {
  let terminal: Terminal
  private let links: Links
  private(set) var text = ""

  init(_ terminal: Terminal, links: Links = Links()) {
    self.terminal = terminal
    self.links = links
  }

  /// A ticket's key, a link where the policy says to what.
  func key(_ key: TicketKey) -> StyledText { StyledText(key.description, .key, link: links.address(of: key)) }

  /// A commit's short id, in the same way.
  func id(_ id: ObjectID) -> StyledText { StyledText(id.abbreviated, .id, link: links.address(of: id)) }

  /// Cleans foreign text.
  func clean(_ text: String, _ ink: Ink = .plain) -> StyledText {
    StyledText(terminal.cleaner.cleaned(text), ink)
  }

  /// Cleans a subject, a summary or a name, which has no right to more than a few lines: a subject of a megabyte must
  /// not hide what stands after it.
  func brief(_ text: String, _ ink: Ink = .plain) -> StyledText {
    clean(String(text.prefix(Self.briefLength * 2)), ink).truncated(to: Self.briefLength, ellipsis: terminal.ellipsis)
  }

  private static let briefLength = 500

  /// Writes an empty line, unless there is one or nothing is written yet.
  mutating func space() {
    if !text.isEmpty, !text.hasSuffix("\n\n") { text += "\n" }
  }

  /// Writes one line, cut at the edge.
  mutating func line(_ line: StyledText, indent: Int = 0) {
    emit(line.truncated(to: terminal.width - indent, ellipsis: terminal.ellipsis), indent: indent)
  }

  /// Writes a paragraph; lines after the first are indented by `hanging`.
  mutating func paragraph(_ paragraph: StyledText, indent: Int = 0, hanging: Int? = nil) {
    let hanging = hanging ?? indent
    let first = paragraph.wrapped(to: terminal.width - indent)
    guard hanging != indent, first.count > 1, let head = first.first else {
      for line in first { emit(line, indent: indent) }
      return
    }
    emit(head, indent: indent)
    let taken = head.glyphs.count
    let skipped = paragraph.glyphs[taken...].prefix { $0.isBlank }.count
    let rest = paragraph.dropping(taken + skipped)
    for line in rest.wrapped(to: terminal.width - hanging) { emit(line, indent: hanging) }
  }

  /// Writes `label` in a column of `column` columns after `indent`, and `body` beside it, wrapped.
  ///
  /// A label that is wider than its column has a line of its own.
  mutating func entry(_ label: StyledText, _ body: StyledText, indent: Int = 2, column: Int) {
    let edge = indent + column
    var lines = body.wrapped(to: terminal.width - edge)
    if label.columns <= column - 2, let first = lines.first {
      emit(label.padded(to: column) + first, indent: indent)
      lines.removeFirst()
    } else {
      paragraph(label, indent: indent)
    }
    for line in lines { emit(line, indent: edge) }
  }

  /// Writes `left` and, at the right edge, `right`, with a faint line between them; below each other where they do not
  /// fit on one line, with `hanging` blanks before all lines but the first.
  mutating func heading(_ left: StyledText, _ right: StyledText, hanging: Int = 2) {
    let room = terminal.width - left.columns - right.columns - 2
    guard room >= 3 else {
      paragraph(left, hanging: hanging)
      paragraph(right, indent: hanging)
      return
    }
    let leader = " " + String(repeating: terminal.line, count: right.isEmpty ? room + 1 : room)
    emit(left + StyledText(right.isEmpty ? leader : leader + " ", .faint) + right, indent: 0)
  }

  private mutating func emit(_ line: StyledText, indent: Int) {
    let line = withoutCommand(line.trimmed)
    if !line.isEmpty { text += String(repeating: " ", count: indent) }
    var ink = Ink.plain
    var link: String?
    for glyph in line.glyphs {
      if glyph.link != link, terminal.hyperlinks {
        link = glyph.link
        text += "\u{1B}]8;;\(link ?? "")\u{1B}\\"
      }
      if glyph.ink != ink, terminal.colour {
        if ink.code != nil { text += "\u{1B}[0m" }
        if let code = glyph.ink.code { text += "\u{1B}[\(code)m" }
        ink = glyph.ink
      }
      text += glyph.text
    }
    if ink.code != nil { text += "\u{1B}[0m" }
    if link != nil { text += "\u{1B}]8;;\u{1B}\\" }
    text += "\n"
  }

  /// Breaks `::` at the start of a line, which CI services obey there.
  private func withoutCommand(_ line: StyledText) -> StyledText {
    guard let first = line.glyphs.firstIndex(where: { !$0.isBlank }),
      line.glyphs[first...].prefix(2).map(\.text) == [":", ":"]
    else { return line }
    return line.replacing(glyphAt: first, with: terminal.cleaner.standIn)
  }
}
