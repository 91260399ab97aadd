import ReleaseScope
import Testing

/// What reverts undo, and what is left of a ticket.
struct RevertTests {
  @Test func `takes a ticket out whose only commit is reverted by id`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("a"))")
    #expect(story.states == ["SHOP-1": "reverted"])
    #expect(story.scope.reverts.map(\.by) == [[.id]])
    #expect(story.untracked.isEmpty)
  }

  @Test func `calls a ticket partly reverted when some of its commits are undone`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-1 Cart, tested")
    story.commit("r", "Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("a"))")
    #expect(story.states == ["SHOP-1": "partly-reverted"])
  }

  @Test(arguments: [(1, "reverted"), (2, "delivered"), (3, "reverted"), (4, "delivered")])
  func `counts a chain of reverts from the newest`(length: Int, state: String) {
    var story = Story()
    story.commit("0", "SHOP-1 Cart")
    var subject = "SHOP-1 Cart"
    for number in 1...length {
      subject = "Revert \"\(subject)\""
      story.commit("\(number)", "\(subject)\n\n\(Story.reverts("\(number - 1)"))")
    }
    #expect(story.states == ["SHOP-1": state])
  }

  @Test func `restores what git reapplies`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("a"))")
    story.commit("s", "Reapply \"SHOP-1 Cart\"\n\n\(Story.reverts("r"))")
    #expect(story.states == ["SHOP-1": "delivered"])
  }

  @Test func `finds by its subject what a revert without an id takes back`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Search")
    story.commit("r", "Revert \"SHOP-1 Cart\"")
    story.commit("c", "SHOP-1 Cart")
    story.commit("s", "Revert \"SHOP-1 Cart\"")
    story.commit("t", "Reapply \"SHOP-1 Cart\"")
    #expect(story.states == ["SHOP-1": "delivered", "SHOP-2": "delivered"])
    let undone = story.scope.reverts.map { $0.undoes.map(Story.name) }
    #expect(undone == [[], ["c"], ["a"]])
    #expect(story.scope.reverts[0].restores == [Story.id("c")])
    #expect(story.scope.reverts.allSatisfy { $0.by == [.subject] })
  }

  @Test func `recognises a subject that a forge has cut short`() {
    var story = Story()
    story.commit("a", "SHOP-1 Keep the cart of a guest when the session ends")
    story.commit("r", "Revert \"SHOP-1 Keep the cart of a guest…\" (#15)")
    #expect(story.states == ["SHOP-1": "reverted"])
  }

  @Test func `finds by the cherry-pick trailer a commit that has another id here`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart\n\n\(Story.picked("elsewhere"))")
    story.commit("r", "Revert \"SHOP-1 A cart\"\n\n\(Story.reverts("elsewhere"))")
    #expect(story.states == ["SHOP-1": "reverted"])
    #expect(story.scope.reverts.map(\.by) == [[.trailer]])
  }

  @Test func `finds by an equal patch a commit that has another id here`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Revert \"SHOP-1 A cart\"\n\n\(Story.reverts("elsewhere"))")
    story.elsewhere = [("elsewhere", "SHOP-1 A cart")]
    story.answers.samePatch = [Story.id("elsewhere"): [Story.id("a")]]
    #expect(story.states == ["SHOP-1": "reverted"])
    #expect(story.scope.reverts.map(\.by) == [[.patchID]])
  }

  @Test func `says what it could not resolve, and takes the ticket as removed`() {
    var story = Story()
    story.commit("r", "Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("nowhere"))")
    #expect(story.states == ["SHOP-1": "removed"])
    #expect(story.scope.reverts.map(\.unresolved) == [[Story.id("nowhere").description]])
  }

  @Test func `undoes all that a reverted merge brought`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-1 Cart", on: ["x"])
    story.commit("b", "SHOP-1 Cart, tested", on: ["a"])
    story.commit("m", "Merge branch 'cart'", on: ["x", "b"])
    story.commit("c", "SHOP-2 Search")
    story.commit(
      "r",
      "Revert \"Merge branch 'cart'\"\n\n\(Story.reverts("m").dropLast()), reversing\nchanges made to \(Story.id("x"))."
    )
    #expect(story.states == ["SHOP-9": "delivered", "SHOP-1": "reverted", "SHOP-2": "delivered"])
    #expect(Set(story.scope.reverts[0].undoes.map(Story.name)) == ["m", "a", "b"])
  }

  /// The parent to which a merge is taken back, and what goes.
  @Test(arguments: [("x", ["m", "a"]), ("a", ["y", "x"])])
  func `undoes what a merge joined with the parent that is kept`(kept: String, undone: [String]) {
    var story = Story()
    story.commit("s", "SHOP-9 Before", on: ["base"])
    story.commit("a", "SHOP-1 Cart", on: ["s"])
    story.commit("x", "SHOP-2 Search", on: ["s"])
    story.commit("y", "SHOP-2 Search, tested", on: ["x"])
    story.commit("m", "Merge branch 'cart'", on: ["y", "a"])
    let parent = kept == "x" ? "y" : kept
    story.commit(
      "r",
      "Revert \"Merge branch 'cart'\"\n\n\(Story.reverts("m").dropLast()), reversing\nchanges made to \(Story.id(parent))."
    )
    #expect(story.taken("r") == .init(undoes: undone, by: [.id]))
    story.commit("z", "Revert it\n\n\(Story.reverts("r"))")
    #expect(story.states == ["SHOP-9": "delivered", "SHOP-1": "delivered", "SHOP-2": "delivered"])
  }

  @Test func `takes work of an earlier release out`() {
    var story = Story()
    story.outside = [("old", "SHOP-1 Cart")]
    story.commit("r", "Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("old"))")
    #expect(story.states == ["SHOP-1": "removed"])
    #expect(story.scope.reverts[0].outside == [Story.id("old")])
  }

  @Test func `takes no ticket out when the removal is itself reverted`() {
    var story = Story()
    story.outside = [("old", "SHOP-1 Cart")]
    story.commit("r", "Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("old"))")
    story.commit("s", "Revert \"Revert \"SHOP-1 Cart\"\"\n\n\(Story.reverts("r"))")
    #expect(story.states.isEmpty)
  }

  @Test func `counts as work what brings an earlier release's work back`() {
    var story = Story()
    story.outside = [("gone", "Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("old"))")]
    story.commit("s", "Reapply \"SHOP-1 Cart\"\n\n\(Story.reverts("gone"))")
    #expect(story.states == ["SHOP-1": "delivered"])
  }

  @Test func `is delivered when it is reverted and then done again`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("a"))")
    story.commit("b", "SHOP-1 Cart, in another way")
    #expect(story.states == ["SHOP-1": "partly-reverted"])
  }

  @Test(arguments: [
    ("SHOP-1 Cart (#12)", "SHOP-1 Cart (#15)", true), ("SHOP-1 Cart (#12)", "[2.4] SHOP-1 cart (#15)", true),
    ("SHOP-1 Cart", "SHOP-1 Cart", true), ("SHOP-1 Cart", "SHOP-1 Cart (#15)", false),
    ("SHOP-1 Cart (#12)", "SHOP-1 Vouchers (#15)", false),
  ])
  func `is delivered when what was reverted is done again under its title`(
    first: String, subject: String, isWhole: Bool
  ) {
    var story = Story()
    story.commit("a", first)
    story.commit("r", "Take it back\n\n\(Story.reverts("a"))")
    story.commit("b", subject)
    #expect(story.states == ["SHOP-1": isWhole ? "delivered" : "partly-reverted"])
  }

  @Test(arguments: ["SHOP-1: Revert \"SHOP-1 Cart\"", "SHOP-1 revert the cart", "[SHOP-1] Revert the cart"])
  func `does not take a revert for work of the ticket that it undoes`(subject: String) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "\(subject)\n\n\(Story.reverts("a"))")
    #expect(story.states == ["SHOP-1": "reverted"])
  }

  @Test func `takes a revert for work of a ticket of its own`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "SHOP-2: Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("a"))")
    #expect(story.states == ["SHOP-1": "reverted", "SHOP-2": "delivered"])
  }

  @Test func `undoes every commit that one revert names`() {
    var story = Story()
    for name in ["a", "b", "c", "d"] { story.commit(name, "SHOP-\(name == "a" ? 1 : 2) \(name)") }
    let ids = ["a", "b", "c"].map { Story.id($0).description }
    story.commit("r", "Revert the cart\n\nThis reverts commits \(ids[0]), \(ids[1])\nand \(ids[2]).")
    #expect(story.states == ["SHOP-1": "reverted", "SHOP-2": "partly-reverted"])
  }

  @Test func `undoes nothing when a squash body quotes a revert of its branch`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("q", "SHOP-2 Search (#7)\n\n* Search\n\n* Revert \"Search\"\n\n\(Story.reverts("gone"))")
    #expect(story.states == ["SHOP-1": "delivered", "SHOP-2": "delivered"])
    #expect(story.scope.reverts.isEmpty)
  }

  @Test func `undoes an ancestor that a body names, whatever the subject says`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("q", "Take the cart out\n\n\(Story.reverts("a"))")
    #expect(story.states == ["SHOP-1": "reverted"])
  }

  @Test func `takes no merge for a revert`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("a"))", on: ["a"])
    story.commit("m", "Revert \"SHOP-1 Cart\" (#8)\n\n\(Story.reverts("a"))", on: ["a", "r"])
    #expect(story.states == ["SHOP-1": "reverted"])
    #expect(story.scope.reverts.count == 1)
  }

  @Test func `does not undo a commit that the revert does not have`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-1 Cart", on: ["x"])
    story.commit("r", "Revert \"SHOP-1 Cart\"", on: ["x"])
    story.commit("m", "Merge branch 'side'", on: ["a", "r"])
    #expect(story.states["SHOP-1"] == "delivered")
    #expect(story.scope.reverts.map(\.unresolved) == [["shop-1 cart"]])
  }
}

