import Commits
import Testing

/// Words of commands that people paste.
struct ShellWordTests {
  @Test(arguments: [
    ("release/2.4.0", "release/2.4.0"), ("you@example.com:shop+1", "you@example.com:shop+1"), ("", "''"),
    ("-rf", "'-rf'"), ("a b", "'a b'"), ("$(id)", "'$(id)'"), ("it's", "'it'\\''s'"), ("a\nb", "'a\nb'"), ("ö", "'ö'"),
  ])
  func `is one word, whatever is in it`(text: String, word: String) {
    #expect(ShellWord.quoted(text) == word)
  }

  @Test func `stands in quotes where it always has to`() {
    #expect(ShellWord.inQuotes("main") == "'main'")
  }
}
