import ReleaseScope
import Testing

/// Which commits need no ticket.
struct ExemptionTests {
  private static func covers(_ change: (inout Exemption) -> Void, paths: [String]? = ["docs/a.md"]) -> Bool {
    var exemption = Exemption(reason: "agreed")
    change(&exemption)
    var story = Story()
    story.commit("a", "Tidy up\n\nall of it")
    return exemption.covers(story.range.commits[story.range.commits.startIndex]) { paths }
  }

  @Test(arguments: [
    ("dana@example.com", true), ("*@example.com", true), ("Dana <dana@*>", true), ("bot@example.com", false),
    ("dana", false),
  ])
  func `covers by the author's address, or name and address`(glob: String, covers: Bool) {
    #expect(Self.covers { $0.author = glob } == covers)
    #expect(Self.covers { $0.committer = glob } == covers)
  }

  @Test(arguments: [("Tidy*", true), ("Tidy up", true), ("Tidy", false)])
  func `covers by the subject`(glob: String, covers: Bool) {
    #expect(Self.covers { $0.subject = glob } == covers)
  }

  @Test func `covers what meets every condition`() {
    #expect(
      !Self.covers {
        $0.author = "dana@*"
        $0.committer = "bot@*"
      })
    #expect(
      !Self.covers {
        $0.author = "dana@*"
        $0.subject = "Other"
      })
    #expect(
      !Self.covers {
        $0.author = "dana@*"
        $0.paths = ["src/**"]
      })
  }

  @Test(arguments: [
    (["docs/a.md"] as [String]?, true), (["docs/a.md", "README.md"], true), (["docs/a.md", "Cart.swift"], false),
    ([], false), (nil, false),
  ])
  func `covers by paths when all that changed is known and below them`(paths: [String]?, covers: Bool) {
    #expect(Self.covers({ $0.paths = ["docs/**", "*.md"] }, paths: paths) == covers)
  }
}
