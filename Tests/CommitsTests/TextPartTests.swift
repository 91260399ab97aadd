import Testing

@testable import Commits

struct TextPartTests {
  @Test(arguments: [
    ("a=b=c", "=", "a", "b=c"), ("=", "=", "", ""), ("a\u{301}=\u{301}b", "=", "a\u{301}", "\u{301}b"),
    ("release/{version}-x", "{version}", "release/", "-x"), ("{{version}}", "{version}", "{", "}"),
  ])
  func `splits at the first place`(text: String, separator: String, before: String, after: String) throws {
    let parts = try #require(text.splitOnce(separator))
    #expect(parts.before == before && parts.after.unicodeScalars.elementsEqual(after.unicodeScalars))
  }

  @Test func `does not split at a part of a separator`() {
    #expect("{versio".splitOnce("{version}") == nil)
    #expect("".splitOnce("=") == nil)
  }

  @Test(arguments: [
    ("{v}/{v}.json", "2.4/2.4.json"), ("{v}", "2.4"), ("none", "none"), ("", ""), ("{{v}}{v", "{2.4}{v"),
  ])
  func `fills each place`(text: String, filled: String) {
    #expect(text.filling("{v}", with: "2.4") == filled)
    #expect(text.filling("{v}", with: "{v}") == text)
  }

  @Test func `fills a great many places`() {
    let filled = String(repeating: "{v}", count: 200_000).filling("{v}", with: "1")
    #expect(filled == String(repeating: "1", count: 200_000))
  }
}
