import ReleaseScope

/// Looks for what the base did not keep of a release when it was merged, and what it took back after that.
struct LaterReverts<Repository: ReleaseRepository> {
  let repository: Repository
  let reader: MessageReader
  let aliases: [TicketKey: TicketKey]

  /// What the base has now of the release.
  struct Found {
    /// Of the release and of all that came to the base since; `nil` where nothing of that takes anything back.
    let scope: NetScope?
    /// Of the release's commits, those of which the base's files have nothing.
    let gone: Set<ObjectID>
    /// The merges that did not keep some of them.
    let dropping: [ObjectID]
  }

  /// What became of some work of the release by what the base has now.
  ///
  /// - Parameters:
  ///   - merges: Those of the release, newest first.
  ///   - work: Commits of the release, no merges.
  ///   - inEffect: Those of them that the base has not by another road.
  ///   - base: The base's newest commit.
  ///   - unseen: Gets what was needed and could not be seen.
  /// - Returns: `nil` where nothing that came since the oldest merge takes anything back, and no merge dropped any work.
  /// - Complexity: One object read for each commit since the oldest merge; if one of them takes something back, a net
  ///   scope of these. In either case a comparison of files for each commit of the work.
  func find(
    _ merges: [ReleaseMerge], of work: Set<ObjectID>, inEffect: Set<ObjectID>, on base: ObjectID,
    noting unseen: inout UnseenParts
  ) throws -> Found? {
    let scope = try scope(merges, on: base, noting: &unseen)
    var gone: Set<ObjectID> = []
    if scope != nil {
      let (remains, unreadable) = try repository.remains(of: work.sorted(), in: base)
      unseen.add(objects: unreadable)
      gone = work.filter { remains[$0] == Remains.none }
    }
    var dropping: [ObjectID] = []
    for merge in merges {
      guard let dropped = try dropped(by: merge.id)?.intersection(inEffect), !dropped.isEmpty else { continue }
      let (remains, unreadable) = try repository.remains(of: dropped.sorted(), in: merge.id)
      unseen.add(objects: unreadable)
      let lost = dropped.filter { remains[$0] == Remains.none || remains[$0] == .replaced }
      if !lost.isEmpty { dropping.append(merge.id) }
      gone.formUnion(lost)
    }
    return scope == nil && gone.isEmpty ? nil : Found(scope: scope, gone: gone, dropping: dropping)
  }

  private func scope(
    _ merges: [ReleaseMerge], on base: ObjectID, noting unseen: inout UnseenParts
  ) throws -> NetScope? {
    guard let oldest = merges.last, oldest.id != base else { return nil }
    let history = try repository.history(base: oldest.id, releases: [base], reader: reader)
    let since = try history.range().commits
    unseen.add(objects: history.missing.objects)
    guard since.contains(where: { !$0.isMerge && !$0.facts.reverts.isEmpty }) else { return nil }
    let brought = try MergedWork(repository, reader, merges, top: base, upTo: nil)
    let all = try brought.history.range()
    var reading = RangeReading(repository, brought.history, reader, UnseenParts())
    let scope = try reading.scope(
      CommitRange(
        commits: all.commits, baseOnly: all.baseOnly, mergeBases: all.mergeBases, bringing: Set(merges.map(\.id))),
      tips: nil, aliases: aliases)
    unseen.add(reading.unseen)
    return scope
  }

  /// What a merge brought that has the files of its first parent; `nil` for another one.
  private func dropped(by merge: ObjectID) throws -> Set<ObjectID>? {
    guard let commit = try repository.commit(merge), commit.isMerge, let parent = commit.parents.first,
      try repository.commit(parent)?.tree == commit.tree
    else { return nil }
    return Set(try repository.history(base: parent, releases: [merge], reader: reader).range().commits.map(\.id))
  }
}
