import ReleaseScope
import Testing

/// How the target of a claim is found, step by step.
struct RevertTargetTests {
  /// Three commits and what a fourth says that it takes back.
  private static func story(_ claims: RevertClaim...) -> Story {
    var story = Story()
    story.commit("a", "SHOP-1 Cart (#7)")
    story.commit("b", "SHOP-2 Search (#8)")
    story.commit("c", "SHOP-2 Search, tested (#9)")
    story.commit("r", "Take it back")
    story.claims["r"] = claims
    return story
  }

  @Test func `takes an id before all else`() {
    let claim = RevertClaim.made(ids: ["a"], requests: [8], titles: ["shop-2 search, tested"], keys: ["SHOP-2"])
    var story = Self.story(claim)
    story.answers.inverses = [Story.id("r"): [Story.id("b")]]
    #expect(story.taken("r") == .init(undoes: ["a"], by: [.id]))
  }

  @Test func `takes an abbreviated id for the one commit that begins with it`() {
    var claim = RevertClaim.made()
    claim.ids = [WrittenID(Array(Story.id("b").description.utf8.prefix(7)))].compactMap(\.self)
    #expect(Self.story(claim).taken("r") == .init(undoes: ["b"], by: [.id]))
  }

  @Test func `takes a run from its first commit to its last`() {
    #expect(Self.story(.made(runs: [("b", "c")])).taken("r") == .init(undoes: ["c", "b"], by: [.id]))
    #expect(Self.story(.made(runs: [("a", "c")])).taken("r") == .init(undoes: ["c", "b", "a"], by: [.id]))
    #expect(Self.story(.made(runs: [("b", "b")])).taken("r") == .init(undoes: ["b"], by: [.id]))
  }

  @Test func `takes a run that is named from its last commit on`() {
    #expect(Self.story(.made(runs: [("c", "b")])).taken("r") == .init(undoes: ["c", "b"], by: [.id]))
  }

  @Test(arguments: [("x", "b"), ("b", "x")])
  func `says which run it did not find`(first: String, last: String) {
    let unresolved = "\(Story.id(first))^..\(Story.id(last))"
    #expect(Self.story(.made(runs: [(first, last)])).taken("r") == .init(unresolved: [unresolved]))
  }

  @Test func `takes what is left of a list of ids, and names the rest`() {
    let claim = RevertClaim.made(ids: ["a", "x"])
    #expect(Self.story(claim).taken("r") == .init(undoes: ["a"], unresolved: [Story.id("x").description], by: [.id]))
  }

