import ReleaseScope

/// Reads the commits of a range and everything that its net scope depends on.
struct RangeReading<Repository: ReleaseRepository> {
  let repository: Repository
  let history: Repository.History
  let reader: MessageReader
  /// Commits that came to the base between merges of the release, and that both have in effect.
  var others: CommitList?
  private(set) var unseen: UnseenParts

  init(_ repository: Repository, _ history: Repository.History, _ reader: MessageReader, _ unseen: UnseenParts) {
    self.repository = repository
    self.history = history
    self.reader = reader
    self.unseen = unseen
  }

  mutating func input(_ range: CommitRange, aliases: [TicketKey: TicketKey]) throws -> NetScope.Input {
    var input = NetScope.Input(range: range)
    input.aliases = aliases
    input.notes = try repository.notes(under: "refs/notes/tickets").mapValues(reader.keys(inNote:))
    try readReverted(&input)
    try comparePatches(&input)
    return input
  }

  /// Looks for the commits that reverts name and the range does not have.
  private mutating func readReverted(_ input: inout NetScope.Input) throws {
    let commits = input.range.commits
    let picked = Set(commits.pickedFrom)
    for claim in commits.reverts {
      for id in claim.ids.map(\.digits) where input.outside[id] == nil && input.samePatchAsReverted[id] == nil {
        if let full = ObjectID(id), commits.contains(full) { continue }
        if let outside = try history.common(withPrefix: id) ?? other(withPrefix: id) {
          guard let commit = try repository.commit(outside) else { continue }
          input.outside[id] = (outside, reader.facts(of: commit))
        } else if claim.isSaidInSubject, !picked.contains(where: { $0.hasPrefix(id) }),
          let commit = try repository.commit(withPrefix: id), !commit.isMerge, !commits.contains(commit.id)
        {
          let same = try samePatches([commit.id], commits.filter { !$0.isMerge }.map(\.id))
          input.samePatchAsReverted[id] = same[commit.id] ?? []
        }
      }
    }
  }

  private func other(withPrefix id: String) throws -> ObjectID? {
    guard let others, !others.isEmpty, let commit = try repository.commit(withPrefix: id) else { return nil }
    return others.contains(commit.id) ? commit.id : nil
  }

  private mutating func comparePatches(_ input: inout NetScope.Input) throws {
    guard let question = BaseComparison.question(input.range) else { return }
    input.samePatchOnBase = try samePatches(question.inRange, question.onBase)
  }

  private mutating func samePatches(_ left: [ObjectID], _ right: [ObjectID]) throws -> [ObjectID: [ObjectID]] {
    let answer = try repository.samePatches(left, right)
    unseen.add(objects: answer.unreadable)
    return answer.same
  }

  /// The commits without a ticket that are not exempt, and those that are.
  mutating func untracked(
    _ scope: NetScope, _ commits: CommitList, _ exemptions: [Exemption]
  ) throws -> (untracked: [ObjectID], exempt: [ExemptCommit]) {
    var untracked: [ObjectID] = []
    var exempt: [ExemptCommit] = []
    for id in scope.withoutTicket {
      if let commit = commits[id], let exemption = try exemption(of: commit, exemptions) {
        exempt.append(ExemptCommit(commit: id, reason: exemption.reason))
      } else {
        untracked.append(id)
      }
    }
    return (untracked, exempt)
  }

  mutating func exemption(of commit: RangeCommit, _ exemptions: [Exemption]) throws -> Exemption? {
    for exemption in exemptions where try exemption.covers(commit, paths: { try changedPaths(commit.id) }) {
      return exemption
    }
    return nil
  }

  /// See ``UnseenParts/attempt(_:)``.
  mutating func attempt<Value>(_ step: () throws -> Value) throws -> Value? { try unseen.attempt(step) }

  mutating func changedPaths(_ id: ObjectID) throws -> [String]? {
    let repository = repository
    return try unseen.attempt { try repository.changedPaths(of: id) }
  }

  /// Work on the base that the release lacks and that somebody should know of: exempt commits and updates of the
  /// policy or the manifest are not.
  mutating func baseAhead(
    _ scope: NetScope, _ range: CommitRange, _ exemptions: [Exemption], documents: Set<String>
  ) throws -> [ObjectID] {
    return try scope.lackingFromBase.filter { id in
      guard let commit = range.baseOnly[id], try exemption(of: commit, exemptions) == nil else { return false }
      guard !documents.isEmpty, let paths = try changedPaths(id), !paths.isEmpty else { return true }
      return !paths.allSatisfy(documents.contains)
    }
  }
}
