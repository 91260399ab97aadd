/// Looks for an ASCII word in bytes, without regard to case: for its rarest letter, and where that is, for the rest.
struct ByteSearch: Sendable {
  /// The letters of English text, the rarest first.
  private static let rarest = Array("zqjxkvbpgwyfmculdhrsnioate".utf8)
  /// What makes a capital a small letter, and what blanks have too.
  private static let smallBit: UInt8 = 0x20

  private let word: [UInt8]
  private let rare: Int

  /// - Parameter word: In lower case: letters, digits and blanks.
  init(_ word: String) {
    self.word = Array(word.utf8)
    precondition(self.word.allSatisfy { $0 & Self.smallBit != 0 })
    rare = self.word.firstIndex(of: Self.rarest.first(where: self.word.contains) ?? self.word[0]) ?? 0
  }

  /// - Returns: The index after the first occurrence.
  /// - Complexity: The product of the lengths at worst; for text, less than linear.
  func end(in text: Span<UInt8>) -> Int? {
    let word = word.span
    var place = rare
    while true {
      guard place < text.count, case let found = text.index(of: word[rare], with: Self.smallBit, from: place),
        found - rare <= text.count - word.count
      else { return nil }
      let start = found - rare
      var matching = 0
      while matching < word.count, text[start + matching].lowercased == word[matching] { matching += 1 }
      if matching == word.count { return start + word.count }
      place = found + 1
    }
  }

  func end(in text: ArraySlice<UInt8>) -> Int? { end(in: text.span).map { text.startIndex + $0 } }
}
