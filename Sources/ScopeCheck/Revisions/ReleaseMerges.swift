import ReleaseScope

/// Finds the merges of a release on the base's first-parent line, newest first.
///
/// A merge is the release's when its message names a release branch of the version; or when it names no branch, and one
/// of its later parents is on the first-parent line of the release branch.
struct ReleaseMerges<Repository: ReleaseRepository> {
  /// What a merge is told by.
  private struct Candidate {
    let id: ObjectID
    let parents: [ObjectID]
    let message: [UInt8]
  }

  private let repository: Repository
  private let names: ReleaseNames
  /// How many commits of a line are read below the newest of the release's merges, and below each further one.
  private let reach: Int
  /// Commits that need not be read again.
  private let read: CommitList?
  /// Tips of the release branch.
  private let branches: [ObjectID]
  private var branchLine: Set<ObjectID>?

  init(_ repository: Repository, _ subject: CheckSubject, reach: Int = 1_000, read: CommitList? = nil) throws {
    self.repository = repository
    self.reach = reach
    self.read = read
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
    var left = reach
    var next: ObjectID? = start
    while left > 0, let id = next, let commit = try candidate(id, &left) {
      if id == mark { above = merges.count }
      if let merge = try merge(commit) ?? (id == known?.id ? known : nil) {
        merges.append(merge)
        left = reach
      }
      next = commit.parents.first
    }
    return (merges, above)
  }

  /// - Returns: `nil` if the commit is not here.
  private func candidate(_ id: ObjectID, _ left: inout Int) throws -> Candidate? {
    // One service says what it merged below the subject.
    if let commit = read?[id], !commit.isMerge || !commit.subject.hasPrefix("Pull request ") {
      return Candidate(id: id, parents: commit.parents, message: commit.isMerge ? Array(commit.subject.utf8) : [])
    }
    left -= 1
    return try repository.commit(id).map { Candidate(id: id, parents: $0.parents, message: $0.message) }
  }

  /// A merge, if it is the release's.
  private mutating func merge(_ commit: Candidate) throws -> ReleaseMerge? {
    guard let first = commit.parents.first, commit.parents.count > 1 else { return nil }
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
      var left = reach
      var next: ObjectID? = tip
      while left > 0, let id = next, line.insert(id).inserted {
        left -= 1
        next = try repository.commit(id)?.parents.first
      }
    }
    branchLine = line
    return line
  }
}
