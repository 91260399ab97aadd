import ReleaseScope
import Testing

/// Squashes that list reverts of what only their branches had.
struct BranchRevertTests {
  /// What came before a squash, what both sides have, and what is left of that before and after it.
  @Test(
    arguments: [
      ("SHOP-9 Before", nil, false, Remains.all, Remains.all, true),
      ("SHOP-9 Before", "SHOP-1 Cart", false, .all, .all, true),
      ("SHOP-9 Before", "SHOP-1 Cart", false, .none, .none, true), ("SHOP-9 Before", nil, true, .all, .all, false),
      ("SHOP-9 Before", "SHOP-1 Cart", false, .all, .some, false),
      ("SHOP-9 Before", "SHOP-1 Cart", false, .some, .some, false),
      ("SHOP-1 Cart", nil, false, .all, .all, true), ("SHOP-1 Cart", nil, false, .all, .replaced, false),
    ] as [(String, String?, Bool, Remains, Remains, Bool)])
  func `asks nobody for work of its own ticket where nothing of that is gone`(
    first: String, older: String?, hasMerges: Bool, before: Remains, after: Remains, isDone: Bool
  ) {
    var story = Story()
    story.commit("b", first)
    story.commit("a", first)
    story.commit("q", "SHOP-1 Search (#8)\n\n* Basket\n* Revert SHOP-1\n* Search")
    let q = Story.id("q")
    var earlier = ScopeAnswers.Earlier()
    earlier.hasMerges = hasMerges
    earlier.work = [older].compactMap(\.self).flatMap { message in
      // One alone would be meant.
      ["o", "p"].map {
        .init(id: Story.id($0), isMerge: false, facts: facts(message), isCommon: true, descendants: [q])
      }
    }
    story.answers.earlier[q] = earlier
    story.answers.gone[q] = [Story.id("a"): false, Story.id("b"): false]
    for name in ["a", "b", "o", "p"] {
      story.answers.remains[.init(of: Story.id(name), in: Story.id("a"))] = before
      story.answers.remains[.init(of: Story.id(name), in: q)] = after
    }
    #expect((story.taken("q")?.unresolved ?? []).isEmpty == isDone)
  }

  @Test(arguments: ["SHOP-2 Search (#8)\n\n* Basket\n* Revert SHOP-1", "Revert SHOP-1"])
  func `says that it did not find work of other tickets, or what is no item`(message: String) {
    var story = Story()
    story.commit("q", message)
    #expect(story.taken("q")?.unresolved == ["SHOP-1"])
  }

  /// What an item names besides the squash's own ticket.
  @Test(arguments: [
    (RevertClaim.made(in: .item, keys: ["SHOP-1"]), []),
    (.made(in: .item, ids: ["x"], keys: ["SHOP-1"]), ["\(Story.id("x"))"]),
    (.made(in: .item, runs: [("x", "y")], keys: ["SHOP-1"]), ["\(Story.id("x"))^..\(Story.id("y"))"]),
    (.made(in: .item, requests: [7], keys: ["SHOP-1"]), ["#7"]),
  ])
  func `says that it did not find what is named by more than its own ticket`(claim: RevertClaim, unresolved: [String]) {
    var story = Story()
    story.commit("q", "SHOP-1 Search")
    story.claims["q"] = [claim]
    #expect((story.taken("q")?.unresolved ?? []) == unresolved)
    var reviewed = RevertClaim.made(in: .item, keys: ["SHOP-1"])
    reviewed.reviews = [.phabricator(47)]
    story.claims["q"] = [reviewed]
    #expect(story.taken("q")?.unresolved == ["D47"])
  }

  @Test func `says that it did not find work of several tickets, as it looked for that of one`() {
    var story = Story()
    story.commit("q", "SHOP-1 SHOP-2 Search")
    story.claims["q"] = ["SHOP-1", "SHOP-2"].map { .made(in: .item, keys: [$0]) }
    #expect(story.taken("q")?.unresolved == ["SHOP-1", "SHOP-2"])
  }

  /// A branch that was merged before: what it brought may be work of the ticket.
  @Test(arguments: [("SHOP-1-cart", ["SHOP-1"]), ("SHOP-9-cart", [])])
  func `says that it did not find work of its own ticket where a merge of that came before`(
    branch: String, unresolved: [String]
  ) {
    var story = Story()
    story.commit("x", "SHOP-8 Before")
    story.commit("b", "Basket", on: ["x"])
    story.commit("c", "Cart")
    story.commit("m", "Merge branch '\(branch)'", on: ["x", "c"])
    story.commit("q", "SHOP-1 Search")
    story.claims["q"] = [.made(in: .item, keys: ["SHOP-1"])]
    #expect((story.taken("q")?.unresolved ?? []) == unresolved)
  }

  /// A merge of the base that a squash lists as reverted, and what is left of what it brought before and after.
  @Test(
    arguments: [
      ("SHOP-1 Cart", Remains.none, Remains.none, true), ("SHOP-1 Cart", .all, .all, true),
      ("SHOP-1 Cart", .all, .none, false), ("SHOP-1 Cart", .some, .some, false), ("SHOP-1 Cart", .none, .all, true),
      ("SHOP-1 Cart", .moved, .moved, false),
      ("Revert \"SHOP-1 Cart\"", .all, .none, true),
    ] as [(String, Remains, Remains, Bool)])
  func `asks nobody for a merge that the base alone has and of which nothing is gone`(
    message: String, before: Remains, after: Remains, isDone: Bool
  ) {
    let merge = "Merge pull request #7 from shop/feature/cart"
    var story = Story()
    story.commit("a", "SHOP-9 Before")
    story.commit("q", "SHOP-1 Search (#8)\n\n* Basket\n* Revert \"\(merge)\"\n* Search")
    story.onBase("x", "SHOP-8 Before")
    story.onBase("c", message, parents: ["base"])
    story.onBase("n", "Merge branch 'main' into cart", parents: ["c", "elsewhere"])
    story.onBase("m", "\(merge)\n\nSHOP-1 Cart", parents: ["x", "n"])
    story.answers.remains[.init(of: Story.id("c"), in: Story.id("a"))] = before
    story.answers.remains[.init(of: Story.id("c"), in: Story.id("q"))] = after
    #expect((story.taken("q")?.unresolved ?? []).isEmpty == isDone)
    #expect(story.questions.allSatisfy { $0.range.remains[Story.id("q")]?.contains(Story.id("n")) != true })
  }

  @Test func `says that it did not find what the base has and is no merge`() {
    var story = Story()
    story.commit("q", "SHOP-1 Search (#8)\n\n* Basket\n* Revert \"Cart\"\n* Search")
    story.onBase("c", "Cart")
    #expect(story.taken("q")?.unresolved == ["cart"])
  }
}
