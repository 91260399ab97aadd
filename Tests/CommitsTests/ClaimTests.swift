import Commits
import Testing

/// What claims hold besides what the table of forms shows, and what hostile messages cost.
struct ClaimTests {
  @Test func `gives a merge no reverts, but its origins and its pull request`() {
    let message =
      "Merge branch 'cart' into 'main'\n\nRevert \"Cart\"\n\nSee merge request shop/web!12\n"
      + "(cherry picked from commit a1b2c3d)"
    #expect(ClaimNotation.of(Claims.facts(message, isMerge: true)) == "copy a1b2c3d; request #12")
    #expect(ClaimNotation.of(Claims.facts(message)) == "revert \"cart\"; copy a1b2c3d; request #12")
  }

  @Test(arguments: ["\r\n", "\n"])
  func `reads lines whatever they end with`(end: String) {
    let lines = ["Revert \"Cart\"", "", "This reverts commit a1b2c3d, and", "commit b2c3d4e.", ""]
    #expect(ClaimNotation.of(Claims.facts(lines.joined(separator: end))) == "revert a1b2c3d b2c3d4e \"cart\"")
  }

  @Test(arguments: [
    ("Cart (#12)", [12]),
    ("Cart (!12)", [12]),
    ("Cart (#15) (#18)", [15, 18]),
    ("Cart (#15, #18)", [15, 18]),
    ("Cart (backport #15) (#18)", [15, 18]),
    ("Cart (#12) (cherry picked from commit a1b2c3d)", [12]),
    ("Cart (pull request #12)", [12]),
    ("Merged PR 12: Cart", [12]),
    ("Merge pull request #12 from shop/cart", [12]),
    ("Merge pull request #12 in SHOP/web from cart to main", [12]),
    ("Merge pull request 'Cart' (#12) from cart into main", [12]),
    ("Merge pull request 'Cart (#9)' (#12) from cart", [12]),
    ("Pull request #12: Cart", [12]),
    ("Merged in cart (pull request #12)", [12]),
    ("Auto merge of #12 - ines:cart, r=dana", [12]),
    ("Rollup merge of #12 - ines:cart, r=dana", [12]),
    ("Merge #12", [12]),
    ("Merge #12 #13", [12, 13]),
    ("Revert \"Cart (#12)\"", []),
    ("Revert \"Cart (#12)\" (#14)", [14]),
    ("Merged PR 14: Revert \"Merged PR 12: Cart\"", [14]),
    ("Fix (#12) in the cart", []),
    ("Pull request templates", []),
    ("Merge 12 branches", []),
    ("Cart (#0)", []),
    ("Cart (#99999999999999999999)", []),
    ("(#12)", []),
    ("", []),
  ])
  func `finds the numbers of a title, its own last`(title: String, numbers: [Int]) {
    #expect(RequestNumbers.find(inTitle: title.utf8) == numbers)
  }

