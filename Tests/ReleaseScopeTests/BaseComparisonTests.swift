import ReleaseScope
import Testing

/// Work of the range that reached the base by another road, and work of the base that the range lacks.
struct BaseComparisonTests {
  private static func matches(_ story: Story) -> [String] {
    story.scope.alreadyOnBase.map { "\(Story.name($0.commit)) as \(Story.name($0.counterpart)) by \($0.by.rawValue)" }
  }

  private static func lacking(_ story: Story) -> [String] { story.scope.lackingFromBase.map(Story.name) }

  @Test func `knows two picks of one origin`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart\n\n\(Story.picked("x"))")
    story.commit("b", "SHOP-2 Search\n\n\(Story.picked("y"))")
    story.onBase("p", "SHOP-1 Cart\n\n\(Story.picked("x"))")
    #expect(Self.matches(story) == ["a as p by trailer"])
    #expect(Self.lacking(story).isEmpty)
  }

  @Test(arguments: [true, false]) func `takes no merge for a counterpart of which all was taken back`(isTakenBack: Bool)
  {
    var story = Story()
    story.commit("a", "SHOP-1 Cart", tree: "cart")
    story.onBase("b", "SHOP-1 Cart", parents: ["base"])
    story.onBase("m", "Merge branch 'cart'", tree: "cart", parents: ["base", "b"])
    if isTakenBack { story.onBase("r", "Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("b"))") }
    #expect(Self.matches(story) == (isTakenBack ? [] : ["a as m by tree"]))
  }

  @Test(arguments: [("a", "p"), ("p", "a")])
  func `knows a pick by an abbreviated id, either way round`(copy: String, origin: String) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.onBase("p", "SHOP-1 Cart")
    let short = WrittenID(Array(Story.id(origin).description.utf8.prefix(8)))
    story.said[copy] = { $0.pickedFrom = [short].compactMap(\.self) }
    #expect(Self.matches(story) == ["a as p by trailer"])
  }

  @Test(arguments: [(8, 40), (40, 8), (8, 10), (10, 8)])
  func `knows two picks of one origin however short they write it`(ours: Int, theirs: Int) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.onBase("p", "SHOP-1 Cart")
    for (name, length) in [("a", ours), ("p", theirs)] {
      story.said[name] = {
        $0.pickedFrom = [WrittenID(Array(Story.id("x").description.utf8.prefix(length)))].compactMap(\.self)
      }
    }
    #expect(Self.matches(story) == ["a as p by trailer"])
  }

  @Test(arguments: [(8, 40), (40, 8), (8, 8), (40, 40)])
  func `tells picks of two origins apart`(ours: Int, theirs: Int) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.onBase("p", "SHOP-2 Search")
    for (name, origin, length) in [("a", "x", ours), ("p", "y", theirs)] {
      story.said[name] = {
        $0.pickedFrom = [WrittenID(Array(Story.id(origin).description.utf8.prefix(length)))].compactMap(\.self)
      }
    }
    #expect(Self.matches(story).isEmpty)
  }

  @Test func `knows all that a picked merge brought`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-1 Cart", on: ["x"])
    story.commit("n", "Merge branch 'main' into cart", on: ["a", "x"])
    story.commit("b", "SHOP-1 Cart, tested", on: ["n"])
    story.commit("m", "Merge branch 'cart'", on: ["x", "b"])
    story.onBase("p", "SHOP-1 Cart\n\n\(Story.picked("m"))")
    #expect(Self.matches(story) == ["b as p by trailer", "a as p by trailer"])
    #expect(story.states == ["SHOP-9": "delivered", "SHOP-1": "already-on-base"])
  }

  @Test func `knows a change by its Change-Id, and no merge, and nothing that is taken back`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Search")
    story.commit("c", "SHOP-3 Wish list")
    story.commit("d", "SHOP-4 Prices")
    story.commit("m", "Merge branch 'x'", on: ["d", "a"])
    story.onBase("p", "SHOP-1 The cart")
    story.onBase("q", "SHOP-2 The search")
    story.onBase("q2", "SHOP-2 The search again")
    story.onBase("r", "Take it back")
    story.onBase("n", "Merge branch 'y'", parents: ["r", "p"])
    let changes = ["a": "I1", "p": "I1", "m": "I1", "b": "I2", "q": "I2", "q2": "I2", "c": "I3", "d": "I4", "n": "I4"]
    for (name, change) in changes { story.said[name] = { $0.changeID = Story.id(change) } }
    story.claims["r"] = [.made(ids: ["q2"])]
    #expect(Self.matches(story) == ["b as q by change-id", "a as p by change-id"])
  }

  @Test func `knows a commit by author, date and subject where nothing else tells`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.onBase("p", "SHOP-1 Cart")
    #expect(Self.matches(story) == ["a as p by authorship"])
    story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.onBase("p", "SHOP-1 Cart, tested")
    #expect(Self.matches(story).isEmpty)
    #expect(Self.lacking(story) == ["p"])
  }

  @Test(arguments: [(Remains.all, true), (.some, true), (Remains.none, false)])
  func `knows by authorship nothing of which the other commit has left nothing`(left: Remains, isKnown: Bool) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.onBase("p", "SHOP-1 Cart")
    story.answers.remains[.init(of: Story.id("a"), in: Story.id("p"))] = left
    #expect(Self.matches(story) == (isKnown ? ["a as p by authorship"] : []))
    #expect(Self.lacking(story) == (isKnown ? [] : ["p"]))
  }

  @Test(arguments: [
    (Remains.all, Remains.all, false), (.some, .some, false), (.all, .some, true), (.some, .none, true),
    (.none, .all, false),
    (.replaced, .replaced, true), (.replaced, .none, true), (.moved, .moved, true),
  ])
  func `knows by authorship nothing that was there before the other commit`(
    left: Remains, before: Remains, isKnown: Bool
  ) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.onBase("o", "SHOP-2 Search")
    story.onBase("p", "SHOP-1 Cart", at: 0)
    story.answers.remains[.init(of: Story.id("a"), in: Story.id("p"))] = left
    story.answers.remains[.init(of: Story.id("a"), in: Story.id("o"))] = before
    #expect(Self.matches(story) == (isKnown ? ["a as p by authorship"] : []))
  }

  @Test func `knows by authorship no merge, and nothing that is taken back on either side`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("m", "SHOP-2 Search", on: ["a", "shared"])
    story.commit("b", "SHOP-3 Wish list")
    story.commit("r", "Take it back")
    story.onBase("n", "SHOP-1 Cart", parents: ["base", "another"], at: 0)
    story.onBase("p", "SHOP-2 Search", at: 1)
    story.onBase("q", "SHOP-3 Wish list", at: 2)
    story.claims["r"] = [.made(ids: ["b"])]
    for (name, before) in [("m", "n"), ("b", "p"), ("a", "base")] {
      story.answers.remains[.init(of: Story.id(name), in: Story.id(before))] = Remains.none
    }
    #expect(Self.matches(story) == ["m as shared by ancestry"])
    story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.onBase("p", "SHOP-1 Cart", at: 0)
    story.onBase("q", "SHOP-1 Cart", at: 0)
    story.onBase("r", "Take it back")
    story.claims["r"] = [.made(ids: ["q"])]
    #expect(Self.matches(story) == ["a as p by authorship"])
  }

  @Test func `looks for no authorship of what is on the base by a mark`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart\n\n\(Story.picked("p"))")
    story.commit("b", "SHOP-2 Search")
    story.onBase("q", "SHOP-1 Cart", at: 0)
    story.onBase("p", "SHOP-1 The cart")
    #expect(Self.matches(story) == ["a as p by trailer"])
    #expect(Self.lacking(story) == ["q"])
  }

  @Test func `keeps what a tree tells of a merge that brings nothing`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("m", "Merge branch 'main' into release", on: ["a", "shared"], tree: "released")
    story.onBase("q", "Release 2.3.0", tree: "released")
    #expect(Self.matches(story) == ["m as q by tree", "a as q by tree"])
  }

  @Test func `asks what is left of each commit at a tree that both have, and keeps what is not`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Search")
    story.commit("c", "SHOP-3 Wish list")
    story.commit("d", "SHOP-4 Prices", tree: "released")
    story.onBase("s", "Release 2.3.0", tree: "released")
    for (name, remains) in [("a", Remains.none), ("b", .some), ("c", .all)] {
      story.answers.remains[.init(of: Story.id(name), in: Story.id("d"))] = remains
    }
    #expect(Self.matches(story) == ["d as s by tree", "c as s by tree", "b as s by tree"])
  }

  @Test func `takes by a tree what is in effect there, undone or done again later`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Search")
    story.commit("r", "Take it back", tree: "released")
    story.commit("s", "Do it again")
    story.claims = ["r": [.made(ids: ["a"])], "s": [.made(.reland, ids: ["a"])]]
    story.onBase("q", "Release 2.3.0", tree: "released")
    #expect(story.states == ["SHOP-1": "delivered", "SHOP-2": "already-on-base"])
  }

  @Test func `knows by the sum of changes a line that was squashed`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Search")
    story.commit("c", "SHOP-3 Wish list")
    story.onBase("q", "Release 2.3.0 and more")
    story.answers.squashes = [Story.id("q"): Story.id("b")]
    #expect(Self.matches(story) == ["b as q by squash", "a as q by squash"])
    #expect(Self.lacking(story).isEmpty)
  }

  @Test func `asks for squashes of the lines that the range has`() throws {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-1 Cart", on: ["x"])
    story.commit("b", "SHOP-2 Search", on: ["x"])
    story.commit("m", "Merge branch 'cart'", on: ["b", "a"])
    story.onBase("q", "SHOP-3 Wish list")
    story.onBase("n", "Merge branch 'y'", parents: ["q", "elsewhere"])
    var draft = NetScope.Draft(story.range)
    var answers = ScopeAnswers()
    answers.patches = [:]
    _ = try #require(draft.questions?.patches)
    draft.answer(answers)
    let question = try #require(draft.questions?.squashes)
    #expect(question.lines.map { $0.commits.map(Story.name) } == [["x", "b", "m"], ["a"]])
    #expect(question.lines.map { Story.name($0.start) } == ["start", "tree of x"])
    #expect(question.commits.map(Story.name) == ["q"])
  }

  @Test func `knows a merge of what the base has by its parents`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("m", "Merge branch 'main' into release", on: ["a", "shared"])
    story.commit("b", "SHOP-2 Search", on: ["a"])
    story.commit("n", "Merge branch 'search'", on: ["m", "b"])
    story.onBase("q", "SHOP-3 Wish list")
    #expect(Self.matches(story) == ["m as shared by ancestry"])
  }

  @Test func `lacks the base's work that is in effect there, without merges`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.onBase("p", "SHOP-2 Search")
    story.onBase("q", "SHOP-3 Wish list")
    story.onBase("r", "Take it back")
    story.onBase("m", "Merge branch 'x'", parents: ["r", "q"])
    story.claims["r"] = [.made(ids: ["q"])]
    #expect(Self.lacking(story) == ["p"])
  }

  @Test func `lacks the base's own revert of what both sides have`() {
    var story = Story()
    story.outside = [("old", "SHOP-2 Search")]
    story.commit("a", "SHOP-1 Cart")
    story.onBase("r", "Take it back")
    story.claims["r"] = [.made(ids: ["old"])]
    #expect(Self.lacking(story) == ["r"])
  }

  @Test func `knows by authorship a second copy of what the base has once`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart\n\n\(Story.picked("p"))")
    story.commit("b", "SHOP-1 Cart")
    story.onBase("p", "SHOP-1 Cart", at: 1)
    #expect(Self.matches(story) == ["b as p by authorship", "a as p by trailer"])
  }

  /// A revert on the base, and whether the release lacks it.
  @Test(arguments: [
    (RevertClaim.made(ids: ["q"]), "Take it back", false), (.made(ids: ["n"]), "Take it back", false),
    (.made(ids: ["m"]), "Take it back", true), (.made(ids: ["old"]), "Take it back", true),
    (.made(ids: ["q", "old"]), "Take it back", true), (.made(titles: ["wish list"]), "Take it back", true),
    (.made(in: .body, ids: ["q"]), "SHOP-3 Wish list", true),
  ])
  func `lacks a revert of the base that takes back more than work of the base alone`(
    claim: RevertClaim, message: String, isLacking: Bool
  ) {
    var story = Story()
    story.answers.named[WrittenID(Story.id("old"))] = .init(
      id: Story.id("old"), isMerge: false, facts: facts("SHOP-4 Older"), isCommon: true, descendants: [Story.id("r")])
    story.commit("a", "SHOP-1 Cart\n\n\(Story.picked("p"))")
    story.onBase("p", "SHOP-1 Basket")
    story.onBase("q", "SHOP-2 Search")
    story.onBase("o", "SHOP-2 Search, tested", parents: ["p"])
    story.onBase("n", "Merge branch 'search'", parents: ["q", "o"])
    story.onBase("m", "Merge branch 'other'", parents: ["n", "elsewhere"])
    story.onBase("r", message)
    story.claims["r"] = [claim]
    story.commit("b", "Take it out\n\n\(Story.picked("x"))")
    story.claims["b"] = [.made(ids: ["old"])]
    #expect(Self.lacking(story).contains("r") == isLacking)
  }
}
