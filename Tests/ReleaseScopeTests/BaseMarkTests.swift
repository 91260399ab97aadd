import ReleaseScope
import Testing

/// What messages of either side say that the other has: picks of merges, squashes, backports of pull requests.
struct BaseMarkTests {
  private static func matches(_ story: Story) -> [String] {
    story.scope.alreadyOnBase.map { "\(Story.name($0.commit)) as \(Story.name($0.counterpart)) by \($0.by.rawValue)" }
  }

  private static func lacking(_ story: Story) -> [String] { story.scope.lackingFromBase.map(Story.name) }

  /// What a message says of the commits that it squashes.
  private static func squash(_ names: String...) -> @Sendable (inout MessageFacts) -> Void {
    { $0.squashOf = names.map { WrittenID(Story.id($0)) } }
  }

  /// A branch of two commits, the first of which the branch takes back itself.
  private static var branch: Story {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-1 Cart", on: ["x"])
    story.commit("b", "SHOP-2 Search", on: ["a"])
    story.commit("r", "Take it back", on: ["b"])
    story.commit("m", "Merge branch 'cart'", on: ["x", "r"])
    story.claims["r"] = [.made(ids: ["a"])]
    return story
  }

  @Test func `takes of a merge that was picked what is in effect there`() {
    var story = Self.branch
    story.onBase("p", "The cart\n\n\(Story.picked("m"))")
    #expect(Self.matches(story) == ["r as p by trailer", "b as p by trailer"])
  }

