/// Finds what merges brought in.
///
/// Keeps its marks between questions, of which a long range has as many as merges.
struct MergedCommits {
  private enum Line: UInt32 {
    case first = 1
    case incoming = 2
  }

  private let graph: RangeGraph
  /// By position, the number of the question and the line on which the commit is.
  private var marks: [UInt32]
  private var question: UInt32 = 0
  private var incoming = 0

  init(_ graph: RangeGraph) {
    self.graph = graph
    marks = Array(repeating: 0, count: graph.commits.count)
  }

  /// The commits that a merge added: reachable from a later parent and not from the first. By position.
  ///
  /// - Complexity: Linear in the distance to the oldest of them.
  mutating func brought(by merge: CommitPosition) -> [CommitPosition] {
    graph.commits.parentIDs(merge).first.map { joined(by: merge, with: $0) } ?? []
  }

  /// The commits that a merge joined with one of its parents: reachable from another one and not from that. By position.
  ///
  /// - Parameter kept: One that the side lacks joins all.
  /// - Complexity: Linear in the distance to the oldest of them.
  mutating func joined(by merge: CommitPosition, with kept: ObjectID) -> [CommitPosition] {
    let commits = graph.commits
    question += 1
    incoming = 0
    for parent in graph.parents(merge) where commits.id(parent.position) == kept { mark(parent.position, .first) }
    for parent in graph.parents(merge) where commits.id(parent.position) != kept { mark(parent.position, .incoming) }
    var brought: [CommitPosition] = []
    for position in graph.commits.indices(after: merge) {
      guard incoming > 0 else { break }
      switch line(position) {
      case .first?: for parent in graph.parents(position) { mark(parent.position, .first) }
      case .incoming?:
        incoming -= 1
        brought.append(position)
        for parent in graph.parents(position) { mark(parent.position, .incoming) }
      case nil: break
      }
    }
    return brought
  }

  private func line(_ position: CommitPosition) -> Line? {
    marks[position] >> 2 == question ? Line(rawValue: marks[position] & 3) : nil
  }

  /// What is on the line of the one parent, too, was there before.
  private mutating func mark(_ position: CommitPosition, _ line: Line) {
    switch (self.line(position), line) {
    case (.first?, _), (.incoming?, .incoming): return
    case (nil, .first): break
    case (nil, .incoming): incoming += 1
    case (.incoming?, .first): incoming -= 1
    }
    marks[position] = question << 2 | line.rawValue
  }
}
