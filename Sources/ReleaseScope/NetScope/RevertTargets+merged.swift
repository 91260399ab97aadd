/// What both sides have and came in by a merge, when the side had work of its own already.
extension RevertTargets {
  /// What has the title of `titled` too, came in after that with what both sides have, and is gone with the commit,
  /// where `titled` is still there, or is less than what is taken back: a merge may be taken back on both sides, each
  /// time in the same words.
  mutating func findMergedSince(
    _ claim: RevertClaim, _ titled: CommitPosition, _ position: CommitPosition, _ found: inout Found
  ) -> Bool {
    guard asking.includesCommon, hasManyRoots, hasMergedElsewhere(since: titled, position),
      let earlier = earlier(claim, position, &found)
    else { return false }
    var named = earlier.described.filter {
      claim.titles.contains(TitleText.title(of: $0.facts)) && isGone($0.id, with: position, &found)
    }
    guard !found.isPending, !named.isEmpty else { return false }
    if !gone([titled], with: position, &found).isEmpty {
      let inverted = exact([commits.id(titled)] + named.map(\.id), position, &found)
      if inverted.contains(commits.id(titled)) { return false }
      named.removeAll { !inverted.contains($0.id) }
    }
    for known in named { addOutside(known, position, .subject, &found) }
    return !named.isEmpty
  }

  /// Whether what a commit builds on rests on commits elsewhere on which `titled` does not.
  private func hasMergedElsewhere(since titled: CommitPosition, _ position: CommitPosition) -> Bool {
    let since = graph.parentsElsewhere(of: graph.ancestors(of: position, besides: titled))
    guard !since.isEmpty else { return false }
    return !since.isSubset(of: graph.parentsElsewhere(of: [titled] + graph.ancestors(of: titled, besides: nil)))
  }

  /// Finds what a merge joined and did not keep: its files are those of one parent, as with `-s ours` or where conflicts
  /// were resolved for one side.
  mutating func resolveOneSidedMerge(_ position: CommitPosition, _ merged: inout MergedCommits) {
    let parents = commits.parentIDs(position)
    guard case .everything = asking, let kept = parents.first(where: { tree(of: $0) == commits.tree(position) }) else {
      return
    }
    var found = Found()
    let joined = merged.joined(by: position, with: kept).filter {
      !commits.isMerge($0) && commits.reverts($0).isEmpty && isInEffect($0, at: position)
    }
    for work in joined where isDropped(commits.id(work), by: position, keeping: kept, &found) {
      found.targets.insert(work)
    }
    if kept == parents.first, !graph.parentsFromElsewhere(of: position, bringing: joined).isEmpty {
      let id = commits.id(position)
      if answers.brought[id] == nil {
        questions.brought.insert(id)
        found.isPending = true
      }
      for work in answers.brought[id]?.inEffect ?? [] where work.isCommon && work.facts.reverts.isEmpty {
        guard !commits.contains(work.id), isDropped(work.id, by: position, keeping: kept, &found) else { continue }
        found.outside.append(work)
      }
    }
    guard !found.isPending, !found.isEmpty else { return }
    found.by = [.tree]
    add(found, of: position, isOnlyRevert: true)
  }

  private mutating func isDropped(
    _ work: ObjectID, by merge: CommitPosition, keeping kept: ObjectID, _ found: inout Found
  ) -> Bool {
    guard let now = left(of: work, in: commits.id(merge), &found) else { return false }
    // A later parent may go on from a copy of it.
    guard now == .none || now == .replaced && kept == commits.parentIDs(merge).first else { return false }
    return commits.parentIDs(merge).contains { $0 != kept && left(of: work, in: $0, &found) == .all }
  }

  /// The parent of a merge to which a message takes it back, if that is not the first: `git revert -m 2`.
  func laterParent(of merge: CommitPosition, keptBy position: CommitPosition) -> ObjectID? {
    let kept = commits.reverts(position).flatMap(\.keptParents)
    return commits.parentIDs(merge).dropFirst().first { parent in kept.contains { parent.hasPrefix($0.digits) } }
  }

  /// Leaves out the merges of which nothing changes with a squash that lists their reverts: they were taken back
  /// already where it came in, and on its branch they were not.
  mutating func dropSpentMerges(_ position: CommitPosition, _ found: inout Found) {
    let merges = found.outside.filter(\.isMerge)
    for merge in merges {
      guard let brought = answers.brought[merge.id]?.inEffect, !brought.isEmpty else { continue }
      if brought.allSatisfy({ !mayTakeBack($0.id, position, &found) }) {
        found.outside.removeAll { $0.id == merge.id }
      }
    }
    if found.changesNothing { found.by = [] }
  }

  /// Whether files have nothing of some work with a commit and had it before; asks where that is not known.
  private mutating func isGone(_ work: ObjectID, with position: CommitPosition, _ found: inout Found) -> Bool {
    guard let parent = commits.parentIDs(position).first else { return false }
    let before = left(of: work, in: parent, &found)
    guard let now = left(of: work, in: commits.id(position), &found), let before else { return false }
    return before != Remains.none && now == Remains.none
  }
}
