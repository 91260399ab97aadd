import ReleaseScope
import Testing

struct NotReadyTests {
  private static func release(_ status: String?, ready: [String]? = nil) -> RuleStory {
    var release = RuleStory(planned: "SHOP-1", "SHOP-2")
    release.commit("a", "SHOP-1 Cart")
    release.commit("b", "SHOP-2 Search")
    release.change("SHOP-1") { $0.status = status }
    if let ready { release.policy.readyStatuses = ready }
    return release
  }

  @Test func `finds a planned ticket in another status`() {
    #expect(
      Self.release("In Review").found(by: .notReady) == [
        .init(
          severity: .error, ticket: "SHOP-1", commits: [],
          message: "SHOP-1 is 'In Review', not 'Ready for Release'", help: RuleStory.advice(.notReady))
      ])
  }

  @Test(arguments: ["Ready for Release", "READY FOR RELEASE", nil])
  func `passes over what is ready in any case, and over what tells no status`(status: String?) {
    #expect(Self.release(status).tickets(.notReady).isEmpty)
  }

  @Test func `takes the ready statuses from the policy`() {
    let found = Self.release("Ready for Release", ready: ["Done", "Ready for Release"]).found(by: .notReady)
    #expect(found.isEmpty)
    let other = Self.release("Open", ready: ["Done", "Ready"]).found(by: .notReady)
    #expect(other.map(\.message).contains("SHOP-1 is 'Open', not 'Done' or 'Ready'"))
    #expect(other.map(\.ticket) == ["SHOP-1", "SHOP-2"])
  }

  @Test func `passes over tickets of other repositories`() {
    var release = Self.release("Open")
    release.policy.repository = "web"
    release.change("SHOP-1") {
      $0.status = "Open"
      $0.repositories = ["app"]
    }
    #expect(release.tickets(.notReady).isEmpty)
  }
}
