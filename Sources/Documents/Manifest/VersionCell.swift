/// A cell in which another exporter than Jira may have put all fix versions of an issue: `2.4.0, 2.5.0`, `[2.4.0]`.
///
/// Jira itself gives each version a column of its own, and a name may have a comma in it.
struct VersionCell {
  /// What stands between the marks; nothing for a cell that is one version.
  let parts: [String]
  /// Whether each part looks like a version, in that it has a number.
  var isList: Bool { !parts.isEmpty && parts.allSatisfy { $0.contains(where: \.isNumber) } }

  init(_ text: String) {
    let list = Self.within([("[", "]"), ("{", "}")], text.hasPrefix("=\"") ? String(text.dropFirst()) : text)
    let parts = list.split { $0 == "," || $0 == ";" || $0 == "|" || $0.isNewline }
      .map { Self.within([("\"", "\""), ("'", "'")], String($0)) }.filter { !$0.isEmpty }
    self.parts = parts == [text] ? [] : parts
  }

  /// Without the marks around it, and the blanks.
  private static func within(_ marks: [(open: String, close: String)], _ text: String) -> String {
    var text = text.trimmed
    for (open, close) in marks where text.count > 1 && text.hasPrefix(open) && text.hasSuffix(close) {
      text = String(text.dropFirst().dropLast()).trimmed
    }
    return text
  }
}
