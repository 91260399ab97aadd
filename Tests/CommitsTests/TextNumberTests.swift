import Testing

@testable import Commits

/// Words and numbers in bytes.
struct TextNumberTests {
  @Test(arguments: [
    ("", nil), ("7", 7), ("012", 12), ("123456789012345678", 123_456_789_012_345_678), ("1234567890123456789", nil),
    ("12a", nil), ("-1", nil),
  ])
  func `reads a number that fits, and nothing else`(text: String, number: Int?) {
    let bytes = Array(text.utf8)
    let found = bytes.span.number(in: bytes.indices)
    #expect(found == number)
  }

  @Test(arguments: [("see also this", 8), ("see this", 3), ("see", 3), ("seen", nil), ("SEE ALSO", 8), ("", nil)])
  func `finds the longest of several words that stands there as a whole`(text: String, end: Int?) {
    let bytes = Array(text.utf8)
    for words in [["see", "see also"], ["see also", "see"]] as [[ASCIIWord]] {
      let found = bytes.span.end(ofOneOf: words, at: 0)
      #expect(found == end)
    }
  }
}