  @Test func `does not take one pull request for another by its title`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart (#11)")
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(requests: [12], titles: ["shop-1 cart"])]
    #expect(story.taken("r") == .init(undoes: ["a"], by: [.subject]))
    var earlier = ScopeAnswers.Earlier()
    earlier.described = [
      .init(
        id: Story.id("o"), isMerge: false, facts: facts("SHOP-1 Cart (#12)"), isCommon: true,
        descendants: [Story.id("r")])
    ]
    story.answers.earlier = [Story.id("r"): earlier]
    #expect(story.taken("r") == .init(outside: ["o"], by: [.request]))
  }

  @Test func `passes over what only says that it takes something back`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Take it back", tree: "before")
    story.claims["r"] = [.made(titles: ["shop-1 cart"])]
    story.commit("i", "Revert \"SHOP-1 Cart\"", tree: "before")
    story.commit("u", "Undo it")
    story.claims["u"] = [.made(titles: [.init("shop-1 cart", depth: 1)])]
    #expect(story.taken("u")?.undoes != ["i"])
  }

  @Test func `takes what undid a commit for no second try of it`() {
    var story = Story()
    story.outside = [("o", "SHOP-1 Cart")]
    for (name, target) in [("r", "o"), ("u", "r"), ("v", "r")] {
      story.commit(name, "It does not work")
      story.claims[name] = [.made(ids: [target])]
    }
    #expect(story.taken("v") == .init(undoes: ["r"], by: [.id]))
  }

  @Test func `takes the copy here of a commit elsewhere, whichever says so`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart\n\n\(Story.picked("x"))")
    story.commit("b", "SHOP-1 Cart, tested")
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: ["x", "y", "z"])]
    story.elsewhere = [
      ("y", "SHOP-1 Cart, tested\n\n\(Story.picked("b"))"), ("z", "SHOP-1 Cart\n\n\(Story.picked("x"))"),
    ]
    #expect(story.taken("r") == .init(undoes: ["b", "a"], by: [.trailer]))
  }

  @Test func `takes the newest copy before the revert that is in effect`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart\n\n\(Story.picked("x"))")
    story.commit("b", "SHOP-1 Cart again\n\n\(Story.picked("x"))")
    story.commit("q", "Take it back")
    story.commit("r", "Take it back")
    story.commit("c", "SHOP-1 Cart once more\n\n\(Story.picked("x"))")
    story.claims = ["q": [.made(ids: ["x"])], "r": [.made(ids: ["x"])]]
    #expect(story.taken("q")?.undoes == ["b"])
    #expect(story.taken("r")?.undoes == ["a"])
  }

  @Test func `takes a commit with the same patch as one elsewhere, and none for a merge`() {
    var story = Self.story(.made(ids: ["x"]))
    story.elsewhere = [("x", "SHOP-2 Search")]
    story.answers.samePatch = [Story.id("x"): [Story.id("b"), Story.id("nowhere")]]
    #expect(story.taken("r") == .init(undoes: ["b"], by: [.patchID]))
    story.answers.named = [
      WrittenID(Story.id("x")): .init(
        id: Story.id("x"), isMerge: true, facts: MessageFacts(), isCommon: false, descendants: [])
    ]
    #expect(story.taken("r") == .init(unresolved: [Story.id("x").description]))
  }

  @Test func `takes what both sides have out`() {
    var story = Self.story(.made(ids: ["old", "old"]))
    story.outside = [("old", "SHOP-3 Wish list")]
    #expect(story.taken("r") == .init(outside: ["old"], by: [.id]))
    #expect(story.states["SHOP-3"] == "removed")
  }

  @Test func `takes the pull request of a number before a title`() {
    let claim = RevertClaim.made(requests: [8], titles: ["shop-1 cart"])
    #expect(Self.story(claim).taken("r") == .init(undoes: ["b"], by: [.request]))
  }

  @Test func `takes a number that ids could not tell`() {
    #expect(Self.story(.made(ids: ["x"], requests: [8])).taken("r") == .init(undoes: ["b"], by: [.request]))
  }

  @Test func `takes the commit whose own number it is, else one that carries it`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart (#7)")
    story.commit("b", "SHOP-1 Cart (#7) (#12)")
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(requests: [7])]
    #expect(story.taken("r")?.undoes == ["a"])
    story.claims["r"] = [.made(requests: [12])]
    #expect(story.taken("r")?.undoes == ["b"])
    var carried = Story()
    carried.commit("b", "SHOP-1 Cart (#7) (#12)")
    carried.commit("r", "Take it back")
    carried.claims["r"] = [.made(requests: [7])]
    #expect(carried.taken("r") == .init(undoes: ["b"], by: [.request]))
  }

  @Test func `takes a title that one commit in effect has before an inverse patch, and the inverse where two have it`()
  {
    var story = Self.story(.made(titles: ["shop-1 cart"]))
    story.answers.inverses = [Story.id("r"): [Story.id("b")]]
    #expect(story.taken("r") == .init(undoes: ["a"], by: [.subject]))
    story = Story()
    for name in ["a", "b", "c"] { story.commit(name, name == "c" ? "SHOP-2 Search" : "SHOP-1 Cart") }
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(titles: ["shop-1 cart"])]
    story.answers.inverses = [Story.id("r"): [Story.id("a")]]
    #expect(story.taken("r") == .init(undoes: ["a"], by: [.inversePatch]))
    story.answers.inverses = [:]
    #expect(story.taken("r") == .init(undoes: ["b"], by: [.subject]))
  }

  @Test(arguments: [(RevertClaim.Action.revert, 1), (.reland, 2)])
  func `takes what takes back or does again by the title that it is about, in whatever form it says so`(
    action: RevertClaim.Action, depth: Int
  ) {
    var story = Self.story(.made(action, titles: ["wish list"]))
    story.commit("s", "Take that back")
    story.claims["s"] = [.made(titles: [RevertClaim.Title("wish list", depth: depth)])]
    #expect(story.taken("s") == .init(undoes: ["r"], by: [.subject]))
  }

  @Test func `takes every title of a list, and names those that nothing has`() {
    let claim = RevertClaim.made(titles: ["shop-1 cart", "wish list", "shop-2 search"])
    #expect(Self.story(claim).taken("r") == .init(undoes: ["b", "a"], unresolved: ["wish list"], by: [.subject]))
  }

  @Test(arguments: [
    ("shop-2 search, teste…", ["c"]), ("shop-2 search, teste...", ["c"]), ("shop-2 search, tests…", []),
  ])
  func `takes the newest commit whose title begins like one that is cut short`(text: String, undoes: [String]) {
    let title = RevertClaim.Title(text, depth: 0)
    #expect(Self.story(.made(titles: [title])).taken("r")?.undoes == undoes)
  }

  @Test func `takes the only work of a ticket that is named alone`() {
    #expect(Self.story(.made(keys: ["SHOP-1"])).taken("r") == .init(undoes: ["a"], by: [.key]))
  }

  @Test(arguments: [(["SHOP-2"], false), (["SHOP-1", "SHOP-2"], false), (["SHOP-1"], true), (["SHOP-3"], false)])
  func `takes nothing by a key that several commits have, of which a part is meant, or that none has`(
    keys: [String], isPartial: Bool
  ) {
    var claim = RevertClaim.made(keys: keys)
    claim.isPartial = isPartial
    #expect(Self.story(claim).taken("r") == .init(unresolved: [keys[0]]))
  }

  @Test func `takes by the contents whatever of a named ticket is gone from the files with the commit`() {
    var story = Self.story(.made(titles: ["wish list"], keys: ["SHOP-2"]))
    for (name, here) in [("b", Remains.none), ("c", .some)] {
      story.answers.remains[.init(of: Story.id(name), in: Story.id("r"))] = here
    }
    #expect(story.taken("r") == .init(undoes: ["b"], by: [.contents]))
    // What was gone before was not taken back here.
    story.answers.remains[.init(of: Story.id("b"), in: Story.id("c"))] = Remains.none
    #expect(story.taken("r") == .init(unresolved: ["wish list"]))
  }

  @Test(arguments: [
    (RevertClaim.made(titles: ["wish list", "search box"]), ["wish list", "search box"]),
    (.made(requests: [70]), ["#70"]), (.made(keys: ["SHOP-3"]), ["SHOP-3"]),
    (.made(requests: [70], titles: ["wish list"], keys: ["SHOP-3"]), ["wish list"]),
    (.made(ids: ["x"], titles: ["wish list"]), [Story.id("x").description]),
  ])
  func `says by the most exact words what it did not find`(claim: RevertClaim, unresolved: [String]) {
    #expect(Self.story(claim).taken("r") == .init(unresolved: unresolved))
  }

  @Test func `takes words that may mean something else for a revert only when a target is found`() {
    let claim = RevertClaim.made(isCertain: false, requests: [7], titles: ["shop-1 cart"], keys: ["SHOP-1"])
    #expect(Self.story(claim).taken("r") == nil)
    var story = Self.story(claim)
    story.answers.inverses = [Story.id("r"): [Story.id("b")]]
    #expect(story.taken("r") == .init(undoes: ["b"], by: [.inversePatch]))
  }

  @Test(arguments: [
    RevertClaim.made(ids: ["a"]), .made(runs: [("a", "a")]), .made(requests: [7]), .made(titles: ["shop-1 cart"]),
    .made(keys: ["SHOP-1"]),
  ])
  func `takes nothing that the revert does not build on`(claim: RevertClaim) {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-1 Cart (#7)", on: ["x"])
    story.commit("r", "Take it back", on: ["x"])
    story.commit("m", "Merge branch 'side'", on: ["a", "r"])
    story.claims["r"] = [claim]
    #expect(story.taken("r")?.undoes == [])
    #expect(story.states["SHOP-1"] == "delivered")
  }

  @Test(arguments: [
    RevertClaim.made(requests: [7]), .made(titles: ["shop-1 cart"]), .made(keys: ["SHOP-1"]),
  ])
  func `takes nothing that is taken back already`(claim: RevertClaim) {
    var story = Self.story(.made(ids: ["a"]))
    story.commit("s", "Take it back again")
    story.claims["s"] = [claim]
    #expect(story.taken("s")?.undoes == [])
  }

  @Test func `looks for an inverse among what is in effect, and asks nothing else of merges`() throws {
    var story = Self.story(.made(ids: ["b"]))
    story.commit("m", "Merge branch 'x'", on: ["r", "c"])
    story.commit("s", "Take it back again")
    story.claims["s"] = [.made(titles: ["wish list"])]
    let questions = try #require(NetScope.Draft(story.range).questions)
    #expect(questions.range.inverses[Story.id("s")]?.map(Story.name) == ["r", "c", "a"])
  }

  @Test func `stands, where an id is undone, for the commit that did the work again`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Take it back")
    story.commit("b", "SHOP-1 Cart")
    story.commit("s", "Take it back again")
    story.claims = ["r": [.made(ids: ["a"])], "s": [.made(ids: ["a"])]]
    #expect(story.taken("s")?.undoes == ["b"])
    #expect(story.states == ["SHOP-1": "reverted"])
  }
}
