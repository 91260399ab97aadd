import Commits
import Testing

/// Keys of whole messages.
struct KeyExampleTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let message: String
    let keys: [String]
    var isMerge = false

    var testDescription: String { message }

    init(_ message: String, _ keys: String..., isMerge: Bool = false) {
      self.message = message
      self.keys = keys
      self.isMerge = isMerge
    }
  }

  @Test(arguments: [
    Example("SHOP-12 add the cart", "SHOP-12"),
    Example("feat(cart)!: SHOP-12 add it (#14)", "SHOP-12"),
    Example("Fix the totals of SHOP-12 and SHOP-13", "SHOP-12", "SHOP-13"),
    Example("SHOP-14: Fix the tests broken by SHOP-12", "SHOP-14"),
    Example("SHOP-14: Backport SHOP-12 to 2.4", "SHOP-12", "SHOP-14"),
    Example("SHOP-12: a\nSHOP-13: b", "SHOP-12", "SHOP-13"),
    Example("SHOP-12 a; SHOP-13: b", "SHOP-12", "SHOP-13"),
    Example("Move the totals into the header (SHOP-12) (#12)", "SHOP-12", isMerge: true),
    Example("Merge branch 'feature/SHOP-12_cart' into SHOP-90", "SHOP-12", isMerge: true),
    Example(
      "Merge pull request #12 from shop/totals\n\nfeat(cart): SHOP-12 add the cart", "SHOP-12", isMerge: true),
    Example("Merge pull request #12 from shop/SHOP-11\n\nAdd the cart (SHOP-12)", "SHOP-12", isMerge: true),
    Example("Merge #12\n\n12: SHOP-12 add r=dana a=ines", "SHOP-12", isMerge: true),
    Example("Merged in feature/SHOP-12_two (pull request #10)", "SHOP-12"),
    Example(
      "Cart (#7)\n\n* SHOP-12 add\n\n* feat(x): SHOP-13 two\n\n* text (SHOP-14)", "SHOP-12", "SHOP-13"),
    Example("Cart (#7)\n\n* add the cart (SHOP-12)", "SHOP-12"),
    Example(
      "Cart (#7)\n\n* add\n\nTicket: SHOP-12\n\n* more\n\nTicket: SHOP-13\n\nCo-authored-by: A <a@b>",
      "SHOP-12", "SHOP-13"),
    Example(
      """
      Squashed commit of the following:

      commit 1234567890
      Author: x

          SHOP-12 add it

      commit abcdef1234

          SHOP-13 b
      """, "SHOP-12", "SHOP-13"),
    Example("Add it\n\nSHOP-12\n\nChange-Id: I12", "SHOP-12"),
    Example("SHOP-14 mend\n\nSHOP-12 introduced a bug.", "SHOP-14"),
    Example("SHOP-14 mend\n\nSHOP-12: also this", "SHOP-12", "SHOP-14"),
    Example("SHOP-14 mend\n\nThe rest is left to\nSHOP-7.", "SHOP-14"),
    Example("SHOP-14 mend\n\nSee also:\n- SHOP-7\n- SHOP-8", "SHOP-14"),
    Example("SHOP-14 mend\n\nAlso resolves:\n- SHOP-7\n- SHOP-8", "SHOP-14", "SHOP-7", "SHOP-8"),
    Example("Mend\n\nRefs: SHOP-12", "SHOP-12"),
    Example("SHOP-14 mend\n\nRefs: SHOP-12", "SHOP-14"),
    Example("SHOP-14 mend\n\nCloses SHOP-12", "SHOP-12", "SHOP-14"),
    Example("Mend https://jira.example.com/browse/SHOP-12", "SHOP-12"),
    Example("SHOP-14 like https://jira.example.com/browse/SHOP-12", "SHOP-14"),
    Example("Mend\n\nhttps://jira.example.com/browse/SHOP-12", "SHOP-12"),
    Example("Mend\n\nThis was found by SHOP-12 and\n> SHOP-13"),
    Example(
      "Merge pull request #3 from shop/revert-12-feature/SHOP-12\n\nRevert \"SHOP-12 add\"", isMerge: true),
    Example("Merge pull request #3 from shop/x\n\nFix the thing SHOP-35...", isMerge: true),
    Example("Cart (#7)\n\n* SHOP-12 add\n\n* SHOP-13 b\n\n* Revert \"SHOP-13 b\"", "SHOP-12"),
    Example("Pull request #5: SHOP-12 cart\n\nMerge in SHOP/web from feature/PAY-1 to main", "SHOP-12", isMerge: true),
    Example(
      "Merge branch 'dana' into 'main'\n\nResolve SHOP-12\n\nSee merge request shop/web!12", "SHOP-12", isMerge: true),
    Example("Merged PR 12: SHOP-12 cart", "SHOP-12", isMerge: true),
  ])
  func `takes the keys of a message that are work`(example: Example) {
    let found = facts(example.message, isMerge: example.isMerge).implements.map(\.key.description).sorted()
    #expect(found == example.keys.sorted())
  }
}
