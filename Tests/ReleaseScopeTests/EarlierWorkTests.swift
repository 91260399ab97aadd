import Testing

@testable import ReleaseScope

/// Reverts of work that is older than the range, as messages describe it, and of what only the contents tell.
struct EarlierWorkTests {
  private static func known(_ name: String, _ message: String = "SHOP-3 Wish list") -> ScopeAnswers.Known {
    .init(id: Story.id(name), isMerge: false, facts: facts(message), isCommon: true, descendants: [])
  }

  private static func story(_ claims: RevertClaim...) -> Story {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Search")
    story.commit("c", "SHOP-2 Search, tested")
    story.commit("r", "Take it back")
    story.claims["r"] = claims
    return story
  }

  private static func described(_ names: String...) -> ScopeAnswers.Earlier {
    var earlier = ScopeAnswers.Earlier()
    earlier.described = names.map { known($0) }
    return earlier
  }

  private static func work(_ names: String...) -> ScopeAnswers.Earlier {
    var earlier = ScopeAnswers.Earlier()
    earlier.work = names.map { known($0) }
    return earlier
  }

  private static func takenOut(_ claim: RevertClaim, _ earlier: ScopeAnswers.Earlier) -> Story.Taken? {
    var story = story(claim)
    story.answers.earlier[Story.id("r")] = earlier
    return story.taken("r")
  }

  @Test(arguments: [
    (RevertClaim.made(titles: ["wish list"]), RevertMatch.subject), (.made(requests: [30]), .request),
    (.made(requests: [30], titles: ["wish list"]), .request),
  ])
  func `takes out all that a title or a number describes`(claim: RevertClaim, match: RevertMatch) {
    #expect(Self.takenOut(claim, Self.described("old", "older")) == .init(outside: ["old", "older"], by: [match]))
  }

  @Test func `takes out the only work of a ticket, and no other by its key`() {
    let key = RevertClaim.made(keys: ["SHOP-3"])
    #expect(Self.takenOut(key, Self.work("old")) == .init(outside: ["old"], by: [.key]))
    #expect(Self.takenOut(key, Self.work("old", "older")) == .init(unresolved: ["SHOP-3"]))
    #expect(Self.takenOut(key, Self.work()) == .init(unresolved: ["SHOP-3"]))
    let titled = RevertClaim.made(titles: ["wish list"], keys: ["SHOP-3"])
    #expect(Self.takenOut(titled, Self.work("old")) == .init(unresolved: ["wish list"]))
    let named = RevertClaim.made(ids: ["x"], keys: ["SHOP-3"])
    #expect(Self.takenOut(named, Self.work("old")) == .init(unresolved: [Story.id("x").description]))
  }

  /// A revert that names a pull request and quotes a title, of which only `a` in the range has the latter.
  @Test(
    arguments: [
      ("SHOP-1 Cart (#30)", "SHOP-1 Cart (#30)", ["a"], []), ("SHOP-1 Cart", "SHOP-1 Cart (#30)", [], ["old"]),
      ("SHOP-1 Cart (#31)", "SHOP-1 Cart (#30)", [], ["old"]),
      ("SHOP-1 Cart (#31)", "SHOP-3 Wish list (#30)", [], ["old"]),
      ("SHOP-1 Cart", "SHOP-3 Wish list (#30)", ["a"], []), ("SHOP-1 Cart", "SHOP-1 Cart (#29)", ["a"], []),
    ] as [(String, String, [String], [String])])
  func `takes back what has the number rather than what has the title alone`(
    inRange: String, older: String, undone: [String], outside: [String]
  ) {
    var story = Story()
    story.commit("a", inRange)
    story.commit("b", "SHOP-2 Search")
    story.commit("r", "Revert \"SHOP-1 Cart\" (#40)\n\nReverts shop/web#30")
    var earlier = ScopeAnswers.Earlier()
    earlier.described = [Self.known("old", older)]
    story.answers.earlier[Story.id("r")] = earlier
    let taken = story.taken("r")
    #expect(taken?.undoes == undone)
    #expect(taken?.outside == outside)
  }

  @Test func `leaves to the files what of a ticket's older work is taken out`() {
    var story = Self.story(.made(titles: ["wish list"], keys: ["SHOP-3"]))
    story.answers.earlier[Story.id("r")] = Self.work("old", "older")
    var scope = story.scope
    #expect(scope.doubtful([:]).isSuperset(of: [Story.id("old"), Story.id("older")]))
    #expect(scope.tickets[RuleStory.key("SHOP-3")]?.removedBy.isEmpty == true)
  }

  @Test func `looks for nothing older where it is not sure that something is taken back`() {
    var story = Self.story(.made(isCertain: false, titles: ["wish list"]))
    story.answers.earlier[Story.id("r")] = Self.described("old")
    #expect(story.taken("r") == nil)
  }

  /// An older squash may list the commit that it names.
  @Test func `asks for what is older by an id alone only where that is taken back`() {
    #expect(Self.story(.made(ids: ["x"])).questions.contains { !$0.range.earlier.isEmpty })
    #expect(Self.story(.made(.reland, ids: ["x"])).questions.allSatisfy { $0.range.earlier.isEmpty })
  }

