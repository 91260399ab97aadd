import Fuzzing
import ReleaseScope
import Testing

@testable import Git

/// Children before parents, and the same order each time.
struct TopologicalOrderTests {
  private func id(_ number: Int) throws -> ObjectID {
    try #require(ObjectID(bytes: (Array(repeating: 0, count: 18) + [UInt8(number / 256), UInt8(number % 256)])[...]))
  }

  private func commits(_ graph: CommitGraph) throws -> [Commit] {
    try graph.parents.enumerated().map { number, parents in
      let signature = Signature(name: "D", email: "d", time: Instant(seconds: graph.times[number]))
      return Commit(
        id: try id(number), tree: try id(0), parents: try parents.map(id), author: signature, committer: signature,
        message: [])
    }
  }

  @Test func `orders any graph, whatever order it comes in`() throws {
    var random = RandomNumbers(seed: 3)
    for _ in 0..<200 {
      var graph = CommitGraph()
      for number in 0..<Int.random(in: 1...30, using: &random) {
        let parents = Set(
          (0..<Int.random(in: 0...2, using: &random)).compactMap { _ in (0..<number).randomElement(using: &random) })
        graph.add(parents.sorted(), time: Int64.random(in: 0...5, using: &random))
      }
      let commits = try commits(graph)
      let ordered = TopologicalOrder.sort(commits)
      #expect(ordered.map(\.id).sorted() == commits.map(\.id))
      expectChildrenFirst(ordered)
      #expect(TopologicalOrder.sort(commits.shuffled(using: &random)).map(\.id) == ordered.map(\.id))
    }
  }

  @Test func `takes the newest of those that could come next, then the smallest id`() throws {
    var graph = CommitGraph()
    let root = graph.add([], time: 10)
    let older = graph.add(root, time: 20)
    let newer = graph.add(root, time: 30)
    let twin = graph.add(root, time: 30)
    let ordered = TopologicalOrder.sort(try commits(graph))
    #expect(ordered.map(\.id) == (try [newer, twin, older, root].map(id)))
  }

  @Test func `does without parents that are not among the commits`() throws {
    let signature = Signature(name: "", email: "", time: Instant(seconds: 0))
    let alone = Commit(
      id: try id(1), tree: try id(0), parents: [try id(2), try id(3)], author: signature, committer: signature,
      message: [])
    #expect(TopologicalOrder.sort([alone]).map(\.id) == [alone.id])
    #expect(TopologicalOrder.sort([]).isEmpty)
  }
}
