/// The search for counterparts, one kind of evidence after the other, the stronger first.
struct BaseSearch {
  let range: CommitRange
  let commits: CommitList
  let baseOnly: CommitList
  let release: BaseComparison.Side
  let base: BaseComparison.Side
  var matches: [CommitPosition: BaseMatch] = [:]
  /// The commits of the base whose work the range has in effect.
  private(set) var counterparts: Set<ObjectID> = []
  var unansweredRemains: [ObjectID: Set<ObjectID>] = [:]

  init(_ range: CommitRange, _ release: BaseComparison.Side, _ base: BaseComparison.Side) {
    self.range = range
    commits = range.commits
    baseOnly = range.baseOnly
    self.release = release
    self.base = base
  }

  /// A commit of the base that is not in effect there, or changes nothing, is nobody's counterpart; a tree is.
  mutating func match(_ position: CommitPosition, with place: CommitPosition, by evidence: BaseEvidence) {
    guard !isUndoneOnBase(place), evidence == .tree || !isEmpty(place) else { return }
    if !release.isUndone(position) { addCounterpart(place) }
    if matches[position] == nil {
      matches[position] = BaseMatch(commit: commits.id(position), counterpart: baseOnly.id(place), by: evidence)
    }
  }

  private func isEmpty(_ place: CommitPosition) -> Bool {
    guard let parent = baseOnly.parentIDs(place).first else { return false }
    let before =
      baseOnly.position(of: parent).map(baseOnly.tree) ?? range.mergeBases.first { $0.id == parent }?.tree
    return before == baseOnly.tree(place)
  }

  /// A merge is taken back as all that it brought, too.
  private func isUndoneOnBase(_ place: CommitPosition) -> Bool {
    guard !base.isUndone(place), baseOnly.isMerge(place) else { return base.isUndone(place) }
    var merged = MergedCommits(base.graph)
    let brought = merged.brought(by: place).filter { !baseOnly.isMerge($0) }
    return !brought.isEmpty && brought.allSatisfy(base.isUndone)
  }

  mutating func addCounterpart(_ place: CommitPosition) {
    counterparts.insert(baseOnly.id(place))
    guard baseOnly.isMerge(place) else { return }
    var merged = MergedCommits(base.graph)
    for brought in merged.brought(by: place) where !base.isUndone(brought) { counterparts.insert(baseOnly.id(brought)) }
  }

  /// A merge whose commits the base has brings nothing.
  mutating func readMerges() {
    for position in commits.indices where commits.isMerge(position) && matches[position] == nil {
      let tips = commits.parentIDs(position).dropFirst()
      guard let tip = tips.first, tips.allSatisfy({ !commits.contains($0) }) else { continue }
      matches[position] = BaseMatch(commit: commits.id(position), counterpart: tip, by: .ancestry)
    }
  }

  /// What the base has in effect and the range has not, as commits or as their content.
  var lacking: [ObjectID] {
    let spent = Set(
      base.reverts.reverts.filter { revert in
        // A merge of what both sides have takes with it, when it is reverted, work that the release counts on.
        let isWhole = revert.targets.allSatisfy { baseOnly.parentIDs($0).dropFirst().allSatisfy(baseOnly.contains) }
        return revert.isOnlyRevert && revert.outside.isEmpty && revert.unresolved.isEmpty && isWhole
      }.map(\.revert))
    return baseOnly.indices.filter { place in
      !baseOnly.isMerge(place) && !base.isUndone(place) && !spent.contains(place)
    }.map(baseOnly.id).filter { !counterparts.contains($0) }
  }
}
