/// What to do, on one line: words, and the command that does it, where there is one.
///
/// A literal is words alone.
package struct Advice: Hashable, Sendable {
  /// Without a full stop; empty where the command says it all.
  package let words: String
  /// Ready to be typed, with real names in it; it ends the line.
  package let command: String?

  package init(_ words: String, run command: String? = nil) {
    self.words = words
    self.command = command
  }

  package static func run(_ command: String) -> Advice { Advice("", run: command) }

  package var isEmpty: Bool { words.isEmpty && command == nil }

  /// What stands before the command, with the blank between them; all of it where there is none.
  package var introduction: String {
    guard command != nil else { return words }
    return words.isEmpty ? "run: " : "\(words) run: "
  }

  /// The line: `it is on the base already: run: git merge main`.
  package var text: String { introduction + (command ?? "") }
}

extension Advice: ExpressibleByStringInterpolation {
  package init(stringLiteral words: String) { self.init(words) }
}
