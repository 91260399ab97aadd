/// Gathers the pieces of a ``NetScope``.
struct ScopeBuilder {
  let draft: NetScope.Draft
  let commits: CommitList
  let resolution: RevertResolution
  private let inheritance: BranchInheritance
  let isOnBase: Set<CommitPosition>
  /// By position, what does the same on the base.
  private let counterparts: [CommitPosition: ObjectID]
  let knownAncestors: KnownAncestors
  private let revertAt: [CommitPosition: RevertResolution.Resolved]
  private(set) var keys: ScopeKeys
  private var merged: MergedCommits
  lazy var mergedOnBase = MergedCommits(draft.baseGraph)

  struct Work: Sendable {
    let position: CommitPosition
    /// The merge that gave the ticket.
    let merge: CommitPosition?
    let place: KeyPlace
  }
  var work = WorkTable<Work>()
  var mergeWork = WorkTable<Work>()
  var mentions = WorkTable<CommitPosition>()
  /// By ticket, the positions of the reverts that take older work of it out.
  var removedBy: [Int: [CommitPosition]] = [:]
  /// By ticket, the positions of the reverts that name it and were not resolved.
  var doubtedBy: [Int: [CommitPosition]] = [:]
  /// By ticket, the work that both sides have and that reverts of the range are about.
  var older: [Int: [OlderWork]] = [:]

  init(_ draft: NetScope.Draft) {
    self.draft = draft
    commits = draft.range.commits
    resolution = draft.reverts
    merged = draft.merged
    keys = ScopeKeys(commits, notes: draft.notes, aliases: draft.aliases, untold: draft.range.bringing)
    // What does work again of a ticket that it names is work of that one alone.
    let redone = resolution.redone.filter { [commits] position, known in
      !known.isEmpty || commits.reverts(position).contains { !$0.keys.isEmpty }
    }.keys
    inheritance = BranchInheritance(
      draft.graph, keys: keys, reverts: resolution.idle.union(resolution.reverts.map(\.revert)).union(redone),
      merged: &merged)
    counterparts = Dictionary(
      draft.comparison.matches.compactMap { [commits] match in
        commits.position(of: match.commit).map { ($0, match.counterpart) }
      }
    ) { first, _ in first }
    isOnBase = Set(counterparts.keys)
    knownAncestors = KnownAncestors(draft.graph)
    revertAt = Dictionary(resolution.reverts.map { ($0.revert, $0) }) { first, _ in first }
  }

  private func inherited(_ position: CommitPosition) -> [Int] { inheritance.merge(for: position).map(keys.keys) ?? [] }

  func keys(at position: CommitPosition) -> [Int] { keys.keys(position) + inherited(position) }

  private func hasKeys(_ position: CommitPosition) -> Bool {
    keys.hasUses(position) || inheritance.merge(for: position) != nil
  }

  mutating func addWork() {
    let about = ticketsOfReverts()
    for position in commits.indices where !isEmptyRevert(position) && !bringsOnlyReverts(position) {
      let undone = takenBack(by: position, about: about).union(missing(inCopy: position))
      let isMerge = commits.isMerge(position)
      keys.forEachUse(position) { use in
        guard !undone.contains(use.key) else { return }
        let work = Work(position: position, merge: nil, place: use.place)
        if isMerge { mergeWork.add(work, to: use.key) } else { self.work.add(work, to: use.key) }
      }
      guard let merge = inheritance.merge(for: position) else { continue }
      for key in keys.keys(merge) {
        work.add(Work(position: position, merge: merge, place: .mergeBranch), to: key)
      }
    }
    for position in resolution.redone.keys.sorted() {
      for key in Set(redoneKeys(position)).sorted() { addWork(position, key) }
    }
  }

  /// The tickets that a copy of a merge of the base names without work of them: the merge brought it and what takes it
  /// back.
  private func missing(inCopy position: CommitPosition) -> Set<Int> {
    var missing: Set<Int> = []
    for origin in commits.pickedFrom(position) {
      for place in draft.baseGraph.positions(withPrefix: origin.digits) where draft.range.baseOnly.isMerge(place) {
        missing.formUnion(draft.ticketsWithoutWork(inMerge: place).compactMap(keys.known))
      }
    }
    return missing
  }

