import ReleaseScope

/// A merge by which a release came to the base.
struct ReleaseMerge: Equatable {
  let id: ObjectID
  /// What the base was before.
  let first: ObjectID
  /// What it brought: its later parents, or those of them that are the release's.
  let tips: [ObjectID]
}

/// Finds the merges of a release on the base's first-parent line, newest first.
///
/// A merge is the release's when its message names a release branch of the version; or when it names no branch, and one of
/// its later parents is on the first-parent line of the release branch.
struct ReleaseMerges<Repository: ReleaseRepository> {
  /// How many commits of a line are looked at below the newest of the release's merges, and below each further one.
  static var reach: Int { 1_000 }

  private let repository: Repository
  private let names: ReleaseNames
  /// Tips of the release branch.
  private let branches: [ObjectID]
  private var branchLine: Set<ObjectID>?

  init(_ repository: Repository, _ subject: CheckSubject) throws {
    self.repository = repository
    names = subject.releaseNames
    let choice = RevisionChoice(repository)
    let names = names
    let here = try repository.branches().filter { names.isRelease(try choice.shortName($0.name)) }.map(\.id)
    branches = (subject.isReleaseBranch ? [subject.release.id] : []) + here.prefix(8)
  }

  /// - Parameters:
  ///   - known: A merge of the release that its name may not tell.
  ///   - mark: A commit of the line.
  /// - Returns: Newest first; and how many of them stand above `mark`, `nil` if the search did not come to it.
  mutating func merges(
    from start: ObjectID, known: ReleaseMerge? = nil, above mark: ObjectID? = nil
  ) throws -> (merges: [ReleaseMerge], above: Int?) {
    var merges: [ReleaseMerge] = []
    var above: Int?
    var left = Self.reach
    var next = try repository.commit(start)
    while left > 0, let commit = next {
      if commit.id == mark { above = merges.count }
      if let merge = try merge(commit) ?? (commit.id == known?.id ? known : nil) {
        merges.append(merge)
        left = Self.reach
      }
      left -= 1
      next = try commit.parents.first.flatMap { try repository.commit($0) }
    }
    return (merges, above)
  }

  /// A merge, if it is the release's.
  private mutating func merge(_ commit: Commit) throws -> ReleaseMerge? {
    guard let first = commit.parents.first, commit.isMerge else { return nil }
    let later = Array(commit.parents.dropFirst())
    switch names.answer(MergedBranches(message: commit.message), parents: later.count) {
    case .release(let places):
      return ReleaseMerge(id: commit.id, first: first, tips: places.isEmpty ? later : places.map { later[$0] })
    case .another: return nil
    case .unknown:
      let line = try lineOfBranches()
      let tips = later.filter(line.contains)
      return tips.isEmpty ? nil : ReleaseMerge(id: commit.id, first: first, tips: tips)
    }
  }

  private mutating func lineOfBranches() throws -> Set<ObjectID> {
    if let branchLine { return branchLine }
    var line: Set<ObjectID> = []
    for tip in branches {
      var left = Self.reach
      var next = try repository.commit(tip)
      while left > 0, let commit = next, line.insert(commit.id).inserted {
        left -= 1
        next = try commit.parents.first.flatMap { try repository.commit($0) }
      }
    }
    branchLine = line
    return line
  }
}
