import ReleaseScope

/// Looks for tickets that a range lacks among what the base and the release had before it.
struct EarlierWork<Repository: ReleaseRepository> {
  /// Of how many commits the messages are read, newest first.
  static var reach: Int { 2_000 }
  /// How far below where base and release part an earlier merge is looked for.
  static var reachOfMerges: Int { 250 }

  let repository: Repository
  let reader: MessageReader
  let aliases: [TicketKey: TicketKey]

  /// The work for tickets that the base got by earlier merges of a release that is still open, and still has.
  ///
  /// - Parameter unseen: Gets what was needed and could not be seen.
  /// - Returns: For each ticket its work, and the newest of the merges.
  /// - Complexity: Reads ``reachOfMerges`` commits of the base's line; if there are such merges, all that came since
  ///   the oldest of them.
  func ofMerges(
    for tickets: Set<TicketKey>, _ subject: CheckSubject, _ range: CommitRange, noting unseen: inout UnseenParts
  ) throws -> [TicketKey: (work: [Evidence], merge: ObjectID)] {
    guard !tickets.isEmpty, subject.isReleaseBranch, subject.since == nil else { return [:] }
    var search = try ReleaseMerges(repository, subject, reach: Self.reachOfMerges, read: range.baseOnly)
    let merges = try search.merges(from: subject.base.id).merges
    guard let newest = merges.first else { return [:] }
    let brought = try MergedWork(repository, reader, merges, top: subject.base.id, upTo: nil)
    // With what others did since: they may have taken it back.
    let all = try brought.history.range()
    var reading = RangeReading(repository, brought.history, reader, UnseenParts())
    let scope = try reading.scope(
      CommitRange(
        commits: all.commits, baseOnly: all.baseOnly, mergeBases: all.mergeBases, bringing: Set(merges.map(\.id))),
      tips: nil, aliases: aliases)
    unseen.add(reading.unseen)
    var found: [TicketKey: (work: [Evidence], merge: ObjectID)] = [:]
    for key in tickets {
      guard let ticket = scope.tickets[key], [.delivered, .alreadyOnBase].contains(ticket.state) else { continue }
      let work = ticket.evidence.filter { $0.state != .undone && brought.range.commits.contains($0.commit) }
      let ids = try work.flatMap { try commits(of: $0, for: key, reading) }.filter {
        try brought.range.commits.contains($0) && reading.changesAnything($0)
      }
      if try !ids.isEmpty && isLeft(ids, in: subject.base.id, noting: &unseen) { found[key] = (work, newest.id) }
    }
    return found
  }

  /// The commit of some work; for a merge, what it brought of the ticket, or all work where nothing names it.
  private func commits(
    of work: Evidence, for key: TicketKey, _ reading: RangeReading<Repository>
  ) throws -> [ObjectID] {
    guard try repository.commit(work.commit)?.isMerge == true else { return [work.commit] }
    let brought = try reading.brought(by: work.commit).inEffect
    let own = brought.filter { known in known.facts.implements.contains { (aliases[$0.key] ?? $0.key) == key } }
    return (own.isEmpty ? brought.filter(\.facts.reverts.isEmpty) : own).map(\.id)
  }

  /// Whether a commit's files have anything of some work.
  private func isLeft(_ ids: [ObjectID], in commit: ObjectID, noting unseen: inout UnseenParts) throws -> Bool {
    guard let tree = try repository.commit(commit)?.tree else { return true }
    let (remains, unreadable) = try repository.remains(of: ids, in: tree)
    unseen.add(objects: unreadable)
    return !ids.allSatisfy { remains[$0] == Remains.none }
  }

  /// The work for tickets among the ancestors that both sides have, the newest for each.
  ///
  /// - Parameter starts: Where the sides part.
  /// - Returns: Nothing for work that a revert on the way took back, or whose key one names.
  /// - Complexity: One object read for each commit, ``reach`` at most; none for no tickets.
  func before(_ starts: [ObjectID], for tickets: Set<TicketKey>) throws -> [TicketKey: ObjectID] {
    guard !tickets.isEmpty else { return [:] }
    var (wanted, found) = (tickets, [TicketKey: ObjectID]())
    var reverted: Set<String> = []
    let numbers = Set(tickets.map(\.number) + aliases.filter { tickets.contains($0.value) }.keys.map(\.number))
    var earlier = try EarlierCommits(repository, from: starts, reach: Self.reach)
    while !wanted.isEmpty, let commit = try earlier.next() {
      guard reader.mayTell(of: numbers, in: commit.message) else { continue }
      let facts = reader.facts(of: commit)
      let digits = commit.id.description
      let isReverted = !reverted.isEmpty && reverted.contains { digits.hasPrefix($0) }
      if facts.reverts.isEmpty {
        for use in facts.implements where !commit.isMerge && !isReverted {
          let key = aliases[use.key] ?? use.key
          if wanted.remove(key) != nil { found[key] = commit.id }
        }
      }
      for claim in facts.reverts where claim.action == .revert && !isReverted {
        reverted.formUnion(claim.ids.map(\.digits))
        for key in claim.keys { wanted.remove(aliases[key] ?? key) }
      }
    }
    return found
  }

  /// Those of some tickets of which there is work among the ancestors that both sides have, whatever became of it.
  ///
  /// - Parameter starts: Where the sides part.
  /// - Complexity: One object read for each commit, ``reach`` at most; none for no tickets.
  func tickets(before starts: [ObjectID], among tickets: Set<TicketKey>) throws -> Set<TicketKey> {
    guard !tickets.isEmpty else { return [] }
    var found: Set<TicketKey> = []
    let numbers = Set(tickets.map(\.number) + aliases.filter { tickets.contains($0.value) }.keys.map(\.number))
    var earlier = try EarlierCommits(repository, from: starts, reach: Self.reach)
    while found.count < tickets.count, let commit = try earlier.next() {
      guard reader.mayTell(of: numbers, in: commit.message) else { continue }
      let keys = reader.facts(of: commit).implements.map { aliases[$0.key] ?? $0.key }
      found.formUnion(keys.lazy.filter(tickets.contains))
    }
    return found
  }
}
