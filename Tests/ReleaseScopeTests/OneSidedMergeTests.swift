import Testing

@testable import ReleaseScope

/// Merges with the files of one parent.
struct OneSidedMergeTests {
  /// What is left of the branch's work in the merge, and in what it merges.
  @Test(arguments: [
    (Remains.none, Remains.all, true), (.replaced, .all, true), (.all, .all, false), (.some, .all, false),
    (.none, .some, false), (.none, .none, false),
  ])
  func `drops by a merge with the files of its first parent what it brings and has not`(
    now: Remains, before: Remains, isDropped: Bool
  ) {
    for (tree, isEmpty) in [("one", true), ("two", false)] {
      var story = Story()
      story.commit("x", "SHOP-9 Before", tree: "one")
      story.commit("a", "SHOP-1 Cart", on: ["base"])
      story.commit("m", "Merge branch 'SHOP-2-side'", on: ["x", "a"], tree: tree)
      story.answers.remains = [
        .init(of: Story.id("a"), in: Story.id("m")): now, .init(of: Story.id("a"), in: Story.id("a")): before,
      ]
      let isTaken = isDropped && isEmpty
      #expect(story.taken("m") == (isTaken ? .init(undoes: ["a"], by: [.tree]) : nil))
      #expect(story.states["SHOP-1"] == (isTaken ? "reverted" : "delivered"))
    }
  }

  /// What is left in the merge, and in its first parent, of what is there on that side alone.
  @Test(arguments: [
    ("topic", Remains.none, Remains.all, true), ("topic", .replaced, .all, false), ("topic", .all, .all, false),
    ("topic", .none, .some, false), ("both", .none, .all, false),
  ])
  func `drops by a merge with the files of a later parent what only its first one has`(
    tree: String, now: Remains, before: Remains, isDropped: Bool
  ) {
    var story = Story()
    story.commit("s", "SHOP-3 Shared", on: ["base"])
    story.commit("a", "SHOP-1 Cart", on: ["s"])
    story.commit("t", "SHOP-2 Search", on: ["s"], tree: "topic")
    story.commit("m", "Merge branch 'search'", on: ["a", "t"], tree: tree)
    for (work, left) in [("a", now), ("s", .none), ("t", .none)] {
      story.answers.remains[.init(of: Story.id(work), in: Story.id("m"))] = left
    }
    for work in ["a", "s", "t"] {
      story.answers.remains[.init(of: Story.id(work), in: Story.id("a"))] = before
      story.answers.remains[.init(of: Story.id(work), in: Story.id("t"))] = .all
    }
    #expect(story.taken("m") == (isDropped ? .init(undoes: ["a"], by: [.tree]) : nil))
  }

  @Test func `drops all of the range by a merge with the files that both sides have`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart", on: ["older"])
    story.commit("m", "Merge branch 'main'", on: ["a", "base"], tree: "start")
    story.answers.remains = [
      .init(of: Story.id("a"), in: Story.id("m")): Remains.none, .init(of: Story.id("a"), in: Story.id("a")): .all,
    ]
    #expect(story.taken("m") == .init(undoes: ["a"], by: [.tree]))
  }

  @Test func `removes nothing by a merge with the files of a later parent`() {
    var story = Story()
    story.commit("t", "SHOP-2 Search", on: ["older"], tree: "topic")
    story.commit("m", "Merge branch 'search'", on: ["base", "t"], tree: "topic")
    #expect(story.taken("m") == nil)
    #expect(story.questions.allSatisfy { $0.range.brought.isEmpty })
  }

  @Test func `drops by such a merge work in effect, and neither merges nor reverts`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before", tree: "one")
    story.commit("c", "SHOP-3 Prices", on: ["base"])
    story.commit("a", "SHOP-1 Cart", on: ["base"])
    story.commit("b", "SHOP-2 Search", on: ["a"])
    story.commit("r", "Take it back\n\n\(Story.reverts("a"))", on: ["b"])
    story.commit("n", "Merge branch 'prices'", on: ["r", "c"])
    story.commit("m", "Merge branch 'side'", on: ["x", "n"], tree: "one")
    for name in ["a", "b", "c", "r", "n"] {
      story.answers.remains[.init(of: Story.id(name), in: Story.id("m"))] = Remains.none
    }
    #expect(story.taken("m")?.undoes == ["b", "c"])
  }

  @Test func `removes by a merge with the files of its first parent what both sides have and it has not`() {
    for (now, isDropped) in [(Remains.none, true), (.all, false)] {
      var story = Story()
      story.commit("x", "SHOP-9 Before", on: ["older"], tree: "one")
      story.commit("m", "Merge branch 'main'", on: ["x", "base"], tree: "one")
      var facts = MessageFacts()
      facts.implements = [.init(key: RuleStory.key("SHOP-7"), place: .subject)]
      var revert = facts
      revert.reverts = [.made(ids: ["y"])]
      story.answers.brought[Story.id("m")] = [
        ("old", facts, true), ("x", facts, true), ("new", facts, false), ("undo", revert, true),
      ].map { .init(id: Story.id($0), isMerge: false, facts: $1, isCommon: $2, descendants: []) }
      for name in ["x", "new", "undo"] {
        story.answers.remains[.init(of: Story.id(name), in: Story.id("m"))] = Remains.none
        story.answers.remains[.init(of: Story.id(name), in: Story.id("base"))] = .all
      }
      story.answers.remains[.init(of: Story.id("old"), in: Story.id("m"))] = now
      story.answers.remains[.init(of: Story.id("old"), in: Story.id("base"))] = .all
      #expect(story.taken("m") == (isDropped ? .init(outside: ["old"], by: [.tree]) : nil))
      #expect(story.states["SHOP-7"] == (isDropped ? "removed" : nil))
    }
  }
}
