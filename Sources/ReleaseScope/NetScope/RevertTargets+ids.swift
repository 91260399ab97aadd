/// What an id in a claim stands for.
extension RevertTargets {
  enum Named {
    case here(CommitPosition, RevertMatch)
    case outside(ScopeAnswers.Known)
    /// One of the commits that a squash lists.
    case part(WrittenID, of: CommitPosition)
    case unknown
    case pending
  }

  /// Looks for what an id names: an ancestor, a copy of it, or a commit with the same patch.
  mutating func named(_ id: WrittenID, before position: CommitPosition) -> Named {
    if let here = ancestors(of: position, among: graph.positions(withPrefix: id.digits)).first {
      return .here(here, .id)
    }
    if answers.named[id] == nil, asking.includes(id) {
      questions.named[id, default: []].formUnion(hasManyRoots ? [commits.id(position)] : [])
      return .pending
    }
    let answer = answers.named[id] ?? nil
    if let known = answer, known.isCommon, !hasManyRoots || known.descendants.contains(commits.id(position)) {
      return .outside(known)
    }
    if let copy = latest(indexes.copies.positions(of: id), before: position) { return .here(copy, .trailer) }
    if let squash = latest(indexes.squashes.positions(of: id), before: position) { return .part(id, of: squash) }
    guard let known = answer else { return .unknown }
    for origin in known.facts.pickedFrom {
      let copies = graph.positions(withPrefix: origin.digits) + indexes.copies.positions(of: origin)
      if let copy = latest(copies, before: position) { return .here(copy, .trailer) }
      if let squash = latest(indexes.squashes.positions(of: origin), before: position) {
        return .part(origin, of: squash)
      }
    }
    guard !known.isMerge else { return .unknown }
    guard case .everything = asking else { return .unknown }
    guard let same = answers.samePatch[known.id] else {
      questions.samePatch.insert(known.id)
      return .pending
    }
    return latest(same.compactMap(commits.position(of:)), before: position).map { .here($0, .patchID) } ?? .unknown
  }

  /// Adds what an id names. Of a squash that did its work again, with more besides, that is a part.
  mutating func add(_ target: CommitPosition, _ position: CommitPosition, _ match: RevertMatch, _ found: inout Found) {
    let standing = standingFor(target, before: position)
    let (parts, others) = (commits.squashOf(target), commits.squashOf(standing))
    if parts.isEmpty || others.allSatisfy({ other in parts.contains { $0.isSame(as: other) } }) {
      found.add([standing], match)
    } else {
      found.parts[standing, default: []].formUnion(parts)
      found.by.insert(match)
    }
  }

  /// The commit that does the work of `target` now: itself, or one that did it again after it was undone.
  func standingFor(_ target: CommitPosition, before position: CommitPosition) -> CommitPosition {
    guard effects.isUndone[target] else { return target }
    let title = TitleIndex.title(of: target, in: commits)
    let again = commits.indices(after: position).prefix { $0 < target }.filter {
      !commits.isMerge($0) && !effects.isUndone[$0] && $0 != effects.undoer(of: target)
        && TitleIndex.title(of: $0, in: commits) == title
    }
    return graph.firstAncestor(of: position, among: again) ?? target
  }

  /// What both sides have is taken out, or what the side did to bring it back is.
  mutating func addOutside(
    _ known: ScopeAnswers.Known, _ position: CommitPosition, _ match: RevertMatch, _ found: inout Found
  ) {
    let again = resolved.last { earlier in
      !effects.isUndone[earlier.revert] && earlier.targets.isEmpty
        && earlier.outside.contains { $0.facts.reverts.contains { $0.isOf(known) } }
        && knownAncestors.isAncestor(earlier.revert, of: position)
    }
    if let again {
      // What did other work besides goes on doing that.
      if again.isOnlyRevert {
        found.targets.insert(again.revert)
      } else {
        found.parts[again.revert, default: []].formUnion([])
      }
      found.by.insert(match)
      found.older.append(known)
    } else {
      if !found.outside.contains(where: { $0.id == known.id }) { found.outside.append(known) }
      found.by.insert(match)
    }
  }

  func positions(of run: RevertClaim.Run, before position: CommitPosition) -> [CommitPosition] {
    guard let last = ancestors(of: position, among: graph.positions(withPrefix: run.last.digits)).first,
      let first = graph.positions(withPrefix: run.first.digits).first(where: {
        $0 == last || knownAncestors.isAncestor($0, of: last)
      })
    else { return [] }
    let before = graph.parents(first).first?.position
    return [last] + graph.ancestors(of: last, besides: before)
  }
}
