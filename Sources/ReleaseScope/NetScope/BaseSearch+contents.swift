/// What trees and patches tell.
extension BaseSearch {
  /// A commit of the range that has the same tree as one of the base: what is in effect there is on the base.
  mutating func readTrees(_ answers: ScopeAnswers) {
    let mergeBaseTrees = Set(range.mergeBases.map(\.tree))
    var places: [ObjectID: CommitPosition] = [:]
    for place in baseOnly.indices {
      let tree = baseOnly.tree(place)
      guard places[tree] == nil, !mergeBaseTrees.contains(tree), !base.isUndone(place) else { continue }
      places[tree] = place
    }
    guard !places.isEmpty else { return }
    var isReached = [Bool](repeating: false, count: commits.count)
    for position in commits.indices {
      guard let place = places[commits.tree(position)] else { continue }
      if !release.isUndone(position) { addCounterpart(place) }
      guard !isReached[position] else { continue }
      matchAllBelow(position, with: place, by: .tree, answers, &isReached)
    }
  }

  /// - Parameter isReached: What is told already, and that beyond which nothing is meant.
  private mutating func matchAllBelow(
    _ position: CommitPosition, with place: CommitPosition, by evidence: BaseEvidence, _ answers: ScopeAnswers,
    _ isReached: inout [Bool]
  ) {
    var pending = [position]
    let undone = release.reverts.undone(at: position, in: release.graph)
    while let next = pending.popLast() {
      guard !isReached[next] else { continue }
      isReached[next] = true
      pending += release.graph.parents(next).map(\.position)
      guard !undone.contains(next) else { continue }
      if !commits.isMerge(next), !release.isUndone(next), matches[next] == nil {
        // Later commits may have taken it back without a word, there and on the base.
        let isThere = next == position || isLeft(next, in: commits.id(position), answers)
        let isOnBase = place == baseOnly.startIndex || isLeft(next, in: baseOnly.id(baseOnly.startIndex), answers)
        guard isThere, isOnBase else { continue }
      }
      match(next, with: place, by: evidence)
    }
  }

  private mutating func isLeft(_ position: CommitPosition, in tip: ObjectID, _ answers: ScopeAnswers) -> Bool {
    guard let left = remains(of: commits.id(position), in: tip, answers) else { return false }
    // Of what takes work back, nothing less than all will do: the rest of the work may be there again.
    return commits.reverts(position).isEmpty ? left != Remains.none : left == .all
  }

  /// - Returns: `nil` where that has to be asked.
  mutating func remains(of commit: ObjectID, in tip: ObjectID, _ answers: ScopeAnswers) -> Remains? {
    let answer = answers.remains[.init(of: commit, in: tip)]
    if answer == nil { unansweredRemains[tip, default: []].insert(commit) }
    return answer
  }

  var patchQuestion: BaseComparison.PatchQuestion? {
    guard !baseOnly.isEmpty else { return nil }
    let inRange = commits.indices.filter { !commits.isMerge($0) && matches[$0] == nil }.map(commits.id)
    let onBase = baseOnly.indices.filter { !baseOnly.isMerge($0) && !base.isUndone($0) }.map(baseOnly.id)
      .filter { !counterparts.contains($0) }
    return inRange.isEmpty || onBase.isEmpty ? nil : BaseComparison.PatchQuestion(inRange: inRange, onBase: onBase)
  }

  mutating func addPatches(_ same: [ObjectID: [ObjectID]]) {
    for (id, others) in same {
      guard let position = commits.position(of: id) else { continue }
      for place in others.compactMap(baseOnly.position(of:)) { match(position, with: place, by: .patchID) }
    }
  }

  /// The lines of the range that one commit of the base may have as a whole.
  var squashQuestion: BaseComparison.SquashQuestion? {
    guard !baseOnly.isEmpty else { return nil }
    let candidates = baseOnly.indices.filter { place in
      !baseOnly.isMerge(place) && !base.isUndone(place) && !counterparts.contains(baseOnly.id(place))
    }
    guard !candidates.isEmpty else { return nil }
    let lines = RangeLines(release.graph, mergeBases: range.mergeBases).lines.filter { line in
      line.commits.contains { id in
        commits.position(of: id).map { matches[$0] == nil && !release.isUndone($0) } ?? false
      }
    }
    return lines.isEmpty ? nil : .init(lines: lines, commits: candidates.map(baseOnly.id))
  }

  /// A squash has what its line changed, and nothing of what the line sets out from.
  mutating func addSquashes(_ squashes: [ObjectID: ObjectID], _ answers: ScopeAnswers) {
    guard !squashes.isEmpty else { return }
    let starts = RangeLines(release.graph, mergeBases: range.mergeBases).starts
    for (squash, last) in squashes.sorted(by: { $0.key < $1.key }) {
      guard let place = baseOnly.position(of: squash), let position = commits.position(of: last) else { continue }
      var isReached = [Bool](repeating: false, count: commits.count)
      if let start = starts[position] {
        for earlier in [start] + release.graph.ancestors(of: start, besides: nil) { isReached[earlier] = true }
      }
      matchAllBelow(position, with: place, by: .squash, answers, &isReached)
    }
  }
}
