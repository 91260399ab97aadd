/// What a message may say, told by words without reading it.
package struct ClaimSigns: OptionSet, Sendable {
  package let rawValue: UInt8

  /// A word of taking back or doing again.
  package static let revert = ClaimSigns(rawValue: 1)
  /// A word of copying a commit or a pull request.
  static let copy = ClaimSigns(rawValue: 2)
  static let changeID = ClaimSigns(rawValue: 4)
  /// The address or the name of a pull request.
  static let request = ClaimSigns(rawValue: 8)
  /// Phabricator's line of a review.
  static let differential = ClaimSigns(rawValue: 16)

  /// Each with the place in it of four bytes, the last two of which are a rare pair.
  private static let words = WordTable([
    ("revert", 2, .revert), ("reland", 0, .revert), ("re-land", 0, .revert), ("reappl", 0, .revert),
    ("re-appl", 0, .revert), ("reinstat", 1, .revert), ("undo", 0, .revert), ("undid", 0, .revert),
    ("back", 0, [.revert, .copy]), ("squash", 0, .copy), ("cherry", 1, .copy), ("picked", 0, .copy),
    ("upstream", 1, .copy), ("change-id", 4, .changeID), ("request", 0, .request), ("pull/", 1, .request),
    ("pulls/", 2, .request), ("pr-url", 0, .request), ("closes #", 4, .request), ("pr: #", 1, .request),
    ("unland", 0, .revert), ("take out", 4, .revert), ("takes out", 5, .revert), ("took out", 4, .revert),
    ("taken out", 5, .revert), ("taking out", 6, .revert), ("differential rev", 0, .differential),
  ])

  /// The signs in a text.
  ///
  /// - Complexity: Linear in the text, of which two bytes in five or six are looked at.
  package init(in text: Span<UInt8>) { self = Self.words.signs(in: text) }

  package init(rawValue: UInt8) { self.rawValue = rawValue }
}

/// Finds many words in one pass: it looks at the pair of bytes where the window of a word would end, and goes on by as
/// many bytes as that pair allows.
private struct WordTable: Sendable {
  private static let window = 4
  /// A step of 0 is one of these numbers and more: it tells the first word of that pair.
  private static let firstWord: UInt8 = 8

  /// By two bytes, how far the window may go on.
  private let steps: [UInt8]
  /// By the pair that ends the window.
  private let words: [(word: ASCIIWord, window: Int, pair: Int, signs: ClaimSigns)]

  init(_ words: [(ASCIIWord, window: Int, ClaimSigns)]) {
    var steps = [UInt8](repeating: UInt8(Self.window - 1), count: 1 << 14)
    self.words = words.map { word, window, signs in
      (word, window, Self.pair(word[window + 2], word[window + 3]), signs)
    }
    .sorted { $0.pair < $1.pair }
    for (word, window, _, _) in self.words {
      for place in 0..<(Self.window - 2) {
        let pair = Self.pair(word[window + place], word[window + place + 1])
        steps[pair] = min(steps[pair], UInt8(Self.window - 2 - place))
      }
    }
    for (index, entry) in self.words.enumerated().reversed() { steps[entry.pair] = Self.firstWord + UInt8(index) }
    self.steps = steps
  }

  /// Two bytes with capitals as small letters; what is not ASCII may be taken for something else.
  @inline(__always)
  private static func pair(_ first: UInt8, _ second: UInt8) -> Int {
    Int((first | 0x20) & 0x7F) << 7 | Int((second | 0x20) & 0x7F)
  }

  func signs(in text: Span<UInt8>) -> ClaimSigns {
    var found: ClaimSigns = []
    let steps = steps.span
    var end = Self.window - 1
    while end < text.count {
      let pair = Self.pair(text[end - 1], text[end])
      let step = steps[pair]
      if step < Self.firstWord {
        end += Int(step)
      } else {
        add(Int(step - Self.firstWord), pair, text, windowStart: end - (Self.window - 1), to: &found)
        end += 1
      }
    }
    return found
  }

  private func add(_ first: Int, _ pair: Int, _ text: Span<UInt8>, windowStart: Int, to found: inout ClaimSigns) {
    var index = first
    while index < words.count, words[index].pair == pair {
      let start = windowStart - words[index].window
      if start >= 0, text.end(of: words[index].word, at: start) != nil { found.formUnion(words[index].signs) }
      index += 1
    }
  }
}
