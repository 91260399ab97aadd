import ReleaseScope
import Testing

/// Inheritance, work on the base, notes and commits without a ticket.
struct NetScopeTests {
  @Test func `gives a commit the keys of the innermost merge that brought it in`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "cart", on: ["x"])
    story.commit("b", "cart, tested", on: ["a"])
    story.commit("m", "Merge branch 'SHOP-1-cart' into feature/shop", on: ["x", "b"])
    story.commit("c", "search", on: ["m"])
    story.commit("n", "Merge branch 'feature/SHOP-2-shop'", on: ["x", "c"])
    #expect(story.states == ["SHOP-9": "delivered", "SHOP-1": "delivered", "SHOP-2": "delivered"])
    let evidence = story.scope.tickets.values.flatMap(\.evidence).filter { $0.place == .mergeBranch }
    let inherited = Dictionary(uniqueKeysWithValues: evidence.map { (Story.name($0.commit), $0.via.map(Story.name)) })
    #expect(inherited == ["a": "m", "b": "m", "c": "n"])
    #expect(story.untracked.isEmpty)
  }

  @Test func `passes over an inner merge without a key`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "cart", on: ["x"])
    story.commit("m", "Merge branch 'wip'", on: ["x", "a"])
    story.commit("n", "Merge branch 'SHOP-1-cart'", on: ["x", "m"])
    #expect(story.states == ["SHOP-9": "delivered", "SHOP-1": "delivered"])
    #expect(story.work("SHOP-1") == ["a"])
  }

  @Test func `inherits through every side of an octopus, and not along the first parent`() {
    var story = Story()
    story.commit("x", "before")
    story.commit("a", "one", on: ["x"])
    story.commit("b", "two", on: ["x"])
    story.commit("m", "Merge branches 'SHOP-1' and 'b'", on: ["x", "a", "b"])
    #expect(story.states == ["SHOP-1": "delivered"])
    #expect(story.untracked == ["x"])
  }

  @Test func `inherits nothing when the commit has a key, is a merge or is a revert`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-2 Search", on: ["x"])
    story.commit("r", "Revert \"SHOP-2 Search\"\n\n\(Story.reverts("a"))", on: ["a"])
    story.commit("m", "Merge branch 'SHOP-1-cart'", on: ["x", "r"])
    #expect(story.states == ["SHOP-9": "delivered", "SHOP-2": "reverted", "SHOP-1": "delivered"])
    let work = story.scope.tickets.values.first { $0.key.description == "SHOP-1" }?.evidence.map {
      Story.name($0.commit)
    }
    #expect(work == ["m"])
  }

  @Test func `counts merges only for a ticket that has no other work`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("m", "Merge branch 'SHOP-1'", on: ["base", "a"])
    story.commit("r", "Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("a"))")
    #expect(story.states == ["SHOP-1": "reverted"])
  }

  @Test(arguments: [true, false])
  func `is on the base when a cherry-pick trailer ties it to a commit there`(fromBase: Bool) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart" + (fromBase ? "\n\n\(Story.picked("b"))" : ""))
    story.onBase("b", "SHOP-1 Cart" + (fromBase ? "" : "\n\n\(Story.picked("a"))"))
    #expect(story.states == ["SHOP-1": "already-on-base"])
    let match = BaseMatch(commit: Story.id("a"), counterpart: Story.id("b"), by: .trailer)
    #expect(story.scope.alreadyOnBase == [match])
    #expect(story.scope.lackingFromBase.isEmpty)
  }

  @Test func `is on the base by an equal patch`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("c", "SHOP-1 Cart, tested")
    story.onBase("b", "SHOP-1 The cart")
    story.samePatchOnBase = [Story.id("a"): [Story.id("b")]]
    #expect(story.states == ["SHOP-1": "delivered"])
    #expect(story.scope.alreadyOnBase.map(\.by) == [.patchID])
  }

  @Test func `is on the base with all before it when a squash merge has the same tree`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Search", tree: "released")
    story.commit("c", "SHOP-3 Wish list")
    story.onBase("s", "Release 2.3.0 (#4)", tree: "released")
    #expect(story.states == ["SHOP-1": "already-on-base", "SHOP-2": "already-on-base", "SHOP-3": "delivered"])
    #expect(story.scope.alreadyOnBase.map(\.by) == [.tree, .tree])
  }

  @Test func `is not on the base because the tree is that of the merge base`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Take the cart out", tree: "start")
    story.onBase("s", "An empty commit", tree: "start")
    #expect(story.states == ["SHOP-1": "delivered", "SHOP-2": "delivered"])
    #expect(story.scope.alreadyOnBase.isEmpty)
  }

  @Test func `is not on the base when the base took it back`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.onBase("b", "SHOP-1 Cart\n\n\(Story.picked("a"))")
    story.onBase("r", "Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("b"))")
    #expect(story.states == ["SHOP-1": "delivered"])
    #expect(story.scope.lackingFromBase.isEmpty)
  }

  @Test func `asks for patches only where nothing else tells`() throws {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Search\n\n\(Story.picked("y"))")
    story.commit("m", "Merge branch 'x'", on: ["b", "a"])
    story.onBase("x", "SHOP-1 Cart")
    story.onBase("y", "SHOP-2 Search")
    let question = try #require(NetScope.Draft(story.range).questions?.patches)
    #expect(question.inRange.map(Story.name) == ["a"])
    #expect(question.onBase.map(Story.name) == ["x"])
  }

  @Test func `asks for no patch when the base has nothing of its own`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    #expect(NetScope.Draft(story.range).questions == nil)
  }

  @Test func `leaves out of the commits without a ticket what is not in effect`() {
    var story = Story()
    story.commit("a", "Tidy up")
    story.commit("b", "Tidy up more")
    story.commit("r", "Revert \"Tidy up\"\n\n\(Story.reverts("a"))")
    story.commit("c", "Raise the time-out\n\n\(Story.picked("z"))")
    story.onBase("z", "Raise the time-out")
    story.commit("m", "Merge branch 'x'", on: ["c", "a"])
    #expect(story.untracked == ["b"])
  }

  @Test func `tracks a revert by what it reverts`() {
    var story = Story()
    story.outside = [("old", "Tidy up"), ("older", "SHOP-1 Cart")]
    story.commit("r", "Revert \"Tidy up\"\n\n\(Story.reverts("old"))")
    story.commit("s", "Take the cart out\n\n\(Story.reverts("older"))")
    #expect(story.untracked == ["r"])
    #expect(story.states == ["SHOP-1": "removed"])
  }

  @Test func `attributes a commit by a note`() {
    var story = Story()
    story.commit("a", "Tidy up")
    story.notes = ["a": "SHOP-1\n"]
    #expect(story.states == ["SHOP-1": "delivered"])
    #expect(story.untracked.isEmpty)
    #expect(story.scope.tickets.values.first?.evidence.first?.place == .note)
  }

  @Test func `knows a moved ticket by its former key`() throws {
    var story = Story()
    story.projects = ["SHOP", "OLD"]
    story.aliases = [try TicketKey(parsing: "OLD-7"): try TicketKey(parsing: "SHOP-1")]
    story.commit("a", "OLD-7 Cart")
    story.commit("b", "SHOP-1 Cart, tested\n\nas in OLD-7")
    #expect(story.states == ["SHOP-1": "delivered"])
    #expect(story.mentioned.isEmpty)
  }

  @Test func `lists what is only mentioned, and makes it no work`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart\n\nprepares SHOP-2")
    #expect(story.states == ["SHOP-1": "delivered"])
    #expect(story.mentioned == ["SHOP-2"])
  }
}

