package import Commits
import Glibc

extension Repository {
  /// How many commits to compare make it pay to read what earlier runs have kept.
  static let manyCommits = 512

  /// What was found out about changes.
  var keptPatches: KeptPatches {
    if let openPatches { return openPatches }
    // While a server takes a push in, its objects may yet be thrown away.
    let isTakenIn = unsafe getenv("GIT_QUARANTINE_PATH") != nil
    let patches = KeptPatches(keepsPatches ? KeptFile(in: commonDirectory) : nil, mayWrite: !isTakenIn)
    openPatches = patches
    return patches
  }

  /// Whether what earlier runs have kept is asked for.
  var asksPatches: Bool { openPatches?.asksFile ?? false }

  /// Reads what earlier runs have kept, if that pays for comparing so many commits.
  func readPatches(for count: Int) {
    if count >= Self.manyCommits { keptPatches.readFile() }
  }

  /// Keeps what was found out for the next run, in `relscope/patches` of the git directory, where that pays and the
  /// repository is this user's own.
  package func savePatches() { openPatches?.save() }

  /// What commits change, each in short.
  ///
  /// - Parameters:
  ///   - scope: What a commit that is needed changes at most: of others, no more is read than tells it.
  ///   - isNeeded: Those of which this is not so are `nil`.
  /// - Complexity: A comparison of trees for each commit of which nothing is known.
  func summaries(
    of commits: [ObjectID], _ scope: TreeComparison.Scope = .everything,
    where isNeeded: @escaping @Sendable (ChangeSummary) -> Bool = { _ in true }
  ) throws(GitError) -> [Reading<ChangeSummary?>] {
    let kept = keptPatches
    let known = commits.map(kept.summary)
    let open = zip(commits, known).filter { $0.1 == nil }.map(\.0)
    let isNoted = kept.count + open.count <= KeptTable.limit
    // What a few commits change is asked for again; of many, it would push out what is.
    let areFew = open.count < Self.manyCommits
    let readings = try readIfHere(open) { (repository, commit) throws(GitError) -> ChangeSummary? in
      let changes =
        areFew ? try repository.changes(of: commit, scope) : try repository.comparison(of: commit, scope)
      guard !changes.hasOthers else { return nil }
      let summary = ChangeSummary(changes.changes)
      return isNoted || isNeeded(summary) ? summary : nil
    }
    var summaries: [Reading<ChangeSummary?>] = []
    summaries.reserveCapacity(commits.count)
    var next = 0
    for (commit, known) in zip(commits, known) {
      if let known {
        summaries.append(.read(isNeeded(known) ? known : nil))
        continue
      }
      if isNoted, case .read(let summary?) = readings[next] {
        kept.note(summary, of: commit)
        summaries.append(.read(isNeeded(summary) ? summary : nil))
      } else {
        summaries.append(readings[next])
      }
      next += 1
    }
    return summaries
  }

  /// Whether a commit changes something, and nothing but some paths, against its first parent.
  ///
  /// - Throws: ``GitError/Code/missingObject`` if a tree is not here.
  package func changesOnly(_ paths: Set<String>, in commit: ObjectID) throws(GitError) -> Bool {
    if let summary = keptPatches.summary(of: commit), !summary.mayChangeOnly(Set(paths.map(ChangeSummary.number))) {
      return false
    }
    let changed = try comparison(of: commit).paths
    return !changed.isEmpty && changed.allSatisfy(paths.contains)
  }
}
