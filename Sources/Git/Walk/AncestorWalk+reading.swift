import Commits
import CProcess

extension AncestorWalk {
  /// How far back a commit is that has been read.
  func age(_ index: Int32) -> Age { Age(time: graph.time(index), generation: graph.generation(index)) }

  /// How far back a commit is that the walk may not have met.
  func age(of id: ObjectID, time: Int64) -> Age {
    var parents: [UInt32] = []
    let entry = commitGraph.flatMap { chain in
      chain.position(of: id).flatMap { chain.entry(at: $0, parents: &parents) }
    }
    return Age(time: time, generation: entry?.generation ?? AncestorGraph.unlimited)
  }

  /// Reads a commit's date and parents: from the commit-graph, if that has it. The object itself is kept for a commit
  /// that only one side is known to have.
  mutating func read(_ index: Int32, for side: AncestorGraph.Side) throws(GitError) {
    let id = graph.id(index)
    if let commitGraph, let position = graph.position(index) ?? commitGraph.position(of: id) {
      return read(index, at: position, of: commitGraph)
    }
    let time = side.isOpen ? try readAndKeep(index) : try readLinks(id)
    guard let time else {
      gaps.missing.append(id)
      graph.setMissing(index)
      return
    }
    graph.setRead(index, time: time)
    guard !boundary.contains(id) || parentIDs.isEmpty else {
      gaps.shallow.append(id)
      graph.cut(index, from: parentIDs)
      return
    }
    for parent in parentIDs { graph.addParent(graph.meet(parent), to: index) }
  }

  /// Reads the date of a commit; its parents are in `parentIDs` then.
  private mutating func readLinks(_ id: ObjectID) throws(GitError) -> Int64? {
    parentIDs.removeAll(keepingCapacity: true)
    return try repository.readTime(id, parents: &parentIDs)
  }

  /// Reads and keeps a commit; its parents are in `parentIDs` then.
  ///
  /// - Returns: Its date; `nil` if it is not here.
  private mutating func readAndKeep(_ index: Int32) throws(GitError) -> Int64? {
    parentIDs.removeAll(keepingCapacity: true)
    let id = graph.id(index)
    let kept = kept
    if kept.count - keptAlone >= Self.longHistory, let found = regions()?.take(id, for: kept) {
      parentIDs.append(contentsOf: found.parents)
      kept.add(index, columns: found.columns, row: found.row)
      return found.time
    }
    let links = try repository.readCommit(id, parents: &parentIDs) { bytes, links, parents in
      kept.add(index, bytes, links, isMerge: parents.count > 1)
    }
    if let links { repository.knownTrees.note(id, tree: links.tree, parent: parentIDs.first) }
    return links?.time
  }

  /// Gives back what reading a long history took.
  mutating func stopReadingAhead() {
    guard case .known = readingAhead else { return }
    readingAhead = .untried
    keptAlone = kept.count
    repository.closePacks()
    relscope_return_free_memory()
  }

  /// What reads ahead; `nil` where that does not serve.
  private mutating func regions() -> CommitRegions? {
    if case .known(let regions) = readingAhead { return regions }
    var regions: CommitRegions?
    if repository.threads > 1, case .message(let reader) = kept.detail, let pack = repository.packs.last {
      regions = CommitRegions(pack.mapped, reader, threads: repository.threads)
    }
    readingAhead = .known(regions)
    return regions
  }

  private mutating func read(_ index: Int32, at position: UInt32, of commitGraph: CommitGraphChain) {
    parentPositions.removeAll(keepingCapacity: true)
    guard let entry = commitGraph.entry(at: position, parents: &parentPositions) else {
      isMisled = true
      return
    }
    // A list of parents belongs to one commit only: else a small file could stand for endlessly many.
    edgesRead += max(0, parentPositions.count - 2)
    guard edgesRead <= commitGraph.edgeCount else {
      isMisled = true
      return
    }
    graph.setRead(index, time: entry.time, generation: entry.generation)
    for parent in parentPositions {
      graph.addParent(graph.meet(commitGraph.id(at: parent), position: parent), to: index)
    }
  }

