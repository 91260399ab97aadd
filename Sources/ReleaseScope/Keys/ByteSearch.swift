/// Looks for an ASCII word in bytes, without regard to case.
struct ByteSearch: Sendable {
  private let word: [UInt8]

  /// - Parameter word: In lower case; not empty.
  init(_ word: String) {
    self.word = Array(word.utf8)
  }

  /// - Returns: The index after the first occurrence.
  /// - Complexity: Linear for words whose first letter is rare in them.
  func end(in text: ArraySlice<UInt8>) -> Int? {
    let (bytes, word) = (text.span, self.word.span)
    guard bytes.count >= word.count else { return nil }
    let first = word[0]
    for start in 0...(bytes.count - word.count) where bytes[start].lowercased == first {
      var length = 1
      while length < word.count, bytes[start + length].lowercased == word[length] { length += 1 }
      if length == word.count { return text.startIndex + start + length }
    }
    return nil
  }
}
