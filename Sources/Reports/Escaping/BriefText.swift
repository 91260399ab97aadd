/// Foreign text as one field of a file for machines: on one line, without what acts on a reader or hides, and not so
/// long that it takes the room of all others.
enum BriefText {
  static let limit = 2_000

  static func cleaned(_ text: String) -> String {
    let shown = text.prefix(limit)
    return TerminalText(unicode: true).cleaned(shown.endIndex < text.endIndex ? "\(shown)\u{2026}" : text)
  }
}
