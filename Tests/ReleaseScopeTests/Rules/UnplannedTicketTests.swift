import ReleaseScope
import Testing

struct UnplannedTicketTests {
  @Test func `finds a ticket in the scope that the manifest lacks, with its work`() {
    var release = RuleStory(planned: "SHOP-1")
    release.commit("a", "SHOP-1 Cart")
    release.commit("b", "SHOP-2 Search")
    release.commit("c", "SHOP-2 Search, tested")
    #expect(
      release.found(by: .unplannedTicket) == [
        .init(
          severity: .error, ticket: "SHOP-2", commits: ["c", "b"],
          message: "SHOP-2 is in the release and not in the manifest",
          help: RuleStory.advice(.unplannedTicket))
      ])
  }

  @Test func `finds what is left of a ticket, and names only that`() {
    var release = RuleStory()
    release.commit("a", "SHOP-2 Search")
    release.commit("b", "SHOP-2 Search, tested")
    release.commit("r", "Revert \"SHOP-2 Search, tested\"\n\n\(Story.reverts("b"))")
    #expect(release.found(by: .unplannedTicket).map(\.commits) == [["a"]])
  }

  @Test func `finds a ticket of which a revert left a part`() {
    var release = RuleStory()
    release.commit("a", "SHOP-2 Search")
    release.commit("r", "Revert \"SHOP-2 Search\"\n\n\(Story.reverts("a"))")
    release.gather = { $0.range.scope.settle(leftInPart: [Story.id("a")]) }
    #expect(
      release.found(by: .unplannedTicket) == [
        .init(
          severity: .error, ticket: "SHOP-2", commits: ["a"],
          message: "SHOP-2 is not in the manifest, and what takes it back leaves a part of it in the release",
          help: RuleStory.advice(.unplannedTicket))
      ])
  }

  @Test func `passes over what is taken back, on the base, or only mentioned, and over the release ticket`() {
    var release = RuleStory(planned: "SHOP-1")
    release.story.outside = [("old", "SHOP-6 Wish list")]
    release.commit("a", "SHOP-2 Search")
    release.commit("r", "Revert \"SHOP-2 Search\"\n\n\(Story.reverts("a"))")
    release.commit("s", "Revert \"SHOP-6 Wish list\"\n\n\(Story.reverts("old"))")
    release.commit("b", "SHOP-3 Fix\n\n\(Story.picked("x"))")
    release.commit("c", "SHOP-1 Cart\n\nprepares SHOP-4")
    release.commit("v", "SHOP-900 Release 2.4.0")
    release.story.onBase("x", "SHOP-3 Fix")
    #expect(release.tickets(.unplannedTicket).isEmpty)
  }

  @Test func `leaves to wrong-version what is known to be of another version`() {
    var release = RuleStory()
    release.manifest?.others = [RuleStory.ticket("SHOP-2") { $0.fixVersions = ["2.5.0"] }]
    release.commit("a", "SHOP-2 Search")
    release.commit("b", "SHOP-3 Wish list")
    #expect(release.tickets(.unplannedTicket) == ["SHOP-3"])
  }

  @Test func `says when Jira knows no such ticket`() {
    var release = RuleStory()
    release.manifest?.unknown = [RuleStory.key("SHOP-2")]
    release.commit("a", "SHOP-2 Search")
    let found = release.found(by: .unplannedTicket)
    #expect(found.map(\.message) == ["SHOP-2 is in the release and Jira knows no such ticket, or does not show it"])
    #expect(
      found.map(\.help) == [
        "attribute the commits to the right ticket: git notes --ref=tickets add -m <key> <commit>"
      ])
  }

  @Test(arguments: [(true, "did you mean SHOP-123? it is planned and has no work here"), (false, nil)])
  func `asks whether a planned ticket without work was meant`(isOpen: Bool, help: String?) {
    var release = RuleStory(planned: "SHOP-123")
    release.commit("a", "SHOP-132 Cart")
    if !isOpen { release.commit("b", "SHOP-123 Cart, tested") }
    #expect(release.found(by: .unplannedTicket).map(\.help) == [help ?? RuleStory.advice(.unplannedTicket)])
  }

  @Test func `finds nothing without a manifest`() {
    var release = RuleStory()
    release.commit("a", "SHOP-2 Search")
    release.manifest = nil
    #expect(release.tickets(.unplannedTicket).isEmpty)
  }
}
