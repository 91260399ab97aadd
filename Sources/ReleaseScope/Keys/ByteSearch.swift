/// Looks for an ASCII word in bytes, without regard to case.
///
/// - Note: R. N. Horspool, Practical fast searching in strings, 1980.
struct ByteSearch: Sendable {
  private let word: [UInt8]
  /// By the byte that stands where the word would end, how far the word can be moved on.
  private let steps: [UInt8]

  /// - Parameter word: In lower case; 1 to 255 letters.
  init(_ word: String) {
    self.word = Array(word.utf8)
    var steps = [UInt8](repeating: UInt8(self.word.count), count: 256)
    for (place, letter) in self.word.dropLast().enumerated() {
      steps[Int(letter)] = UInt8(self.word.count - 1 - place)
      steps[Int(letter.uppercased)] = steps[Int(letter)]
    }
    self.steps = steps
  }

  /// - Returns: The index after the first occurrence.
  /// - Complexity: The product of the lengths at worst; for text, less than linear.
  func end(in text: ArraySlice<UInt8>) -> Int? {
    let (bytes, word, steps) = (text.span, self.word.span, self.steps.span)
    let last = word.count - 1
    var end = last
    while end < bytes.count {
      var place = last
      while place >= 0, bytes[end - last + place].lowercased == word[place] { place -= 1 }
      if place < 0 { return text.startIndex + end + 1 }
      end += Int(steps[Int(bytes[end])])
    }
    return nil
  }
}
