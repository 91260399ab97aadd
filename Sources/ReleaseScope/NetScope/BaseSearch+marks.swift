/// What messages tell.
extension BaseSearch {
  mutating func readMarks() {
    let (ours, theirs) = (CopyIndex(commits), CopyIndex(baseOnly))
    readOrigins()
    if !theirs.isEmpty {
      for place in baseOnly.indices {
        for origin in baseOnly.pickedFrom(place) {
          for position in release.graph.positions(withPrefix: origin.digits) {
            matchAll(position, with: place, by: .trailer)
          }
          for position in ours.positions(of: origin) { match(position, with: place, by: .trailer) }
        }
      }
    }
    readSquashes(ours, theirs)
    readRequests()
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
  private mutating func matchAll(_ position: CommitPosition, with place: CommitPosition, by evidence: BaseEvidence) {
    guard commits.isMerge(position) else { return match(position, with: place, by: evidence) }
    var merged = MergedCommits(release.graph)
    let undone = release.reverts.undone(at: position, in: release.graph)
    for brought in merged.brought(by: position) where !commits.isMerge(brought) && !undone.contains(brought) {
      // What brings work back may be what the branch had before: then it is no part of what was picked.
      guard !commits.reverts(brought).contains(where: \.doesAgain) else { continue }
      match(brought, with: place, by: evidence)
    }
  }

  /// `git merge --squash` lists the commits that it squashes, of which the other side may have copies, or another
  /// squash. A squash of the range is on the base when all of them are.
  private mutating func readSquashes(_ ours: CopyIndex, _ theirs: CopyIndex) {
    for place in baseOnly.indices {
      let parts = baseOnly.squashOf(place)
      guard !parts.isEmpty else { continue }
      let copied = baseOnly.pickedFrom(place).flatMap { release.graph.positions(withPrefix: $0.digits) }
      for id in parts {
        for position in release.graph.positions(withPrefix: id.digits) { matchAll(position, with: place, by: .squash) }
        // A copy of a squash has nothing of what that was put on, though its list names it.
        for position in ours.positions(of: id)
        where !copied.contains(where: { release.graph.isAncestor(position, of: $0) }) {
          match(position, with: place, by: .squash)
        }
      }
    }
    let squashes = SquashIndex(baseOnly)
    for position in commits.indices {
      let places = commits.squashOf(position).map { id in
        let copies = theirs.positions(of: id) + squashes.positions(of: id)
        return (base.graph.positions(withPrefix: id.digits) + copies).first { !base.isUndone($0) }
      }
      guard let first = places.first ?? nil, places.allSatisfy({ $0 != nil }) else { continue }
      match(position, with: first, by: .squash)
      for place in places.compactMap(\.self) where !release.isUndone(position) { addCounterpart(place) }
    }
  }

  /// A backport names the pull request that it is a copy of.
  private mutating func readRequests() {
    let wanted = (commits.indices.flatMap(commits.copyOf), baseOnly.indices.flatMap(baseOnly.copyOf))
    let theirs = RequestIndex(baseOnly, wanted: Set(wanted.0))
    for position in commits.indices {
      for number in commits.copyOf(position) {
        for place in theirs.owners(of: number) { match(position, with: place, by: .request) }
      }
    }
    let ours = RequestIndex(commits, wanted: Set(wanted.1))
    for place in baseOnly.indices {
      for number in baseOnly.copyOf(place) {
        for position in ours.owners(of: number) { matchAll(position, with: place, by: .request) }
      }
    }
  }

  private mutating func readChangeIDs() {
    var places: [ObjectID: CommitPosition] = [:]
    for place in baseOnly.indices.reversed() where !baseOnly.isMerge(place) && !base.isUndone(place) {
      if let name = baseOnly.changeID(place) { places[name] = place }
    }
    guard !places.isEmpty else { return }
    for position in commits.indices where !commits.isMerge(position) {
      if let place = commits.changeID(position).flatMap({ places[$0] }) { match(position, with: place, by: .changeID) }
    }
  }

  /// The same author, date and subject: weak, but a change that was picked with a conflict and no mark has no more. The
  /// other commit has to leave something of the change that was not there before it: parts of a commit that was split
  /// have all of these the same, and lines may read as others do.
  mutating func readAuthorship(_ answers: ScopeAnswers) {
    struct Authorship: Hashable {
      let time: Int64
      let author: Person
      let subject: [UInt8]
    }
    func authorship(_ list: CommitList, _ position: CommitPosition) -> Authorship {
      Authorship(time: list.authored(position), author: list.author(position), subject: list.subject(position))
    }
    let open = commits.indices.filter { !commits.isMerge($0) && matches[$0] == nil && !release.isUndone($0) }
    let times = Set(open.map(commits.authored))
    var places: [Authorship: CommitPosition] = [:]
    for place in baseOnly.indices.reversed()
    where times.contains(baseOnly.authored(place)) && !baseOnly.isMerge(place) && !base.isUndone(place) {
      places[authorship(baseOnly, place)] = place
    }
    guard !places.isEmpty else { return }
    for position in open {
      guard let place = places[authorship(commits, position)] else { continue }
      let left = remains(of: commits.id(position), in: baseOnly.id(place), answers)
      let parent = baseOnly.parentIDs(place).first
      let before = parent.map { remains(of: commits.id(position), in: $0, answers) } ?? Remains.none
      guard let left, let before, left != Remains.none, left == .replaced || left == .moved || left != before else {
        continue
      }
      match(position, with: place, by: .authorship)
    }
  }
}

extension RevertClaim {
  /// Whether its words say that work is done again, or that a revert is taken back.
  fileprivate var doesAgain: Bool { action == .reland || titles.first.map { !$0.depth.isMultiple(of: 2) } == true }
}
