/// What is done again.
extension RevertTargets {
  mutating func findRelanded(_ claim: RevertClaim, _ position: CommitPosition, _ found: inout Found) {
    var originals: [CommitPosition] = []
    var outside: [ScopeAnswers.Known] = []
    for id in claim.ids {
      switch named(id, before: position) {
      case .here(let original, let match):
        originals.append(original)
        found.by.insert(match)
      case .outside(let known): outside.append(known)
      case .part, .unknown: break
      case .pending:
        found.isPending = true
        return
      }
    }
    originals += claim.requests.flatMap {
      ancestors(of: position, among: indexes.requests.positions(of: $0).prefix(64))
    }
    if originals.isEmpty, outside.isEmpty {
      originals = claim.titles.flatMap { ancestors(of: position, among: indexes.titles.positions(of: $0).prefix(64)) }
    }
    if originals.isEmpty, outside.isEmpty, claim.titles.isEmpty, claim.keys.count == 1 {
      let undone = commits.indices.filter { effects.isUndone[$0] && !commits.isMerge($0) && opens($0, claim.keys[0]) }
      if undone.count == 1 { originals = ancestors(of: position, among: undone) }
    }
    if originals.isEmpty, outside.isEmpty, claim.isCertain {
      guard let earlier = earlier(claim, position, &found) else { return }
      outside = earlier.described
    }
    let undone = originals.filter { effects.isUndone[$0] }
    if let newest = undone.min() {
      found.restored.formUnion(claim.ids.isEmpty ? [newest] : undone)
      if found.by.isEmpty { found.by.insert(claim.requests.isEmpty ? .subject : .request) }
      return
    }
    // What does other work besides goes on doing that.
    let removals = resolved.filter { earlier in
      earlier.isOnlyRevert && !effects.isUndone[earlier.revert]
        && knownAncestors.isAncestor(earlier.revert, of: position)
        && (earlier.outside.contains { known in outside.contains { $0.id == known.id } }
          || (originals.isEmpty && !earlier.unresolved.isEmpty && sameTitles(earlier.revert, claim)))
    }
    if let removal = removals.last { return found.add([removal.revert], .id) }
    found.redone = outside
  }

  /// Whether a revert quotes what a claim does again.
  private func sameTitles(_ revert: CommitPosition, _ claim: RevertClaim) -> Bool {
    !Set(commits.reverts(revert).flatMap(\.titles)).isDisjoint(with: claim.titles)
  }

  private func opens(_ position: CommitPosition, _ key: TicketKey) -> Bool {
    commits.kept(position) { columns, row in
      columns.uses(row).contains { $0.place == .subject && columns.keys[$0.key] == key }
    }
  }
}
