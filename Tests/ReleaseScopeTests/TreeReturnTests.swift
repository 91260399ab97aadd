import Testing

@testable import ReleaseScope

/// Reverts that return to a tree that was there before, whatever they name.
struct TreeReturnTests {
  @Test func `takes back all that came since the tree was there`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before", tree: "before")
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Search")
    story.commit("r", "Revert \"Something else\"", tree: "before")
    #expect(story.taken("r") == .init(undoes: ["b", "a"], by: [.tree]))
    #expect(story.states == ["SHOP-9": "delivered", "SHOP-1": "reverted", "SHOP-2": "reverted"])
  }

  @Test func `takes back nothing without a word when it names a ticket that only has older work`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before", tree: "before")
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "SHOP-9 Tidy", tree: "before")
    #expect(story.taken("r") == nil)
    #expect(story.states == ["SHOP-9": "delivered", "SHOP-1": "delivered"])
  }

  /// The revert takes back a part of what came between, and what was there before.
  @Test(arguments: [(["s", "e"], ["z", "r", "m"]), (["s"], ["z", "m"])])
  func `takes back a revert of more than came between`(targets: [String], undone: [String]) {
    var story = Story()
    story.commit("s", "SHOP-3 Side", on: ["base"])
    story.commit("e", "SHOP-9 Before", on: ["base"], tree: "before")
    story.commit("m", "Merge branch 'side'", on: ["e", "s"])
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: targets)]
    story.commit("z", "SHOP-4 Wish list")
    story.commit("t", "Revert \"Something else\"", tree: "before")
    for work in ["s", "z", "r"] { story.answers.remains[.init(of: Story.id(work), in: Story.id("t"))] = Remains.none }
    #expect(story.taken("t")?.undoes == undone)
  }

  /// Work for the ticket on a branch that the return does not build on, and work on its own line.
  @Test(arguments: [("SHOP-1 Cart", ["a"]), ("Tidy", nil)] as [(String, [String]?)])
  func `takes back without a word what it names and builds on`(subject: String, undone: [String]?) {
    var story = Story()
    story.commit("a", subject, on: ["base"])
    story.commit("p", "SHOP-1 Search", on: ["base"])
    story.commit("r", "SHOP-1 Tidy", on: ["a"], tree: "start")
    story.commit("m", "Merge branch 'search'", on: ["r", "p"])
    #expect(story.taken("r")?.undoes == undone)
  }

  @Test func `takes back all of the range by the tree from which it set out`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Revert \"Something else\"", tree: "start")
    #expect(story.taken("r")?.undoes == ["a"])
  }

  @Test func `does not return to a tree that came in by a merge`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart", on: ["older"])
    story.commit("m", "Merge branch 'main'", on: ["a", "base"])
    story.commit("r", "Revert \"Something else\"", tree: "start")
    #expect(story.taken("r")?.undoes == [])
  }

  @Test func `takes nothing back by changing nothing`() {
    var story = Story()
    story.commit("n", "Nothing yet", tree: "start")
    story.commit("a", "SHOP-1 Cart", tree: "cart")
    story.commit("r", "Revert \"Something else\"", tree: "cart")
    #expect(story.scope.reverts.isEmpty)
  }

  @Test func `takes nothing back as a merge`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before", tree: "before")
    story.commit("a", "SHOP-1 Cart", on: ["x"])
    story.commit("m", "Merge branch 'side'", on: ["a", "x"], tree: "before")
    #expect(story.scope.reverts.isEmpty)
  }

  @Test func `takes back only what it builds on`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before", tree: "before")
    story.commit("a", "SHOP-1 Cart", on: ["x"], tree: "cart")
    story.commit("b", "SHOP-2 Search", on: ["x"])
    story.commit("c", "SHOP-2 Search, tested", on: ["b"], tree: "cart")
    story.commit("m", "Merge branch 'side'", on: ["a", "c"])
    story.claims["c"] = [.made(titles: ["wish list"])]
    #expect(story.taken("c") == .init(unresolved: ["wish list"]))
  }

  @Test func `restores by a second return what the first took back`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before", tree: "before")
    story.commit("a", "SHOP-1 Cart", tree: "cart")
    story.commit("r", "Revert \"Something else\"", tree: "before")
    story.commit("s", "Revert \"Nothing known\"", tree: "cart")
    #expect(story.states == ["SHOP-9": "delivered", "SHOP-1": "delivered"])
  }

  @Test func `tells what a revert takes back whose words nobody could resolve`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before", tree: "before")
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Take it back", tree: "before")
    story.claims["r"] = [.made(titles: ["wish list"])]
    #expect(story.taken("r") == .init(undoes: ["a"], by: [.tree]))
  }

  @Test func `returns to no tree that a branch had before it was merged`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before", tree: "before")
    story.commit("a", "SHOP-1 Cart", on: ["x"], tree: "cart")
    story.commit("b", "SHOP-2 Search", on: ["x"])
    story.commit("m", "Merge branch 'cart'", on: ["b", "a"])
    story.commit("r", "Revert \"SHOP-2 Search\"", on: ["m"], tree: "cart")
    #expect(story.taken("r") == .init(undoes: ["b"], by: [.subject]))
  }

  @Test func `takes back by a return only what was in effect by then`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before", tree: "before")
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Take it back")
    story.commit("b", "SHOP-2 Search")
    story.commit("s", "Revert \"Something else\"", tree: "before")
    story.commit("t", "Bring it back")
    story.claims = ["r": [.made(ids: ["a"])], "t": [.made(ids: ["r"])]]
    #expect(story.taken("s") == .init(undoes: ["b"], by: [.tree]))
    #expect(story.states == ["SHOP-9": "delivered", "SHOP-1": "delivered", "SHOP-2": "reverted"])
  }

  @Test func `takes back by a return what takes back work from before it`() {
    var story = Story()
    story.outside = [("old", "SHOP-3 Wish list")]
    story.commit("a", "SHOP-1 Cart")
    story.commit("x", "SHOP-9 Before", tree: "before")
    story.commit("r", "Take it back")
    story.commit("o", "Take the old one back")
    story.commit("s", "Revert \"Something else\"", tree: "before")
    story.claims = ["r": [.made(ids: ["a"])], "o": [.made(ids: ["old"])]]
    #expect(story.taken("s") == .init(undoes: ["o", "r"], by: [.tree]))
    #expect(story.states == ["SHOP-9": "delivered", "SHOP-1": "delivered", "SHOP-3": "absent"])
  }

  @Test func `takes nothing back for a tree that only a merged branch had`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before", tree: "before")
    story.commit("a", "SHOP-1 Cart", on: ["x"], tree: "cart")
    story.commit("b", "SHOP-2 Search", on: ["x"])
    story.commit("c", "SHOP-3 Wish list", on: ["b"])
    story.commit("m", "Merge branch 'cart'", on: ["c", "a"])
    story.commit("r", "Revert \"SHOP-2 Search\"", on: ["m"], tree: "cart")
    #expect(story.taken("r") == .init(undoes: ["b"], by: [.subject]))
  }

  /// A commit that returns to a tree, and what it does besides.
  @Test(
    arguments: [
      (RevertClaim.made(ids: ["old"]), .init(outside: ["old"], by: [.id])),
      (.made(titles: [.init("wish list", depth: 1)]), nil), (.made(ids: ["a"]), .init(undoes: ["a"], by: [.id])),
    ] as [(RevertClaim, Story.Taken?)])
  func `takes nothing back by a tree where a message says what came between, or brings back`(
    claim: RevertClaim, taken: Story.Taken?
  ) {
    var story = Story()
    story.outside = [("old", "SHOP-3 Wish list")]
    story.commit("x", "SHOP-9 Before", tree: "before")
    story.commit("a", "SHOP-1 Cart", on: ["x"])
    story.commit("m", "Merge branch 'cart'", on: ["x", "a"])
    story.commit("r", "Take it back", tree: "before")
    story.claims["r"] = [claim]
    story.answers.remains[.init(of: Story.id("a"), in: Story.id("r"))] = Remains.none
    #expect(story.taken("r") == taken)
  }

  @Test func `takes back by a return reverts that nobody can resolve, or that take older work out, too`() {
    var story = Story()
    story.outside = [("old", "SHOP-3 Wish list")]
    story.commit("x", "SHOP-9 Before", tree: "before")
    story.commit("b", "SHOP-2 Search")
    story.commit("o", "Take them back")
    story.commit("u", "Take it back")
    story.commit("s", "Revert \"Something else\"", tree: "before")
    story.claims = ["o": [.made(ids: ["b", "old"])], "u": [.made(titles: ["list"])]]
    #expect(story.taken("s") == .init(undoes: ["u", "o"], by: [.tree]))
  }

  @Test func `knows the newest commit that had a tree before, and none for a tree that is new`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart", tree: "cart")
    story.commit("b", "SHOP-2 Search")
    story.commit("c", "Take it back", tree: "cart")
    story.commit("d", "Do nothing", tree: "cart")
    let commits = story.range.commits
    var returns = TreeReturns(RangeGraph(commits), mergeBases: [])
    let earlier = commits.indices.reversed().map { returns.note($0)?.offset }
    #expect(earlier == [nil, nil, 3, 1])
  }

  @Test(arguments: [1, 2]) func `returns to the tree from which a side set out where that is one`(count: Int) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Take it back", tree: "start")
    let commits = story.range.commits
    let bases = ["base", "other"].prefix(count).map { CommitRange.MergeBase(id: Story.id($0), tree: Story.id("start")) }
    let taken = TreeReturns(RangeGraph(commits), mergeBases: bases).taken(by: commits.startIndex, since: nil)
    #expect(taken.map { $0.all.map { Story.name(commits.id($0)) } } == (count == 1 ? ["a"] : nil))
  }

  /// What a merge brought, which may have changed nothing: the files tell whether the tree had it.
  @Test(arguments: [
    ("less", [Remains.all], ["r"]), ("less", [Remains.none], ["r", "b"]), ("less", [.some, .all], ["r", "b"]),
    ("less", [.some, .some], ["r"]), ("less", [Remains.none, .some], ["r", "b"]), ("more", [.all], ["m", "r"]),
    ("more", [Remains.none], ["m", "r", "b"]),
  ])
  func `leaves what a merge brought that the line had before`(tree: String, left: [Remains], undone: [String]) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart", on: ["base"], tree: "cart")
    story.commit("b", "SHOP-2 Cart", on: ["base"])
    story.commit("r", "SHOP-3 Less of it", on: ["a"], tree: "less")
    story.commit("m", "Merge branch 'cart'", on: ["r", "b"], tree: tree)
    story.commit("s", "Revert \"Something else\"", tree: "cart")
    // In the tree, and before it returned.
    for (place, left) in zip(["s", "m"], left) {
      story.answers.remains[.init(of: Story.id("b"), in: Story.id(place))] = left
    }
    #expect(story.taken("s") == .init(undoes: undone, by: [.tree]))
  }

  /// Where a branch set out, of which only the tree of the merge base is known.
  @Test(arguments: [("base", ["m", "a", "c"]), ("older", ["m", "a", "c", "n"])])
  func `leaves what a merge brought to a branch that changed nothing of where it set out`(
    start: String, undone: [String]
  ) {
    var story = Story()
    story.commit("b", "SHOP-2 Cart", on: ["base"])
    story.commit("n", "Merge branch 'cart'", on: [start, "b"], tree: "start")
    story.commit("c", "SHOP-3 Search", on: ["n"])
    story.commit("a", "SHOP-1 Totals", on: ["base"])
    story.commit("m", "Merge branch 'search'", on: ["a", "c"])
    story.commit("s", "Revert \"Something else\"", tree: "start")
    story.answers.remains[.init(of: Story.id("c"), in: Story.id("s"))] = Remains.none
    #expect(story.taken("s") == .init(undoes: undone, by: [.tree]))
  }

  @Test(arguments: [true, false]) func `takes back what changed nothing, whether or not there was a merge`(
    isMerged: Bool
  ) {
    var story = Story()
    story.commit("x", "SHOP-9 Before", tree: "before")
    story.commit("a", "SHOP-1 Cart", tree: "cart")
    story.commit("n", "SHOP-2 Trigger the build", tree: "cart")
    if isMerged {
      story.commit("b", "SHOP-3 Search", on: ["x"])
      story.commit("m", "Merge branch 'search'", on: ["n", "b"])
      story.answers.remains[.init(of: Story.id("b"), in: Story.id("s"))] = Remains.none
    }
    story.commit("s", "Revert \"Something else\"", tree: "before")
    #expect(story.taken("s")?.undoes.filter { ["a", "n"].contains($0) } == ["n", "a"])
    #expect(story.states["SHOP-2"] == "reverted")
  }

  /// A merge that brought what both sides have as well, and a revert of it.
  @Test(arguments: [(["o"], ["a"]), ([], ["a", "r"])])
  func `takes no revert back of what came between with what both sides have`(brought: [String], undone: [String]) {
    var story = Story()
    story.outside = [("o", "SHOP-3 Wish list")]
    story.commit("x", "SHOP-9 Before", tree: "before")
    story.commit("b", "SHOP-2 Search", on: ["o"])
    story.commit("m", "Merge branch 'search'", on: ["x", "b"])
    story.commit("r", "Take it back")
    story.commit("a", "SHOP-1 Cart")
    story.commit("s", "Revert \"Something else\"", tree: "before")
    story.claims["r"] = [.made(ids: ["m"] + (brought.isEmpty ? ["o"] : []))]
    story.answers.brought[Story.id("m")] = brought.map { name in
      story.answers.remains[.init(of: Story.id(name), in: Story.id("m"))] = .all
      story.answers.remains[.init(of: Story.id(name), in: Story.id("r"))] = Remains.none
      return .init(
        id: Story.id(name), isMerge: false, facts: facts("SHOP-3 Wish list"), isCommon: true, descendants: [])
    }
    #expect(story.taken("r")?.outside == ["o"])
    #expect(story.taken("s") == .init(undoes: undone, by: [.tree]))
  }
}
