/// What a number or a title names that several commits may have.
extension RevertTargets {
  mutating func findByRequests(_ claim: RevertClaim, _ position: CommitPosition, _ found: inout Found) -> Bool {
    let targets = claim.requests.compactMap { meant(indexes.requests.positions(of: $0), by: position, &found) }
    guard !targets.isEmpty, !found.isPending else { return found.isPending }
    if isNumberOfOthers(claim, targets, position, &found) { return false }
    found.add(targets, .request)
    return true
  }

  /// Whether the number is that of another repository's pull request: what has it here has another title and stays,
  /// and something else has the title.
  private mutating func isNumberOfOthers(
    _ claim: RevertClaim, _ targets: [CommitPosition], _ position: CommitPosition, _ found: inout Found
  ) -> Bool {
    let named = claim.works.compactMap { work in
      latest(Set(work.flatMap { indexes.titles.positions(of: $0) }), before: position)
    }
    guard !named.isEmpty, Set(named).isDisjoint(with: targets), !targets.contains(where: commits.isMerge),
      !named.contains(where: commits.isMerge)
    else { return false }
    let gone = gone(targets + named, with: position, &found)
    return !found.isPending && Set(gone).isDisjoint(with: targets) && !Set(gone).isDisjoint(with: named)
  }

  mutating func findByTitles(_ claim: RevertClaim, _ position: CommitPosition, _ found: inout Found) -> Bool {
    var lost: [String] = []
    var isFound = false
    for work in claim.works {
      let candidates = Set(work.flatMap { indexes.titles.positions(of: $0) })
      let target = meant(candidates, by: position, &found)
      if found.isPending { return false }
      if let target, !found.targets.contains(target) {
        found.add([target], .subject)
        isFound = true
      } else if addListed(work, of: claim, position, &found) {
        isFound = true
      } else {
        lost.append(work[0].text)
      }
    }
    if isFound, !lost.isEmpty {
      found.unresolved += lost
      found.doubted.formUnion(claim.keys)
    }
    return isFound
  }

  /// The one of several commits that a name fits: the newest that is gone from the files, else the newest.
  private mutating func meant(
    _ candidates: some Collection<CommitPosition>, by position: CommitPosition, _ found: inout Found
  ) -> CommitPosition? {
    let newest = latest(candidates, before: position)
    guard let newest, candidates.count > 1, !commits.isMerge(newest) else { return newest }
    let work = Set(candidates).filter { !commits.isMerge($0) && isInEffect($0, at: position) }
    let earlier = ancestors(of: position, among: work.sorted().prefix(Self.mostNamesakes))
    guard earlier.count > 1 else { return newest }
    return latest(gone(earlier, with: position, &found), before: position) ?? newest
  }

  /// How many commits of one name are told apart by the files.
  private static let mostNamesakes = 64
}