  /// Whether a commit that says to take something back changes nothing: its ticket is that of what it names.
  private func isEmptyRevert(_ position: CommitPosition) -> Bool {
    resolution.idle.contains(position) && commits.reverts(position).contains { $0.source == .subject }
  }

  mutating func addWork(_ position: CommitPosition, _ key: Int) {
    guard !keys.keys(position).contains(key) else { return }
    work.add(Work(position: position, merge: nil, place: .subject), to: key)
  }

  /// By revert, the tickets that it is about. What a revert of a revert is about is what that was about.
  private mutating func ticketsOfReverts() -> [CommitPosition: Set<Int>] {
    var tickets: [CommitPosition: Set<Int>] = [:]
    // The oldest is first.
    for revert in resolution.reverts {
      var keys = Set(revert.outside.flatMap { named(by: $0) })
      for target in revert.targets {
        keys.formUnion(self.keys(at: target) + redoneKeys(target))
        keys.formUnion(tickets[target] ?? [])
      }
      tickets[revert.revert] = keys
    }
    return tickets
  }

  /// The tickets whose work the commit takes back: naming them does not make it their work. What does other work
  /// besides names them where it takes back.
  private mutating func takenBack(by position: CommitPosition, about: [CommitPosition: Set<Int>]) -> Set<Int> {
    guard let tickets = about[position], let revert = revertAt[position], !isRestoring(revert) else { return [] }
    let opening = commits.reverts(position).flatMap(\.openedBy).map { presentKey($0) }
    guard revert.isOnlyRevert || !opening.isEmpty else { return [] }
    let keys = tickets.union(claimedKeys(position))
    return revert.isOnlyRevert ? keys : keys.intersection(opening)
  }

  /// The tickets that reverts are about which the base has, too.
  mutating func takenBackOnBoth() -> Set<TicketKey> {
    var found: Set<Int> = []
    for revert in resolution.reverts where isOnBase.contains(revert.revert) {
      found.formUnion(revert.targets.flatMap(keys(at:)) + revert.outside.flatMap { named(by: $0) })
    }
    return Set(found.map { keys.keys[$0] })
  }

  /// Whether the revert brings back what both sides took back.
  private func isRestoring(_ revert: RevertResolution.Resolved) -> Bool {
    revert.targets.isEmpty && !revert.outside.isEmpty && revert.outside.allSatisfy(\.takesBack)
  }

  mutating func claimedKeys(_ position: CommitPosition) -> [Int] {
    commits.reverts(position).flatMap(\.keys).map { presentKey($0) }
  }

  /// The tickets of older work that a commit does again.
  private mutating func redoneKeys(_ position: CommitPosition) -> [Int] {
    guard let known = resolution.redone[position] else { return [] }
    return claimedKeys(position) + known.flatMap { named(by: $0) }
  }

  mutating func presentKey(_ key: TicketKey) -> Int { keys.number(of: draft.aliases[key] ?? key) }

  mutating func named(by known: ScopeAnswers.Known) -> [Int] {
    let keys = known.facts.implements.map(\.key) + known.facts.reverts.flatMap(\.keys) + known.keysOfTargets
    return keys.map { presentKey($0) }
  }

  mutating func addMentions() {
    for position in commits.indices {
      keys.forEachMention(position) { mentions.add(position, to: $0) }
    }
  }

  /// The commits that a merge brought, without merges.
  private mutating func brought(by merge: CommitPosition) -> [CommitPosition] {
    merged.brought(by: merge).filter { !commits.isMerge($0) }
  }

  /// Whether a commit is the merge of a branch that only takes work back, whose name says what it takes back.
  private mutating func bringsOnlyReverts(_ position: CommitPosition) -> Bool {
    guard !revertAt.isEmpty, commits.isMerge(position) else { return false }
    let brought = brought(by: position)
    return !brought.isEmpty && brought.allSatisfy { revertAt[$0] != nil }
  }

