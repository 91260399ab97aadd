import ReleaseScope

/// The two sides that are compared: the branches as they are, or what merges brought in, or the release and an earlier
/// revision.
struct Sides<History: ReleaseHistory> {
  /// Where documents may be changed: what a tip was to be added to.
  struct Step {
    let base: ObjectID
    let tips: [ObjectID]
  }

  let base: NamedCommit
  let release: NamedCommit
  /// The tips whose work is judged, beside what they were added to; several for an octopus merge, and for several
  /// merges.
  let steps: [Step]
  let history: History
  let range: CommitRange
  /// The newest merge of the release, for a release that is on the base already.
  var merge: ObjectID?
  /// The merges that brought the release in, newest first, and the commit that shows what became of it.
  var entry: (merges: [ReleaseMerge], seenAt: ObjectID)?
  /// Whether the base has the release already.
  var isMerged = false
  /// Whose files say what became of work where messages leave a doubt; `nil` where the two sides have no one tip each.
  var contents: (release: ObjectID, base: ObjectID)?
  /// What came to the base between the release's merges and is not the release's.
  var others: CommitList?
  /// Whether the release adds nothing and nobody knows which merges brought it.
  var isUnknown = false
  var remarks: [String] = []

  /// Finds them. Where the caller names no merge, they are looked for when the release adds nothing.
  static func find<Repository: ReleaseRepository>(
    _ repository: Repository, _ subject: CheckSubject, _ reader: MessageReader, merge: String?
  ) throws -> Sides where Repository.History == History {
    if let merge {
      return try ofMerge(repository, reader, try repository.resolve(merge, as: "merge"))
    }
    let release = subject.release
    if let since = subject.since { return try sinceRevision(repository, subject, reader, since) }
    let history = try repository.history(base: subject.base.id, releases: [release.id], reader: reader)
    let range = try history.range()
    var sides = Sides(
      base: subject.base, release: release, steps: [Step(base: subject.base.id, tips: [release.id])], history: history,
      range: range)
    sides.contents = (release.id, subject.base.id)
    guard range.commits.isEmpty else { return sides }
    if let merged = try merged(repository, subject, reader, history) { return merged }
    sides.isUnknown = true
    let names = RevisionChoice(repository)
    let isBase = try names.shortName(release.name) == names.shortName(subject.base.name)
    sides.remarks = [
      isBase
        ? "'\(release.name)' is the base itself: check out the release branch, or name it with --release, and a merged one "
          + "by its merge with --merge"
        : "'\(release.name)' adds no commit to '\(subject.base.name)'; name the merge of an earlier release with --merge"
    ]
    return sides
  }

  /// Compares the release with an earlier revision, whatever the base has.
  private static func sinceRevision<Repository: ReleaseRepository>(
    _ repository: Repository, _ subject: CheckSubject, _ reader: MessageReader, _ since: NamedCommit
  ) throws -> Sides where Repository.History == History {
    let release = subject.release
    let history = try repository.history(base: since.id, releases: [release.id], reader: reader)
    var sides = Sides(
      base: since, release: release, steps: [Step(base: subject.base.id, tips: [release.id])], history: history,
      range: try history.range())
    sides.contents = (release.id, since.id)
    sides.isMerged =
      try release.id == subject.base.id || repository.isAncestor(release.id, of: subject.base.id)
    sides.remarks = [
      "the range begins at '\(since.name)', not at '\(subject.base.name)', whose policy and manifest count all the same"
    ]
    return sides
  }
}
