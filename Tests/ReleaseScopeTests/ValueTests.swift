import ReleaseScope
import Testing

struct ValueTests {
  @Test func `orders tickets by meaning`() throws {
    let keys = try ["SHOP-10", "SHOP-2", "PAY-30"].map { text throws in try TicketKey(parsing: text) }
    #expect(keys.sorted().map(\.description) == ["PAY-30", "SHOP-2", "SHOP-10"])
  }

  @Test(arguments: [
    "SHOP", "shop-1", "SHOP-", "SHOP-01", "S-1", "1SHOP-1", "SHOP-1x", "SHOP--1", "SHOP-99999999999999999999",
  ])
  func `refuses what is no ticket key`(text: String) {
    #expect(throws: TicketKeyError.key(text)) { try TicketKey(parsing: text) }
  }

  @Test(arguments: [
    ("", VersionNameError.blank), (" \t", .blank), (String(repeating: "9", count: 256), .tooLong(characters: 256)),
  ])
  func `says what is wrong with a version name`(text: String, error: VersionNameError) {
    #expect(throws: error) { try VersionName(parsing: text) }
  }

  @Test(arguments: [
    ("2026-11-23T10:00:00Z", "2026-11-23T10:00:00Z"), ("2026-11-23T10:00:00.123+0100", "2026-11-23T09:00:00Z"),
    ("2024-02-29T23:59:59-05:30", "2024-03-01T05:29:59Z"), ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
  ])
  func `reads a time in any zone`(text: String, utc: String) throws {
    let instant = try #require(Instant(parsing: text))
    #expect(instant.description == utc)
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-00-01", "26-01-01", "2026-1-1", "today", ""])
  func `refuses a day that there is not`(text: String) {
    #expect(Day(parsing: text) == nil)
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

  @Test(arguments: [
    ("CHANGES.txt", true), ("docs/release-notes.md", true), ("changelog/12.md", true), ("a/WHATS_NEW/b.c", true),
    ("History", true), ("News.2024.old", true), ("exchanges.txt", false), ("src/change/Log.java", true),
    ("CHANGES2.txt", false), (".changes", false), ("docs/notes.md", false), ("a/-_-.md", false), ("", false),
    ("CHANGÉS", false),
  ])
  func `tells a change log by its path`(path: String, isChangeLog: Bool) {
    #expect(ChangeLog.isPath(path) == isChangeLog)
  }

  @Test func `writes and reads an id`() throws {
    let text = "0123456789abcdef0123456789abcdef01234567"
    let id = try #require(ObjectID(text))
    #expect(id.description == text)
    #expect(ObjectID(bytes: id.bytes[...]) == id)
    #expect(ObjectID(text.uppercased()) == id)
    #expect(ObjectID(String(text.dropLast())) == nil)
    #expect(id.hasPrefix("0123456"))
  }
}
