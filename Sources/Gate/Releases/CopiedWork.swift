import ReleaseScope
import ScopeCheck

/// Finds out whether commits that are not a release's bring its work all the same: as a squash merge of all of it or of
/// its beginning, as a commit that makes the base equal to it, in one commit or in several, with more besides.
///
/// The work of one commit is left out throughout, since a cherry-pick of it looks the same; and so is what was picked
/// one by one.
struct CopiedWork<Repository: ReleaseRepository> {
  /// How many commits of a line are looked for by their lines.
  private static var reach: Int { 64 }
  /// How many of its newest commits have their trees compared.
  private static var reachOfTrees: Int { 1_000 }
  /// Of how many of them one must have come, for the others to be looked at.
  private static var beginning: Int { 8 }

  private let line: ReleaseLine
  private let move: BroughtReleases<Repository>
  private let repository: Repository

  init(_ line: ReleaseLine, by move: BroughtReleases<Repository>) {
    self.line = line
    self.move = move
    repository = move.repository
  }

  /// The newest commit of the line up to which its work comes; `nil` if it does not.
  ///
  /// - Throws: ``Problem`` where that takes files that are not here, and errors of the repository.
  func newest() throws -> ObjectID? {
    guard !line.isOneCommit else { return nil }
    if try isSquashed() { return line.tip }
    let places = try [equalTree(), squash(), linesOfSeveral()].compactMap(\.self)
    return places.max().map { line.commits[$0].id }
  }

  private var single: [RangeCommit] { move.added.filter { $0.parents.count == 1 } }

  /// Whether one commit makes the same change as the whole branch, whatever of the base was merged into it.
  private func isSquashed() throws -> Bool {
    let tip = try tree(of: line.tip)
    let single = single.map(\.id)
    return try line.boundary.contains { base in
      try !repository.commits(of: single, changing: tree(of: base), to: tip).isEmpty
    }
  }

  /// A commit that has the files of a commit of the line, and did more than that one to get them.
  private func equalTree() throws -> Int? {
    var places: [ObjectID: Int] = [:]
    let first = max(0, line.commits.count - Self.reachOfTrees)
    for place in first..<line.commits.count { places[try tree(of: line.commits[place].id)] = place }
    var newest: Int?
    for commit in move.added {
      guard let parent = commit.parents.first, let place = places[try tree(of: commit.id)], place > newest ?? 0,
        case let before = try tree(of: parent), try before != tree(of: commit.id),
        try before != tree(of: line.commits[place - 1].id), try !isPick(commit, of: Array(line.commits[...place]))
      else { continue }
      newest = place
    }
    return newest
  }

  private func tree(of id: ObjectID) throws -> ObjectID {
    guard let commit = try repository.commit(id) else {
      throw Problem(
        .missing, "commit \(id) is not in this repository", help: "run: git fetch --refetch --no-filter origin")
    }
    return commit.tree
  }

  /// A commit that has all that the line changed up to one of its commits.
  private func squash() throws -> Int? {
    guard let start = line.start else { return nil }
    let answer = try repository.squashed(line.commits.map(\.id), since: start, in: single.map(\.id))
    try require(filesOf: answer.unreadable)
    return answer.squashed.values.compactMap { id in line.commits.firstIndex { $0.id == id } }.filter { $0 > 0 }.max()
  }

  /// Commits that together leave the lines of the line's oldest commits on the base, of at least two that were not
  /// picked.
  private func linesOfSeveral() throws -> Int? {
    let steps = Array(line.commits.prefix(Self.reach))
    let beginning = try arrivals(of: steps.prefix(Self.beginning))
    guard beginning.contains(true) else { return nil }
    let arrivals = try beginning + arrivals(of: steps.dropFirst(Self.beginning))
    // What the release has changed again itself tells nothing, and nor does what it has from the base.
    let standing = try repository.remains(of: steps.map(\.id), in: line.tip)
    let brought = Set(steps.indices.lazy.filter { arrivals[$0] == true }.map { steps[$0].id })
    try require(filesOf: standing.unreadable.filter(brought.contains))
    let told = steps.indices.filter { standing.remains[steps[$0].id] == .all && arrivals[$0] != nil }
    let arrived = told.prefix { arrivals[$0] == true }
    guard arrived.count > 1, let last = arrived.last else { return nil }
    let picked = try picks(of: arrived.map { steps[$0] })
    guard arrived.count(where: { !picked.contains(steps[$0].id) }) > 1 else { return nil }
    return last == told.last && steps.count == line.commits.count ? line.commits.count - 1 : last
  }

  /// For each commit whether the move brings its lines to the base; `nil` if they were there before, or that cannot be
  /// read and the move changes no file of its.
  private func arrivals(of steps: ArraySlice<RangeCommit>) throws -> [Bool?] {
    let ids = steps.map(\.id)
    let before = try repository.remains(of: ids, in: move.old)
    let unread = Set(before.unreadable)
    if !unread.isEmpty {
      let moved = Set(try repository.changedPaths(from: move.old, to: move.new))
      try require(filesOf: before.unreadable.filter { try !moved.isDisjoint(with: repository.changedPaths(of: $0)) })
    }
    let after = try repository.remains(
      of: ids.filter { before.remains[$0] != .all && !unread.contains($0) }, in: move.new)
    try require(filesOf: after.unreadable)
    return ids.map { before.remains[$0] == .all || unread.contains($0) ? nil : after.remains[$0] == .all }
  }

  /// Without them nothing is known of what the move brings.
  private func require(filesOf unreadable: [ObjectID]) throws {
    guard let commit = unreadable.first else { return }
    throw Problem(
      .missing, "the files of commit \(commit), which may be part of a release that comes, are not in this repository",
      help: "run: git fetch --refetch --no-filter origin")
  }

  private func isPick(_ commit: RangeCommit, of steps: [RangeCommit]) throws -> Bool {
    if steps.contains(where: commit.isCopy) { return true }
    guard commit.parents.count == 1 else { return false }
    let answer = try repository.samePatches([commit.id], steps.filter { !$0.isMerge }.map(\.id))
    try require(filesOf: answer.unreadable)
    return !answer.same.isEmpty
  }

  /// Those of `steps` that came one by one.
  private func picks(of steps: [RangeCommit]) throws -> Set<ObjectID> {
    let candidates = single
    var picked = Set(steps.filter { step in move.added.contains(where: step.isCopy) }.map(\.id))
    let answer = try repository.samePatches(steps.filter { !$0.isMerge }.map(\.id), candidates.map(\.id))
    try require(filesOf: answer.unreadable)
    picked.formUnion(answer.same.keys)
    // What a branch brought is one commit of another line where it was squashed there.
    for step in steps where step.isMerge {
      guard let parent = step.parents.first,
        try !repository.commits(of: candidates.map(\.id), changing: tree(of: parent), to: tree(of: step.id)).isEmpty
      else { continue }
      picked.insert(step.id)
    }
    return picked
  }
}

extension RangeCommit {
  /// Whether it is the same work by the same author at the same time, wherever it was put.
  fileprivate func isCopy(_ other: RangeCommit) -> Bool {
    author == other.author && subject == other.subject
  }
}