extension NetScopeTests {
  @Test func `is not on the base by a tree that the base took back`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart", tree: "released")
    story.onBase("s", "Release 2.3.0", tree: "released")
    story.onBase("r", "Revert \"Release 2.3.0\"\n\n\(Story.reverts("s"))")
    #expect(story.states == ["SHOP-1": "delivered"])
  }

  @Test func `counts as lacking the base's revert of a merge whose work both sides have`() {
    var story = Story()
    story.commit("a", "SHOP-1 Fix")
    story.onBase("m", "Merge branch 'release/2.4.0'", parents: ["base", "shared"])
    story.onBase("r", "Revert \"Merge branch 'release/2.4.0'\"\n\n\(Story.reverts("m"))")
    #expect(story.scope.lackingFromBase == [Story.id("r")])
  }
}

extension NetScopeTests {
  @Test func `lets a merge inherit nothing, and no commit that has a key`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-2 Search", on: ["x"])
    story.commit("n", "Merge branch 'main'", on: ["a", "x"])
    story.commit("b", "cart", on: ["n"])
    story.commit("m", "Merge branch 'SHOP-1-cart'", on: ["x", "b"])
    #expect(story.work("SHOP-1") == ["b"])
    #expect(story.work("SHOP-2") == ["a"])
  }

  @Test func `inherits only what a merge brought, whatever way its parents met before`() {
    var story = Story()
    story.commit("w", "one", on: ["base"])
    story.commit("x", "two", on: ["w"])
    story.commit("a", "three", on: ["w"])
    story.commit("n", "Merge branch 'main'", on: ["a", "x"])
    story.commit("b", "four", on: ["n"])
    story.commit("y", "five", on: ["x"])
    story.commit("m", "Merge branch 'SHOP-1-cart'", on: ["y", "b"])
    #expect(story.work("SHOP-1") == ["b", "a"])
    #expect(story.untracked == ["y", "x", "w"])
  }
}

extension NetScopeTests {
  @Test func `counts a moved ticket once in a commit that names both keys`() throws {
    var story = Story()
    story.projects = ["SHOP", "OLD"]
    story.aliases = [RuleStory.key("OLD-7"): RuleStory.key("SHOP-1")]
    story.commit("a", "OLD-7 SHOP-1 Cart")
    story.commit("b", "SHOP-1 Cart, tested\n\nas in OLD-7")
    story.commit("c", "OLD-7 Cart, noted")
    story.notes = ["c": "SHOP-3"]
    #expect(story.work("SHOP-1") == ["c", "b", "a"])
    #expect(story.work("SHOP-3") == ["c"])
    #expect(story.scope.tickets[RuleStory.key("SHOP-1")]?.mentions == [])
  }

  @Test func `tells work and mentions of a ticket apart`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Search\n\nThis was left by SHOP-1.")
    #expect(story.scope.tickets[RuleStory.key("SHOP-1")]?.mentions == [Story.id("b")])
    #expect(story.scope.tickets[RuleStory.key("SHOP-2")]?.mentions == [])
  }
}
