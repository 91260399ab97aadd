import Fuzzing
import ReleaseScope
import TestSupport
import Testing

@testable import Git

/// The merge bases of many pairs, by one search after the other.
struct MergeBaseSearchTests {
  @Test(arguments: [
    ([[], [0], [1]], (0, 2), [0]), ([[], [0], [1]], (2, 2), [2]), ([[], [0], [0]], (1, 2), [0]),
    ([[], []], (0, 1), []), ([[], [], [0, 1]], (0, 2), [0]),
    // Each side merged the other.
    ([[], [0], [0], [1, 2], [2, 1]], (3, 4), [1, 2]),
    // The root that both reach is older than another base.
    ([[], [0], [1], [0, 1], [2, 0]], (3, 4), [1]),
    // Two roots, both common.
    ([[], [], [0, 1], [1, 0]], (2, 3), [0, 1]),
    ([[], [0], [0], [0], [1, 2, 3], [3]], (4, 5), [3]),
  ])
  func `finds the best common ancestors`(parents: [[Int]], pair: (Int, Int), bases: [Int]) async throws {
    var graph = CommitGraph()
    for parents in parents { graph.add(parents) }
    let drawn = try await DrawnHistories(graph)
    let repository = try Repository(at: drawn.repository.path)
    var search = try MergeBaseSearch(in: repository)
    for (one, other) in [pair, (pair.1, pair.0)] {
      let found = try search.mergeBases(of: drawn[one], and: drawn[other], in: repository)
      #expect(found.sorted() == bases.map { drawn[$0] }.sorted())
    }
  }

  private static func draw(_ random: inout RandomNumbers, time: (Int, inout RandomNumbers) -> Int64?) -> CommitGraph {
    var graph = CommitGraph()
    for number in 0..<Int.random(in: 2...40, using: &random) {
      let count = number == 0 || Int.random(in: 0..<12, using: &random) == 0 ? 0 : Int.random(in: 1...3, using: &random)
      let parents = Set((0..<count).map { _ in max(0, number - Int.random(in: 1...6, using: &random)) })
      graph.add(parents.sorted(), time: time(number, &random))
    }
    return graph
  }

  private static func expect(
    _ graphs: [CommitGraph], _ random: inout RandomNumbers, _ check: (CommitGraph, Int, Int, [Int]) -> Void
  ) async throws {
    let drawn = try await DrawnHistories(graphs)
    let repository = try Repository(at: drawn.repository.path)
    var search = try MergeBaseSearch(in: repository)
    for (graph, ids) in zip(graphs, drawn.ids) {
      for _ in 0..<20 {
        let one = Int.random(in: 0..<graph.count, using: &random)
        let other = Int.random(in: 0..<graph.count, using: &random)
        let found = try search.mergeBases(of: ids[one], and: ids[other], in: repository)
        check(graph, one, other, found.compactMap(ids.firstIndex(of:)).sorted())
      }
    }
  }

  @Test func `finds in random histories what a walk of everything does`() async throws {
    var random = RandomNumbers(seed: 17)
    let graphs = (0..<40).map { _ in Self.draw(&random) { _, _ in nil } }
    try await Self.expect(graphs, &random) { graph, one, other, found in
      #expect(found == graph.mergeBases(one, [other]).sorted())
    }
  }

  @Test func `finds common ancestors wherever there are some, whatever clocks say`() async throws {
    var random = RandomNumbers(seed: 18)
    let graphs = (0..<40).map { _ in Self.draw(&random) { _, random in Int64.random(in: 0...9, using: &random) } }
    try await Self.expect(graphs, &random) { graph, one, other, found in
      let common = graph.ancestors(of: [one]).intersection(graph.ancestors(of: [other]))
      #expect(common.isSuperset(of: found))
      #expect(found.isEmpty == common.isEmpty)
    }
  }

  @Test func `tells what a shallow clone hides from what is not related`() async throws {
    let original = try await GitRepository()
    try await original.commit("Start")
    for branch in ["one", "two"] {
      try await original.checkout(new: branch, at: "main")
      for number in 1...3 { try await original.commit("\(branch) \(number)") }
    }
    let clone = try await original.clone(depth: 2)
    let repository = try Repository(at: clone.path)
    let one = try #require(ObjectID(try await clone.id(of: "origin/one")))
    let two = try #require(ObjectID(try await clone.id(of: "origin/two")))
    let before = try #require(ObjectID(try await clone.id(of: "origin/one~1")))
    var search = try MergeBaseSearch(in: repository)
    let hidden = #expect(throws: GitError.self) { try search.mergeBases(of: one, and: two, in: repository) }
    #expect(hidden?.code == .missingObject)
    // What was marked for that is forgotten.
    #expect(try search.mergeBases(of: one, and: before, in: repository) == [before])
    let missing = ObjectID(high: 1, middle: 2, low: 3)
    let lost = #expect(throws: GitError.self) { try search.mergeBases(of: one, and: missing, in: repository) }
    #expect(lost?.code == .missingObject)
    #expect(try search.mergeBases(of: before, and: one, in: repository) == [before])
  }
}
