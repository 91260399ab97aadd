import Testing

/// Looks for what a host would make something of in Markdown, apart from what the renderers write themselves.
enum MarkdownCheck {
  static func expectInert(_ text: String, location: SourceLocation = #_sourceLocation) {
    // Our own elements, and code: nothing in it acts.
    let foreign = withoutCode(text.replacing(/<\/?details>|<\/?summary>|<br>/, with: ""))
    let unescaped = foreign.replacing(/\\[\\`*_{}\[\]#!|~$]/, with: "")
    #expect(!unescaped.contains("<"), "\(text)", sourceLocation: location)
    #expect(!unescaped.contains("]("), "\(text)", sourceLocation: location)
    #expect(!unescaped.contains(/@[A-Za-z0-9]/), "\(text)", sourceLocation: location)
    #expect(!unescaped.contains(/:\/\/|www\./), "\(text)", sourceLocation: location)
    #expect(!unescaped.contains(/(?m)^\s*(?:>|=+$|\[)/), "\(text)", sourceLocation: location)
  }

  /// Takes out what stands between two runs of as many backquotes.
  private static func withoutCode(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let next = rest.first {
      let run = rest.prefix { $0 == "`" }
      let isEscaped = result.last == "\\"
      if !run.isEmpty, !isEscaped, let end = closing(run.count, in: rest.dropFirst(run.count)) {
        rest = rest[end...]
      } else {
        result.append(next)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  private static func closing(_ length: Int, in text: Substring) -> Substring.Index? {
    var rest = text
    while let start = rest.firstIndex(of: "`") {
      let run = rest[start...].prefix { $0 == "`" }
      if run.count == length { return run.endIndex }
      rest = rest[run.endIndex...]
    }
    return nil
  }
}
