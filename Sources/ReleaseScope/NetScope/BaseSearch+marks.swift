/// What messages tell.
extension BaseSearch {
  mutating func readMarks() {
    let (ours, theirs) = (CopyIndex(commits), CopyIndex(baseOnly))
    readOrigins()
    if !theirs.isEmpty {
      for place in baseOnly.indices {
        for origin in baseOnly.pickedFrom(place) {
          for position in release.graph.positions(withPrefix: origin.digits) { matchAll(position, with: place) }
          for position in ours.positions(of: origin) { match(position, with: place, by: .trailer) }
        }
      }
    }
    readChangeIDs()
  }

  private mutating func readOrigins() {
    for position in commits.indices {
      for origin in commits.pickedFrom(position) {
        for place in base.graph.positions(withPrefix: origin.digits) { match(position, with: place, by: .trailer) }
      }
    }
  }

  /// A merge of the range that was picked stands for all that it brought.
  private mutating func matchAll(_ position: Int, with place: Int) {
    guard commits.isMerge(position) else { return match(position, with: place, by: .trailer) }
    var merged = MergedCommits(release.graph)
    for brought in merged.brought(by: position) where !commits.isMerge(brought) {
      match(brought, with: place, by: .trailer)
    }
  }

  private mutating func readChangeIDs() {
    var places: [String: Int] = [:]
    for place in baseOnly.indices.reversed() where !baseOnly.isMerge(place) && !base.isUndone(place) {
      if let name = baseOnly.changeID(place) { places[name] = place }
    }
    guard !places.isEmpty else { return }
    for position in commits.indices where !commits.isMerge(position) {
      if let place = commits.changeID(position).flatMap({ places[$0] }) { match(position, with: place, by: .changeID) }
    }
  }

  /// The same author, date and subject: weak, but a change that was picked with a conflict and no mark has no more.
  mutating func readAuthorship() {
    struct Authorship: Hashable {
      let time: Int64
      let author: Person
      let subject: [UInt8]
    }
    func authorship(_ list: CommitList, _ position: Int) -> Authorship {
      Authorship(time: list.authored(position), author: list.author(position), subject: list.subject(position))
    }
    let open = commits.indices.filter { !commits.isMerge($0) && matches[$0] == nil && !release.isUndone($0) }
    let times = Set(open.map(commits.authored))
    var places: [Authorship: Int] = [:]
    for place in baseOnly.indices.reversed()
    where times.contains(baseOnly.authored(place)) && !baseOnly.isMerge(place) && !base.isUndone(place) {
      places[authorship(baseOnly, place)] = place
    }
    guard !places.isEmpty else { return }
    for position in open {
      if let place = places[authorship(commits, position)] { match(position, with: place, by: .authorship) }
    }
  }
}
