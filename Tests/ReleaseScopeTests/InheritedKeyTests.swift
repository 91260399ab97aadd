import Testing

@testable import ReleaseScope

/// The tickets that commits of a list take from the merges that brought them in.
struct InheritedKeyTests {
  private static func inherited(_ story: Story) -> [String: [String]] {
    let commits = story.range.commits
    return Dictionary(
      uniqueKeysWithValues: commits.inheritedKeys.map { (Story.name(commits.id($0)), $1.map(\.description)) })
  }

  @Test func `takes the tickets of the innermost merge that has any`() {
    var story = Story()
    story.commit("x", "Before")
    story.commit("c", "Tidy up", on: ["x"])
    story.commit("a", "Cart", on: ["c"])
    story.commit("i", "Merge branch 'SHOP-1-cart'", on: ["c", "a"])
    story.commit("o", "Merge branch 'SHOP-2-search'", on: ["x", "i"])
    #expect(Self.inherited(story) == ["a": ["SHOP-1"], "c": ["SHOP-2"]])
  }

  @Test func `takes none as a merge, as what takes back, or with a ticket of its own`() {
    var story = Story()
    story.commit("x", "Before")
    story.commit("a", "Cart", on: ["x"])
    story.commit("b", "Cart, tested\n\nprepares SHOP-4", on: ["a"])
    story.commit("k", "SHOP-3 Search", on: ["b"])
    story.commit("r", "Take it back", on: ["k"])
    story.commit("y", "Tidy up", on: ["x"])
    story.commit("n", "Merge branch 'tidy'", on: ["r", "y"])
    story.commit("o", "Merge branch 'SHOP-2-search'", on: ["x", "n"])
    story.claims["r"] = [.made(ids: ["a"])]
    #expect(Self.inherited(story) == ["a": ["SHOP-2"], "b": ["SHOP-2"], "y": ["SHOP-2"]])
  }

  @Test func `takes them from the merge of a branch that parted and met, and not of another branch`() {
    var story = Story()
    story.commit("x", "Before")
    story.commit("a", "Cart", on: ["x"])
    story.commit("b", "Cart, tested", on: ["a"])
    story.commit("c", "Cart, styled", on: ["a"])
    story.commit("i", "Merge branch 'style'", on: ["b", "c"])
    story.commit("z", "Search", on: ["x"])
    story.commit("m", "Merge branch 'SHOP-1-cart'", on: ["x", "i"])
    story.commit("n", "Merge branch 'search'", on: ["m", "z"])
    #expect(Self.inherited(story) == ["a": ["SHOP-1"], "b": ["SHOP-1"], "c": ["SHOP-1"]])
  }

  /// What a branch does again that nothing of the range took back.
  @Test(arguments: [(["SHOP-2"], ["SHOP-2"]), ([], ["SHOP-1"])])
  func `gives what does work again of a ticket that it names to no other`(named: [String], tickets: [String]) {
    var story = Story()
    story.commit("a", "Do it again", on: ["base"])
    story.commit("m", "Merge branch 'feature/SHOP-1-cart'", on: ["base", "a"])
    story.claims["a"] = [.made(titles: [.init("cart", depth: 1)], keys: named)]
    #expect(["SHOP-1", "SHOP-2"].filter { story.work($0).contains("a") } == tickets)
  }
}
