/// What a commit takes back that returns to an earlier tree.
extension RevertTargets {
  /// Of what came between, what was in effect and is not there any more: what merges brought may have been there
  /// before.
  mutating func takenBack(
    _ returned: TreeReturns.Taken, at position: CommitPosition, _ found: inout Found
  ) -> [CommitPosition] {
    let taken = takenInEffect(returned.all, at: position)
    let candidates = Set(returned.merged).intersection(taken).subtracting(found.targets).map(commits.id)
    var standing: Set<ObjectID> = []
    for work in asking.worthwhile(candidates) {
      let now = left(of: work, in: commits.id(position), &found)
      if now == .all { standing.insert(work) }
      // Other work may have gone on from a part of it: then there was as much before.
      guard now == Remains.some, let parent = commits.parentIDs(position).first else { continue }
      if left(of: work, in: parent, &found) == Remains.some { standing.insert(work) }
    }
    return taken.filter { !standing.contains(commits.id($0)) }
  }

  /// - Returns: `nil` where that has to be asked first.
  mutating func left(of work: ObjectID, in tree: ObjectID, _ found: inout Found) -> Remains? {
    if let left = answers.remains[.init(of: work, in: tree)] { return left }
    questions.remains[tree, default: []].insert(work)
    found.isPending = true
    return nil
  }

  /// Of what came between, what was still in effect: not what was taken back by then, nor what took only that back.
  private func takenInEffect(_ between: [CommitPosition], at position: CommitPosition) -> [CommitPosition] {
    let all = Set(between)
    let spent = resolved.filter { revert in
      guard let oldest = revert.targets.last, all.contains(oldest) else { return false }
      return all.isSuperset(of: revert.targets)
        && revert.outside.allSatisfy { known in revert.targets.contains { brought(by: $0, known.id) } }
    }
    let others = all.subtracting(spent.map(\.revert))
    return between.filter { others.contains($0) && !isUndone($0, at: position) }
  }

  /// Whether a merge of the side brought what both sides have.
  private func brought(by merge: CommitPosition, _ work: ObjectID) -> Bool {
    commits.isMerge(merge) && answers.brought[commits.id(merge)]?.contains { $0.id == work } == true
  }
}
