import Testing

@testable import Commits
@testable import ReleaseScope

/// What of a line's history is a release's, of lines drawn commit by commit.
struct BroughtCommitsTests {
  /// `M1: F1 r1` is a commit with its parents; oldest first. The line's first commits stand on `base`, which is not
  /// listed.
  private func brought(
    _ history: String, merges: [String: [String]], upTo end: String? = nil
  ) -> (commits: Set<String>, others: Set<String>) {
    let person = Signature(name: "Dana", email: "dana@example.com", time: Instant(seconds: 0))
    var commits: [Commit] = []
    for line in history.split(separator: "\n") {
      let words = line.split { " :".contains($0) }.map(String.init)
      commits.append(
        Commit(
          id: Story.id(words[0]), tree: Story.id("tree"), parents: words.dropFirst().map(Story.id), author: person,
          committer: person, message: []))
    }
    let list = CommitList(commits.reversed(), reader: MessageReader(scanner: KeyScanner(projects: [])))
    let brought = BroughtCommits(
      list, top: list.id(list.startIndex),
      merges: Dictionary(uniqueKeysWithValues: merges.map { (Story.id($0.key), $0.value.map(Story.id)) }),
      upTo: end.map(Story.id))
    return (Set(brought.commits.map { Story.name($0.id) }), Set(brought.others.map { Story.name($0.id) }))
  }

  @Test func `takes all merges of a release together, and nothing that came between`() {
    let found = brought(
      """
      r1: base
      M1: base r1
      f1: base
      F: M1 f1
      r2: r1
      M2: F r2
      """, merges: ["M1": ["r1"], "M2": ["r2"]])
    #expect(found.commits == ["r1", "M1", "r2", "M2"])
    #expect(found.others == ["f1", "F"])
  }

  @Test func `does not give a release what it got from the line itself`() {
    let found = brought(
      """
      r1: base
      M1: base r1
      f1: base
      F: M1 f1
      back: r1 F
      r2: back
      M2: F r2
      """, merges: ["M1": ["r1"], "M2": ["r2"]])
    #expect(found.commits == ["r1", "M1", "back", "r2", "M2"])
    #expect(found.others == ["f1", "F"])
  }

  @Test(arguments: [
    (nil, ["r1", "M1"]), ("c2", ["r1", "M1", "c1", "c2", "s", "S"]), ("c1", ["r1", "M1", "c1"]), ("M1", ["r1", "M1"]),
  ])
  func `counts what came to the line between the last merge and what ships`(end: String?, commits: [String]) {
    let found = brought(
      """
      r1: base
      M1: base r1
      c1: M1
      s: r1
      S: c1 s
      c2: S
      c3: c2
      """, merges: ["M1": ["r1"]], upTo: end)
    #expect(found.commits == Set(commits))
  }

  @Test func `takes of an octopus merge the release's arm alone, and of a merge what the release had`() {
    let found = brought(
      """
      r1: base
      r2: r1
      x: base
      M: base r2 x
      """, merges: ["M": ["r1"]])
    #expect(found.commits == ["r1", "M"])
    #expect(found.others == ["r2", "x"])
  }
}
