import Commits
import Testing

/// What a message lists.
struct ListedWorkTests {
  @Test(arguments: [
    (
      "Cart (#7)\n\n* SHOP-1 Mend it\n\n* feat: SHOP-2 Search\n\nTicket: SHOP-3\n",
      ["shop-1 mend it: SHOP-1", "feat: shop-2 search: SHOP-2"]
    ),
    (
      "Cart (#7)\n\n* Mend it\n\nTicket: SHOP-1\n\n* Search\n\nTicket: SHOP-2\n", ["mend it: SHOP-1", "search: SHOP-2"]
    ),
    ("Cart (#7)\n\n* SHOP-1 Mend it\n\n* Search\n\nTicket: SHOP-2\n", ["shop-1 mend it: SHOP-1", "search: "]),
    ("Merged PR 7: Cart\n\n- Mend it\n- Search (SHOP-2)\n", ["mend it: ", "search (shop-2): SHOP-2"]),
    (
      "Cart\n\nSquashed commit of the following:\n\ncommit 1234567890\nAuthor: x\n\n    Mend it\n\n    Ticket: SHOP-1\n",
      ["1234567890 mend it: SHOP-1"]
    ),
    // What takes something back is no work.
    ("Cart (#7)\n\n* SHOP-1 Mend it\n\n* Revert \"SHOP-1 Mend it\"\n", ["shop-1 mend it: SHOP-1"]),
    ("SHOP-1 Cart\n\nNo list - but words\n", []),
    ("SHOP-1 Cart\n", []),
  ])
  func `lists titles, ids and tickets`(_ message: String, _ expected: [String]) {
    let listed = MessageReader.made().listedWork(in: Array(message.utf8)).map { work in
      let id = work.id.map { "\($0) " } ?? ""
      return "\(id)\(work.title.text): \(work.keys.map(\.description).joined(separator: " "))"
    }
    #expect(listed == expected)
    #expect(facts(message).hasList == !expected.isEmpty)
  }

  @Test(arguments: [(1_000, 1_000), (1_001, 0)])
  func `reads no list of which it would read a part`(count: Int, listed: Int) {
    let message = "SHOP-1 Cart (#7)\n\n" + (1...count).map { "* SHOP-2 Part \($0)\n" }.joined()
    #expect(MessageReader.made().listedWork(in: Array(message.utf8)).count == listed)
  }

  @Test func `narrows to the tickets of some of it, and to none where one names none`() {
    let message = "SHOP-1 Cart (#7)\n\n* Mend it\n\n* SHOP-2 Search\n\n* SHOP-3 Prices\n"
    let listed = MessageReader.made().listedWork(in: Array(message.utf8))
    let facts = facts(message)
    #expect(facts.narrowed(to: [listed[1]]).uses == ["SHOP-2 body-line"])
    #expect(facts.narrowed(to: Array(listed[1...])).uses == ["SHOP-2 body-line", "SHOP-3 body-line"])
    #expect(facts.narrowed(to: Array(listed[..<2])).uses == facts.uses)
    #expect(facts.narrowed(to: []).uses == facts.uses)
  }
}
