package import ReleaseScope

/// The ancestors of two revisions, walked to the end.
///
/// Only exact ancestor sets tell whether a commit is on the base: a walk that stops by commit dates, as git's own does,
/// returns commits of the base when clocks were wrong.
package final class History {
  /// What kept a walk from seeing everything.
  package struct Gaps: Equatable, Sendable {
    /// Commits that were reached and at which a shallow clone ends.
    package var shallow: [ObjectID] = []
    /// Commits that a child or a ref names, and that are not here.
    package var missing: [ObjectID] = []
  }

  private let repository: Repository
  private let boundary: Set<ObjectID>
  private var graph = AncestorGraph()
  private var details: [Int32: Commit] = [:]
  private let releases: [ObjectID]
  package private(set) var gaps = Gaps()

  /// Walks all ancestors of both sides.
  ///
  /// - Parameter releases: The release; several for the sides of an octopus merge.
  /// - Throws: ``GitError`` when a commit is here and cannot be read. One that is not here is one of the ``gaps``.
  /// - Complexity: One object read for each ancestor of either side.
  package init(_ repository: Repository, base: ObjectID, releases: [ObjectID]) throws(GitError) {
    self.repository = repository
    self.releases = releases
    boundary = try repository.shallowBoundary()
    try walk(from: [base], .base, keepsDetails: false)
    try walk(from: releases, .release, keepsDetails: true)
  }

  /// Whether a commit was reached from either side.
  package func contains(_ id: ObjectID) -> Bool {
    graph.index(of: id).map { !graph.side($0).isDisjoint(with: .both) } ?? false
  }

  /// Whether the base has a commit.
  package func isOnBase(_ id: ObjectID) -> Bool {
    graph.index(of: id).map { graph.side($0).contains(.base) } ?? false
  }

  /// Which commits of the range a ref reaches.
  ///
  /// - Complexity: Linear in the range and the commits that only the ref has.
  package func reached(_ ids: Set<ObjectID>, from tip: ObjectID) throws(GitError) -> Set<ObjectID> {
    try walk(from: [tip], .elsewhere, keepsDetails: true)
    guard let start = graph.index(of: tip) else { return [] }
    let reached = graph.reachable(from: [start]) { !graph.side($0).contains(.base) }
    return ids.intersection(reached.map(graph.id))
  }

  /// Whether both sides have a commit.
  func isCommon(_ id: ObjectID) -> Bool {
    graph.index(of: id).map { graph.side($0).isSuperset(of: .both) } ?? false
  }

  /// The commits whose id starts with `prefix` and that both sides have.
  package func common(withPrefix prefix: String) -> [ObjectID] {
    if let id = ObjectID(prefix) { return isCommon(id) ? [id] : [] }
    return graph.ids.filter { $0.hasPrefix(prefix) && isCommon($0) }
  }

  /// The commits on either side and the merge bases.
  ///
  /// - Complexity: One more object read for each commit that only the base has.
  package func range() throws(GitError) -> CommitRange {
    for index in graph.indexes(on: .base) where details[index] == nil {
      details[index] = try repository.commit(graph.id(index))
    }
    return CommitRange(
      commits: ordered(graph.indexes(on: .release)), baseOnly: ordered(graph.indexes(on: .base)),
      mergeBases: try mergeBases())
  }

  /// The commits of another ref that neither side has; children before parents.
  ///
  /// - Complexity: One object read for each such commit, the first time that it is reached.
  package func commits(onlyReachableFrom tip: ObjectID) throws(GitError) -> [Commit] {
    try walk(from: [tip], .elsewhere, keepsDetails: true)
    guard let start = graph.index(of: tip) else { return [] }
    return ordered(graph.reachable(from: [start]) { graph.side($0) == .elsewhere })
  }

  /// The commit of the base's first-parent line that brought the release in.
  ///
  /// - Returns: `nil` if the release is not on the base, or is itself on that line (a fast-forward leaves no trace).
  package func mergeOfRelease(into base: ObjectID) -> ObjectID? {
    guard let release = releases.first.flatMap(graph.index(of:)), graph.side(release) == .both,
      let tip = graph.index(of: base)
    else { return nil }
    var line: [Int32] = []
    var next: Int32? = tip
    while let index = next {
      if index == release { return nil }
      line.append(index)
      next = graph.parents(index).first
    }
    // The line is searched by halves, since whatever a commit of it reaches, the commits above it do.
    var reaches = 0
    var lacks = line.count
    while lacks - reaches > 1 {
      let middle = (reaches + lacks) / 2
      if graph.reachable(from: [line[middle]]).contains(release) { reaches = middle } else { lacks = middle }
    }
    return graph.id(line[reaches])
  }

  private func walk(
    from tips: [ObjectID], _ side: AncestorGraph.Side, keepsDetails: Bool
  ) throws(GitError) {
    try graph.walk(from: tips, side) { (id, index) throws(GitError) in
      guard let commit = try repository.rawCommit(id) else {
        gaps.missing.append(id)
        return []
      }
      if keepsDetails { details[index] = commit.commit(id: id) }
      guard boundary.contains(id) else { return commit.parents }
      gaps.shallow.append(id)
      return []
    }
  }

  private func ordered(_ indexes: some Sequence<Int32>) -> [Commit] {
    TopologicalOrder.sort(indexes.compactMap { details[$0] })
  }

  /// Common ancestors that no other common ancestor reaches: among the parents of the range, or the release itself.
  private func mergeBases() throws(GitError) -> [CommitRange.MergeBase] {
    let tips = releases.compactMap(graph.index(of:))
    let parents = graph.indexes(on: .release).flatMap(graph.parents)
    var candidates = Set((tips + parents).filter { graph.side($0) == .both })
    if candidates.count > 1 {
      candidates.subtract(graph.reachable(from: candidates.flatMap(graph.parents)))
    }
    var bases: [CommitRange.MergeBase] = []
    for id in candidates.map(graph.id).sorted() {
      guard let commit = try repository.rawCommit(id) else { continue }
      bases.append(.init(id: id, tree: commit.tree))
    }
    return bases
  }
}