  @Test func `asks for nothing older that the base took back by itself`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart\n\n\(Story.picked("p"))")
    story.onBase("p", "SHOP-1 The cart")
    story.onBase("r", "Take it back")
    story.claims["r"] = [.made(titles: ["wish list"])]
    let asked = story.questions
    #expect(asked.allSatisfy { $0.base.earlier.isEmpty && $0.base.olderInverses.isEmpty })
    #expect(asked.contains { !$0.base.isEmpty })
  }

  @Test func `is work where it takes back a revert that nothing is known of`() {
    let twice = RevertClaim.Title("wish list", depth: 1)
    var story = Self.story(.made(titles: [twice], keys: ["SHOP-3"]))
    #expect(story.taken("r") == nil)
    #expect(story.work("SHOP-3") == ["r"])
    story = Self.story(.made(titles: ["wish list"], keys: ["SHOP-3"]))
    #expect(story.taken("r") == .init(unresolved: ["wish list"]))
    #expect(story.work("SHOP-3").isEmpty)
    story = Self.story(.made(ids: ["gone"], keys: ["SHOP-3"]))
    story.elsewhere = [("gone", "Take it back")]
    story.claims["gone"] = [.made(titles: ["wish list"])]
    #expect(story.taken("r") == nil)
    #expect(story.work("SHOP-3") == ["r"])
  }

  @Test func `takes of a ticket the part that the inverse or the files tell`() {
    var part = RevertClaim.made(keys: ["SHOP-2"])
    part.isPartial = true
    #expect(Self.story(part).taken("r") == .init(unresolved: ["SHOP-2"]))
    var story = Self.story(part)
    story.answers.inverses[Story.id("r")] = [Story.id("b")]
    #expect(story.taken("r") == .init(undoes: ["b"], by: [.inversePatch]))
    story = Self.story(part)
    story.answers.remains[.init(of: Story.id("c"), in: Story.id("r"))] = Remains.none
    #expect(story.taken("r") == .init(undoes: ["c"], by: [.contents]))
    // What was gone before is not taken back once more: the commit before the revert has nothing of it either.
    story.answers.remains[.init(of: Story.id("c"), in: Story.id("c"))] = Remains.none
    #expect(story.taken("r") == .init(unresolved: ["SHOP-2"]))
  }

  @Test func `names a title of a list that something else took already`() {
    let story = Self.story(.made(ids: ["a"]), .made(titles: ["shop-1 cart", "shop-2 search"]))
    #expect(story.taken("r") == .init(undoes: ["b", "a"], unresolved: ["shop-1 cart"], by: [.id, .subject]))
  }

  @Test func `names work once that is quoted with a tag and without`() {
    let claim = RevertClaim.made(titles: ["[2.4] wish list", "wish list"])
    #expect(Self.story(claim).taken("r") == .init(unresolved: ["[2.4] wish list"]))
    let other = RevertClaim.made(titles: ["wish list", "search box"])
    #expect(Self.story(other).taken("r") == .init(unresolved: ["wish list", "search box"]))
  }

  @Test func `brings back what the reverts took back that it names, and else what it describes`() {
    var story = Self.story(.made(ids: ["gone"], titles: [.init("wish list", depth: 1)]))
    story.elsewhere = [("gone", "Take it back")]
    story.claims["gone"] = [.made(titles: ["wish list"], keys: ["SHOP-3"])]
    var earlier = ScopeAnswers.Earlier()
    earlier.described = [Self.known("old", "Wish list\n\nTicket: SHOP-7")]
    story.answers.earlier[Story.id("r")] = earlier
    #expect(story.work("SHOP-3") == ["r"])
    #expect(story.work("SHOP-7") == [])
    story.claims["r"] = [.made(titles: [.init("wish list", depth: 1)])]
    #expect(story.work("SHOP-7") == ["r"])
  }

  @Test(arguments: [(true, ["r"], [] as [String]), (false, [], ["squash"])])
  func `brings back what a listed revert took back, and takes out the squash where work is listed`(
    isRevert: Bool, work: [String], outside: [String]
  ) {
    var story = Self.story(.made(ids: ["gone"], titles: [.init("wish list", depth: isRevert ? 1 : 0)]))
    story.elsewhere = [("gone", "SHOP-3 Wish list")]
    if isRevert { story.claims["gone"] = [.made(titles: ["wish list"], keys: ["SHOP-3"])] }
    var squash = facts("SHOP-7 Mail")
    squash.squashOf = [WrittenID(Story.id("gone"))]
    var earlier = ScopeAnswers.Earlier()
    earlier.described = [
      .init(id: Story.id("squash"), isMerge: false, facts: squash, isCommon: true, descendants: [])
    ]
    story.answers.earlier[Story.id("r")] = earlier
    #expect(story.work("SHOP-3") == work)
    #expect((story.taken("r")?.outside ?? []) == outside)
  }

  /// What an id names that is elsewhere, and what of the work for its ticket is gone with the revert.
  @Test(arguments: [
    ("SHOP-2 Search", Story.Taken(inPart: ["c"], by: [.contents]), "partly-reverted"),
    ("SHOP-1 Cart", Story.Taken(unresolved: [Story.id("x").description]), "delivered"),
  ])
  func `takes back the part that is gone of what did the work of a commit elsewhere`(
    named: String, taken: Story.Taken, state: String
  ) {
    var story = Self.story(.made(ids: ["x"]))
    story.elsewhere = [("x", named)]
    story.answers.goneInPart[Story.id("r")] = [Story.id("c")]
    #expect(story.taken("r") == taken)
    #expect(story.states == ["SHOP-1": "delivered", "SHOP-2": state])
  }
}
