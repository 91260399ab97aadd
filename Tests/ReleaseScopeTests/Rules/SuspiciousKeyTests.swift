import ReleaseScope
import Testing

struct SuspiciousKeyTests {
  @Test func `finds a near miss of a planned key, with the command that attributes the commit`() {
    var release = RuleStory(planned: "SHOP-12")
    release.story.planned = ["SHOP-12"]
    release.commit("a", "Cart for SHOP 12")
    #expect(
      release.found(by: .suspiciousKey) == [
        .init(
          severity: .warning, ticket: "SHOP-12", commits: ["a"], message: "'SHOP 12' looks like SHOP-12",
          help:
            "run: git notes --ref=tickets add -m SHOP-12 \(RuleStory.short("a")) && git push origin refs/notes/tickets")
      ])
  }

  @Test func `passes over a key`() {
    var release = RuleStory(planned: "SHOP-12")
    release.story.planned = ["SHOP-12"]
    release.commit("a", "Cart for SHOP-12")
    #expect(release.found(by: .suspiciousKey).isEmpty)
  }
}
