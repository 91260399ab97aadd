import ReleaseScope
import Testing

struct AlreadyOnBaseTests {
  @Test func `finds a ticket whose work is all on the base`() {
    var release = RuleStory(planned: "SHOP-1")
    release.commit("a", "SHOP-1 Fix\n\n\(Story.picked("x"))")
    release.commit("b", "SHOP-1 Fix, tested\n\n\(Story.picked("y"))")
    release.story.onBase("x", "SHOP-1 Fix")
    release.story.onBase("y", "SHOP-1 Fix, tested")
    release.gather = { $0.documents.baseName = "origin/trunk" }
    #expect(
      release.found(by: .alreadyOnBase) == [
        .init(
          severity: .note, ticket: "SHOP-1", commits: ["b", "a"],
          message: "the work of SHOP-1 is on 'origin/trunk' already", help: RuleStory.advice(.alreadyOnBase))
      ])
  }

  @Test func `passes over a ticket of which the base lacks something`() {
    var release = RuleStory(planned: "SHOP-1")
    release.commit("a", "SHOP-1 Fix\n\n\(Story.picked("x"))")
    release.commit("b", "SHOP-1 Fix, tested")
    release.story.onBase("x", "SHOP-1 Fix")
    #expect(release.tickets(.alreadyOnBase).isEmpty)
  }
}
