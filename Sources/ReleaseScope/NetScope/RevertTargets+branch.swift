/// What squashes list that was done on their branches alone.
extension RevertTargets {
  /// Whether an item of a squash names what only its branch had, or what was taken back already where the squash came
  /// in: on its branch it was not yet.
  mutating func isDoneOnItsBranch(_ claim: RevertClaim, _ position: CommitPosition, _ found: inout Found) -> Bool {
    guard claim.source == .item || claim.source == .onlyItems else { return false }
    if !claim.ids.isEmpty, claim.ids.allSatisfy({ (answers.named[$0] ?? nil) != nil }) { return true }
    if claim.titles.isEmpty { return takesBackOwnTicket(claim, position, &found) }
    return claim.titles.allSatisfy { title in
      // Its own title is that of an earlier squash of the same branch, elsewhere.
      if title == TitleIndex.title(of: position, in: commits) { return true }
      let undone = indexes.titles.positions(of: title).filter { effects.isUndone[$0] }
      if !ancestors(of: position, among: undone.prefix(64)).isEmpty { return true }
      return isMergeElsewhere(title, losingNothingWith: position, &found)
    }
  }

  /// Whether a list names nothing but tickets which the squash is the work of, and nothing is gone with it of what they
  /// had before: then it is the branch's own work that was taken back there. What merges brought may name no ticket.
  private mutating func takesBackOwnTicket(
    _ claim: RevertClaim, _ position: CommitPosition, _ found: inout Found
  ) -> Bool {
    guard claim.ids.isEmpty, claim.runs.isEmpty, claim.requests.isEmpty, claim.reviews.isEmpty,
      Set(claim.keys).isSubset(of: tickets(of: position)), let earlier = answers.earlier[commits.id(position)],
      // What is earlier was looked for by one of the claims.
      commits.reverts(position).allSatisfy({ Set($0.keys) == Set(claim.keys) }),
      !earlier.hasMerges,
      commits.indices(after: position).allSatisfy({
        !commits.isMerge($0) || tickets(of: $0).isDisjoint(with: claim.keys)
      })
    else { return false }
    let here = Set(claim.keys.flatMap { indexes.work.positions(of: $0) })
    let before = ancestors(of: position, among: here.sorted()).map(commits.id)
    for work in before + earlier.work.map(\.id) where mayTakeBack(work, position, &found) { return false }
    return !found.isPending
  }

  private func tickets(of position: CommitPosition) -> Set<TicketKey> {
    commits.kept(position) { columns, row in
      Set(columns.uses(row).lazy.filter { $0.place != nil }.map { columns.keys[$0.key] })
    }
  }

  /// Whether a title is that of a merge which only the other side has, and a commit takes nothing away of what that
  /// brought: on its branch, it was that merge which was taken back.
  private mutating func isMergeElsewhere(
    _ title: RevertClaim.Title, losingNothingWith position: CommitPosition, _ found: inout Found
  ) -> Bool {
    guard let merges = mergesElsewhere[title], let elsewhere, let parent = commits.parentIDs(position).first else {
      return false
    }
    var merged = MergedCommits(elsewhere)
    for work in Set(merges.flatMap { merged.brought(by: $0) }).sorted()
    where !elsewhere.commits.isMerge(work) && elsewhere.commits.reverts(work).isEmpty {
      let id = elsewhere.commits.id(work)
      let before = left(of: id, in: parent, &found)
      guard let now = left(of: id, in: commits.id(position), &found), let before else { continue }
      if before != Remains.none, before != now || now == .some || now == .moved { return false }
    }
    return !found.isPending
  }

  /// By title, the merges of the other side.
  static func merges(of graph: RangeGraph?) -> [RevertClaim.Title: [CommitPosition]] {
    guard let commits = graph?.commits else { return [:] }
    var merges: [RevertClaim.Title: [CommitPosition]] = [:]
    for position in commits.indices where commits.isMerge(position) {
      let titles = [TitleIndex.title(of: position, in: commits), TitleText.normalised(commits.subject(position))]
      for title in Set(titles) { merges[title, default: []].append(position) }
    }
    return merges
  }
}
