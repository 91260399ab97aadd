/// The lines of a range: that of its first parents, and those that its merges brought in.
struct RangeLines {
  private(set) var lines: [ScopeQuestions.Line] = []
  /// By position of a commit on a line, that from which the line sets out within the range.
  private(set) var starts: [CommitPosition: CommitPosition] = [:]

  /// - Parameter mergeBases: Where lines may set out from outside of the range; others are left out.
  /// - Complexity: Linear in the range.
  init(_ graph: RangeGraph, mergeBases: [CommitRange.MergeBase]) {
    let commits = graph.commits
    let trees = Dictionary(mergeBases.map { ($0.id, $0.tree) }) { first, _ in first }
    var isOnLine = [Bool](repeating: false, count: commits.count)
    for tip in commits.indices where !isOnLine[tip] {
      var line: [CommitPosition] = []
      var next: CommitPosition? = tip
      while let position = next, !isOnLine[position] {
        isOnLine[position] = true
        line.append(position)
        next = graph.parents(position).first { $0.isFirst }?.position
      }
      let start = next.flatMap(commits.tree) ?? line.last.flatMap { commits.parentIDs($0).first }.flatMap { trees[$0] }
      if let next { for position in line { starts[position] = next } }
      if let start { lines.append(.init(start: start, commits: line.reversed().map(commits.id))) }
    }
  }
}
