import ReleaseScope

/// What merges of a release brought to the base, taken together.
struct MergedWork<History: ReleaseHistory> {
  let oldest: ReleaseMerge
  /// Of the base before the oldest merge, and what came since.
  let history: History
  let range: CommitRange
  /// What came meanwhile and is not the release's; `nil` where nothing can have come.
  let others: CommitList?

  /// - Parameters:
  ///   - merges: On one first-parent line, newest first; not none.
  ///   - top: The newest commit of the line that matters.
  ///   - end: See ``BroughtCommits``.
  /// - Complexity: Two walks of what came since before the oldest merge; one for a single merge alone.
  init<Repository: ReleaseRepository>(
    _ repository: Repository, _ reader: MessageReader, _ merges: [ReleaseMerge], top: ObjectID, upTo end: ObjectID?
  ) throws where Repository.History == History {
    precondition(!merges.isEmpty, "no merge of the release")
    oldest = merges[merges.count - 1]
    let tips = merges.flatMap(\.tips)
    // What the base had of its own while the release was made is told from its tips alone: the line has both.
    let before = try repository.history(base: oldest.first, releases: tips, reader: reader)
    let sides = try before.range()
    guard merges.count > 1 || top != oldest.id else {
      history = before
      range = sides
      others = nil
      return
    }
    let since = try repository.history(base: oldest.first, releases: [top], reader: reader)
    let brought = BroughtCommits(
      try since.range().commits, top: top,
      merges: Dictionary(merges.map { ($0.id, $0.tips) }) { first, _ in first }, upTo: end)
    history = since
    range = CommitRange(
      commits: brought.commits, baseOnly: sides.baseOnly, mergeBases: sides.mergeBases,
      bringing: Set(merges.map(\.id)))
    others = brought.others
  }
}
