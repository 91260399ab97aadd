import ReleaseScope
import Testing

/// Reverts of reverts whose quotations have marks of several kinds, one in the other.
struct NestedQuotationTests {
  @Test(arguments: [
    ("Revert \"Revert «Revert \"Cart\"»\"", 3), ("Revert \"Revert «Cart»\"", 2), ("Revert «Revert \"Cart\"»", 2),
    ("Roll back \"Revert \"Revert «Revert \"Cart\"»\"\"", 4), ("Revert \"Revert ‹Revert \"Cart\"›\"", 3),
    ("Revert \"Revert 「Revert \"Cart\"」\"", 3), ("Revert \"Revert 『Revert \"Cart\"』\"", 3),
    ("Revert “Revert «Revert “Cart”»”", 3), ("Revert \"Revert «\"Cart\"»\"", 2),
  ])
  func `reads as many reverts as stand around the work`(subject: String, depth: Int) {
    let title = TitleText.title(of: facts(subject))
    #expect(title.depth == depth)
    #expect(title.text.contains("cart") && !title.text.contains("revert"))
  }
}
