/// What a squash lists: it may be taken back by itself.
extension RevertTargets {
  /// For how many commits before it a claim may quote what they list.
  private static let reach = 2_000

  /// The newest commit that lists work with one of some titles or numbers, and loses some of it with a commit; and the
  /// places in its list. Asks where that is not known.
  private mutating func listed(
    _ titles: [RevertClaim.Title], requests: [Int], before position: CommitPosition, _ found: inout Found
  ) -> (squash: CommitPosition, places: Set<Int>)? {
    let reached = commits.indices(after: position).prefix(Self.reach).filter {
      commits.hasList($0) && !commits.isMerge($0)
    }
    for squash in reached { _ = list(of: squash, &found) }
    var quoted: [CommitPosition: Set<Int>] = [:]
    for item in listedWork.items(titles, requests) where !isTaken(item, at: position) {
      quoted[item.squash, default: []].insert(item.place)
    }
    // What the branch had before is listed as well, and not lost with this.
    let lost = reached.filter { quoted[$0] != nil && mayTakeBack(commits.id($0), position, &found) }
    guard let squash = latest(lost, before: position), let places = quoted[squash] else { return nil }
    return (squash, places)
  }

  /// Whether something that a commit builds on took an item back.
  private func isTaken(_ item: ListIndex.Item, at position: CommitPosition) -> Bool {
    resolved.contains { earlier in
      earlier.listed[item.squash]?.contains(item.place) == true && !effects.isUndone[earlier.revert]
        && knownAncestors.isAncestor(earlier.revert, of: position)
    }
  }

  /// Adds what a commit lists by one of some titles, or by a number, if one does. Of two items that look the same,
  /// nobody can tell which is meant.
  mutating func addListed(
    _ titles: [RevertClaim.Title], of claim: RevertClaim, _ position: CommitPosition, _ found: inout Found
  ) -> Bool {
    guard let (squash, places) = listed(titles, requests: claim.requests, before: position, &found) else {
      return false
    }
    if places.count == 1 {
      found.listed[squash, default: []].formUnion(places)
    } else {
      found.parts[squash, default: []].formUnion([])
    }
    found.by.insert(titles.isEmpty ? .request : .subject)
    return true
  }

  /// Adds what the message of a commit lists for some tickets, where it is work for others, too.
  mutating func addListed(
    for keys: [TicketKey], of squash: CommitPosition, _ position: CommitPosition, _ found: inout Found
  ) -> Bool {
    let implemented = commits.facts(squash).implements.map(\.key)
    guard commits.hasList(squash), !implemented.allSatisfy(keys.contains), let list = list(of: squash, &found) else {
      return false
    }
    let places = list.indices.filter { list[$0].keys.contains(where: keys.contains) }
    guard !places.isEmpty else { return false }
    found.listed[squash, default: []].formUnion(places)
    found.by.insert(.key)
    return true
  }

  /// What a revert takes back of a squash of several tickets, and cannot be told, may be all that there is for those
  /// that it names.
  mutating func doubtParts(_ claims: [RevertClaim], _ found: inout Found) {
    for squash in found.parts.keys where found.listed[squash] == nil {
      let implemented = Set(commits.facts(squash).implements.map(\.key))
      for claim in claims {
        let named = implemented.intersection(claim.keys)
        guard !named.isEmpty, named != implemented else { continue }
        found.unresolved += claim.words
        found.doubted.formUnion(named)
      }
    }
  }

  /// Tells by their places what ids name of squashes.
  mutating func readLists(_ found: inout Found) {
    for (squash, ids) in found.parts where !ids.isEmpty {
      guard let list = list(of: squash, &found) else { continue }
      let places = list.indices.filter { place in
        list[place].id.map { id in ids.contains { $0.isSame(as: id) } } ?? false
      }
      if !places.isEmpty { found.listed[squash, default: []].formUnion(places) }
      if places.count >= ids.count { found.located.insert(squash) }
    }
  }

  /// A commit all of whose list is taken back is taken back where its change is gone, too: it may do more than it
  /// lists.
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
