import ReleaseScope
import Testing

/// The order in which people read findings.
struct FindingOrderTests {
  @Test func `comes by severity, rule, ticket by number, and commits`() {
    var release = RuleStory(planned: "SHOP-2", "SHOP-10", "SHOP-3")
    release.commit("b", "Tidy up")
    release.commit("a", "Tidy up more")
    release.commit("c", "SHOP-1 Cart")
    release.change("SHOP-3") {
      $0.assignee = .empty
      $0.priority = .empty
    }
    release.manifest?.releaseTicket = nil
    let order = release.judged().map {
      "\($0.rule.rawValue) \($0.ticket?.description ?? $0.commits.map(Story.name).joined())"
    }
    #expect(
      order == [
        "unplanned-ticket SHOP-1", "missing-ticket SHOP-2", "missing-ticket SHOP-3", "missing-ticket SHOP-10",
        "untracked-commit a", "untracked-commit b", "unassigned SHOP-3", "release-ticket ", "untriaged SHOP-3",
      ])
  }

  @Test func `comes by words where nothing else differs`() {
    var release = RuleStory()
    release.gather = { $0.elsewhere.changedDocuments = ["b", "a"] }
    #expect(
      release.found(by: .untrustedPolicy).map(\.message) == ["the release changes 'a'", "the release changes 'b'"])
  }

  @Test func `puts before tickets what is about none`() {
    var release = RuleStory(planned: "SHOP-2", "SHOP-1")
    release.policy.waivers = [
      RuleStory.waiver(.notReady) { $0.ticket = RuleStory.key("SHOP-1") },
      RuleStory.waiver(.notReady) { $0.path = "x" },
    ]
    #expect(release.tickets(.waiverUnused) == ["-", "SHOP-1"])
  }
}
