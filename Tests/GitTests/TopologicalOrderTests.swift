import Fuzzing
import ReleaseScope
import Testing

@testable import Git

/// Children before parents, and the same order each time.
struct TopologicalOrderTests {
  private func id(_ number: Int) throws -> ObjectID {
    try #require(ObjectID(bytes: (Array(repeating: 0, count: 18) + [UInt8(number / 256), UInt8(number % 256)])[...]))
  }

  /// The indexes of the commits of a history by number, and the history as a walk has it, met in the order of
  /// `numbers`.
  private func walked(_ history: CommitGraph, _ numbers: [Int]) throws -> (indexes: [Int32], graph: AncestorGraph) {
    var graph = AncestorGraph(hasRanks: false)
    for number in numbers {
      let index = graph.meet(try id(number))
      graph.setRead(index, time: history.times[number])
      for parent in history.parents[number] { graph.addParent(graph.meet(try id(parent)), to: index) }
    }
    return (try history.parents.indices.map { graph.meet(try id($0)) }, graph)
  }

  @Test func `orders any graph, whatever order it comes in`() throws {
    var random = RandomNumbers(seed: 3)
    for _ in 0..<200 {
      var history = CommitGraph()
      for number in 0..<Int.random(in: 1...30, using: &random) {
        let parents = Set(
          (0..<Int.random(in: 0...2, using: &random)).compactMap { _ in (0..<number).randomElement(using: &random) })
        history.add(parents.sorted(), time: Int64.random(in: 0...5, using: &random))
      }
      var orders: [[ObjectID]] = []
      for _ in 0..<2 {
        let (indexes, graph) = try walked(history, history.parents.indices.shuffled(using: &random))
        let chosen = indexes.shuffled(using: &random)
        let ordered = TopologicalOrder.sort(chosen, in: graph)
        #expect(ordered.sorted() == chosen.sorted())
        let places = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1, $0) })
        let isChildrenFirst = ordered.allSatisfy { child in
          graph.parents(child).allSatisfy { places[$0, default: -1] > places[child, default: -1] }
        }
        #expect(isChildrenFirst)
        orders.append(ordered.map(graph.id))
      }
      #expect(orders[0] == orders[1])
    }
  }

  @Test func `takes the newest of those that could come next, then the smallest id`() throws {
    var history = CommitGraph()
    let root = history.add([], time: 10)
    let older = history.add(root, time: 20)
    let newer = history.add(root, time: 30)
    let twin = history.add(root, time: 30)
    let (indexes, graph) = try walked(history, [root, older, newer, twin])
    let ordered = TopologicalOrder.sort(indexes, in: graph)
    #expect(ordered.map(graph.id) == (try [newer, twin, older, root].map(id)))
  }

  @Test func `does without parents that are not among the commits`() throws {
    var history = CommitGraph()
    let alone = history.add(history.line(1), history.line(1))
    let (indexes, graph) = try walked(history, [0, 1, alone])
    #expect(TopologicalOrder.sort([indexes[alone]], in: graph) == [indexes[alone]])
    #expect(TopologicalOrder.sort([], in: graph).isEmpty)
  }
}
