/// Finds the commits of a range whose change reached the base by another road.
package struct BaseComparison: Sendable {
  /// By position in the range; each commit once, with the strongest evidence.
  package let matches: [BaseMatch]
  /// Work that is only on the base and that the range lacks by content too; newest first.
  package let lacking: [ObjectID]

  /// The commits on both sides whose patches are worth comparing: no merges, and not told by other evidence.
  package struct PatchQuestion: Sendable {
    package let inRange: [ObjectID]
    package let onBase: [ObjectID]
  }

  /// - Parameter samePatch: The answer to ``question(_:)``: for a commit of the range, those on the base with the same
  ///   patch.
  package init(_ range: CommitRange, samePatch: [ObjectID: [ObjectID]] = [:]) {
    let told = Told(range)
    let baseOnly = range.baseOnly
    var matches = told.byPosition
    var counterparts = told.counterparts
    for (id, others) in samePatch {
      guard let position = range.commits.position(of: id) else { continue }
      let same = others.filter { !told.undoneOnBase.contains($0) }
      guard let first = same.first else { continue }
      counterparts.formUnion(same)
      if matches[position] == nil { matches[position] = BaseMatch(commit: id, counterpart: first, by: .patchID) }
    }
    self.matches = matches.sorted { $0.key < $1.key }.map(\.value)
    lacking = baseOnly.indices.filter { !baseOnly.isMerge($0) }.map(baseOnly.id)
      .filter { !counterparts.contains($0) && !told.netZeroOnBase.contains($0) }
  }

  /// What only the patches can tell.
  ///
  /// - Returns: `nil` when nothing is left to compare on one of the sides.
  package static func question(_ range: CommitRange) -> PatchQuestion? {
    let (commits, baseOnly) = (range.commits, range.baseOnly)
    guard !baseOnly.isEmpty else { return nil }
    let told = Told(range)
    let inRange = commits.indices.filter { !commits.isMerge($0) && told.byPosition[$0] == nil }.map(commits.id)
    let onBase = baseOnly.indices.filter { !baseOnly.isMerge($0) }.map(baseOnly.id)
      .filter { !told.counterparts.contains($0) && !told.undoneOnBase.contains($0) }
    return inRange.isEmpty || onBase.isEmpty ? nil : PatchQuestion(inRange: inRange, onBase: onBase)
  }
}

/// What trees and `-x` trailers tell without a diff.
private struct Told {
  var byPosition: [Int: BaseMatch] = [:]
  var counterparts: Set<ObjectID> = []
  /// A commit that the base has taken back is not on it.
  var undoneOnBase: Set<ObjectID> = []
  /// The same and the reverts that took them back.
  var netZeroOnBase: Set<ObjectID> = []

  init(_ range: CommitRange) {
    let baseOnly = range.baseOnly
    guard !baseOnly.isEmpty else { return }
    let graph = RangeGraph(baseOnly)
    var merged = MergedCommits(graph)
    let reverts = RevertResolution(graph, merged: &merged)
    undoneOnBase = Set(baseOnly.indices.filter { reverts.isUndone[$0] }.map(baseOnly.id))
    let spent = reverts.reverts.filter { revert in
      // A merge of what both sides have takes with it, when it is reverted, work that the release counts on.
      let isWhole = revert.targets.allSatisfy { target in
        !baseOnly.isMerge(target) || baseOnly.parentIDs(target).dropFirst().allSatisfy(baseOnly.contains)
      }
      return revert.outside.isEmpty && revert.unresolved.isEmpty && isWhole
    }
    netZeroOnBase = undoneOnBase.union(spent.map { baseOnly.id($0.revert) })
    readTrailers(range.commits, baseOnly)
    readTrees(range)
  }

  private mutating func readTrailers(_ commits: CommitList, _ baseOnly: CommitList) {
    var pickOf: [ObjectID: ObjectID] = [:]
    for place in baseOnly.indices {
      let id = baseOnly.id(place)
      guard !undoneOnBase.contains(id) else { continue }
      for origin in baseOnly.pickedFrom(place).compactMap(\.whole) { pickOf[origin] = id }
    }
    for position in commits.indices where !commits.isMerge(position) {
      let id = commits.id(position)
      let origin = commits.pickedFrom(position).compactMap(\.whole).first { baseOnly.contains($0) && !undoneOnBase.contains($0) }
      guard let counterpart = origin ?? pickOf[id] else { continue }
      byPosition[position] = BaseMatch(commit: id, counterpart: counterpart, by: .trailer)
      counterparts.insert(counterpart)
    }
  }

  private mutating func readTrees(_ range: CommitRange) {
    let (commits, baseOnly) = (range.commits, range.baseOnly)
    let mergeBaseTrees = Set(range.mergeBases.map(\.tree))
    var onBase: [ObjectID: ObjectID] = [:]
    for place in baseOnly.indices {
      let id = baseOnly.id(place)
      guard let tree = baseOnly.tree(place), onBase[tree] == nil, !mergeBaseTrees.contains(tree),
        !undoneOnBase.contains(id)
      else { continue }
      onBase[tree] = id
    }
    guard !onBase.isEmpty else { return }
    let graph = RangeGraph(commits)
    var isReached = [Bool](repeating: false, count: commits.count)
    for position in commits.indices {
      guard let counterpart = commits.tree(position).flatMap({ onBase[$0] }) else { continue }
      counterparts.insert(counterpart)
      var pending = [position]
      while let next = pending.popLast() {
        guard !isReached[next] else { continue }
        isReached[next] = true
        pending += graph.parents(next).map(\.position)
        if byPosition[next] == nil {
          byPosition[next] = BaseMatch(commit: commits.id(next), counterpart: counterpart, by: .tree)
        }
      }
    }
  }
}