  @Test(arguments: [
    ("Cart", "cart", 0),
    ("  The \t cart  page ", "the cart page", 0),
    ("Über den Wagen ÄÖ", "über den wagen äö", 0),
    ("Cart (#12) (#14)", "cart", 0),
    ("Cart (pull request #12)", "cart", 0),
    ("Cart (!12)", "cart", 0),
    ("[2.4] Cart (backport #12)", "cart", 0),
    ("[release/2.4] [backport] Cart", "cart", 0),
    ("[cart] Totals", "[cart] totals", 0),
    ("[SHOP-12] Totals", "[shop-12] totals", 0),
    ("Merged PR 12: Cart", "cart", 0),
    ("Pull request #12: Cart", "cart", 0),
    ("Cart (cherry picked from commit a1b2c3d)", "cart", 0),
    ("Revert \"Cart\"", "cart", 1),
    ("Revert 'Cart'", "cart", 1),
    ("Revert “Cart” (#14)", "cart", 1),
    ("Revert «Cart»", "cart", 1),
    ("revert: feat: cart", "feat: cart", 1),
    ("Revert cart", "cart", 1),
    ("Revert \"Revert \"Cart (#12)\" (#14)\" (#15)", "cart", 2),
    ("Revert \"[2.4] Revert 'Cart (#12)'\"", "cart", 2),
    ("Reapply \"Cart\"", "cart", 2),
    ("Reland: Cart", "cart", 2),
    ("[reland] Cart", "cart", 2),
    ("Revert^3 \"Cart\"", "cart", 3),
    ("Revert \"Reapply \"Cart\"\"", "cart", 3),
    ("Back out \"Cart\"", "cart", 1),
    ("[2.4]: Cart", "cart", 0),
    ("Revert \"Cart\" (patchset 2)", "cart", 1),
    ("Cart (patchset 2), tested", "cart (patchset 2), tested", 0),
    ("Back out the cart", "back out the cart", 0),
    ("Reverting", "reverting", 0),
    ("Revert \"Revert \"Keep the cart of a gue…", "keep the cart of a gue…", 2),
    ("Revert", "revert", 0),
    ("", "", 0),
  ])
  func `compares titles without what tools add`(title: String, text: String, depth: Int) {
    #expect(TitleText.normalised(title.utf8) == .init(text, depth: depth))
  }

  @Test(arguments: [
    ("keep the cart of a guest…", "keep the cart of a guest"),
    ("keep the cart of a guest...", "keep the cart of a guest"),
    ("keep the cart…", nil),
    ("keep the cart of a guest", nil),
  ])
  func `tells a title that is cut short`(title: String, start: String?) {
    #expect(TitleText.cut(title) == start)
  }

  @Test(arguments: [1, 2, 3, 10_000])
  func `counts reverts around a title, however deep`(depth: Int) {
    let message = String(repeating: "Revert \"", count: depth) + "Cart" + String(repeating: "\"", count: depth)
    let facts = Claims.facts(message)
    #expect(facts.reverts.map(\.titles) == [[.init("cart", depth: depth - 1)]])
    #expect(TitleText.normalised(message.utf8) == .init("cart", depth: depth))
  }

  /// The items of a squash that take something back, of which a list may be any where none does so for certain.
  @Test(arguments: [
    ("SHOP-1 Totals (#7)\n\n- Totals\n- Revert \"Search\"", "revert item \"search\""),
    ("Totals (#7)\n\n- SHOP-1 Totals\n- Undo the search", "words"),
    // The number of another item, or of one that is taken back already.
    ("Cart\n\n* (#12)\n\nTicket: SHOP-2\n\n* Revert \"(#13)\"", "revert item \"(#13)\""),
    (
      "Cart (#9)\n\n* SHOP-2: Vouchers (#7)\n* Revert \"SHOP-2: Vouchers (#7)\"\n* Revert #7", "revert only items #7"
    ),
  ])
  func `claims by an item what is none of the others`(message: String, claim: String) {
    #expect(ClaimNotation.of(Claims.facts(message)) == claim)
  }

  @Test func `says so when a message names more than is kept`() {
    let ids = (0..<20_000).map { String(0xA00_0000 + $0, radix: 16) }
    let facts = Claims.facts("Take it back\n\nThis reverts commits \(ids.joined(separator: ", ")).")
    #expect(facts.reverts.map(\.isCut) == [true])
    #expect(facts.reverts.flatMap(\.ids).map(\.digits) == Array(ids.prefix(facts.reverts[0].ids.count)))
    #expect(900...1_000 ~= facts.reverts[0].ids.count)
    let few = Claims.facts("Take it back\n\nThis reverts commits \(ids.prefix(900).joined(separator: ", ")).")
    #expect(few.reverts.map(\.isCut) == [false])
  }

  @Test func `says so when a squash names more than is kept`() {
    let items = (0..<5_000).map { "* Revert \"Cart \($0)\"\n" }
    let facts = Claims.facts("Squash (#12)\n\n" + items.joined())
    #expect(facts.reverts.last?.isCut == true)
    #expect(facts.reverts.count <= 1_000)
  }
}
