import Documents
import ReleaseScope
import Testing

@testable import Reports

struct MarkdownAdviceTests {
  @Test(arguments: [
    ("run: git fetch origin main", false, "run: `git fetch origin main`"),
    ("run: git switch a && git merge 'b|c'", true, "run: `git switch a && git merge 'b\\|c'`"),
    ("run: git merge 'a`b``c'", false, "run: ``` git merge 'a`b``c' ```"),
    ("on the base: run: git merge main", false, "on the base: run: `git merge main`"),
    ("ask <someone>", false, "ask &lt;someone&gt;"),
    ("", false, ""),
  ])
  func `keeps a command as it is typed`(help: String, inTable: Bool, expected: String) {
    let text = MarkdownAdvice.text(Advice(written: help), inTable: inTable)
    #expect(text == expected)
  }
}
