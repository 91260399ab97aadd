import ReleaseScope
import Testing

struct BaseAheadTests {
  @Test(arguments: [(["x"], "1 commit"), (["x", "y"], "2 commits")])
  func `finds all work of the base that the release lacks, at once`(commits: [String], count: String) {
    var release = RuleStory()
    release.gather = {
      $0.documents.baseName = "origin/main's"
      $0.elsewhere.baseAhead = commits.map(Story.id)
    }
    #expect(
      release.found(by: .baseAhead) == [
        .init(
          severity: .warning, ticket: nil, commits: commits,
          message: "'origin/main's' has \(count) that the release lacks",
          help: "run: git merge 'origin/main'\\''s'")
      ])
  }

  @Test func `finds nothing when the release has it all`() {
    #expect(RuleStory().found(by: .baseAhead).isEmpty)
  }
}
