import Foundation
import TestSupport
import Testing

struct GoldenDifferenceTests {
  @Test func `finds nothing in equal texts`() {
    let difference = GoldenDifference(expected: Data("a\nb\n".utf8), actual: Data("a\nb\n".utf8))
    #expect(difference == nil)
  }

  @Test(arguments: [
    ("a\nb\n", "a\nc\n", "differs in line 2: expected \"b\", found \"c\""),
    ("a\n", "a", "differs in line 2: expected \"\", found the end"),
    ("a", "a\r", "differs in line 1: expected \"a\", found \"a\\r\""),
    ("\u{E9}", "e\u{301}", "differs in line 1: expected \"\u{E9}\", found \"e\u{301}\""),
  ])
  func `names the first line that differs`(expected: String, actual: String, description: String) throws {
    let difference = try #require(GoldenDifference(expected: Data(expected.utf8), actual: Data(actual.utf8)))
    #expect(difference.description == description)
  }
}
