import Testing

@testable import ReleaseScope

/// What the files tell of commits whose messages name no target.
struct RevertByFilesTests {
  private static func story(_ message: String) -> Story {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Search")
    story.commit("r", message)
    return story
  }

  @Test(arguments: ["SHOP-2 Tidy", "Tidy\n\nTicket: SHOP-2", "SHOP-2 Remove the cart"])
  func `takes the exact inverse for a revert whatever it says, and for work of its own ticket`(message: String) {
    var story = Self.story(message)
    story.answers.reversals = [Story.id("a"): [Story.id("r")]]
    #expect(story.taken("r") == .init(undoes: ["a"], by: [.inversePatch]))
    #expect(story.states == ["SHOP-1": "reverted", "SHOP-2": "delivered"])
    #expect(story.work("SHOP-2") == ["r", "b"])
  }

  @Test func `takes the exact inverse under the same ticket for no work of it`() {
    var story = Self.story("SHOP-1 Remove the cart")
    story.answers.reversals = [Story.id("a"): [Story.id("r")]]
    #expect(story.states == ["SHOP-1": "reverted", "SHOP-2": "delivered"])
  }

  /// By turns, without a word: what was there, what took it back, and so on.
  @Test(arguments: [(1, "delivered"), (2, "reverted"), (3, "delivered"), (4, "reverted"), (5, "delivered")])
  func `takes back or restores by turns`(count: Int, state: String) {
    var story = Story()
    for number in 0..<count { story.commit("\(number)", "SHOP-1 Cart") }
    for number in 1..<max(2, count) { story.answers.reversals[Story.id("\(number - 1)")] = [Story.id("\(number)")] }
    #expect(story.states == ["SHOP-1": state])
  }

