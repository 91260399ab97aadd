import Testing

@testable import ReleaseScope

/// What the files are asked of commits whose messages name no target, and what of the answers counts.
struct FileQuestionTests {
  private static func story(_ message: String) -> Story {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Search")
    story.commit("r", message)
    return story
  }

  /// With `old`, which both sides have, the exact inverse of `r`.
  private static func inverse(_ message: String) -> Story {
    var story = story(message)
    let older = ScopeAnswers.Known(
      id: Story.id("old"), isMerge: false, facts: facts("SHOP-7 Prices"), isCommon: true, descendants: [])
    story.answers.olderInverses = [Story.id("r"): [older]]
    return story
  }

  @Test(arguments: [
    ("SHOP-2 The undoing of prices", true), ("SHOP-2 Mend\n\nIt reverts the old prices.", true),
    ("SHOP-2 Mend\n\nIt was undone before.", false), ("SHOP-2 Mend", false),
  ])
  func `takes older work out where the message says of itself that it takes back`(message: String, says: Bool) {
    #expect(Self.inverse(message).taken("r") == (says ? .init(outside: ["old"], by: [.inversePatch]) : nil))
    let asked = Self.story(message).questions
    #expect(asked.contains { $0.range.olderInverses.contains(Story.id("r")) } == says)
  }

  @Test func `asks of older work only when the files tell of nothing newer`() {
    let asked = Self.story("SHOP-2 The undoing of search").questions
    #expect(asked.allSatisfy { $0.range.gone.isEmpty || $0.range.olderInverses.isEmpty })
    var story = Self.inverse("SHOP-2 The undoing of search")
    story.answers.gone = [Story.id("r"): [Story.id("b"): true]]
    #expect(story.taken("r") == .init(undoes: ["b"], by: [.contents]))
  }

  /// A commit that returns to an earlier tree, but for what a merge brought, and a later one that takes that back.
  @Test func `asks what is left of what a merge brought once nothing else tells what is taken back`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before", tree: "before")
    story.commit("b", "SHOP-1 Cart", on: ["x"])
    story.commit("q", "SHOP-3 Less of it", on: ["x"])
    story.commit("m", "Merge branch 'cart'", on: ["q", "b"])
    story.commit("r", "SHOP-1 The undoing of the cart", tree: "before")
    story.commit("s", "Revert \"SHOP-1 Cart\"")
    let rounds = story.questions.map(\.range).map { asked in
      [
        asked.gone.isEmpty ? nil : "gone", asked.olderInverses.isEmpty ? nil : "older inverse",
        asked.remains.isEmpty ? nil : "remains", asked.inverses.isEmpty ? nil : "inverse",
      ].compactMap(\.self)
    }.filter { !$0.isEmpty }
    #expect(rounds == [["gone"], ["older inverse"], ["remains"]])
    #expect(story.taken("r") == .init(undoes: ["m", "q"], by: [.tree]))
    #expect(story.taken("s") == .init(undoes: ["b"], by: [.subject]))
  }

  @Test func `compares no merges with others`() throws {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-1 Cart", on: ["x"])
    story.commit("m", "Merge branch 'cart'", on: ["x", "a"])
    story.commit("b", "SHOP-2 Search")
    let asked = try #require(story.questions.compactMap(\.range.reversals).first)
    #expect(asked.earlier.map(Story.name) == ["b", "a", "x"])
    #expect(asked.by.map(Story.name) == ["b", "a"])
  }

  @Test func `asks what is left of copies on the base, and of none that is a merge or its newest commit`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart\n\n\(Story.picked("p"))")
    story.commit("b", "SHOP-2 Search\n\n\(Story.picked("n"))")
    story.commit("c", "SHOP-3 Wish list\n\n\(Story.picked("q"))")
    story.onBase("p", "SHOP-1 The cart")
    story.onBase("n", "Merge branch 'search'", parents: ["p", "elsewhere"])
    story.onBase("q", "SHOP-3 The wish list")
    #expect(Set(story.scope.alreadyOnBase.map(\.counterpart).map(Story.name)) == ["p", "n", "q"])
    let asked = story.questions.flatMap { $0.base.remains[Story.id("q")] ?? [] }
    #expect(asked.map(Story.name) == ["p"])
  }

  @Test func `takes for a ticket's only work neither its merge nor what mentions it`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-1 Cart", on: ["x"])
    story.commit("m", "Merge branch 'SHOP-1-cart'", on: ["x", "a"])
    story.commit("b", "SHOP-2 Search\n\nprepares SHOP-1")
    story.commit("r", "Revert SHOP-1")
    #expect(story.taken("r")?.undoes == ["a"])
  }

  @Test func `takes nothing back as a merge, whatever its message and its change are`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-1 Cart", on: ["x"])
    story.commit("m", "Take it back", on: ["a", "x"])
    story.claims["m"] = [.made(ids: ["a"])]
    #expect(story.scope.reverts.isEmpty)
    #expect(story.states["SHOP-1"] == "delivered")
  }

  @Test func `takes the exact inverse for a revert where nobody knows what is done again`() {
    var story = Self.story("SHOP-2 Mend")
    story.claims["r"] = [.made(.reland, ids: ["x"])]
    #expect(story.taken("r") == nil)
    story.answers.reversals = [Story.id("a"): [Story.id("r")]]
    #expect(story.taken("r") == .init(undoes: ["a"], by: [.inversePatch]))
  }

  @Test(arguments: [true, false])
  func `does older work again, and takes nothing back by it`(isCertain: Bool) {
    var story = Self.story("Do it again")
    story.outside = [("old", "SHOP-7 Prices")]
    story.claims["r"] = [.made(.reland, isCertain: isCertain, ids: ["old"])]
    story.answers.reversals = [Story.id("a"): [Story.id("r")]]
    #expect(story.work("SHOP-7") == ["r"])
    #expect(story.states["SHOP-1"] == "delivered")
  }
}
