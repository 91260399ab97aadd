/// A reader of foreign bytes, and how to break what it reads.
package struct FuzzTarget: Sendable {
  /// How most of the bytes are broken; one run in eight breaks them without regard to it.
  enum Grammar {
    case bytes
    /// Everything has its place, and most changes leave it there.
    case table
    /// Lines of words.
    case text
    /// Objects, lists and texts, written as JSON.
    case json
    /// The same, written as YAML.
    case yaml
  }

  /// That of its folder in the corpus.
  package let name: String
  let grammar: Grammar
  /// What the format is made of: words of the text, members of objects, pieces of bytes.
  let words: [String]
  /// Further pieces, which are no text.
  let pieces: [[UInt8]]
  /// Whether the reader took the bytes for what they should be. It comes to an end, and what it says holds together.
  package let read: @Sendable ([UInt8]) -> Bool

  init(
    _ name: String, _ grammar: Grammar, words: [String] = [], pieces: [[UInt8]] = [],
    _ read: @escaping @Sendable ([UInt8]) -> Bool
  ) {
    self.name = name
    self.grammar = grammar
    self.words = words
    self.pieces = pieces
    self.read = read
  }

  /// All of them, in an order that stays.
  package static let all = messages + documents + objects + packs

  package static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}
