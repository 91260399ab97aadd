import Testing

@testable import Commits
@testable import ReleaseScope

/// What a repository is asked about reverts: one thing after the other, and only where it matters.
struct RevertQuestionTests {
  private static func known(_ name: String, isCommon: Bool = false, descendants: [String] = []) -> ScopeAnswers.Known {
    .init(
      id: Story.id(name), isMerge: false, facts: MessageFacts(), isCommon: isCommon,
      descendants: Set(descendants.map(Story.id)))
  }

  private static func story(_ claims: RevertClaim..., subject: String = "Take it back") -> Story {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Search")
    story.commit("c", "SHOP-2 Search, tested")
    story.commit("r", subject)
    story.claims["r"] = claims
    return story
  }

  private static func questions(_ story: Story) throws -> ScopeQuestions.Side {
    try #require(questions(NetScope.Draft(story.range)))
  }

  /// What is asked of messages: what commits take back without a word is another matter.
  private static func questions(_ draft: NetScope.Draft) -> ScopeQuestions.Side? {
    var questions = draft.questions?.range
    questions?.reversals = nil
    return questions?.isEmpty == false ? questions : nil
  }

  @Test(arguments: [RevertClaim.Action.revert, .reland])
  func `asks what an id names before it looks for anything else`(action: RevertClaim.Action) throws {
    var wanted = ScopeQuestions.Side()
    wanted.named = [WrittenID(Story.id("x")): []]
    let story = Self.story(.made(action, ids: ["x"], titles: ["wish list"]), .made(titles: ["wish list"]))
    #expect(try Self.questions(story) == wanted)
  }

  @Test func `asks for copies of a commit elsewhere when it knows that there is one`() throws {
    var draft = NetScope.Draft(Self.story(.made(ids: ["x"])).range)
    var answers = ScopeAnswers()
    answers.named = [WrittenID(Story.id("x")): Self.known("x")]
    draft.answer(answers)
    var wanted = ScopeQuestions.Side()
    wanted.samePatch = [Story.id("x")]
    #expect(Self.questions(draft) == wanted)
  }

