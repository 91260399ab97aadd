/// What a comment on a pull request may be written in.
package enum CommentDialect: Sendable {
  /// GitHub's Markdown: tags of HTML are drawn, and comments of HTML are not.
  case html
  /// Bitbucket's: tags and comments of HTML are shown as text.
  case plain

  /// A line that is not drawn, with what it is known by and a value that holds no blank at its ends and no quotation
  /// mark.
  ///
  /// The definition of a link that nothing uses is drawn as nothing, too.
  func hidden(_ name: String, _ value: String? = nil) -> String {
    switch self {
    case .html: "<!-- \(name)\(value.map { " \($0)" } ?? "") -->"
    case .plain: "[\(name)]: https://relscope.example/\(value.map { " \"\($0)\"" } ?? "")"
    }
  }

  /// The value of such a line; `nil` for any other line.
  func value(_ name: String, in line: some StringProtocol) -> String? {
    let (start, end) =
      switch self {
      case .html: ("<!-- \(name) ", " -->")
      case .plain: ("[\(name)]: https://relscope.example/ \"", "\"")
      }
    guard line.hasPrefix(start), line.hasSuffix(end), line.utf8.count >= start.utf8.count + end.utf8.count else {
      return nil
    }
    return String(line.dropFirst(start.count).dropLast(end.count))
  }

  /// Writes what was written with tags without them. Foreign text has none: its brackets are escaped.
  func adapted(_ text: String) -> String {
    switch self {
    case .html: text
    case .plain:
      text.replacing("&#8203;", with: "\u{200B}").replacing("<br>\u{2192}", with: " \u{2192}")
        .replacing("<br>", with: "; ").replacing("<details><summary>", with: "### ")
        .replacing("</summary>", with: "").replacing("\n</details>\n", with: "")
    }
  }
}
