import ReleaseScope
import Testing

struct UnresolvedRevertTests {
  /// A ticket with work, and a revert that names it and takes back something that is nowhere.
  private static func release(planned: Bool = true) -> RuleStory {
    var release = planned ? RuleStory(planned: "SHOP-1") : RuleStory()
    release.commit("a", "SHOP-1 Cart")
    release.commit("r", "Revert \"SHOP-1 Wish list\"")
    var claim = RevertClaim(.revert, in: .subject)
    claim.titles = [.init("wish list", depth: 0)]
    claim.keys = [RuleStory.key("SHOP-1")]
    release.story.claims = ["r": [claim]]
    return release
  }

  @Test func `is an error that names the planned ticket of which nobody knows what is left`() {
    #expect(
      Self.release().found(by: .unresolvedRevert) == [
        .init(
          severity: .error, ticket: "SHOP-1", commits: ["r"],
          message: "the commit says that it reverts 'wish list', which was not found: "
            + "nobody can tell whether SHOP-1 is delivered",
          help: "look at git show \(RuleStory.short("r")); name the commit that it takes back, or waive the finding")
      ])
  }

  @Test func `says that a part was not found of what a message takes back in part`() {
    var release = Self.release()
    release.story.claims["r"]?[0].isPartial = true
    #expect(
      release.found(by: .unresolvedRevert).map(\.message) == [
        "the commit says that it reverts a part of 'wish list'; which part, was not found: "
          + "nobody can tell whether SHOP-1 is delivered"
      ])
  }

  @Test func `is a warning when the ticket is not planned`() {
    #expect(
      Self.release(planned: false).found(by: .unresolvedRevert) == [
        .init(
          severity: .warning, ticket: nil, commits: ["r"],
          message: "the commit says that it reverts 'wish list', which was not found",
          help: RuleStory.advice(.unresolvedRevert))
      ])
  }

  @Test func `is a warning when the planned ticket has no work in effect`() {
    var release = Self.release()
    release.commit("s", "Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("a"))")
    #expect(release.found(by: .unresolvedRevert).map(\.severity) == [.warning])
  }

  @Test func `is an error when some of the planned work is in effect`() {
    var release = Self.release()
    release.commit("b", "SHOP-1 Cart, tested")
    release.commit("s", "Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("a"))")
    #expect(release.found(by: .unresolvedRevert).map(\.severity) == [.error])
  }

  @Test(arguments: Severity.allCases.filter { $0 != .off }, [true, false])
  func `weighs in both cases what the policy says`(severity: Severity, isPlanned: Bool) {
    var release = Self.release(planned: isPlanned)
    release.policy.severities = [.unresolvedRevert: severity]
    #expect(release.found(by: .unresolvedRevert).map(\.severity) == [severity])
    release.policy.severities = [:]
    release.policy.stages = [.merge: [.unresolvedRevert: severity]]
    #expect(release.found(by: .unresolvedRevert).map(\.severity) == [severity])
  }

  @Test func `names every ticket that is in doubt, by key`() {
    var release = RuleStory(planned: "SHOP-2", "SHOP-10")
    release.commit("a", "SHOP-10 Cart")
    release.commit("b", "SHOP-2 Search")
    release.commit("r", "Take it back")
    var claim = RevertClaim(.revert, in: .subject)
    claim.titles = [.init("wish list", depth: 0)]
    claim.keys = [RuleStory.key("SHOP-10"), RuleStory.key("SHOP-2")]
    release.story.claims = ["r": [claim]]
    let found = release.found(by: .unresolvedRevert)
    #expect(found.map(\.ticket) == ["SHOP-2"])
    #expect(found.first?.message.hasSuffix("nobody can tell whether SHOP-2, SHOP-10 is delivered") == true)
  }

  @Test func `passes over a revert that is resolved, and over one that is itself undone`() {
    var release = RuleStory()
    release.commit("a", "SHOP-1 Cart")
    release.commit("r", "Revert \"SHOP-1 Cart\"\n\n\(Story.reverts("a"))")
    #expect(release.found(by: .unresolvedRevert).isEmpty)
    release = Self.release()
    release.commit("s", "Revert \"Revert \"SHOP-1 Wish list\"\"\n\n\(Story.reverts("r"))")
    #expect(release.found(by: .unresolvedRevert).isEmpty)
  }
}