  /// The merges with a ticket that brought what the base has, too.
  mutating func mergesFromBase() -> Set<ObjectID> {
    var fromBase: Set<ObjectID> = []
    guard draft.isMergedBack else { return [] }
    for position in commits.indices where commits.isMerge(position) && keys.hasUses(position) {
      guard !draft.graph.parentsFromElsewhere(of: position, bringing: brought(by: position)).isEmpty else { continue }
      fromBase.insert(commits.id(position))
    }
    return fromBase
  }

  /// The copies of merges of the base that name several tickets, with those merges.
  func copiesOfMerges() -> [ObjectID: ObjectID] {
    let baseOnly = draft.range.baseOnly
    let merges = baseOnly.indices.filter(baseOnly.isMerge)
    guard !merges.isEmpty else { return [:] }
    var found: [ObjectID: ObjectID] = [:]
    for position in commits.indices where !commits.isMerge(position) && keys.keys(position).count > 1 {
      let named = commits.pickedFrom(position).flatMap { draft.baseGraph.positions(withPrefix: $0.digits) }
      let copied = merges.first { named.contains($0) } ?? merges.first { isSameAuthorship(position, $0) }
      if let copied { found[commits.id(position)] = baseOnly.id(copied) }
    }
    return found
  }

  private func isSameAuthorship(_ position: CommitPosition, _ place: CommitPosition) -> Bool {
    let baseOnly = draft.range.baseOnly
    return commits.authored(position) == baseOnly.authored(place) && commits.author(position) == baseOnly.author(place)
      && commits.subject(position) == baseOnly.subject(place)
  }

  /// What those of some commits that are merges with a ticket brought of the range.
  mutating func brought(by merges: Set<ObjectID>) -> [ObjectID: [NetScope.Brought]] {
    var found: [ObjectID: [NetScope.Brought]] = [:]
    for id in merges {
      guard let position = commits.position(of: id), commits.isMerge(position) else { continue }
      found[id] = brought(by: position).map { .init(commits.id($0), commits.facts($0)) }
    }
    return found
  }

  mutating func state(at position: CommitPosition) -> EvidenceState {
    if commits.isMerge(position) {
      let states = Set(brought(by: position).map { stateOfOne($0) })
      if states == [.undone] { return .undone }
      if states == [.onBase] { return .onBase }
    }
    return stateOfOne(position)
  }

  /// What became of a commit itself, whatever it merged.
  private func stateOfOne(_ position: CommitPosition) -> EvidenceState {
    if resolution.isUndone[position] { return .undone }
    return isOnBase.contains(position) ? .onBase : .inEffect
  }

  /// What does the same on the base; `nil` where nothing does, or where the release has that, too.
  func counterpart(of position: CommitPosition) -> CommitPosition? {
    counterparts[position].flatMap(draft.range.baseOnly.position(of:))
  }

  mutating func withoutTicket() -> [ObjectID] {
    var found: [ObjectID] = []
    for position in commits.indices {
      guard !commits.isMerge(position), !hasKeys(position), stateOfOne(position) == .inEffect else { continue }
      if !redoneKeys(position).isEmpty { continue }
      if let revert = revertAt[position], isTracked(revert) { continue }
      found.append(commits.id(position))
    }
    return found
  }

  private func isTracked(_ revert: RevertResolution.Resolved) -> Bool {
    if revert.outside.isEmpty, revert.unresolved.isEmpty { return true }
    return !keys.mentions(revert.revert).isEmpty || commits.reverts(revert.revert).contains { !$0.keys.isEmpty }
      || revert.targets.contains(where: hasKeys)
      || revert.outside.contains { known in
        !known.facts.implements.isEmpty || known.facts.reverts.contains { !$0.keys.isEmpty }
      }
  }

  func revertReports() -> [RevertReport] {
    resolution.reverts.reversed().map { revert in
      RevertReport(
        commit: commits.id(revert.revert), undoes: revert.targets.map(commits.id),
        undoesInPart: Set(revert.parts.keys).union(revert.listed.keys).sorted().map(commits.id),
        restores: revert.restored.map(commits.id), outside: revert.outside.map(\.id), unresolved: revert.unresolved,
        by: revert.by, isInEffect: !resolution.isUndone[revert.revert])
    }
  }
}
