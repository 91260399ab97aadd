import ReleaseScope

/// Looks for what the base took back of a release after it had been merged.
struct LaterReverts<Repository: ReleaseRepository> {
  let repository: Repository
  let reader: MessageReader
  let aliases: [TicketKey: TicketKey]

  /// What became of the release by what the base has now.
  ///
  /// - Parameters:
  ///   - merges: Those of the release, newest first.
  ///   - base: The base's newest commit.
  ///   - unseen: Gets what was needed and could not be seen.
  /// - Returns: `nil` where nothing that came since takes anything back.
  /// - Complexity: One object read for each commit since the newest merge; if one of them takes something back, all
  ///   that came since the oldest.
  func scope(
    _ merges: [ReleaseMerge], on base: ObjectID, noting unseen: inout UnseenParts
  ) throws -> NetScope? {
    guard let newest = merges.first, newest.id != base else { return nil }
    let history = try repository.history(base: newest.id, releases: [base], reader: reader)
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
}
