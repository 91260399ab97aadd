import ReleaseScope
import Testing

struct MissingTicketTests {
  @Test func `finds a planned ticket without any work`() {
    var release = RuleStory(planned: "SHOP-1", "SHOP-2")
    release.commit("a", "SHOP-1 Cart")
    #expect(
      release.found(by: .missingTicket) == [
        .init(
          severity: .error, ticket: "SHOP-2", commits: [],
          message: "SHOP-2 is planned and no commit of the release implements it",
          help: RuleStory.advice(.missingTicket))
      ])
  }

  @Test func `names the commits that only mention the ticket`() {
    var release = RuleStory(planned: "SHOP-1", "SHOP-2")
    release.commit("a", "SHOP-1 Cart\n\nprepares SHOP-2")
    let found = release.found(by: .missingTicket)
    #expect(found.map(\.commits) == [["a"]])
    #expect(
      found.map(\.message) == ["SHOP-2 is planned and only mentioned in passing, by no commit that implements it"])
  }

  @Test func `says where the work is that the base had before the range`() {
    var release = RuleStory(planned: "SHOP-1", "SHOP-2")
    release.gather = { $0.elsewhere.workBefore = [RuleStory.key("SHOP-2"): Story.id("old")] }
    let found = release.found(by: .missingTicket)
    #expect(
      found.map(\.message) == [
        "SHOP-1 is planned and no commit of the release implements it",
        "SHOP-2 is planned and its work is on 'main' already: \(RuleStory.short("old"))",
      ])
    #expect(found.map(\.commits) == [[], ["old"]])
  }

  @Test func `leaves to other rules what has work that does not count`() {
    var release = RuleStory(planned: "SHOP-1", "SHOP-2", "SHOP-3", "SHOP-4")
    release.story.outside = [("old", "SHOP-4 Wish list")]
    release.commit("a", "SHOP-1 Cart")
    release.commit("r", "Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("a"))")
    release.commit("b", "SHOP-2 Fix\n\n\(Story.picked("x"))")
    release.commit("s", "Revert \"SHOP-4 Wish list\"\n\n\(Story.reverts("old"))")
    release.story.onBase("x", "SHOP-2 Fix")
    release.gather = {
      $0.elsewhere.unmergedWork = [RuleStory.key("SHOP-3"): UnmergedWork(branch: "wip", commits: [], isBase: false)]
    }
    #expect(release.tickets(.missingTicket).isEmpty)
  }

  @Test(arguments: [([], true), (["web"], true), (["app"], false), (["app", "web"], true)])
  func `expects what the repository should deliver`(repositories: [String], isExpected: Bool) {
    var release = RuleStory(planned: "SHOP-1")
    release.policy.repository = "web"
    release.change("SHOP-1") { $0.repositories = repositories }
    #expect(release.tickets(.missingTicket) == (isExpected ? ["SHOP-1"] : []))
  }

  @Test func `expects every ticket where the policy names no repository, and never the release ticket`() {
    var release = RuleStory(planned: "SHOP-1", "SHOP-900")
    release.change("SHOP-1") { $0.repositories = ["app"] }
    #expect(release.tickets(.missingTicket) == ["SHOP-1"])
  }
}
