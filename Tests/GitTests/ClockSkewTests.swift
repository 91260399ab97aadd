import ReleaseScope
import TestSupport
import Testing

@testable import Git

/// Clocks that were wrong: `git rev-list A ^B` stops early then, and the sets here must be exact all the same.
struct ClockSkewTests {
  struct Skew: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let graph: CommitGraph
    let base: Int
    let release: Int
    /// Whether git is wrong about it without a commit-graph, even where it looks at most.
    let misleadsGit: Bool

    init(
      _ name: String, misleadsGit: Bool = false, _ draw: (inout CommitGraph) -> (base: Int, release: Int)
    ) {
      self.misleadsGit = misleadsGit
      var graph = CommitGraph()
      testDescription = name
      (base, release) = draw(&graph)
      self.graph = graph
    }

    static let start = CommitGraph.start
    static let day = CommitGraph.day

    static let all = [
      Skew("30 commits of 1970 between the base and what is shared") { graph in
        let shared = graph.line(40)
        let release = graph.line(3, on: shared)
        let old = graph.line(30, on: shared) { Int64($0) * 60 }
        return (graph.add(old), release)
      },
      Skew("the same, merged into the base") { graph in
        let shared = graph.line(40)
        let release = graph.line(3, on: shared)
        let old = graph.line(30, on: shared) { _ in 0 }
        return (graph.add(graph.line(2), old), release)
      },
      Skew("the release of 1970") { graph in
        let shared = graph.line(10)
        return (graph.line(3, on: shared), graph.line(4, on: shared) { _ in 0 })
      },
      Skew("the release of 2099") { graph in
        let shared = graph.line(10)
        return (graph.line(3, on: shared), graph.line(4, on: shared) { 4_070_908_800 + Int64($0) })
      },
      Skew("a shared commit of 2099") { graph in
        let shared = graph.add(graph.line(10), time: 4_070_908_800)
        let other = graph.line(10, on: shared)
        return (graph.line(3, on: other), graph.add(graph.line(4, on: other), shared))
      },
      Skew("a shared commit of 1970 among 400") { graph in
        let shared = graph.line(200, on: graph.add(graph.line(200), time: 0))
        return (graph.line(3, on: shared), graph.line(4, on: shared))
      },
      Skew("400 commits of two days before, on one of the release, in the base", misleadsGit: true) { graph in
        let line = graph.line(500) { start - 200 * day + Int64($0) * (day / 5 * 2) }
        let shared = graph.add(line, time: start - 60)
        let work = graph.add(shared, time: start)
        let rebased = graph.line(400, on: work) { start - 2 * day + Int64($0) * 5 }
        let base = graph.add(shared, rebased, time: start + 100)
        let more = graph.add(work, time: start + 200)
        return (base, graph.add(more, base, time: start + 300))
      },
      Skew("off by an hour") { graph in
        let shared = graph.line(300) { start + Int64($0) * 60 }
        let release = graph.line(5, on: shared) { start + 18_000 + Int64($0) * 60 }
        return (graph.line(20, on: shared) { start + 14_400 - Int64($0) * 60 }, release)
      },
      Skew("off by half a day, to and fro") { graph in
        let shared = graph.line(600) { start + Int64($0) * 60 + ($0.isMultiple(of: 2) ? day / 2 : 0) }
        let feature = graph.line(10, on: shared) { start + 600 * 60 - Int64($0) * 600 }
        return (graph.add(graph.line(10, on: shared), feature), graph.add(graph.line(5, on: shared), feature))
      },
      Skew("criss-cross with one side of 1970") { graph in
        let shared = graph.line(300)
        let left = graph.line(8, on: shared) { _ in 0 }
        let right = graph.line(8, on: shared)
        return (graph.line(2, on: graph.add(left, right)), graph.line(3, on: graph.add(right, left)))
      },
      Skew("a commit of 1970 that both merged, above one that the release has by another way too") { graph in
        let shared = graph.line(700) { start - 300 * day + Int64($0) * day / 4 }
        let work = graph.line(2, on: shared) { start + Int64($0) * 60 }
        let old = graph.add([work], time: 0)
        let main = graph.line(3, on: shared) { start - 20 * day + Int64($0) * 60 }
        let release = graph.line(2, on: work) { start + 600 + Int64($0) * 60 }
        return (graph.add([main, old], time: start + 1200), graph.add([release, old], time: start + 1260))
      },
      Skew("20 of them, in a row, one of many side branches") { graph in
        let shared = graph.line(700) { start - 300 * day + Int64($0) * day / 4 }
        let work = graph.line(2, on: shared) { start + Int64($0) * 60 }
        let old = graph.line(20, on: work) { Int64($0) }
        // Branches from every part of the history, so that much else is still open where the walk could end.
        let sides = (0..<10).map { side in graph.add([side * 60 + 5], time: start - 40 * day + Int64(side)) }
        let main = graph.add([graph.add([shared], time: start - 20 * day)] + sides, time: start - 19 * day)
        let release = graph.line(2, on: graph.add([work] + sides, time: start + 500)) { start + 600 + Int64($0) * 60 }
        return (graph.add([main, old], time: start + 1200), graph.add([release, old], time: start + 1260))
      },
    ]
  }

  @Test(arguments: Skew.all, CommitGraphKind.allCases)
  func `tells the sides apart whatever the clocks said`(_ skew: Skew, _ kind: CommitGraphKind) async throws {
    let drawn = try await DrawnHistories(skew.graph)
    try await kind.write(drawn.ids, in: drawn.repository)
    let repository = try Repository(at: drawn.repository.path)
    let range = try History(repository, base: drawn[skew.base], releases: [drawn[skew.release]]).range()
    let onBase = skew.graph.ancestors(of: [skew.base])
    let onRelease = skew.graph.ancestors(of: [skew.release])
    func numbers(_ commits: CommitList) -> Set<Int> {
      Set(commits.map { commit in drawn.ids[0].firstIndex(of: commit.id) ?? -1 })
    }
    #expect(numbers(range.commits) == onRelease.subtracting(onBase))
    #expect(numbers(range.baseOnly) == onBase.subtracting(onRelease))
    let mergeBases = skew.graph.mergeBases(skew.base, [skew.release])
    #expect(range.mergeBases.map(\.id) == mergeBases.map { drawn[$0] }.sorted())
    expectChildrenFirst(range.commits)
    expectChildrenFirst(range.baseOnly)
    if !skew.misleadsGit {
      // git itself, where it counts exactly: A...B.
      let git = try await drawn.sides(skew.base, skew.release)
      #expect(git.right == Set(range.commits.map(\.id)))
    }
    for (tip, other) in [(skew.release, skew.base), (skew.base, skew.release)] {
      let isAncestor = skew.graph.ancestors(of: [other]).contains(tip)
      #expect(try repository.isAncestor(drawn[tip], of: drawn[other]) == isAncestor)
    }
  }
}
