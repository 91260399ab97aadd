import ReleaseScope

/// Looks on other refs for what the release lacks, or should have given them.
struct RefSearch<Repository: ReleaseRepository> {
  let repository: Repository
  let history: Repository.History
  private let choice: RevisionChoice<Repository>

  init(_ repository: Repository, _ history: Repository.History) {
    self.repository = repository
    self.history = history
    choice = RevisionChoice(repository)
  }

  /// For each ticket, the branch with the most work for it that neither the release nor the base has; else the base.
  ///
  /// - Complexity: One object read for each commit that only other refs have.
  func unmergedWork(
    for tickets: Set<TicketKey>, aliases: [TicketKey: TicketKey], _ range: CommitRange, baseName: String
  ) throws -> [TicketKey: UnmergedWork] {
    guard !tickets.isEmpty else { return [:] }
    var found: [TicketKey: UnmergedWork] = [:]
    var seen: Set<ObjectID> = []
    for branch in try repository.branches() where !history.contains(branch.id) && seen.insert(branch.id).inserted {
      let work = work(for: tickets, aliases, in: try history.commits(onlyReachableFrom: branch.id))
      for (key, ids) in work where ids.count > (found[key]?.commits.count ?? 0) {
        found[key] = UnmergedWork(branch: branch.name.short, commits: ids, isBase: false)
      }
    }
    for (key, ids) in work(for: tickets, aliases, in: range.baseOnly) where found[key] == nil {
      found[key] = UnmergedWork(branch: baseName, commits: ids, isBase: true)
    }
    return found
  }

  private func work(
    for tickets: Set<TicketKey>, _ aliases: [TicketKey: TicketKey], in commits: CommitList
  ) -> [TicketKey: [ObjectID]] {
    var work: [TicketKey: [ObjectID]] = [:]
    for commit in commits where !commit.isMerge {
      let facts = commit.facts
      guard facts.reverts.isEmpty else { continue }
      for use in facts.implements {
        let key = aliases[use.key] ?? use.key
        if tickets.contains(key) { work[key, default: []].append(commit.id) }
      }
    }
    return work
  }

  /// The open release branches that lack work of a hot fix, each with what it lacks.
  ///
  /// A branch is open when it is not merged into the base. It has a commit by ancestry, by an equal patch, by an `-x`
  /// trailer, or when a commit of the same subject is there, as after a port with conflicts.
  func unportedWork(
    of work: [RangeCommit], from release: NamedCommit, patterns: [BranchPattern]
  ) throws -> [UnportedWork] {
    let releaseBranch = try choice.shortName(release.name)
    var unported: [UnportedWork] = []
    var seen: Set<String> = []
    let branches = try repository.branches()
    for branch in branches.sorted(by: { $0.name.branch != nil && $1.name.branch == nil }) {
      let name = try choice.shortName(branch.name)
      guard name != releaseBranch, branch.id != release.id, patterns.contains(where: { $0.version(in: name) != nil }),
        try !history.isOnBase(branch.id), seen.insert(name).inserted
      else { continue }
      let missing = try missing(work, on: branch.id)
      if !missing.isEmpty { unported.append(UnportedWork(branch: branch.name.short, commits: missing)) }
    }
    return unported.sorted { $0.branch < $1.branch }
  }

  private func missing(_ work: [RangeCommit], on tip: ObjectID) throws -> [ObjectID] {
    let reached = try history.reached(Set(work.map(\.id)), from: tip)
    let rest = work.filter { !reached.contains($0.id) }
    guard !rest.isEmpty else { return [] }
    let theirs = try history.commits(onlyReachableFrom: tip)
    let subjects = Set(theirs.map(\.subject))
    let origins = Set(theirs.flatMap(\.facts.pickedFrom).compactMap(\.whole))
    let ids = Set(theirs.map(\.id))
    let unlike = rest.filter { commit in
      !subjects.contains(commit.subject) && !origins.contains(commit.id)
        && ids.isDisjoint(with: commit.facts.pickedFrom.compactMap(\.whole))
    }
    let same = try repository.samePatches(unlike.map(\.id), theirs.filter { !$0.isMerge }.map(\.id)).same
    return unlike.map(\.id).filter { same[$0] == nil }
  }
}
