/// What the place that a report is written to can show.
package struct Terminal: Equatable, Sendable {
  /// The number of columns that no line exceeds; at least 40.
  package let width: Int
  package let colour: Bool
  /// Whether more than ASCII can be shown.
  package let unicode: Bool
  package var lists = ListLimits.brief
  /// Whether keys and ids may be links (OSC 8).
  package var hyperlinks = false

  package init(width: Int = 80, colour: Bool, unicode: Bool) {
    self.width = max(40, width)
    self.colour = colour
    self.unicode = unicode
  }

  /// Whether text that stands under a column would have too little room.
  var isNarrow: Bool { width < 64 }

  var cleaner: TerminalText { TerminalText(unicode: unicode) }
  /// Says that text was cut.
  var ellipsis: String { unicode ? "\u{2026}" : "..." }
  /// Says what to do.
  var arrow: String { unicode ? "\u{2192}" : "->" }
  /// Draws a horizontal line.
  var line: String { unicode ? "\u{2500}" : "-" }
  /// Parts two columns.
  var bar: String { unicode ? "\u{2502}" : "|" }
}
