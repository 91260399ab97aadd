/// Claims that take back a part of what they name.
extension RevertTargets {
  /// Part of some work: which part, only its contents tell.
  mutating func findPart(_ claim: RevertClaim, _ position: CommitPosition, _ found: inout Found) {
    if findByInverse(position, &found) || found.isPending { return }
    var (meant, missing): ([CommitPosition], [String]) = ([], [])
    for id in claim.ids {
      switch named(id, before: position) {
      case .here(let target, _) where !commits.isMerge(target): meant.append(target)
      case .pending: found.isPending = true
      case .here, .outside, .part, .unknown: missing.append(id.digits)
      }
    }
    if found.isPending { return }
    if findByContents(claim.keys, position, and: meant, isCertain: claim.isCertain, &found) || found.isPending {
      return
    }
    if !meant.isEmpty {
      for target in meant { found.parts[target, default: []] = [] }
      found.by.insert(.id)
      found.unresolved += missing
      if !missing.isEmpty { found.doubted.formUnion(claim.keys) }
      return
    }
    if !claim.keys.isEmpty, findEarlierByContents(claim, position, &found) { return }
    found.unresolved += claim.words
    found.doubted.formUnion(claim.keys)
  }

  /// What is older than the range and is gone from the files with a commit, of the tickets that it names.
  private mutating func findEarlierByContents(
    _ claim: RevertClaim, _ position: CommitPosition, _ found: inout Found
  ) -> Bool {
    guard let parent = commits.parentIDs(position).first, let earlier = earlier(claim, position, &found) else {
      return false
    }
    let lost = earlier.work.filter { known in
      let (before, now) = (left(of: known.id, in: parent, &found), left(of: known.id, in: commits.id(position), &found))
      return now == Remains.none && before != Remains.none
    }
    for known in lost { addOutside(known, position, .contents, &found) }
    return !lost.isEmpty
  }
}
