import ReleaseScope
import Testing

struct UnportedFixTests {
  @Test(arguments: [(["y"], "1 commit"), (["y", "x"], "2 commits")])
  func `finds each open branch that lacks the fix, with the picks in their order`(commits: [String], count: String) {
    var release = RuleStory()
    release.gather = {
      $0.elsewhere.unportedWork = [
        UnportedWork(branch: "release/2.5.0", commits: commits.map(Story.id)),
        UnportedWork(branch: "release/$x", commits: [Story.id("y")]),
      ]
    }
    let found = release.found(by: .unportedFix)
    #expect(found.count == 2)
    let picks = commits.reversed().map(RuleStory.short).joined(separator: " ")
    #expect(
      found.contains(
        .init(
          severity: .warning, ticket: nil, commits: commits,
          message: "the open release branch 'release/2.5.0' lacks \(count) of this hot fix",
          help: "run: git switch release/2.5.0 && git cherry-pick -x \(picks)")))
    #expect(found.contains { $0.help.hasPrefix("run: git switch 'release/$x' && ") })
  }

  @Test func `finds nothing when every branch has it`() {
    #expect(RuleStory().found(by: .unportedFix).isEmpty)
  }
}
