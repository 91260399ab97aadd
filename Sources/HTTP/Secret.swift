/// A text that must not be seen: printed, interpolated, dumped or mirrored it is `<secret>`.
package struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  private let text: String

  /// - Returns: `nil` for a text that no header can carry: empty, or with blanks, line ends or other control
  ///   characters.
  package init?(_ text: String) {
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    self.text = text
  }

  /// The text itself. Called where headers and git's questions are made, and nowhere else.
  func reveal() -> String { text }

  package var description: String { "<secret>" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: [(label: String?, value: Any)]()) }
}
