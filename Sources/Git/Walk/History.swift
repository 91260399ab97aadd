package import Commits
import CProcess

/// What two revisions reach: which commits only one of them has, and what both have.
package final class History {
  /// What kept a walk from seeing everything.
  package struct Gaps: Equatable, Sendable {
    /// Commits that were reached and at which a shallow clone ends.
    package var shallow: [ObjectID] = []
    /// Commits that a child or a ref names, and that are not here.
    package var missing: [ObjectID] = []

    package var isEmpty: Bool { shallow.isEmpty && missing.isEmpty }
  }

  private let repository: Repository
  private let releases: [ObjectID]
  private var walk: AncestorWalk

  package var gaps: Gaps { walk.gaps }

  /// With gaps, the time after which a commit of the range is certainly not on the base: that of the newest commit of
  /// the base whose parents are not here. `nil` without gaps.
  package var certainAfter: Instant? {
    guard !gaps.isEmpty else { return nil }
    let ends = (gaps.shallow + gaps.missing).compactMap(walk.graph.index(of:))
      .filter { walk.graph.side($0).contains(.base) }
    guard !ends.contains(where: { walk.graph.isMissing($0) }) else { return Instant(seconds: .max) }
    return Instant(seconds: ends.map(walk.graph.time).max() ?? .min)
  }

  /// Walks the ancestors of both sides as far as it takes to tell them apart: see ``AncestorWalk``.
  ///
  /// - Parameters:
  ///   - releases: The release; several for the sides of an octopus merge.
  ///   - reader: Reads the messages of the commits that one side has.
  /// - Throws: ``GitError`` when a commit is here and cannot be read. One that is not here is one of the ``gaps``.
  package convenience init(
    _ repository: Repository, base: ObjectID, releases: [ObjectID], reader: MessageReader
  ) throws(GitError) {
    try self.init(repository, base: base, releases: releases, .message(reader))
  }

  /// - Parameter detail: ``range()`` and ``commits(onlyReachableFrom:)`` need all of it.
  init(
    _ repository: Repository, base: ObjectID, releases: [ObjectID], _ detail: KeptCommits.Detail
  ) throws(GitError) {
    self.repository = repository
    self.releases = releases
    walk = try AncestorWalk(repository, detail)
    try walk.start(base, .base)
    for release in releases { try walk.start(release, .release) }
    try walk.advance()
    keepLinks()
  }

  /// Lets other walks know what this one has read, unless that is much, or is what a commit-graph file says.
  private func keepLinks() {
    let (count, known) = (walk.graph.count, repository.knownLinks?.count ?? 0)
    guard walk.commitGraph == nil, count <= Self.mostKnownLinks, count > known else { return }
    repository.knownLinks = walk.graph.ancestry
  }

  private static let mostKnownLinks = 1 << 16

  /// The commits on either side and the merge bases.
  ///
  /// - Throws: ``GitError`` when a commit is here and cannot be read.
  package func range() throws(GitError) -> CommitRange {
    // First, since it may walk further, and anew if the commit-graph turns out to be wrong.
    let mergeBases = try mergeBases()
    walk.stopReadingAhead()
    let range = CommitRange(commits: ordered(.release), baseOnly: ordered(.base), mergeBases: mergeBases)
    repository.readPatches(for: range.commits.count + range.baseOnly.count)
    return range
  }

  /// Whether a commit was seen on either side.
  package func contains(_ id: ObjectID) -> Bool {
    walk.graph.index(of: id).map { !walk.graph.side($0).isDisjoint(with: .both) } ?? false
  }

  /// Whether the base has a commit.
  ///
  /// - Throws: ``GitError`` when a commit is here and cannot be read.
  /// - Complexity: Walks on to the time of the commit, if it has not been there yet.
  package func isOnBase(_ id: ObjectID) throws(GitError) -> Bool {
    try walkOn(to: id)
    return walk.graph.index(of: id).map { walk.graph.side($0).contains(.base) } ?? false
  }

  /// The commit whose id starts with `prefix`, if both sides have it.
  ///
  /// - Throws: ``GitError`` when a commit is here and cannot be read.
  /// - Complexity: Walks on to the time of the commit, if it has not been there yet.
  package func common(withPrefix prefix: String) throws(GitError) -> ObjectID? {
    guard let id = try repository.commitID(withPrefix: prefix) else { return nil }
    try walkOn(to: id)
    return walk.graph.index(of: id).flatMap { walk.graph.side($0).isSuperset(of: .both) ? id : nil }
  }

  /// The commits of another ref that neither side has; children before parents.
  ///
  /// - Throws: ``GitError`` when a commit is here and cannot be read.
  /// - Complexity: One object read for each such commit, the first time that it is reached.
  package func commits(onlyReachableFrom tip: ObjectID) throws(GitError) -> CommitList {
    ordered(try reached(from: tip) { $0 == .elsewhere })
  }

  /// Which of `ids`, commits of the range, another ref reaches.
  ///
  /// - Throws: ``GitError`` when a commit is here and cannot be read.
  package func reached(_ ids: Set<ObjectID>, from tip: ObjectID) throws(GitError) -> Set<ObjectID> {
    ids.intersection(try reached(from: tip) { !$0.contains(.base) }.map(walk.graph.id))
  }

  private func reached(
    from tip: ObjectID, on isIncluded: (AncestorGraph.Side) -> Bool
  ) throws(GitError) -> [Int32] {
    let isLong = walk.kept.count >= AncestorWalk.longHistory
    if isLong { relscope_return_free_memory() }
    try walk.start(tip, .elsewhere)
    try walk.advance()
    if isLong { repository.closePacks() }
    return walk.graph.reachable(from: [walk.graph.index(of: tip)].compactMap(\.self)) {
      isIncluded(walk.graph.side($0))
    }
  }

  /// The commit of the base's first-parent line that brought the release in.
  ///
  /// - Returns: `nil` if the release is not on the base, or is itself on that line (a fast-forward leaves no trace).
  package func mergeOfRelease(into base: ObjectID) -> ObjectID? {
    guard let release = releases.first.flatMap(walk.graph.index(of:)), walk.graph.side(release) == .both,
      let tip = walk.graph.index(of: base)
    else { return nil }
    // What lies between the release and the base is an ancestor of the base only.
    func reachesRelease(_ start: Int32) -> Bool {
      walk.graph.reachable(from: [start]) { walk.graph.side($0) == .base || $0 == release }.contains(release)
    }
    var line: [Int32] = []
    var next: Int32? = tip
    while let index = next, walk.graph.side(index) == .base {
      line.append(index)
      next = walk.graph.parents(index).first
    }
    if next == release { return nil }
    // The line is searched by halves, since whatever a commit of it reaches, the commits above it do.
    var reaches = 0
    var lacks = line.count
    while lacks - reaches > 1 {
      let middle = (reaches + lacks) / 2
      if reachesRelease(line[middle]) { reaches = middle } else { lacks = middle }
    }
    return line.isEmpty ? nil : walk.graph.id(line[reaches])
  }

  private func walkOn(to id: ObjectID) throws(GitError) {
    guard walk.graph.index(of: id) == nil, let commit = try repository.rawCommit(id) else { return }
    try walk.advance(to: walk.age(of: id, time: commit.time))
  }

  private func ordered(_ side: AncestorGraph.Side) -> CommitList { ordered(walk.graph.indexes(on: side)) }

  private func ordered(_ indexes: [Int32]) -> CommitList {
    walk.kept.list(
      TopologicalOrder.sort(indexes.filter(walk.kept.contains), in: walk.graph), of: walk.graph.ancestry)
  }

  /// Common ancestors that no other common ancestor reaches: among the parents of the range, or the release itself.
  private func mergeBases() throws(GitError) -> [CommitRange.MergeBase] {
    var candidates = commonBelowRange()
    if candidates.count > 1 {
      // One may be an ancestor of another by commits that were not visited yet.
      let ages = candidates.map(walk.age)
      if let time = ages.map(\.time).min(), let generation = ages.map(\.generation).min() {
        try walk.advance(to: .init(time: time, generation: generation))
      }
      candidates = commonBelowRange()
      candidates.subtract(walk.graph.reachable(from: candidates.flatMap(walk.graph.parents)))
    }
    var bases: [CommitRange.MergeBase] = []
    for id in candidates.map(walk.graph.id).sorted() {
      guard let commit = try repository.rawCommit(id) else { continue }
      bases.append(.init(id: id, tree: commit.tree))
    }
    return bases
  }

  private func commonBelowRange() -> Set<Int32> {
    let graph = walk.graph
    var common = Set(releases.compactMap(graph.index(of:)).filter { graph.side($0) == .both })
    for index in graph.indexes(on: .release) {
      for slot in graph.slotsOfParents(index) where graph.side(graph.parent(at: slot)) == .both {
        common.insert(graph.parent(at: slot))
      }
    }
    return common
  }
}
