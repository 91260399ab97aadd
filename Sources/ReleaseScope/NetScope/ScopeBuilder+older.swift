/// What reverts do to work that is not in the range.
extension ScopeBuilder {
  /// Tells what the reverts do to work that is not in the range.
  mutating func addReverts() {
    let undoneOnBase = draft.undoneOnBase
    for revert in resolution.reverts {
      let (position, claimed) = (revert.revert, claimedKeys(revert.revert))
      let inRange = Set(revert.targets.flatMap(keys(at:)))
      // That the base has what a merge merged says nothing of what it did not keep.
      let isRemoval = !resolution.isUndone[position] && (commits.isMerge(position) || !isOnBase.contains(position))
      let works = revert.outside.filter { !$0.isMerge }
      let isOnlyOne = works.count == 1
      for known in revert.outside + revert.older {
        var named = Set(named(by: known))
        if named.isEmpty { named = Set(claimed + namedByIDs(of: position)).subtracting(inRange) }
        if named.isEmpty { named = Set(revert.targets.filter(commits.isMerge).flatMap(keys.keys)) }
        // What takes a revert back restores.
        let undoer = known.takesBack ? resolution.isUndone[position] ? nil : position : resolution.undoer(of: position)
        let restorer = undoer.map(commits.id)
        // A revert that names a merge's branch is about what that brought.
        for key in named.sorted() where !known.takesBack || takesBack(known, workOf: key) {
          let isRemoved =
            isRemoval && !known.takesBack && !undoneOnBase.contains(known.id)
            && (!known.isMerge || works.isEmpty || mayRemove(works, undoneOnBase))
            && revert.outside.contains { $0.id == known.id }
          if !known.isMerge {
            var work = OlderWork(commit: known.id, isTakenBack: known.takesBack, restoredBy: restorer)
            work.isMixed = known.facts.takesBackBesides
            work.isNamed = revert.isOnlyRevert && commits.reverts(position).contains { $0.isOf(known) }
            let isTold = known.originals.contains { !$0.takesBack && self.named(by: $0).contains(key) }
            if known.takesBack, !isTold, revert.isOnlyRevert || !keys(at: position).contains(key) {
              work.restorer = commits.id(position)
            }
            if isRemoved, revert.targets.isEmpty, revert.isOnlyRevert {
              (work.removedBy, work.isRemovedAlone) = (commits.id(position), isOnlyOne)
            }
            older[key, default: []].append(work)
          }
          if isRemoved { removedBy[key, default: []].append(position) }
          if known.takesBack { addWork(position, key) }
        }
        for original in known.originals { add(original, of: known, by: revert, isRemoval: isRemoval) }
      }
      guard !resolution.isUndone[position], !isOnBase.contains(position) else { continue }
      for key in Set(revert.doubted.map { presentKey($0) }).subtracting(inRange) {
        doubtedBy[key, default: []].append(position)
      }
    }
  }

  /// The tickets of the commits that a revert names by their ids, wherever they are: what it takes back may be a copy
  /// whose message has none.
  private mutating func namedByIDs(of position: CommitPosition) -> [Int] {
    let named = commits.reverts(position).flatMap(\.ids).compactMap { draft.answers.named[$0] ?? nil }
    return named.flatMap { self.named(by: $0) }
  }

  /// Whether something of what merges brought may be a ticket's work that names none, and that the base has not taken
  /// back as well.
  private mutating func mayRemove(_ brought: [ScopeAnswers.Known], _ undoneOnBase: Set<ObjectID>) -> Bool {
    brought.contains { !$0.takesBack && !undoneOnBase.contains($0.id) && named(by: $0).isEmpty }
  }

  /// Whether a revert takes back work of a ticket that it names: of a merge, what that brought tells.
  private mutating func takesBack(_ revert: ScopeAnswers.Known, workOf key: Int) -> Bool {
    revert.originals.isEmpty
      || revert.originals.contains { work in
        let named = named(by: work)
        return !work.takesBack && (named.isEmpty || named.contains(key))
      }
  }

  /// Adds what a merge brought that a revert both sides have took back, and this takes back: it brings back the work,
  /// and takes out what that had taken out.
  private mutating func add(
    _ original: ScopeAnswers.Known, of known: ScopeAnswers.Known, by revert: RevertResolution.Resolved, isRemoval: Bool
  ) {
    let position = revert.revert
    let isOut = known.takesBack == original.takesBack
    let restorer = known.takesBack && !original.takesBack ? commits.id(position) : nil
    for key in Set(named(by: original)).sorted() {
      var work = OlderWork(
        commit: original.id, isTakenBack: original.takesBack,
        restoredBy: resolution.isUndone[position] ? nil : restorer)
      if revert.isOnlyRevert || !keys(at: position).contains(key) { work.restorer = restorer }
      older[key, default: []].append(work)
      if isRemoval, isOut { removedBy[key, default: []].append(position) }
    }
  }
}
