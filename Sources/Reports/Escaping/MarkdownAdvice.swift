import ReleaseScope

/// A line of advice in Markdown, its command as code so that it can be copied as it is.
enum MarkdownAdvice {
  /// - Parameter inTable: Whether the line is part of a table, where a `|` would end the cell even in code.
  static func text(_ advice: Advice, inTable: Bool) -> String {
    guard let command = advice.command else { return MarkdownText.escaped(advice.words) }
    let before = String(advice.introduction.dropLast())
    return "\(MarkdownText.escaped(before)) \(code(command, inTable: inTable))"
  }

  /// Code between more backquotes than the text has in a row: nothing in it is Markdown, HTML or a mention.
  private static func code(_ text: String, inTable: Bool) -> String {
    var shown = TerminalText(unicode: true).cleaned(text)
    if inTable { shown = shown.replacing("|", with: "\\|") }
    let longest = shown.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    let pad = longest > 0 ? " " : ""
    return "\(fence)\(pad)\(shown)\(pad)\(fence)"
  }
}
