import ReleaseScope
import Testing

/// What a revert takes back whose quoted title one commit of the range has, and another that the base had merged.
struct MergedTitleTests {
  /// Where the base was merged in: whether that was after the revert of the range, what of the range is gone with the
  /// commit that undoes one of the two reverts, what is left of the other before and after, and which of them it is the
  /// exact inverse of.
  @Test(
    arguments: [
      (true, false, Remains.all, Remains.none, [], .init(outside: ["o"], by: [.subject])),
      (true, true, .all, .none, ["o"], .init(outside: ["o"], by: [.subject])),
      (true, true, .all, .none, ["o", "d"], .init(undoes: ["d"], by: [.subject])),
      (true, true, .all, .none, [], .init(undoes: ["d"], by: [.subject])),
      (true, false, .none, .none, ["o"], .init(undoes: ["d"], by: [.subject])),
      (true, false, .all, .all, ["o"], .init(undoes: ["d"], by: [.subject])),
      (false, false, .all, .none, ["o"], .init(undoes: ["d"], by: [.subject])),
    ] as [(Bool, Bool, Remains, Remains, [String], Story.Taken)])
  func `takes what came in with the base since and is gone, rather than what is still there or is less`(
    isMergedSince: Bool, isGone: Bool, before: Remains, after: Remains, exact: [String], expected: Story.Taken
  ) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    if !isMergedSince { story.commit("m", "Merge branch 'main'", on: ["a", "o"]) }
    story.commit("d", "Revert \"SHOP-1 Cart\"")
    if isMergedSince { story.commit("m", "Merge branch 'main'", on: ["d", "o"]) }
    story.commit("x", "SHOP-2 Search")
    story.commit("u", "Revert \"Revert \"SHOP-1 Cart\"\"")
    let u = Story.id("u")
    var earlier = ScopeAnswers.Earlier()
    earlier.described = [
      .init(
        id: Story.id("o"), isMerge: false, facts: facts("Revert \"SHOP-1 Cart\""), isCommon: true, descendants: [u])
    ]
    story.answers.earlier = [u: earlier]
    story.answers.gone[u] = [Story.id("d"): isGone, Story.id("a"): false]
    story.answers.remains[.init(of: Story.id("o"), in: Story.id("x"))] = before
    story.answers.remains[.init(of: Story.id("o"), in: u)] = after
    story.answers.exact[u] = Dictionary(uniqueKeysWithValues: exact.map { (Story.id($0), true) })
    #expect(story.taken("u") == expected)
  }

  /// With what came in since the revert of the range: by name, what their messages are.
  private static func story(since described: [(String, String)]) -> Story {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("d", "Revert \"SHOP-1 Cart\"")
    story.commit("m", "Merge branch 'main'", on: ["d", "o"])
    story.commit("u", "Revert \"Revert \"SHOP-1 Cart\"\"")
    var earlier = ScopeAnswers.Earlier()
    earlier.described = described.map { name, message in
      .init(
        id: Story.id(name), isMerge: false, facts: facts(message), isCommon: true, descendants: [Story.id("u")])
    }
    story.answers.earlier = [Story.id("u"): earlier]
    return story
  }

  @Test func `takes nothing that came in with another title`() {
    var story = Self.story(since: [("o", "SHOP-1 Cart")])
    story.answers.remains[.init(of: Story.id("o"), in: Story.id("u"))] = Remains.none
    #expect(story.taken("u") == .init(undoes: ["d"], by: [.subject]))
  }

  @Test func `asks one thing after the other, and nothing more where what came in is still there`() {
    func rounds(_ story: Story) -> [[String]] {
      story.questions.map(\.range).map { asked in
        [
          asked.earlier.isEmpty ? nil : "earlier", asked.remains.isEmpty ? nil : "remains",
          asked.gone.isEmpty ? nil : "gone",
        ].compactMap(\.self)
      }.filter { !$0.isEmpty }
    }
    let title = "Revert \"SHOP-1 Cart\""
    var story = Self.story(since: [("o", title), ("p", title)])
    #expect(rounds(story) == [["earlier"], ["remains"]])
    // A squash may be named by its title that is taken back in part.
    story.said["d"] = { $0.squashOf = ["x", "y"].map { WrittenID(Story.id($0)) } }
    #expect(rounds(story) == [["earlier"], ["remains"], ["gone"]])
    story.answers.remains[.init(of: Story.id("o"), in: Story.id("u"))] = Remains.none
    story.answers.remains[.init(of: Story.id("o"), in: Story.id("m"))] = .all
    #expect(rounds(story) == [["earlier"], ["remains"], ["gone"]])
  }

  @Test func `looks for nothing that came in where one line alone led to the revert`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("d", "Revert \"SHOP-1 Cart\"")
    story.commit("u", "Revert \"Revert \"SHOP-1 Cart\"\"")
    #expect(story.taken("u") == .init(undoes: ["d"], by: [.subject]))
    #expect(story.questions.allSatisfy { $0.range.earlier.isEmpty && $0.range.gone.isEmpty })
  }
}
