import ReleaseScope

/// The two sides that are compared: the branches as they are, or the sides of the merge that brought the release in.
struct Sides<History: ReleaseHistory> {
  let base: NamedCommit
  let release: NamedCommit
  /// The tips whose work is judged; several for an octopus merge.
  let tips: [ObjectID]
  let history: History
  let range: CommitRange
  /// The merge, for a release that is on the base already.
  let merge: ObjectID?
  let remarks: [String]

  /// Finds them. Where the caller names no merge, it is looked for when the release adds nothing.
  static func find<Repository: ReleaseRepository>(
    _ repository: Repository, _ subject: CheckSubject, _ reader: MessageReader, merge: String?
  ) throws -> Sides where Repository.History == History {
    if let merge {
      return try ofMerge(repository, reader, try repository.resolve(merge, as: "merge"), remarks: [])
    }
    let release = subject.release
    let history = try repository.history(base: subject.base.id, releases: [release.id], reader: reader)
    let range = try history.range()
    guard range.commits.isEmpty else {
      return Sides(
        base: subject.base, release: release, tips: [release.id], history: history, range: range, merge: nil,
        remarks: [])
    }
    if let merge = history.mergeOfRelease(into: subject.base.id) {
      let remark =
        "'\(release.name)' is on '\(subject.base.name)' already: the sides of its merge "
        + "\(merge.abbreviated) are compared"
      return try ofMerge(repository, reader, merge, of: release, remarks: [remark])
    }
    if let merge = try mergeOnLine(repository, from: release.id, version: subject.version) {
      let remark =
        "'\(release.name)' is on '\(subject.base.name)' already: the sides of merge \(merge.abbreviated), which names "
        + "its version, are compared"
      return try ofMerge(repository, reader, merge, of: release, remarks: [remark])
    }
    let remark =
      "'\(release.name)' adds no commit to '\(subject.base.name)'; name the merge of an earlier release with --merge"
    return Sides(
      base: subject.base, release: release, tips: [release.id], history: history, range: range, merge: nil,
      remarks: [remark])
  }

  /// The newest merge at or below the release, on its first-parent line, whose subject names the version: for a tag that
  /// was set on the base after the merge.
  private static func mergeOnLine(
    _ repository: some ReleaseRepository, from release: ObjectID, version: VersionName?
  ) throws -> ObjectID? {
    guard let version = version?.text else { return nil }
    var next = try repository.commit(release)
    for _ in 0..<1_000 {
      guard let commit = next else { return nil }
      if commit.isMerge, names(commit.subject, version) { return commit.id }
      next = try commit.parents.first.flatMap { try repository.commit($0) }
    }
    return nil
  }

  /// Whether a text has a version that is no part of a longer one: 2.4 is not in 2.4.1, nor in 12.4.
  private static func names(_ text: String, _ version: String) -> Bool {
    func continues(_ rest: some StringProtocol) -> Bool {
      guard let next = rest.first else { return false }
      return next.isLetter || next.isNumber || (".-+_".contains(next) && rest.dropFirst().first?.isNumber == true)
    }
    return text.ranges(of: version).contains { range in
      let before = text[..<range.lowerBound].last
      return !(before?.isNumber == true || before == ".") && !continues(text[range.upperBound...])
    }
  }

  /// Compares what a merge brought with what was there before; of a commit with one parent, as a squash merge leaves,
  /// the commit itself. The release that it merged is named after the merge where it is not known, whatever branch the
  /// caller is on.
  private static func ofMerge<Repository: ReleaseRepository>(
    _ repository: Repository, _ reader: MessageReader, _ merge: ObjectID, of release: NamedCommit? = nil,
    remarks: [String]
  ) throws -> Sides where Repository.History == History {
    guard let commit = try repository.commit(merge), let first = commit.parents.first else {
      throw Problem(.usage, "commit \(merge.abbreviated) has no parent, so it merged nothing", help: nil)
    }
    let tips = commit.isMerge ? Array(commit.parents.dropFirst()) : [merge]
    let history = try repository.history(base: first, releases: tips, reader: reader)
    let named = NamedCommit(name: "\(merge.abbreviated)\(commit.isMerge ? "^2" : "")", id: tips.first ?? merge)
    return Sides(
      base: NamedCommit(name: "\(merge.abbreviated)^1", id: first), release: release ?? named, tips: tips,
      history: history, range: try history.range(), merge: merge, remarks: remarks)
  }
}
