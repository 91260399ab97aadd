import ReleaseScope
import Testing

/// The commits of a story are a second apart, from the thousandth on.
struct StaleApprovalTests {
  private static func release(since: Int64?, status: String = "Ready for Release") -> RuleStory {
    var release = RuleStory(planned: "SHOP-1")
    release.change("SHOP-1") {
      $0.statusSince = since.map(Instant.init(seconds:))
      $0.status = status
    }
    release.commit("a", "SHOP-1 Cart")
    release.commit("b", "SHOP-1 Cart, tested")
    release.commit("c", "SHOP-1 Cart, mended")
    return release
  }

  @Test func `finds a ticket that has work after it was found ready, and names that`() {
    #expect(
      Self.release(since: 1_000).found(by: .staleApproval) == [
        .init(
          severity: .warning, ticket: "SHOP-1", commits: ["c", "b"],
          message: "SHOP-1 is ready since 1970-01-01T00:16:40Z, and has later work",
          help: RuleStory.advice(.staleApproval))
      ])
  }

  @Test func `passes over work of the same second and before, and over what was never found ready`() {
    #expect(Self.release(since: 1_002).tickets(.staleApproval).isEmpty)
    #expect(Self.release(since: 1_001).found(by: .staleApproval).map(\.commits) == [["c"]])
    #expect(Self.release(since: nil).tickets(.staleApproval).isEmpty)
    #expect(Self.release(since: 1_000, status: "Open").tickets(.staleApproval).isEmpty)
  }

  @Test func `passes over later work that is undone`() {
    var release = Self.release(since: 1_001)
    release.commit("r", "Revert \"SHOP-1 Cart, mended\"\n\n\(Story.reverts("c"))")
    #expect(release.tickets(.staleApproval).isEmpty)
  }

  @Test func `passes over a merge, which brings what was found ready`() {
    var release = RuleStory(planned: "SHOP-1")
    release.change("SHOP-1") { $0.statusSince = Instant(seconds: 1_001) }
    release.commit("x", "SHOP-9 Before")
    release.commit("a", "SHOP-2 Search", on: ["x"])
    release.commit("m", "Merge branch 'SHOP-1-cart'", on: ["x", "a"])
    #expect(release.tickets(.staleApproval).isEmpty)
  }
}
