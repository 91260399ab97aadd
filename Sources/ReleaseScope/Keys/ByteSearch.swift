/// Looks for an ASCII word in bytes, without regard to case.
struct ByteSearch {
  private let word: [UInt8]

  /// - Parameter word: In lower case; not empty.
  init(_ word: String) {
    self.word = Array(word.utf8)
  }

  /// - Returns: The index after the first occurrence.
  /// - Complexity: Linear for words whose first letter is rare in them.
  func end(in text: ArraySlice<UInt8>) -> Int? {
    guard text.count >= word.count else { return nil }
    let first = word[0]
    for start in text.startIndex...(text.endIndex - word.count) where text[start].lowercased == first {
      var length = 1
      while length < word.count, text[start + length].lowercased == word[length] { length += 1 }
      if length == word.count { return start + length }
    }
    return nil
  }
}
