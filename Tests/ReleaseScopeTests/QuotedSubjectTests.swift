import Testing

@testable import Commits
@testable import ReleaseScope

/// Merges that have a title besides their subject, as reverts quote them.
struct QuotedSubjectTests {
  @Test(arguments: [
    "Revert \"Merge branch 'cart' into 'main'\"", "Revert \"Merge branch 'cart' int...\"", "Revert \"SHOP-1 Cart\"",
  ])
  func `finds a merge by its subject as well as by its title`(message: String) {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "Cart", on: ["x"])
    story.commit("m", "Merge branch 'cart' into 'main'\n\nSHOP-1 Cart\n\nSee merge request shop/web!7", on: ["x", "a"])
    story.commit("r", message)
    #expect(story.taken("r") == .init(undoes: ["m", "a"], by: [.subject]))
    #expect(story.states == ["SHOP-9": "delivered", "SHOP-1": "reverted"])
  }

  @Test(arguments: ["Undo: Cart", "Revert \"SHOP-1 Cart\" and \"SHOP-2 Search\""])
  func `finds a revert by its subject as well as by what it quotes`(subject: String) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", subject)
    story.commit("s", "Revert \"\(subject)\"")
    story.claims["r"] = [.made(titles: ["shop-1 cart"])]
    #expect(story.taken("s") == .init(undoes: ["r"], by: [.subject]))
    #expect(story.states == ["SHOP-1": "delivered"])
  }

  @Test func `knows a commit once whose title is its subject but for what tools add`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Revert \"SHOP-1 Cart\"")
    story.said["a"] = { $0.title = Array("SHOP-1 Cart (#7)".utf8) }
    let commits = story.range.commits
    #expect(TitleIndex(commits).positions(of: "shop-1 cart").map { Story.name(commits.id($0)) } == ["a"])
  }

  @Test func `asks nobody for what a squash quotes that was taken back before it came in`() {
    var story = Story()
    story.commit("x", "SHOP-9 Before")
    story.commit("a", "SHOP-1 Cart", on: ["x"])
    story.commit("m", "Merge branch 'cart' into 'main'\n\nThe cart\n\nSee merge request shop/web!7", on: ["x", "a"])
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: ["m"])]
    story.commit("q", "SHOP-1 Totals (#8)\n\n* Revert \"Merge branch 'cart' into 'main'\"\n* SHOP-1 Totals")
    #expect(story.taken("q")?.unresolved ?? [] == [])
  }

  @Test(arguments: [("SHOP-1 Cart", true), ("SHOP-1 Vouchers", false)])
  func `asks nobody for what a squash quotes that has its own title`(title: String, isOwn: Bool) {
    var story = Story()
    story.commit("q", "SHOP-1 Cart (#8)\n\n* SHOP-1 Totals\n* Roll back \"\(title)\"")
    #expect((story.taken("q")?.unresolved ?? []).isEmpty == isOwn)
  }
}
