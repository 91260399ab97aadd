import JSON

extension JSONValue {
  /// Foreign text: what a service shows of it is one line that acts on nothing.
  static func text(_ text: String) -> Self { .string(TerminalText(unicode: true).cleaned(text)) }

  /// The pretty form with a newline at its end.
  var document: String { JSONWriter.pretty(self) + "\n" }
}
