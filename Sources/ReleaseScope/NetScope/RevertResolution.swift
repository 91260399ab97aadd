/// What each revert of the range undoes, and what is in effect in the end.
package struct RevertResolution: Sendable {
  package struct Resolved: Sendable {
    /// The position of the revert.
    package let revert: Int
    /// The positions that it undoes; a merge stands with all that it brought. By position.
    package let targets: [Int]
    /// What it undoes that is not in the range.
    package let outside: [ObjectID]
    package let unresolved: [String]
    package let by: [RevertMatch]
  }

  /// Oldest first.
  package let reverts: [Resolved]
  /// For each position, whether a revert that is itself in effect targets the commit.
  package let isUndone: [Bool]

  /// - Parameters:
  ///   - outside: The commits that reverts name and that are ancestors of the release without being in the range, by
  ///     the id or prefix that the message gives.
  ///   - samePatch: For ids that reverts name and that are no ancestors: the commits of the range with the same patch.
  init(
    _ graph: RangeGraph, merged: inout MergedCommits, outside: [String: ObjectID] = [:],
    samePatch: [String: [ObjectID]] = [:]
  ) {
    let commits = graph.commits
    var resolver = Resolver(graph: graph, outside: outside, samePatch: samePatch)
    for position in commits.indices.reversed() where !commits.isMerge(position) {
      guard let claim = commits.revert(position) else { continue }
      resolver.resolve(position, claim, &merged)
    }
    reverts = resolver.resolved
    isUndone = resolver.undoneBy.map { $0 > 0 }
  }
}

private struct Resolver {
  let graph: RangeGraph
  let commits: CommitList
  let outside: [String: ObjectID]
  let samePatch: [String: [ObjectID]]
  private lazy var subjects = SubjectIndex(commits)
  private let byOrigin: [ObjectID: [Int]]
  private var targetsOf: [Int: [Int]] = [:]
  /// For each position, how many reverts that are in effect so far target it.
  private(set) var undoneBy: [Int32]
  private(set) var resolved: [RevertResolution.Resolved] = []

  init(graph: RangeGraph, outside: [String: ObjectID], samePatch: [String: [ObjectID]]) {
    self.graph = graph
    commits = graph.commits
    self.outside = outside
    self.samePatch = samePatch
    undoneBy = Array(repeating: 0, count: commits.count)
    var byOrigin: [ObjectID: [Int]] = [:]
    for position in commits.indices {
      for id in commits.pickedFrom(position).compactMap(\.whole) { byOrigin[id, default: []].append(position) }
    }
    self.byOrigin = byOrigin
  }

  mutating func resolve(_ revert: Int, _ claim: RevertClaim, _ merged: inout MergedCommits) {
    var targets: Set<Int> = []
    var outsideTargets: [ObjectID] = []
    var unresolved: [String] = []
    var by: Set<RevertMatch> = []
    for id in claim.ids.map(\.digits) {
      if let target = graph.positions(withPrefix: id).first(where: { graph.isAncestor($0, of: revert) }) {
        targets.insert(target)
        by.insert(.id)
      } else if let target = outside[id] {
        outsideTargets.append(target)
        by.insert(.id)
      } else if !claim.isSaidInSubject {
        // A body that merely quotes a revert of something else, as a squash merge's does.
        continue
      } else if let target = latest(byOrigin(id), before: revert) {
        targets.insert(target)
        by.insert(.trailer)
      } else if let target = latest((samePatch[id] ?? []).compactMap(commits.position(of:)), before: revert) {
        targets.insert(target)
        by.insert(.patchID)
      } else if let target = target(withSubjectOf: claim, before: revert), !targets.contains(target) {
        targets.insert(target)
        by.insert(.subject)
      } else {
        unresolved.append(id)
      }
    }
    if claim.ids.isEmpty, let subject = claim.targetSubject {
      if let target = target(withSubjectOf: claim, before: revert) {
        targets.insert(target)
        by.insert(.subject)
      } else {
        unresolved.append(subject)
      }
    }
    guard !targets.isEmpty || !outsideTargets.isEmpty || !unresolved.isEmpty else { return }
    for target in targets where commits.isMerge(target) { targets.formUnion(merged.brought(by: target)) }
    targetsOf[revert] = targets.sorted()
    for target in targets { change(target, undoneBy: 1) }
    resolved.append(
      .init(
        revert: revert, targets: targets.sorted(), outside: outsideTargets, unresolved: unresolved,
        by: RevertMatch.allCases.filter(by.contains)))
  }

  /// Counts a revert of `position` in or out, and with it what the position itself undoes.
  private mutating func change(_ position: Int, undoneBy difference: Int32) {
    var pending = [(position, difference)]
    while let (position, difference) = pending.popLast() {
      let wasUndone = undoneBy[position] > 0
      undoneBy[position] += difference
      let isUndone = undoneBy[position] > 0
      guard wasUndone != isUndone, let targets = targetsOf[position] else { continue }
      pending += targets.map { ($0, isUndone ? -1 : 1) }
    }
  }

  private func byOrigin(_ id: String) -> [Int] {
    if let full = ObjectID(id) { return byOrigin[full] ?? [] }
    return byOrigin.filter { $0.key.hasPrefix(id) }.flatMap(\.value)
  }

  private mutating func target(withSubjectOf claim: RevertClaim, before revert: Int) -> Int? {
    guard let subject = claim.targetSubject else { return nil }
    return latest(subjects.positions(of: subject), before: revert)
  }

  /// The newest of `candidates` that is an ancestor of `revert` and in effect.
  private func latest(_ candidates: [Int], before revert: Int) -> Int? {
    graph.firstAncestor(of: revert, among: candidates.sorted().filter { undoneBy[$0] == 0 })
  }
}