  /// Reads the commits of one side that were not, compares what the commit-graph said of them, and shows that what is
  /// below the range is on the base.
  mutating func confirm() throws(GitError) {
    guard !isMisled else { return }
    let pending = unconfirmed.filter { graph.side($0).isOpen && !kept.contains($0) }
    let half = Self.batches.contains(pending.count) ? pending.count / 2 : pending.count
    let others = pending.dropFirst(half)
    let batch = batch(of: others)
    guard try confirm(pending.prefix(half), nil), try confirm(others, batch?.finished()) else { return }
    unconfirmed = []
    guard commitGraph != nil, !isProven else { return }
    let range = graph.indexes(on: .release)
    let tips = starts.filter { $0.side == .release }.compactMap { graph.index(of: $0.tip) }
    let below = range.flatMap(graph.parents) + tips
    for index in below where graph.side(index) == .both { try prove(index) }
    isProven = true
  }

  /// Lets another thread read commits, if that may be; `nil` if not.
  private func batch(of indexes: ArraySlice<Int32>) -> CommitBatch? {
    guard !indexes.isEmpty, repository.threads > 1, case .message(let reader) = kept.detail,
      let pack = repository.packs.last
    else { return nil }
    return CommitBatch(ArraySlice(indexes.map(graph.id)), of: pack, reader)
  }

  /// Confirms commits.
  ///
  /// - Parameter rows: What another thread has read of them, in their order; the others are read here.
  /// - Returns: `false` if the commit-graph has misled the walk.
  private mutating func confirm(_ indexes: ArraySlice<Int32>, _ rows: CommitRows?) throws(GitError) -> Bool {
    let columns = rows.map { kept.add($0.columns) }
    var row = 0
    for index in indexes {
      let id = graph.id(index)
      guard let rows, let columns, row < rows.count, rows.id(row) == id else {
        guard try confirm(index, time: readAndKeep(index)) else { return false }
        continue
      }
      parentIDs = Array(rows.parents(row))
      kept.add(index, columns: columns, row: row)
      repository.knownTrees.note(id, tree: rows.columns.tree(row), parent: parentIDs.first)
      guard try confirm(index, time: rows.time(row)) else { return false }
      row += 1
    }
    return true
  }

  /// Compares a commit that was just read with what the commit-graph said of it.
  ///
  /// - Returns: `false` if the commit-graph has misled the walk.
  private mutating func confirm(_ index: Int32, time: Int64?) throws(GitError) -> Bool {
    if !isInCommitGraph(index), time == nil {
      throw GitError(
        operation: "read commit \(graph.id(index))", code: .missingObject, message: "it has gone meanwhile")
    }
    isMisled = !agrees(time, index)
    return !isMisled
  }

  /// Reads the commits through which the base reaches one that the release has too, as far as only the commit-graph has
  /// spoken for them: for it could name a commit of the release a parent of one that both have, to hide it.
  private mutating func prove(_ index: Int32) throws(GitError) {
    var next = graph.childOnBase(index)
    while let index = next, graph.side(index) == .both, proven.insert(index).inserted {
      if isInCommitGraph(index) {
        // Before the call, which looks at what this reads.
        let time = try readLinks(graph.id(index))
        guard agrees(time, index) else {
          isMisled = true
          return
        }
      }
      next = graph.childOnBase(index)
    }
  }

  private func isInCommitGraph(_ index: Int32) -> Bool { graph.generation(index) != AncestorGraph.unlimited }

  /// Whether the commit-graph says what the object does, which was just read, or has not been asked.
  private func agrees(_ time: Int64?, _ index: Int32) -> Bool {
    guard isInCommitGraph(index) else { return true }
    return time == graph.time(index) && parentIDs == graph.parents(index).map(graph.id)
  }
}
