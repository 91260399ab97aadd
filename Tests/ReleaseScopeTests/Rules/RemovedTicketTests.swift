import ReleaseScope
import Testing

struct RemovedTicketTests {
  @Test func `finds what the range takes out of the product, with the reverts that do it`() {
    var release = RuleStory()
    release.story.outside = [("old", "SHOP-1 Cart"), ("older", "SHOP-1 Before the cart")]
    release.commit("r", "Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("old"))")
    release.commit("s", "Revert \"SHOP-1 Before the cart\"\n\n\(Story.reverts("older"))")
    #expect(
      release.found(by: .removedTicket) == [
        .init(
          severity: .error, ticket: "SHOP-1", commits: ["s", "r"],
          message: "the release takes earlier work of SHOP-1 out of the product",
          help: RuleStory.advice(.removedTicket))
      ])
  }

  @Test func `names a revert of several commits once`() {
    var release = RuleStory()
    release.story.outside = [("old", "SHOP-1 Cart"), ("older", "SHOP-1 Before the cart")]
    release.commit("r", "Take the cart out\n\n\(Story.reverts("old"))\n\(Story.reverts("older"))")
    #expect(release.found(by: .removedTicket).map(\.commits) == [["r"]])
  }

  @Test func `passes over what is only taken back within the range`() {
    var release = RuleStory()
    release.commit("a", "SHOP-1 Cart")
    release.commit("r", "Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("a"))")
    #expect(release.tickets(.removedTicket).isEmpty)
  }
}
