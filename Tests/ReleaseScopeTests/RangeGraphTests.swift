import Testing

@testable import ReleaseScope

/// What reaches what in a range.
struct RangeGraphTests {
  /// Commits with their parents, oldest first; what has no line is not in the range.
  private static func list(_ commits: [(String, [String])]) -> CommitList {
    var story = Story()
    for (name, parents) in commits { story.commit(name, name, on: parents) }
    return story.range.commits
  }

  /// Two lines from `x`, and a merge of them.
  static let forked = list([
    ("x", ["base"]), ("a", ["x"]), ("b", ["x"]), ("c", ["a"]), ("d", ["b"]), ("m", ["c", "d"]), ("e", ["m"]),
  ])

  private static func position(_ name: String, in list: CommitList) throws -> CommitPosition {
    try #require(list.position(of: Story.id(name)))
  }

  private static func names(_ positions: some Sequence<CommitPosition>, in list: CommitList) -> [String] {
    positions.map { Story.name(list.id($0)) }
  }

  @Test(arguments: [
    ("a", "c", true), ("a", "m", true), ("b", "m", true), ("x", "e", true), ("x", "a", true), ("a", "d", false),
    ("b", "c", false), ("a", "b", false), ("c", "d", false), ("c", "a", false), ("m", "m", false), ("e", "x", false),
  ])
  func `knows an ancestor`(ancestor: String, descendant: String, isOne: Bool) throws {
    let list = Self.forked
    let (ancestor, descendant) = (try Self.position(ancestor, in: list), try Self.position(descendant, in: list))
    #expect(RangeGraph(list).isAncestor(ancestor, of: descendant) == isOne)
  }

  @Test func `knows the same ancestors when it is asked one after the other`() {
    let (list, graph) = (Self.forked, RangeGraph(Self.forked))
    let known = KnownAncestors(graph)
    for descendant in list.indices {
      // Near and far ones by turns.
      for ancestor in Array(list.indices) + list.indices.reversed() {
        #expect(known.isAncestor(ancestor, of: descendant) == graph.isAncestor(ancestor, of: descendant))
      }
    }
  }

  @Test(
    arguments: [
      ("d", ["b", "a", "x"], "b"), ("c", ["b", "a", "x"], "a"), ("c", ["b", "x"], "x"), ("e", ["c", "d"], "d"),
      ("d", ["a"], nil), ("c", ["b"], nil), ("x", ["a", "b"], nil), ("a", ["e"], nil), ("x", ["e"], nil),
      ("c", ["e", "m", "a"], "a"),
      ("c", ["c"], nil), ("c", [], nil),
    ] as [(String, [String], String?)])
  func `finds the newest ancestor among some`(descendant: String, candidates: [String], found: String?) throws {
    let list = Self.forked
    let positions = try candidates.map { try Self.position($0, in: list) }.sorted()
    let first = RangeGraph(list).firstAncestor(of: try Self.position(descendant, in: list), among: positions)
    #expect(first.map { Story.name(list.id($0)) } == found)
  }

  @Test(
    arguments: [
      ("e", nil, ["m", "d", "c", "b", "a", "x"]), ("e", "c", ["m", "d", "b"]), ("e", "m", []),
      ("m", "x", ["d", "c", "b", "a"]), ("m", "a", ["d", "c", "b"]), ("m", "b", ["d", "c", "a"]),
      ("x", nil, []), ("c", "a", []),
    ] as [(String, String?, [String])])
  func `lists the ancestors once, newest first, without those of one`(
    descendant: String, other: String?, found: [String]
  ) throws {
    let list = Self.forked
    let other = try other.map { try Self.position($0, in: list) }
    let ancestors = RangeGraph(list).ancestors(of: try Self.position(descendant, in: list), besides: other)
    #expect(Self.names(ancestors, in: list) == found)
  }

  /// What `m` brought that rests on what the side lacks.
  @Test(
    arguments: [
      ("a branch of the range", [("x", ["base"]), ("a", ["x"]), ("m", ["x", "a"])], []),
      ("a branch from elsewhere", [("x", ["base"]), ("a", ["shared"]), ("m", ["x", "a"])], ["shared"]),
      ("what is elsewhere itself", [("x", ["base"]), ("m", ["x", "shared"])], ["shared"]),
      ("a branch from where it was merged", [("a", ["base"]), ("m", ["base", "a"])], []),
      (
        "a branch that merged what is elsewhere",
        [("x", ["base"]), ("a", ["x"]), ("n", ["a", "shared"]), ("m", ["x", "n"])], ["shared"]
      ),
      (
        "a branch from where the other side had been",
        [("x", ["base"]), ("y", ["x", "shared"]), ("a", ["shared"]), ("m", ["y", "a"])], []
      ),
      ("an octopus", [("x", ["base"]), ("a", ["one"]), ("m", ["x", "a", "two"])], ["one", "two"]),
    ] as [(String, [(String, [String])], Set<String>)])
  func `knows what a merge brought from elsewhere`(
    name: String, commits: [(String, [String])], elsewhere: Set<String>
  ) throws {
    let list = Self.list(commits)
    let graph = RangeGraph(list)
    var merged = MergedCommits(graph)
    let merge = try Self.position("m", in: list)
    let found = graph.parentsFromElsewhere(of: merge, bringing: merged.brought(by: merge))
    #expect(Set(found.map(Story.name)) == elsewhere)
  }

  @Test func `divides a range into its lines, each commit on one, from where it set out`() {
    let list = Self.list([
      ("x", ["base"]), ("a", ["x"]), ("b", ["x"]), ("m", ["b", "a"]), ("c", ["base"]), ("d", ["elsewhere"]),
      ("n", ["m", "c", "d"]),
    ])
    let lines = RangeLines(RangeGraph(list), mergeBases: [.init(id: Story.id("base"), tree: Story.id("start"))]).lines
    #expect(lines.map { $0.commits.map(Story.name) } == [["x", "b", "m", "n"], ["c"], ["a"]])
    #expect(lines.map { Story.name($0.start) } == ["start", "start", "tree of x"])
  }
}
