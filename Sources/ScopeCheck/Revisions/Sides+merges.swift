import ReleaseScope

extension Sides {
  /// Compares what a merge brought with what was there before; of a commit with one parent, as a squash merge leaves,
  /// the commit itself. The release is named after the merge, whatever branch the caller is on.
  static func ofMerge<Repository: ReleaseRepository>(
    _ repository: Repository, _ reader: MessageReader, _ merge: ObjectID
  ) throws -> Sides where Repository.History == History {
    guard let commit = try repository.commit(merge), let first = commit.parents.first else {
      throw Problem(.usage, "commit \(merge.abbreviated) has no parent, so it merged nothing", help: nil)
    }
    let tips = commit.isMerge ? Array(commit.parents.dropFirst()) : [merge]
    let history = try repository.history(base: first, releases: tips, reader: reader)
    var sides = Sides(
      base: NamedCommit(name: "\(merge.abbreviated)^1", id: first),
      release: NamedCommit(name: "\(merge.abbreviated)\(commit.isMerge ? "^2" : "")", id: tips.first ?? merge),
      steps: [Step(base: first, tips: tips)], history: history, range: try history.range())
    sides.contents = tips.count == 1 ? (tips[0], first) : nil
    sides.merge = merge
    if commit.isMerge { sides.entry = ([ReleaseMerge(id: merge, first: first, tips: tips)], merge) }
    sides.isMerged = true
    return sides
  }

  /// Compares what a release brought that is on the base already: by all of its merges, and besides, where the release
  /// is a commit of the base's own line, as a tag on main is, what came to it since the last of them.
  ///
  /// - Parameter history: Of the base and the release, which adds nothing to it.
  /// - Returns: `nil` if no merge is found.
  static func merged<Repository: ReleaseRepository>(
    _ repository: Repository, _ subject: CheckSubject, _ reader: MessageReader, _ history: History
  ) throws -> Sides? where Repository.History == History {
    let (base, release) = (subject.base, subject.release)
    let entry = try history.mergeOfRelease(into: base.id).flatMap { try known($0, repository, subject) }
    let lowest = entry?.id ?? release.id
    var search = try ReleaseMerges(repository, subject)
    // A release branch may have gone on where this clone has not heard of it; a tag stays what it is.
    var (merges, above) =
      try subject.isReleaseBranch ? search.merges(from: base.id, known: entry, above: lowest) : ([], nil)
    if above == nil { merges += try search.merges(from: lowest, known: entry).merges }
    if let entry, !subject.isReleaseBranch { merges = merges.map { $0.id == entry.id ? entry : $0 } }
    guard let newest = merges.first else { return nil }

    let isOnLine = entry == nil
    let top = isOnLine && (above ?? 0) == 0 && (above != nil || !subject.isReleaseBranch) ? release.id : newest.id
    let brought = try MergedWork(
      repository, reader, merges, top: top, upTo: isOnLine ? release.id : nil)
    var sides = Sides(
      base: NamedCommit(name: "\(brought.oldest.id.abbreviated)^1", id: brought.oldest.first), release: release,
      steps: merges.map { Step(base: $0.first, tips: $0.tips) }, history: brought.history, range: brought.range)
    if merges.count == 1, newest.tips.count == 1 {
      sides.contents = (top == newest.id ? newest.tips[0] : top, newest.first)
    }
    sides.merge = newest.id
    if subject.isReleaseBranch {
      sides.entry = (merges, base.id)
    } else if isOnLine, merges.count == 1, top == newest.id {
      sides.entry = (merges, top)
    }
    sides.isMerged = true
    sides.others = brought.others
    sides.remarks = [remark(subject, merges, isOnLine: isOnLine && release.id != newest.id)]
    return sides
  }

  /// The merge that brought the release in, whatever its message says.
  private static func known(
    _ id: ObjectID, _ repository: some ReleaseRepository, _ subject: CheckSubject
  ) throws -> ReleaseMerge? {
    guard let commit = try repository.commit(id), let first = commit.parents.first else { return nil }
    let later = Array(commit.parents.dropFirst())
    let isWhole = subject.isReleaseBranch && !later.contains(subject.release.id)
    return ReleaseMerge(id: id, first: first, tips: isWhole ? later : [subject.release.id])
  }

  private static func remark(_ subject: CheckSubject, _ merges: [ReleaseMerge], isOnLine: Bool) -> String {
    let already = "'\(subject.release.name)' is on '\(subject.base.name)' already"
    let after = isOnLine ? ", and what came to '\(subject.base.name)' from then on up to '\(subject.release.name)'" : ""
    if merges.count == 1, let merge = merges.first {
      return "\(already): the sides of its merge \(merge.id.abbreviated) are compared\(after)"
    }
    let names = merges.prefix(5).map(\.id.abbreviated).joined(separator: ", ")
    let more = merges.count > 5 ? " and others" : ""
    return "\(already): what its \(merges.count) merges brought is compared (\(names)\(more))\(after)"
  }
}
