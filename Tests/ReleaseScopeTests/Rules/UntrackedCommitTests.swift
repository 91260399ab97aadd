import ReleaseScope
import Testing

struct UntrackedCommitTests {
  @Test func `finds each commit that is handed over as one without a ticket`() {
    var release = RuleStory()
    release.commit("a", "Tidy up")
    release.commit("b", "Tidy up more")
    release.commit("c", "SHOP-1 Cart")
    let commits = release.found(by: .untrackedCommit).map(\.commits)
    #expect(commits == [["a"], ["b"]])
    #expect(
      release.found(by: .untrackedCommit).first
        == .init(
          severity: .error, ticket: nil, commits: ["a"], message: "the commit names no ticket",
          help: RuleStory.advice(.untrackedCommit)))
  }

  @Test func `names the commit to attribute where it is the only one`() {
    var release = RuleStory()
    release.commit("a", "Tidy up")
    let help = RuleStory.advice(.untrackedCommit).replacing("<commit>", with: RuleStory.short("a"))
    #expect(release.found(by: .untrackedCommit).map(\.help) == [help])
  }

  @Test func `passes over what is exempt`() {
    var release = RuleStory()
    release.commit("a", "Tidy up")
    release.gather = { $0.range.untracked = [] }
    #expect(release.found(by: .untrackedCommit).isEmpty)
  }
}
