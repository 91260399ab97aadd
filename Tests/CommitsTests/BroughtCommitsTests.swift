import Testing

@testable import Commits

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
          id: ObjectID.named(words[0]), tree: ObjectID.named("tree"), parents: words.dropFirst().map(ObjectID.named),
          author: person, committer: person, message: []))
    }
    let list = CommitList(commits.reversed(), reader: MessageReader(scanner: KeyScanner(projects: [])))
    let brought = BroughtCommits(
      list, top: list.id(list.startIndex),
      merges: Dictionary(uniqueKeysWithValues: merges.map { (ObjectID.named($0.key), $0.value.map(ObjectID.named)) }),
      upTo: end.map(ObjectID.named))
    return (Set(brought.commits.map { $0.id.name }), Set(brought.others.map { $0.id.name }))
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