  @Test(arguments: [("tree of x", ["a as p by trailer"]), ("tree of q", []), ("start", ["a as p by trailer"])])
  func `is no copy on the base that changes nothing`(tree: String, matches: [String]) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.onBase("q", "Before")
    story.onBase("p", "SHOP-1 Cart\n\n\(Story.picked("a"))", tree: tree)
    #expect(Self.matches(story) == matches)
  }

  @Test func `is no copy on the base that changes nothing of the merge base`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.onBase("p", "SHOP-1 Cart\n\n\(Story.picked("a"))", tree: "start")
    #expect(Self.matches(story).isEmpty)
  }

  @Test(arguments: [("merged", ["a as m by trailer"]), ("tree of q", [])])
  func `is no copy on the base where a merge kept nothing of it`(tree: String, matches: [String]) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.onBase("x", "Elsewhere", parents: ["base"])
    story.onBase("q", "Before", parents: ["base"])
    story.onBase("m", "SHOP-1 Cart\n\n\(Story.picked("a"))", tree: tree, parents: ["q", "x"])
    #expect(Self.matches(story) == matches)
  }

  @Test func `knows the commits that a squash on the base lists`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Search")
    story.commit("c", "SHOP-3 Wish list")
    story.onBase("s", "The cart")
    story.said["s"] = Self.squash("b", "a")
    #expect(Self.matches(story) == ["b as s by squash", "a as s by squash"])
    #expect(Self.lacking(story).isEmpty)
  }

  @Test func `knows what a merge brought that a squash on the base lists`() {
    var story = Self.branch
    story.onBase("s", "The cart")
    story.said["s"] = Self.squash("m")
    #expect(Self.matches(story) == ["r as s by squash", "b as s by squash"])
  }

  /// A squash of the range of `p` and `q`.
  private static func squashed(_ tell: (inout Story) -> Void = { _ in }) -> Story {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.said["a"] = squash("p", "q")
    story.onBase("p", "SHOP-1 First")
    story.onBase("q", "SHOP-1 Second")
    tell(&story)
    return story
  }

  @Test func `knows a squash of the range all of which the base has`() {
    let story = Self.squashed()
    #expect(Self.matches(story) == ["a as p by squash"])
    #expect(Self.lacking(story).isEmpty)
  }

  @Test func `knows no squash of which the base lacks a part, or took one back`() {
    let more = Self.squashed { $0.said["a"] = Self.squash("p", "elsewhere") }
    #expect(Self.matches(more).isEmpty)
    #expect(Self.lacking(more) == ["q", "p"])
    let first = Self.squashed { $0.said["a"] = Self.squash("elsewhere", "q") }
    #expect(Self.matches(first).isEmpty)
    let undone = Self.squashed {
      $0.onBase("r", "Take it back")
      $0.claims["r"] = [.made(ids: ["q"])]
    }
    #expect(Self.matches(undone).isEmpty)
    #expect(Self.lacking(undone) == ["p"])
  }

  @Test func `lacks what a squash has that the range took back`() {
    let story = Self.squashed {
      $0.commit("r", "Take it back")
      $0.claims["r"] = [.made(ids: ["a"])]
    }
    #expect(Self.matches(story) == ["a as p by squash"])
    #expect(Self.lacking(story) == ["q", "p"])
  }

  @Test func `knows the backport of a pull request, either way round`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart (#12)")
    story.commit("b", "SHOP-2 Search, on 2.4")
    story.said["b"] = { $0.copyOf = [7, 8] }
    story.onBase("p", "SHOP-1 The cart")
    story.said["p"] = { $0.copyOf = [12] }
    story.onBase("q", "SHOP-2 Search (#7)")
    #expect(Self.matches(story) == ["b as q by request", "a as p by request"])
    #expect(Self.lacking(story).isEmpty)
  }

  @Test func `knows by a backport what the merge of the pull request brought`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-1 Cart", on: ["x"])
    story.commit("m", "Merge pull request #12 from shop/cart", on: ["x", "a"])
    story.onBase("p", "SHOP-1 The cart")
    story.said["p"] = { $0.copyOf = [12] }
    #expect(Self.matches(story) == ["a as p by request"])
  }

  @Test func `takes for the copy no commit that only carries the number`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart (#12) (#20)")
    story.onBase("p", "SHOP-1 The cart")
    story.said["p"] = { $0.copyOf = [12] }
    #expect(Self.matches(story).isEmpty)
  }

  @Test func `counts every commit of the base that has a tree of the range`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart", tree: "cart")
    story.commit("b", "SHOP-2 Search", tree: "search")
    story.onBase("p", "The cart", tree: "cart")
    story.onBase("q", "The search", tree: "search")
    #expect(Self.matches(story) == ["b as q by tree", "a as q by tree"])
    #expect(Self.lacking(story).isEmpty)
  }

  @Test func `takes by a tree nothing that the base has no longer`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Search", tree: "released")
    story.onBase("q", "Release 2.3.0", tree: "released")
    story.onBase("p", "Go on")
    story.answers.remains[.init(of: Story.id("a"), in: Story.id("p"))] = Remains.none
    #expect(Self.matches(story) == ["b as q by tree"])
  }

  /// What is in effect at a tree: the work, reverts of it and of these, oldest first.
  @Test(
    arguments: [
      (["r": .made(ids: ["a"])], false), (["r": .made(ids: ["a"]), "s": .made(ids: ["r"])], true),
      (["r": .made(ids: ["a"]), "s": .made(.reland, ids: ["a"])], true),
      (["r": .made(ids: ["a"]), "s": .made(.reland, ids: ["a"]), "t": .made(ids: ["a"])], false),
      (["r": .made(ids: ["a"]), "s": .made(ids: ["r"]), "t": .made(ids: ["s"])], false),
      (["r": .made(ids: ["a"]), "s": .made(.reland, ids: ["a"]), "t": .made(ids: ["s"])], false),
    ] as [([String: RevertClaim], Bool)])
  func `takes by a tree what is in effect there`(claims: [String: RevertClaim], isThere: Bool) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    for name in ["r", "s", "t"] {
      story.commit(name, "Step", tree: name == "t" ? "released" : nil)
      story.claims[name] = claims[name].map { [$0] }
    }
    story.onBase("q", "Release 2.3.0", tree: "released")
    #expect(Self.matches(story).contains("a as q by tree") == isThere)
  }

  @Test func `knows the copy of a commit that a squash on the base lists`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart\n\n\(Story.picked("o"))")
    story.commit("b", "SHOP-2 Search\n\n\(Story.picked("u"))")
    story.onBase("s", "The cart")
    story.said["s"] = Self.squash("o", "p")
    #expect(Self.matches(story) == ["a as s by squash"])
  }

  @Test(arguments: [(["o"], true), (["o", "p"], true), (["p"], false), (["o", "u"], false)])
  func `knows a squash whose commits the base has as copies, or in another squash`(parts: [String], isOnBase: Bool) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.said["a"] = { $0.squashOf = parts.map { WrittenID(Story.id($0)) } }
    var copied = story
    copied.onBase("c", "SHOP-1 First\n\n\(Story.picked("o"))")
    if parts.contains("p") { copied.onBase("d", "SHOP-1 Second\n\n\(Story.picked(parts.count > 1 ? "p" : "x"))") }
    #expect(Self.matches(copied).isEmpty != isOnBase)
    story.onBase("s", "Cart")
    story.said["s"] = Self.squash("o", "p", "q")
    #expect(Self.matches(story).isEmpty == parts.contains("u"))
  }

  @Test func `knows no squash by a copy that the base took back`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.said["a"] = Self.squash("o")
    story.onBase("c", "SHOP-1 First\n\n\(Story.picked("o"))")
    story.onBase("r", "Take it back")
    story.claims["r"] = [.made(ids: ["c"])]
    #expect(Self.matches(story).isEmpty)
  }

  @Test func `takes of a merge that was picked nothing that brings work back`() {
    var story = Self.branch
    story.claims["r"] = [.made(.reland, ids: ["x"])]
    story.onBase("p", "The cart\n\n\(Story.picked("m"))")
    #expect(Self.matches(story) == ["b as p by trailer", "a as p by trailer"])
    story.claims["r"] = [.made(titles: [.init("cart", depth: 1)])]
    #expect(Self.matches(story) == ["b as p by trailer", "a as p by trailer"])
  }

  @Test func `takes no merge for a counterpart that was taken back and brought nothing of the base alone`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart\n\n\(Story.picked("m"))")
    story.onBase("m", "Merge branch 'cart'", parents: ["base", "older"])
    #expect(Self.matches(story) == ["a as m by trailer"])
    story.onBase("r", "Take it back")
    story.claims["r"] = [.made(ids: ["m"])]
    #expect(Self.matches(story).isEmpty)
  }

  @Test func `takes no merge for a counterpart of which all but the merges in it was taken back`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart\n\n\(Story.picked("m"))")
    story.onBase("b", "SHOP-1 Cart", parents: ["base"])
    story.onBase("n", "Merge branch 'main'", parents: ["b", "older"])
    story.onBase("m", "Merge branch 'cart'", parents: ["base", "n"])
    #expect(Self.matches(story) == ["a as m by trailer"])
    story.onBase("r", "Take it back")
    story.claims["r"] = [.made(ids: ["b"])]
    #expect(Self.matches(story).isEmpty)
  }

  @Test(arguments: [(true, ["q as s by trailer"]), (false, ["q as s by squash", "a as s by squash"])])
  func `takes of a squash that was picked nothing that it was put on`(isPicked: Bool, matches: [String]) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart\n\n\(Story.picked("o"))")
    story.commit("q", "SHOP-1 Vouchers")
    story.onBase("s", isPicked ? "SHOP-1 Vouchers\n\n\(Story.picked("q"))" : "SHOP-1 Vouchers, too")
    for name in ["q", "s"] { story.said[name] = Self.squash("o", "p") }
    #expect(Self.matches(story) == matches)
  }
}
