import ReleaseScope
import Testing

/// Squashes that list the revert of what both sides have.
struct ListedRevertTests {
  /// What is left of what a merge brought before and after a squash that lists its revert.
  @Test(
    arguments: [
      (Remains.none, Remains.none, nil), (.all, .all, nil), (.all, .none, "removed"), (.some, .some, "removed"),
    ] as [(Remains, Remains, String?)])
  func `takes no merge back of which nothing changes`(before: Remains, after: Remains, state: String?) {
    var story = Story()
    story.commit("a", "SHOP-9 Before")
    story.commit("q", "SHOP-2 Search\n\nSquashed commit of the following:\n\ncommit 1234567\n\n    Take it back")
    story.claims["q"] = [.made(in: .item, ids: ["o"])]
    let q = Story.id("q")
    story.answers.named[WrittenID(Story.id("o"))] = .init(
      id: Story.id("o"), isMerge: true, facts: facts("Merge branch 'feature/SHOP-1'", isMerge: true), isCommon: true,
      descendants: [q])
    story.answers.brought[Story.id("o")] = [
      .init(id: Story.id("p"), isMerge: false, facts: facts("SHOP-1 Cart"), isCommon: true, descendants: [])
    ]
    story.answers.remains[.init(of: Story.id("p"), in: Story.id("a"))] = before
    story.answers.remains[.init(of: Story.id("p"), in: q)] = after
    #expect(story.states["SHOP-1"] == state)
    #expect(story.states["SHOP-2"] == "delivered")
  }

  /// Another item of the squash, and what is told of both.
  @Test(
    arguments: [
      (nil, nil), (RevertClaim.made(in: .item, titles: ["wish list"]), .init(unresolved: ["wish list"])),
      (.made(in: .item, ids: ["y"]), .init(inPart: ["p"], by: [.id])),
      (.made(in: .item, titles: ["search the prices"]), .init(inPart: ["l"], by: [.id, .subject])),
    ] as [(RevertClaim?, Story.Taken?)])
  func `tells of the other items where it takes no merge back`(other: RevertClaim?, expected: Story.Taken?) {
    var story = Story()
    story.commit("p", "SHOP-3 Prices")
    story.said["p"] = { $0.squashOf = ["y", "z"].map { WrittenID(Story.id($0)) } }
    story.commit("l", "SHOP-4 Lists (#7)\n\n* Search the prices\n\n* Find more\n")
    story.commit("q", "SHOP-2 Search")
    let q = Story.id("q")
    story.claims["q"] = [.made(in: .item, ids: ["o"])] + [other].compactMap(\.self)
    story.answers.named[WrittenID(Story.id("o"))] = .init(
      id: Story.id("o"), isMerge: true, facts: facts("Merge branch 'feature/SHOP-1'", isMerge: true), isCommon: true,
      descendants: [q])
    story.answers.remains[.init(of: Story.id("l"), in: q)] = .some
    #expect(story.taken("q")?.outside == ["o"])
    story.answers.brought[Story.id("o")] = [
      .init(id: Story.id("c"), isMerge: false, facts: facts("SHOP-1 Cart"), isCommon: true, descendants: [])
    ]
    #expect(story.taken("q") == expected)
  }

  /// What opens the item that takes back work of SHOP-1, and the other items.
  @Test(arguments: [
    ("SHOP-1", "* SHOP-2 Find more", ["a"]), ("SHOP-1", "* SHOP-2 Find more\n* SHOP-1 Sort it", ["q", "a"]),
    ("SHOP-1", "* SHOP-2 Find more\n\nCloses SHOP-1", ["q", "a"]), ("SHOP-3", "* SHOP-2 Find more", ["a"]),
  ])
  func `is no work for the ticket that opens the revert of its work and nothing else`(
    key: String, others: String, work: [String]
  ) {
    var story = Story()
    story.commit("a", "Cart\n\nTicket: SHOP-1")
    story.commit("q", "SHOP-2 Search (#7)\n\n* \(key): Revert \"Cart\"\n\(others)")
    #expect(story.work("SHOP-1") == work)
    #expect(story.work("SHOP-2") == ["q"])
    #expect(story.work("SHOP-3") == (key == "SHOP-3" ? ["q"] : []))
  }

  @Test func `stays work for a ticket of which it takes other work back without opening that with it`() {
    var story = Story()
    story.commit("a", "Cart\n\nTicket: SHOP-1")
    story.commit("b", "SHOP-2 Find")
    story.commit("q", "SHOP-2 Search (#7)\n\n* SHOP-1: Revert \"Cart\"\n* Revert \"SHOP-2 Find\"\n* Sort it")
    #expect(story.taken("q")?.undoes == ["b", "a"])
    #expect(story.work("SHOP-1") == ["a"])
    #expect(story.work("SHOP-2") == ["q", "b"])
  }

  /// A squash that takes back exactly what the range has, and older work otherwise.
  @Test func `is no work where it takes work of the range back exactly, whatever it takes out besides`() {
    var story = Story()
    story.outside = [("o", "Cart\n\nRefs: SHOP-2")]
    story.commit("a", "SHOP-1 Vouchers")
    story.commit("q", "SHOP-2 Search")
    story.claims["q"] = [.made(in: .item, ids: ["a", "o"])]
    #expect(story.work("SHOP-2") == ["q"])
    story.answers.inverses[Story.id("q")] = [Story.id("a")]
    #expect(story.work("SHOP-2") == [])
  }

  /// Until it is known what the first is, what it takes back counts as in effect for the second.
  @Test func `asks of one revert whether it is work before it asks what the next one takes back`() {
    var story = Story()
    story.outside = [("o", "Cart\n\nRefs: SHOP-2")]
    story.commit("a", "SHOP-1 Vouchers")
    story.commit("q", "SHOP-2 Search")
    story.commit("r", "Revert \"SHOP-1 Vouchers\"")
    story.claims["q"] = [.made(in: .item, ids: ["a", "o"])]
    let asked = story.questions.map(\.range)
    #expect(asked.contains { !$0.exact.isEmpty })
    #expect(asked.contains { $0.inverses[Story.id("r")] != nil })
    #expect(asked.allSatisfy { $0.exact.isEmpty || $0.inverses.isEmpty })
  }

  /// A squash that lists the revert of older work, among other work of the range, which was looked through before.
  @Test(arguments: [true, false])
  func `is no work where it takes older work back exactly`(isExact: Bool) {
    var story = Story()
    story.commit("a", "SHOP-9 Before")
    story.commit("q", "SHOP-2 Search")
    story.claims["q"] = [.made(in: .item, titles: ["cart"])]
    let q = Story.id("q")
    var earlier = ScopeAnswers.Earlier()
    earlier.described = [
      .init(id: Story.id("o"), isMerge: false, facts: facts("Cart\n\nRefs: SHOP-2"), isCommon: true, descendants: [q])
    ]
    story.answers.earlier[q] = earlier
    #expect(story.questions.contains { $0.range.exact == [q: [Story.id("o")]] })
    story.answers.exact[q] = [Story.id("o"): isExact]
    #expect(story.work("SHOP-2") == (isExact ? [] : ["q"]))
  }
}
