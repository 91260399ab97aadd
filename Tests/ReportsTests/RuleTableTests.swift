import ReleaseScope
import Reports
import TestSupport
import Testing

@Suite struct RuleTableTests {
  private let table = RuleTable([
    RuleRow(
      id: "unplanned-ticket", severity: .error, finds: "a ticket in the scope that the manifest lacks",
      advice: "plan it for the version, or revert its commits"),
    RuleRow(
      id: "missing-ticket", severity: .error, pushSeverity: .note,
      finds: "a ticket of the manifest with no work in the range | none at all, neither on the branch nor elsewhere",
      advice: "merge its work: git merge --no-ff origin/feature/SHOP-120-bank-transfer"),
  ])

  @Test func `draws the golden file in Markdown`() throws {
    var text = ""
    table.renderMarkdown(to: &text)
    expectGolden(text, named: "rules.md")
  }

  @Test func `draws the golden file for a terminal`() throws {
    var text = ""
    table.render(on: Terminal(colour: false, unicode: false), to: &text)
    expectGolden(text, named: "rules-ascii.txt")
  }
}