extension RevertTests {
  @Test func `sees through the pull request numbers of a forge`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart (#1)")
    story.commit("r", "Revert \"SHOP-1 Cart\" (#2)\n\nReverts org/shop#1")
    #expect(story.states == ["SHOP-1": "reverted"])
    story.commit("s", "Reapply \"SHOP-1 Cart\" (#3)")
    #expect(story.states == ["SHOP-1": "delivered"])
  }

  @Test func `finds ids in the first paragraph, in lists and in quotes`() {
    var story = Story()
    for name in ["a", "b", "c"] { story.commit(name, "SHOP-1 \(name)") }
    let ids = ["b", "c"].map { Story.id($0).description }
    story.commit("r", "SHOP-1 back out the cart\n\(Story.reverts("a"))")
    story.commit("s", "Revert the rest\n\nThis reverts commits:\n- \(ids[0])\n- `\(ids[1])`")
    #expect(story.states == ["SHOP-1": "reverted"])
  }

  @Test func `does not take the merge of a revert for work`() {
    var story = Story()
    story.outside = [("old", "SHOP-1 Cart")]
    story.commit("x", "SHOP-9 Before")
    story.commit("r", "Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("old"))", on: ["x"])
    story.commit("m", "Merge pull request #14 from org/revert-13-feature/SHOP-1-cart", on: ["x", "r"])
    #expect(story.states == ["SHOP-9": "delivered", "SHOP-1": "removed"])
  }

  @Test func `undoes a merge with all that it brought`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-2 Search", on: ["x"])
    story.commit("m", "Merge branch 'feature/SHOP-1'", on: ["x", "a"])
    story.commit("r", "Revert \"SHOP-2 Search\"\n\n\(Story.reverts("a"))")
    #expect(story.states == ["SHOP-9": "delivered", "SHOP-1": "reverted", "SHOP-2": "reverted"])
  }
}
