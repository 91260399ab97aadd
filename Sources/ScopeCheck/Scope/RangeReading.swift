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

  /// - Parameter tips: `nil` where the two sides have no one tip each.
  mutating func scope(
    _ range: CommitRange, tips: (release: ObjectID, base: ObjectID)?, aliases: [TicketKey: TicketKey]
  ) throws -> NetScope {
    var draft = NetScope.Draft(range)
    draft.aliases = aliases
    for reference in try repository.references(to: .tickets) {
      let notes = try repository.notes(under: reference.text, upTo: MessageReader.longest) { range.commits.map(\.id) }
      note(tooLong: notes.tooLong, under: reference.text)
      draft.notes.merge(notes.texts.mapValues(reader.keys(inNote:))) { here, theirs in
        here + theirs.filter { !here.contains($0) }
      }
    }
    while let questions = draft.questions { draft.answer(try answers(to: questions, range)) }
    var scope = NetScope(draft)
    if let tips {
      let bases = range.mergeBases.map(\.id)
      let dropped = try droppedWork(in: scope)
      try settle(
        &scope, at: .init(release: tips.release, base: tips.base, mergeBases: bases, origin: try origin(of: bases)),
        aliases)
      for (ticket, work) in dropped { scope.dropWork(work, of: ticket) }
      try settleReverted(&scope, in: tips.release, since: bases)
    }
    return try settled(scope)
  }

  private mutating func note(tooLong commits: [ObjectID], under reference: String) {
    guard let commit = commits.first else { return }
    unseen.add(
      .longMessage,
      "the note on commit \(commit.abbreviated) has more than \(MessageReader.longest) bytes: it was not read",
      help: "read it: git notes --ref=\(ShellWord.quoted(reference)) show \(commit.abbreviated); then shorten it")
  }

  /// Where several merge bases come from, one after the other.
  private func origin(of bases: [ObjectID]) throws -> ObjectID? {
    var origins: Set<ObjectID> = []
    for (place, base) in bases.enumerated().dropFirst() {
      origins.formUnion(
        try repository.history(base: base, releases: Array(bases[..<place])).range().mergeBases.map(\.id))
    }
    return origins.count == 1 ? origins.first : nil
  }

  /// Lets the files decide where messages leave a doubt.
  private mutating func settle(
    _ scope: inout NetScope, at tips: NetScope.Tips, _ aliases: [TicketKey: TicketKey]
  ) throws {
    var brought: [ObjectID: [ScopeAnswers.Known]] = [:]
    for (evidence, merge) in scope.openMerges { brought[evidence] = try self.brought(by: merge) }
    let doubtful = scope.doubtful(brought).sorted()
    guard !doubtful.isEmpty else { return }
    var remains: [ScopeAnswers.CommitInTree: [Remains?]] = [:]
    try read(doubtful, at: tips.all, into: &remains)
    // Where nothing of some work is there, its copy may have been fitted in, or is gone as well.
    let missing = doubtful.filter { remains[.init(of: $0, in: tips.base)].flatMap(Remains.whole) == Remains.none }
    try read(scope.counterparts(of: Set(missing)).subtracting(doubtful).sorted(), at: [tips.base], into: &remains)
    let alike = try repository.unchanged(doubtful, between: tips.release, and: tips.base)
    var overwritten: [ObjectID: Set<ObjectID>] = [:]
    if remains.values.contains(where: { Remains.whole($0) == .replaced }) {
      let reverts = scope.reverts(of: Set(doubtful)).sorted()
      let replaced = doubtful.filter { remains[.init(of: $0, in: tips.base)].flatMap(Remains.whole) == .replaced }
      let others = scope.mayGoOn(from: Set(replaced)).subtracting(doubtful + reverts).sorted()
      try read(reverts, at: tips.all, into: &remains)
      try read(others, at: [tips.base], into: &remains)
      overwritten = try repository.overwritten(by: doubtful + reverts + others, removers: scope.removers)
    }
    let told = scope
    scope.settle(remains, alike: alike, overwritten: overwritten, at: tips)
    let older = doubtful.filter { commit in
      tips.mergeBases.allSatisfy { remains[.init(of: commit, in: $0)].flatMap(Remains.whole) == .all }
    }
    let resting = scope.restingOnOlderWork(since: told, allOf: Set(older))
    let new = try resting.subtracting(ticketsBefore(tips.mergeBases, among: resting, aliases))
    guard !new.isEmpty else { return }
    scope = told
    scope.settle(remains, alike: alike, overwritten: overwritten, at: tips, new: new)
  }

  /// Those of some tickets of which there is work among the ancestors that both sides have.
  private func ticketsBefore(
    _ starts: [ObjectID], among tickets: Set<TicketKey>, _ aliases: [TicketKey: TicketKey]
  ) throws -> Set<TicketKey> {
    try EarlierWork(repository: repository, reader: reader, aliases: aliases).tickets(before: starts, among: tickets)
  }

  /// Reads what is left of some commits at the tips.
  private mutating func read(
    _ commits: [ObjectID], at tips: Set<ObjectID>, into remains: inout [ScopeAnswers.CommitInTree: [Remains?]]
  ) throws {
    guard !commits.isEmpty else { return }
    for tip in tips {
      guard let tree = try repository.commit(tip)?.tree else { continue }
      let answer = try repository.remainsByPath(of: commits, in: tree)
      note(unreadable: answer.unreadable)
      for (id, left) in answer.remains { remains[.init(of: id, in: tip)] = left }
    }
  }

  /// The work of tickets that have removed themselves what they had brought.
  private mutating func droppedWork(in scope: NetScope) throws -> [(ticket: TicketKey, work: [ObjectID])] {
    let repository = repository
    var dropped: [(ticket: TicketKey, work: [ObjectID])] = []
    for open in scope.mayBeDropped where try unseen.attempt({ try repository.cancelOut(open.work) }) == true {
      dropped.append(open)
    }
    return dropped
  }

  /// Looks whether reverts leave something of what they take back, that was not there before the range.
  private mutating func settleReverted(_ scope: inout NetScope, in tip: ObjectID, since bases: [ObjectID]) throws {
    var left: Set<ObjectID> = []
    let repository = repository
    for (commit, revert) in scope.reverted {
      let isLeft = try unseen.attempt {
        guard try repository.isLeft(of: commit, by: revert, in: tip) else { return false }
        return try bases.isEmpty || !bases.allSatisfy { try repository.isLeft(of: commit, by: revert, in: $0) }
      }
      if isLeft == true { left.insert(commit) }
    }
    scope.settle(leftInPart: left)
  }

  /// Reads the paths of what is left of tickets that are partly reverted: a line in the change log is no work.
  private mutating func settled(_ scope: NetScope) throws -> NetScope {
    var scope = scope
    var paths: [ObjectID: [String]] = [:]
    for id in scope.leftovers { paths[id] = try changedPaths(id) }
    scope.settle(paths)
    return scope
  }

  /// The commit that an id names, if both sides have it, or came to the base by others.
  func common(withPrefix prefix: String) throws -> ObjectID? {
    if let common = try history.common(withPrefix: prefix) { return common }
    guard let others, !others.isEmpty else { return nil }
    let id = try ObjectID(prefix) ?? repository.commit(withPrefix: prefix)?.id
    return id.flatMap { others.contains($0) ? $0 : nil }
  }

  mutating func note(unreadable: [ObjectID]) { unseen.add(objects: unreadable) }

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

  /// Notes what another look could not see.
  mutating func add(_ other: UnseenParts) { unseen.add(other) }

  /// Notes commits for which an object is not here.
  mutating func add(unreadable commits: [ObjectID]) { unseen.add(objects: commits) }

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
      guard !documents.isEmpty else { return true }
      let repository = repository
      return try unseen.attempt { try repository.changesOnly(documents, in: id) } != true
    }
  }
}
