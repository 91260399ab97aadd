import ReleaseScope
import Testing

struct ValueTests {
  @Test(arguments: [
    ("", VersionNameError.blank), (" \t", .blank), (String(repeating: "9", count: 256), .tooLong(characters: 256)),
  ])
  func `says what is wrong with a version name`(text: String, error: VersionNameError) {
    #expect(throws: error) { try VersionName(parsing: text) }
  }

  @Test func `tells a release branch by its pattern`() {
    let pattern = BranchPattern("release/{version}")
    #expect(pattern.version(in: "release/2.4.0") == "2.4.0")
    #expect(pattern.version(in: "release/") == nil)
    #expect(pattern.version(in: "feature/2.4.0") == nil)
    #expect(BranchPattern("hotfix/{version}").isHotfix)
    #expect(!pattern.isHotfix)
  }

  @Test(arguments: [
    ("*[bot]@users.noreply.github.com", "1+renovate[bot]@users.noreply.github.com", false, true),
    ("docs/**", "docs/a/b.md", true, true), ("docs/**", "docs2/a.md", true, false),
    ("docs/*", "docs/a/b.md", true, false), ("docs/*", "docs/a.md", true, true),
    ("**/*.md", "README.md", true, true), ("**/*.md", "a/b/c.md", true, true), ("**/*.md", "a/b/c.txt", true, false),
    ("a?c", "abc", false, true), ("a?c", "a/c", true, false), ("*", "", false, true), ("", "a", false, false),
    ("abc", "abc", false, true), ("abc", "abcd", false, false), ("abc", "zabc", false, false),
    ("ab*ab", "ab", false, false), ("ab*ab", "abab", false, true), ("aa*a", "aa", false, false),
    ("a*", "a", false, true), ("*a", "a", false, true), ("docs/**/a.md", "docs/a.md", true, true),
    ("docs/**/a.md", "docs/x/y/a.md", true, true), ("docs/**/a.md", "docs/xa.md", true, false),
  ])
  func `matches a glob`(pattern: String, text: String, inPath: Bool, matches: Bool) {
    #expect(Glob(pattern).matches(text, inPath: inPath) == matches)
  }

  @Test func `matches a hostile glob without trying every way`() {
    let glob = Glob(String(repeating: "*a", count: 200) + "*b*")
    #expect(!glob.matches(String(repeating: "a", count: 5_000)))
  }
}
