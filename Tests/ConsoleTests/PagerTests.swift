import Console
import Testing

struct PagerTests {
  @Test(
    arguments: [
      ([:], nil, "less"), (["PAGER": "more"], nil, "more"), (["PAGER": "more"], "less -S", "less -S"),
      (["PAGER": "more", "GIT_PAGER": "most"], "less -S", "most"), (["GIT_PAGER": ""], "less", nil),
      (["GIT_PAGER": "cat"], nil, nil), ([:], "cat", nil), (["PAGER": "cat"], nil, nil), (["PAGER": "more"], "", nil),
    ] as [([String: String], String?, String?)])
  func `takes the pager that git would take`(variables: [String: String], configured: String?, pager: String?) {
    let command = Pager.command(variables) { configured }
    #expect(command == pager)
  }

  @Test func `asks git's configuration only where it decides`() {
    var asked = 0
    _ = Pager.command(["GIT_PAGER": "more"]) {
      asked += 1
      return nil
    }
    #expect(asked == 0)
  }
}