  @Test func `asks of which commits an id has to be an ancestor where the range set out from two`() throws {
    var story = Story()
    story.commit("x", "SHOP-9 Before", on: ["base"])
    story.commit("a", "SHOP-1 Cart", on: ["fork"])
    story.commit("m", "Merge branch 'cart'", on: ["x", "a"])
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: ["old"])]
    let id = WrittenID(Story.id("old"))
    #expect(try Self.questions(story).named == [id: [Story.id("r")]])
    story.answers.named = [id: Self.known("old", isCommon: true, descendants: ["r"])]
    #expect(story.taken("r")?.outside == ["old"])
    story.answers.named = [id: Self.known("old", isCommon: true)]
    #expect(story.taken("r")?.outside == [])
  }

  /// A copy of a revert, where the range set out from one commit or from two.
  @Test(arguments: [("base", []), ("fork", ["r"])])
  func `asks for what brings work back as a copy of another commit`(start: String, descendants: [String]) {
    var story = Story()
    story.commit("x", "SHOP-9 Before", on: ["base"])
    story.commit("a", "SHOP-1 Cart", on: [start])
    story.commit("m", "Merge branch 'cart'", on: ["x", "a"])
    story.commit("r", "Bring it back\n\n\(Story.picked("p"))")
    story.claims["r"] = [.made(titles: [RevertClaim.Title("wish list", depth: 1)])]
    let asked = story.questions.map(\.range.named).filter { !$0.isEmpty }
    #expect(asked == [[WrittenID(Story.id("p")): Set(descendants.map(Story.id))]])
  }

  @Test func `asks what is gone of a ticket's work that is not taken back already`() throws {
    let story = Self.story(.made(ids: ["b"]), .made(titles: ["wish list"], keys: ["SHOP-2"]))
    var draft = NetScope.Draft(story.range)
    var answers = ScopeAnswers()
    answers.inverses = [Story.id("r"): []]
    answers.earlier = [Story.id("r"): .init()]
    draft.answer(answers)
    #expect(try #require(draft.questions).range.gone == [Story.id("r"): [Story.id("c")]])
  }

  @Test func `asks of older work only when the files say that no newer one of the ticket is gone`() throws {
    var draft = NetScope.Draft(Self.story(.made(keys: ["SHOP-1"])).range)
    var answers = ScopeAnswers()
    answers.inverses = [Story.id("r"): []]
    draft.answer(answers)
    #expect(try #require(Self.questions(draft)).gone == [Story.id("r"): [Story.id("a")]])
    #expect(try #require(Self.questions(draft)).olderInverses.isEmpty)
    answers.gone = [Story.id("r"): [Story.id("a"): false]]
    draft.answer(answers)
    #expect(try #require(Self.questions(draft)).olderInverses == [Story.id("r")])
  }

  /// A claim about the revert of something.
  @Test(arguments: [
    (RevertClaim.Action.revert, [], [1, 0]), (.revert, ["SHOP-3"], [1]), (.reland, [], [1]),
  ])
  func `asks for the work that comes back by its title where no ticket says which it is`(
    action: RevertClaim.Action, keys: [String], depths: [Int]
  ) {
    let claim = RevertClaim.made(action, titles: [RevertClaim.Title("wish list", depth: 1)], keys: keys)
    let asked = Self.story(claim).questions.compactMap { $0.range.earlier[Story.id("r")] }
    #expect(asked.map { $0.titles.map(\.depth) } == [depths])
  }

  @Test func `asks what a merge brought before it asks whether a commit is the inverse`() throws {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-1 Cart", on: ["shared"])
    story.commit("m", "Merge branch 'cart'", on: ["x", "a"])
    story.commit("r", "SHOP-2 Search")
    story.claims["r"] = [.made(in: .body, ids: ["m"])]
    var wanted = ScopeQuestions.Side()
    wanted.brought = [Story.id("m")]
    #expect(try Self.questions(story) == wanted)
  }

  /// A commit that names a part of what it takes back by returning to an earlier tree, and is work by its subject.
  @Test func `asks what is left of what a merge brought before it asks whether a commit is the inverse`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before", tree: "before")
    story.commit("b", "SHOP-1 Cart", on: ["x"])
    story.commit("c", "SHOP-4 Vouchers", on: ["x"])
    story.commit("n", "Merge branch 'vouchers' into cart", on: ["b", "c"])
    story.commit("q", "SHOP-3 Less of it", on: ["x"])
    story.commit("m", "Merge branch 'cart'", on: ["q", "n"])
    story.commit("r", "SHOP-2 Search", tree: "before")
    story.claims["r"] = [.made(in: .body, ids: ["q"])]
    let asked = story.questions.map(\.range).filter { !$0.remains.isEmpty }
    #expect(asked.map(\.remains) == [[Story.id("r"): [Story.id("b"), Story.id("c")]]])
    #expect(asked.allSatisfy { $0.inverses.isEmpty })
    #expect(story.questions.contains { !$0.range.inverses.isEmpty })
  }

  @Test func `takes back what the range did to bring older work back`() {
    var story = Story()
    story.outside = [("gone", "Take it back"), ("old", "SHOP-1 Cart")]
    story.commit("r", "Do it again")
    story.commit("s", "Take it back once more")
    story.claims = ["gone": [.made(ids: ["old"])], "r": [.made(ids: ["gone"])], "s": [.made(ids: ["old"])]]
    #expect(story.taken("s") == .init(undoes: ["r"], by: [.id]))
    story.claims["gone"] = [.made(titles: ["shop-1 cart"])]
    #expect(story.taken("s") == .init(undoes: ["r"], by: [.id]))
    story.claims["gone"] = [.made(.reland, ids: ["old"])]
    #expect(story.taken("s")?.outside == ["old"])
  }

  @Test func `asks what was brought of merges only`() {
    var draft = NetScope.Draft(Self.story(.made(ids: ["old"])).range)
    var answers = ScopeAnswers()
    answers.named = [WrittenID(Story.id("old")): Self.known("old", isCommon: true)]
    draft.answer(answers)
    #expect(Self.questions(draft) == nil)
  }
}
