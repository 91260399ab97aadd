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

  /// - Parameters:
  ///   - facts: One for each commit of the range.
  ///   - baseFacts: One for each commit only on the base.
  ///   - samePatch: The answer to ``question(_:facts:baseFacts:)``: for a commit of the range, those on the base with the
  ///     same patch.
  package init(
    _ range: CommitRange, facts: [MessageFacts], baseFacts: [MessageFacts], samePatch: [ObjectID: [ObjectID]] = [:]
  ) {
    let told = Told(range, facts: facts, baseFacts: baseFacts)
    var matches = told.byPosition
    var counterparts = told.counterparts
    for (position, commit) in range.commits.enumerated() {
      let same = (samePatch[commit.id] ?? []).filter { !told.undoneOnBase.contains($0) }
      guard let first = same.first else { continue }
      counterparts.formUnion(same)
      if matches[position] == nil {
        matches[position] = BaseMatch(commit: commit.id, counterpart: first, by: .patchID)
      }
    }
    self.matches = matches.sorted { $0.key < $1.key }.map(\.value)
    lacking = range.baseOnly
      .filter { !$0.isMerge && !counterparts.contains($0.id) && !told.netZeroOnBase.contains($0.id) }.map(\.id)
  }

  /// What only the patches can tell.
  ///
  /// - Returns: `nil` when nothing is left to compare on one of the sides.
  package static func question(
    _ range: CommitRange, facts: [MessageFacts], baseFacts: [MessageFacts]
  ) -> PatchQuestion? {
    guard !range.baseOnly.isEmpty else { return nil }
    let told = Told(range, facts: facts, baseFacts: baseFacts)
    let inRange = range.commits.enumerated()
      .filter { !$1.isMerge && told.byPosition[$0] == nil }.map(\.element.id)
    let onBase = range.baseOnly
      .filter { !$0.isMerge && !told.counterparts.contains($0.id) && !told.undoneOnBase.contains($0.id) }.map(\.id)
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

  init(_ range: CommitRange, facts: [MessageFacts], baseFacts: [MessageFacts]) {
    guard !range.baseOnly.isEmpty else { return }
    let reverts = RevertResolution(RangeGraph(range.baseOnly), facts: baseFacts)
    undoneOnBase = Set(range.baseOnly.indices.filter { reverts.isUndone[$0] }.map { range.baseOnly[$0].id })
    let ids = Set(range.baseOnly.map(\.id))
    let spent = reverts.reverts.filter { revert in
      // A merge of what both sides have takes with it, when it is reverted, work that the release counts on.
      let isWhole = revert.targets.allSatisfy { target in
        !range.baseOnly[target].isMerge || range.baseOnly[target].parents.dropFirst().allSatisfy(ids.contains)
      }
      return revert.outside.isEmpty && revert.unresolved.isEmpty && isWhole
    }
    netZeroOnBase = undoneOnBase.union(spent.map { range.baseOnly[$0.revert].id })
    readTrailers(range, facts: facts, onBase: Array(zip(range.baseOnly, baseFacts)))
    readTrees(range)
  }

  private mutating func readTrailers(
    _ range: CommitRange, facts: [MessageFacts], onBase: [(Commit, MessageFacts)]
  ) {
    let onBase = onBase.filter { !undoneOnBase.contains($0.0.id) }
    let ids = Set(onBase.map(\.0.id))
    var pickOf: [ObjectID: ObjectID] = [:]
    for (commit, fact) in onBase {
      for origin in fact.pickedFrom { pickOf[origin] = commit.id }
    }
    for (position, commit) in range.commits.enumerated() where !commit.isMerge {
      guard let counterpart = facts[position].pickedFrom.first(where: ids.contains) ?? pickOf[commit.id]
      else { continue }
      byPosition[position] = BaseMatch(commit: commit.id, counterpart: counterpart, by: .trailer)
      counterparts.insert(counterpart)
    }
  }

  private mutating func readTrees(_ range: CommitRange) {
    let mergeBaseTrees = Set(range.mergeBases.map(\.tree))
    var onBase: [ObjectID: ObjectID] = [:]
    for commit in range.baseOnly where !mergeBaseTrees.contains(commit.tree) && !undoneOnBase.contains(commit.id) {
      if onBase[commit.tree] == nil { onBase[commit.tree] = commit.id }
    }
    guard !onBase.isEmpty else { return }
    let graph = RangeGraph(range.commits)
    for (position, commit) in range.commits.enumerated() {
      guard let counterpart = onBase[commit.tree] else { continue }
      counterparts.insert(counterpart)
      for reached in graph.reachable(from: position) where byPosition[reached] == nil {
        byPosition[reached] = BaseMatch(commit: range.commits[reached].id, counterpart: counterpart, by: .tree)
      }
    }
  }
}
