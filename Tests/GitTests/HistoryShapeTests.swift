import ReleaseScope
import TestSupport
import Testing

@testable import Git

/// Histories of every shape: git's own answer is the reference.
struct HistoryShapeTests {
  struct Shape: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let graph: CommitGraph
    let base: Int
    let release: Int

    /// `draw` draws the history, and returns base and release.
    init(_ name: String, _ draw: (inout CommitGraph) -> (base: Int, release: Int)) {
      var graph = CommitGraph()
      testDescription = name
      (base, release) = draw(&graph)
      self.graph = graph
    }

    static let all = [
      Shape("one line") { graph in
        let base = graph.line(3)
        return (base, graph.line(4, on: base))
      },
      Shape("both sides moved") { graph in
        let shared = graph.line(5)
        return (graph.line(3, on: shared), graph.line(2, on: shared))
      },
      Shape("release and base are one") { graph in
        let tip = graph.line(3)
        return (tip, tip)
      },
      Shape("release behind the base") { graph in
        let release = graph.line(3)
        return (graph.line(4, on: release), release)
      },
      Shape("release merged") { graph in
        let shared = graph.line(3)
        let release = graph.line(2, on: shared)
        return (graph.add(graph.line(2, on: shared), release), release)
      },
      Shape("unrelated") { graph in
        (graph.line(3), graph.line(2))
      },
      Shape("criss-cross") { graph in
        let shared = graph.line(2)
        let left = graph.add(shared)
        let right = graph.add(shared)
        return (graph.line(2, on: graph.add(left, right)), graph.line(3, on: graph.add(right, left)))
      },
      Shape("criss-cross twice") { graph in
        let shared = graph.line(2)
        var (left, right) = (graph.add(shared), graph.add(shared))
        for _ in 0..<2 { (left, right) = (graph.line(2, on: graph.add(left, right)), graph.add(right, left)) }
        return (left, right)
      },
      Shape("octopus") { graph in
        let shared = graph.line(2)
        let arms = (0..<9).map { graph.line($0 % 3 + 1, on: shared) }
        return (graph.line(2, on: arms[0]), graph.add(arms))
      },
      Shape("several roots") { graph in
        let first = graph.line(3)
        let second = graph.line(3)
        let third = graph.line(2)
        return (graph.add(first, second), graph.line(2, on: graph.add(graph.add(first), third)))
      },
      Shape("main merged into the release, again and again") { graph in
        var base = graph.line(3)
        var release = base
        for _ in 0..<5 {
          base = graph.line(2, on: base)
          release = graph.add(graph.line(2, on: release), base)
        }
        return (graph.line(3, on: base), graph.line(2, on: release))
      },
      Shape("the release merged into main, and gone on") { graph in
        let shared = graph.line(3)
        let release = graph.line(3, on: shared)
        let base = graph.add(graph.line(2, on: shared), release)
        return (graph.line(2, on: base), graph.line(2, on: release))
      },
      Shape("a merge of what is merged already") { graph in
        let shared = graph.line(3)
        let release = graph.add(graph.add(shared), shared)
        return (graph.add(shared), release)
      },
      Shape("one parent twice") { graph in
        let shared = graph.line(2)
        return (graph.add(shared), graph.add(graph.add(shared, shared)))
      },
      Shape("320 commits, and 260 on main") { graph in
        let shared = graph.line(300)
        return (graph.line(260, on: shared), graph.line(320, on: shared))
      },
      Shape("equal dates") { graph in
        let time = CommitGraph.start
        let shared = graph.line(20) { _ in time }
        let feature = graph.line(5, on: shared) { _ in time }
        let base = graph.line(7, on: shared) { _ in time }
        return (base, graph.add([graph.line(6, on: shared) { _ in time }, feature], time: time))
      },
    ]
  }

  @Test(arguments: Shape.all, CommitGraphKind.allCases)
  func `tells what each side has as git does`(_ shape: Shape, _ kind: CommitGraphKind) async throws {
    let drawn = try await DrawnHistories(shape.graph)
    try await kind.write(drawn.ids, in: drawn.repository)
    let git = try await drawn.sides(shape.base, shape.release)
    let mergeBases = try await drawn.mergeBases(shape.base, shape.release)
    let history = try History(
      Repository(at: drawn.repository.path), base: drawn[shape.base], releases: [drawn[shape.release]])
    let range = try history.range()
    #expect(Set(range.commits.map(\.id)) == git.right)
    #expect(range.commits.count == git.right.count)
    #expect(Set(range.baseOnly.map(\.id)) == git.left)
    #expect(range.baseOnly.count == git.left.count)
    #expect(range.mergeBases.map(\.id) == mergeBases)
    #expect(history.gaps.isEmpty)
    #expect(history.certainAfter == nil)
    expectChildrenFirst(range.commits)
    expectChildrenFirst(range.baseOnly)
  }

  @Test func `takes all sides of an octopus merge for the release`() async throws {
    var graph = CommitGraph()
    let shared = graph.line(3)
    let arms = (0..<4).map { graph.line($0 + 1, on: shared) }
    let base = graph.line(2, on: shared)
    let drawn = try await DrawnHistories(graph)
    let range = try History(
      Repository(at: drawn.repository.path), base: drawn[base], releases: arms.map { drawn[$0] }
    ).range()
    let expected = graph.ancestors(of: arms).subtracting(graph.ancestors(of: [base]))
    #expect(Set(range.commits.map(\.id)) == Set(expected.map { drawn[$0] }))
    #expect(range.mergeBases.map(\.id) == [drawn[shared]])
  }

  @Test func `gives the same order each time`() async throws {
    let shape = try #require(Shape.all.last)
    let drawn = try await DrawnHistories(shape.graph)
    let orders = try (0..<2).map { _ in
      try History(Repository(at: drawn.repository.path), base: drawn[shape.base], releases: [drawn[shape.release]])
        .range().commits.map(\.id)
    }
    #expect(orders[0] == orders[1])
  }

  @Test(arguments: ["base", "release"])
  func `tells a commit that is not here`(missing: String) async throws {
    var graph = CommitGraph()
    let shared = graph.line(2)
    let lost = graph.add(shared)
    let base = graph.add(missing == "base" ? lost : shared)
    let release = graph.add(missing == "release" ? lost : shared)
    let drawn = try await DrawnHistories(graph)
    try await drawn.repository.removeObject("\(drawn[lost])")
    let history = try History(
      Repository(at: drawn.repository.path), base: drawn[base], releases: [drawn[release]])
    #expect(history.gaps.missing == [drawn[lost]])
    #expect((history.certainAfter == Instant(seconds: .max)) == (missing == "base"))
  }

  @Test func `throws when a commit is here and is no commit`() async throws {
    let repository = try await GitRepository()
    let blob = try await repository.git("hash-object", "-w", "--stdin", input: "not a commit\n")
    let main = try await repository.commit("Start")
    let corrupt = try await repository.git(
      "hash-object", "-t", "commit", "-w", "--literally", "--stdin", input: "tree \(blob)\n")
    for id in [blob, corrupt] {
      #expect(throws: GitError.self) {
        try History(
          Repository(at: repository.path), base: try #require(ObjectID(main)), releases: [try #require(ObjectID(id))])
      }
    }
  }
}
