import ReleaseScope
import Testing

struct RevertedTicketTests {
  private static func release(planned: Bool) -> RuleStory {
    var release = planned ? RuleStory(planned: "SHOP-1", "SHOP-2") : RuleStory(planned: "SHOP-2")
    release.commit("a", "SHOP-1 Cart")
    release.commit("b", "SHOP-1 Cart, tested")
    release.commit("c", "SHOP-2 Search")
    release.commit("r", "Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("a"))")
    return release
  }

  @Test func `finds a planned ticket whose work is all undone, with the reverts`() {
    var release = Self.release(planned: true)
    release.commit("s", "Revert \"SHOP-1 Cart, tested\"\n\n\(Story.reverts("b"))")
    #expect(
      release.found(by: .revertedTicket) == [
        .init(
          severity: .error, ticket: "SHOP-1", commits: ["r", "s"].reversed(),
          message: "SHOP-1 is planned and all of its work in the release is reverted",
          help: RuleStory.advice(.revertedTicket))
      ])
  }

  @Test func `names no revert that is itself undone`() {
    var release = Self.release(planned: true)
    release.commit("t", "Revert \"Revert \"SHOP-1 Cart\"\"\n\n\(Story.reverts("r"))")
    release.commit("u", "Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("a"))")
    release.commit("s", "Revert \"SHOP-1 Cart, tested\"\n\n\(Story.reverts("b"))")
    #expect(release.found(by: .revertedTicket).map(\.commits) == [["s", "u"]])
  }

  @Test func `passes over what is left in part, and over what nobody planned`() {
    #expect(Self.release(planned: true).tickets(.revertedTicket).isEmpty)
    var release = Self.release(planned: false)
    release.commit("s", "Revert \"SHOP-1 Cart, tested\"\n\n\(Story.reverts("b"))")
    #expect(release.tickets(.revertedTicket).isEmpty)
  }
}
