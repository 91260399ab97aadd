/// What a squash lists: it may be taken back by itself.
extension RevertTargets {
  /// For how many commits before it a claim may quote what they list.
  private static let reach = 2_000

  /// What the newest commit lists that has a title in its list as a claim quotes it.
  mutating func findListed(_ claim: RevertClaim, _ position: CommitPosition, _ found: inout Found) -> Bool {
    guard !claim.titles.isEmpty else { return false }
    let reached = commits.indices(after: position).prefix(Self.reach).filter {
      commits.hasList($0) && !commits.isMerge($0) && isInEffect($0, at: position)
    }
    var quoted: [CommitPosition: Set<Int>] = [:]
    for squash in reached {
      guard let list = list(of: squash, &found) else { continue }
      let places = list.indices.filter { claim.titles.contains(list[$0].title) }
      if !places.isEmpty { quoted[squash] = Set(places) }
    }
    guard !found.isPending else { return false }
    // What the branch had before is listed as well, and not lost with this.
    let lost = quoted.keys.sorted().filter { mayTakeBack(commits.id($0), position, &found) }
    guard !found.isPending, let squash = latest(lost, before: position), let places = quoted[squash] else {
      return false
    }
    found.listed[squash, default: []].formUnion(places)
    found.by.insert(.subject)
    return true
  }

  /// Tells by their places what ids name of squashes.
  mutating func readLists(_ found: inout Found) {
    for (squash, ids) in found.parts where !ids.isEmpty {
      guard let list = list(of: squash, &found) else { continue }
      let places = list.indices.filter { place in
        list[place].id.map { id in ids.contains { $0.isSame(as: id) } } ?? false
      }
      if !places.isEmpty { found.listed[squash, default: []].formUnion(places) }
    }
  }

  /// A commit all of whose list is taken back is taken back where its change is gone, too: it may do more than it lists.
  mutating func completeLists(_ position: CommitPosition, _ found: inout Found) {
    for (squash, places) in found.listed where places.count == list(of: squash, &found)?.count {
      guard !gone([squash], with: position, &found).isEmpty else { continue }
      (found.parts[squash], found.listed[squash]) = (nil, nil)
      found.add([squash], .contents)
    }
  }

  /// What the message of a commit lists; asks where that is not known.
  ///
  /// - Returns: `nil` where it is not known yet, and on the base where it does not matter.
  private mutating func list(of position: CommitPosition, _ found: inout Found) -> [ListedWork]? {
    let id = commits.id(position)
    if let list = answers.lists[id] { return list }
    guard !asking.worthwhile([id]).isEmpty else { return nil }
    questions.lists.insert(id)
    found.isPending = true
    return nil
  }
}
