import ReleaseScope

/// Finds exemptions that cover nothing: first in the range, then below it.
///
/// A release without a commit of a bot is no reason to say that the bot's exemption is of no use, so the newest commits
/// below the range are looked at as well.
struct ExemptionUse<Repository: ReleaseRepository> {
  /// How many commits below the range are looked at: as many as the range has, within these bounds, so that a check
  /// hardly notices.
  private static var bounds: ClosedRange<Int> { 100...500 }
  /// For how many of them the paths are.
  private static var mostPaths: Int { 50 }

  let repository: Repository
  let exemptions: [Exemption]

  /// - Parameters:
  ///   - exempt: The commits of the range that are exempt.
  ///   - untracked: Those that are not, and have no ticket.
  ///   - below: From where on the history below the range is read.
  /// - Returns: The exemptions that match neither a commit of the range, nor one below it.
  func unused(
    _ exempt: [ExemptCommit], _ untracked: [ObjectID], in commits: CommitList, below: ObjectID,
    _ reading: inout RangeReading<Repository>
  ) throws -> [UnusedExemption] {
    var open = exemptions
    try drop(&open, exempt.map(\.commit), in: commits, &reading)
    guard !open.isEmpty else { return [] }
    var unused: [UnusedExemption] = []
    for exemption in open {
      guard let (loose, text) = exemption.loosened else { continue }
      let near = try untracked.prefix(Self.bounds.upperBound).count { id in
        guard let commit = commits[id] else { return false }
        return try loose.covers(commit) { try reading.changedPaths(id) }
      }
      if near > 0 { unused.append(UnusedExemption(exemption, .near(correction: text, commits: near))) }
    }
    open.removeAll { exemption in unused.contains { $0.exemption == exemption } }
    guard !open.isEmpty else { return unused }
    let most = min(max(commits.count, Self.bounds.lowerBound), Self.bounds.upperBound)
    let (older, isAll) = try older(than: below, atMost: most)
    try drop(&open, older[...], &reading)
    return unused + open.map { UnusedExemption($0, isAll ? .never : .past(looked: older.count)) }
  }

  private func drop(
    _ open: inout [Exemption], _ ids: [ObjectID], in commits: CommitList, _ reading: inout RangeReading<Repository>
  ) throws {
    for id in ids where !open.isEmpty {
      guard let commit = commits[id] else { continue }
      try open.removeAll { exemption in try exemption.covers(commit) { try reading.changedPaths(id) } }
    }
  }

  private func drop(
    _ open: inout [Exemption], _ commits: ArraySlice<Commit>, _ reading: inout RangeReading<Repository>
  ) throws {
    let reader = reading.reader
    var looked: Set<ObjectID> = []
    // For these every commit would be looked at, and what costs too much to tell is not said.
    if commits.count(where: { !$0.isMerge }) >= Self.mostPaths { open.removeAll(where: \.isOfPathsAlone) }
    for commit in commits where !open.isEmpty && !commit.isMerge {
      try open.removeAll { exemption in
        try exemption.covers(
          author: commit.author, committer: commit.committer,
          subject: { reader.facts(ofMessage: commit.message).subject }
        ) {
          guard looked.count < Self.mostPaths || looked.contains(commit.id) else { return nil }
          looked.insert(commit.id)
          return try reading.changedPaths(commit.id)
        }
      }
    }
    if looked.count >= Self.mostPaths { open.removeAll { !$0.paths.isEmpty } }
  }

  /// The commits that `tip` reaches, near ones first, and whether these are all.
  private func older(than tip: ObjectID, atMost most: Int) throws -> (commits: [Commit], isAll: Bool) {
    var seen: Set<ObjectID> = [tip]
    var pending = [tip]
    var found: [Commit] = []
    var next = 0
    while next < pending.count {
      guard found.count < most else { return (found, false) }
      guard let commit = try repository.commit(pending[next]) else { return (found, false) }
      found.append(commit)
      next += 1
      for parent in commit.parents where seen.insert(parent).inserted { pending.append(parent) }
    }
    return (found, true)
  }
}

extension Exemption {
  /// Whether nothing but the paths of a commit decides.
  fileprivate var isOfPathsAlone: Bool { author == nil && committer == nil && subject == nil && !paths.isEmpty }
}