  @Test func `takes the exact inverse before a return to the files from before`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before", tree: "before")
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "SHOP-1 Remove the cart", tree: "before")
    story.answers.reversals = [Story.id("a"): [Story.id("r")]]
    #expect(story.taken("r") == .init(undoes: ["a"], by: [.inversePatch]))
  }

  @Test func `leaves an inverse on another line alone`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-1 Cart", on: ["x"])
    story.commit("r", "SHOP-2 Tidy", on: ["x"])
    story.answers.reversals = [Story.id("a"): [Story.id("r")]]
    #expect(story.taken("r") == nil)
  }

  @Test func `restores what a commit took back without a word when another takes that back`() {
    var story = Self.story("SHOP-2 Tidy")
    story.commit("s", "SHOP-3 As before")
    story.answers.reversals = [Story.id("a"): [Story.id("r")], Story.id("r"): [Story.id("s")]]
    #expect(story.states == ["SHOP-1": "delivered", "SHOP-2": "partly-reverted", "SHOP-3": "delivered"])
  }

  @Test func `takes for work what does again what a revert had taken back`() {
    var story = Self.story("Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("a"))")
    story.commit("s", "SHOP-1 Cart")
    story.answers.reversals = [Story.id("r"): [Story.id("s")]]
    #expect(story.taken("s") == nil)
    #expect(story.work("SHOP-1") == ["s", "a"])
  }

  @Test(arguments: [
    "SHOP-1: revert cart", "Revert cart (SHOP-1)", "SHOP-1 Undo: mend", "[SHOP-1] Rollback",
    "SHOP-2: search and revert SHOP-1", "SHOP-2: search\n\nSHOP-1 is reverted.", "SHOP-2: search\n\n* SHOP-1 taken out",
  ])
  func `lets the files tell what words are about`(message: String) {
    var story = Self.story(message)
    #expect(story.states["SHOP-1"] == "delivered")
    story.answers.gone = [Story.id("r"): [Story.id("a"): true, Story.id("b"): false]]
    #expect(story.taken("r") == .init(undoes: ["a"], by: [.contents]))
    #expect(story.states["SHOP-1"] == "reverted")
  }

  @Test(arguments: ["SHOP-2: Revert the old change", "Vouchers: back out\n\nTicket: SHOP-2"])
  func `takes older work out where words stand in the subject and the change is its inverse`(message: String) {
    var story = Self.story(message)
    var facts = MessageFacts()
    facts.implements = [.init(key: RuleStory.key("SHOP-7"), place: .subject)]
    story.answers.olderInverses = [
      Story.id("r"): [
        .init(id: Story.id("old"), isMerge: false, facts: facts, isCommon: true, descendants: [Story.id("r")])
      ]
    ]
    #expect(story.taken("r") == .init(outside: ["old"], by: [.inversePatch]))
    #expect(story.states["SHOP-7"] == "removed")
  }

  @Test func `asks for no inverse among older work where no subject speaks of one`() throws {
    let questions = try #require(NetScope.Draft(Self.story("SHOP-2 Tidy\n\nIt was undone before.").range).questions)
    #expect(questions.range.olderInverses.isEmpty)
    #expect(questions.range.gone == [Story.id("r"): [Story.id("b")]])
    #expect(questions.range.reversals?.earlier.map(Story.name) == ["r", "b", "a"])
    #expect(questions.range.reversals?.by.map(Story.name) == ["r", "b"])
  }

  @Test(arguments: [("SHOP-2 Revert D4711", "a"), ("SHOP-2 Revert D47", nil), ("SHOP-2 Revert I0011223344", "b")])
  func `finds what a review tool names`(message: String, target: String?) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart\n\nDifferential Revision: https://phab.example.com/D4711")
    story.commit("b", "SHOP-1 Search\n\nChange-Id: I00112233445566778899aabbccddeeff00112233")
    story.commit("r", message)
    #expect(story.taken("r")?.undoes.first == target)
  }

  @Test(arguments: [
    "Revert \"Cart\"\n\nTicket: SHOP-2", "SHOP-2 chore: revert \"Cart\"", "SHOP-2 Revert \"feat: Cart\"",
  ])
  func `finds a title that is quoted without its ticket, if one has it`(message: String) {
    var story = Story()
    story.commit("a", message.contains("feat") ? "SHOP-1 feat: Cart" : "[SHOP-1] feat(web): Cart")
    story.commit("r", message)
    #expect(story.taken("r")?.undoes == ["a"])
    story.commit("c", "SHOP-3 Cart")
    story.commit("s", "Revert \"Cart\"\n\nTicket: SHOP-2")
    #expect(story.taken("s")?.undoes == ["c"])
  }

  @Test func `lets the files tell which of two commits has a title without its ticket`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Cart")
    story.commit("r", "Revert \"Cart\"\n\nTicket: SHOP-2")
    #expect(story.taken("r")?.undoes == [])
    story.answers.gone = [Story.id("r"): [Story.id("a"): true, Story.id("b"): false]]
    #expect(story.taken("r") == .init(undoes: ["a"], by: [.subject]))
  }

  /// Of a tree that was there before, or that both sides set out from.
  @Test(arguments: [("tree of x", ["b", "a"]), ("start", ["b", "a", "x"]), ("tree of a", ["b"])])
  func `takes back without a word what came since the tree that it returns to, if it names a ticket of that`(
    tree: String, undone: [String]
  ) {
    for (message, isMeant) in [
      ("SHOP-1 Drop the cart", true), ("SHOP-2 Drop it, see SHOP-1", true), ("Drop it", false),
    ] {
      var story = Story()
      story.commit("x", "SHOP-9 Before")
      story.commit("a", "SHOP-1 Cart")
      story.commit("b", "SHOP-1 Cart, tested")
      story.commit("r", message, tree: tree)
      #expect(story.taken("r") == (isMeant ? .init(undoes: undone, by: [.tree]) : nil))
    }
  }

  @Test func `lets the files tell of what a branch brought for the ticket that words name`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "Cart", on: ["x"])
    story.commit("m", "Merge branch 'SHOP-1-cart'", on: ["x", "a"])
    story.commit("r", "SHOP-1 Revert the cart, not ready")
    story.answers.gone = [Story.id("r"): [Story.id("a"): true]]
    #expect(story.taken("r") == .init(undoes: ["a"], by: [.contents]))
    #expect(story.states["SHOP-1"] == "reverted")
  }

  @Test func `takes a copy for undone that the base took back without a word`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.onBase("p", "SHOP-1 Cart\n\n\(Story.picked("a"))")
    story.onBase("q", "SHOP-5 Tidy")
    #expect(story.states == ["SHOP-1": "already-on-base"])
    story.answers.reversals = [Story.id("p"): [Story.id("q")]]
    #expect(story.states == ["SHOP-1": "already-on-base"])
    story.answers.remains = [.init(of: Story.id("p"), in: Story.id("q")): Remains.none]
    #expect(story.states == ["SHOP-1": "delivered"])
  }

  @Test(arguments: ["Revert the revert of SHOP-1", "Undo the revert of SHOP-1"])
  func `brings back what a revert of a ticket took back`(message: String) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Revert SHOP-1")
    story.commit("s", message)
    #expect(story.states == ["SHOP-1": "delivered"])
  }
}
