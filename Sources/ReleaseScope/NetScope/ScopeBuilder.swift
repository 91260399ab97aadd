/// Gathers the pieces of a ``NetScope``.
struct ScopeBuilder {
  private let input: NetScope.Input
  private let commits: CommitList
  private let inheritance: BranchInheritance
  private let resolution: RevertResolution
  let comparison: BaseComparison
  private let isOnBase: Set<Int>
  private let revertAt: [Int: RevertResolution.Resolved]
  private let outside: [ObjectID: MessageFacts]
  private var keys: ScopeKeys
  private var merged: MergedCommits

  private struct Work: Sendable {
    let position: Int32
    /// The position of the merge that gave the ticket, or ``EvidenceTable/Row/noMerge``.
    let merge: Int32
    let place: KeyPlace
  }
  private var work = WorkTable<Work>()
  private var mergeWork = WorkTable<Work>()
  private var mentions = WorkTable<Int32>()
  private var removedBy: [Int: [Int]] = [:]

  init(_ input: NetScope.Input) {
    self.input = input
    commits = input.range.commits
    keys = ScopeKeys(commits, notes: input.notes, aliases: input.aliases, untold: input.range.bringing)
    let graph = RangeGraph(commits)
    merged = MergedCommits(graph)
    inheritance = BranchInheritance(graph, keys: keys, merged: &merged)
    resolution = RevertResolution(
      graph, merged: &merged, outside: input.outside.mapValues(\.id), samePatch: input.samePatchAsReverted)
    comparison = BaseComparison(input.range, samePatch: input.samePatchOnBase)
    isOnBase = Set(comparison.matches.compactMap { [commits] in commits.position(of: $0.commit) })
    revertAt = Dictionary(resolution.reverts.map { ($0.revert, $0) }) { first, _ in first }
    outside = Dictionary(input.outside.values.map { ($0.id, $0.facts) }) { first, _ in first }
  }

  private func inherited(_ position: Int) -> [Int] { inheritance.merge(for: position).map(keys.keys) ?? [] }

  private func keys(at position: Int) -> [Int] { keys.keys(position) + inherited(position) }

  private func hasKeys(_ position: Int) -> Bool {
    keys.hasUses(position) || inheritance.merge(for: position) != nil
  }

  mutating func addWork() {
    for position in commits.indices where !bringsOnlyReverts(position) {
      let undone = takenBack(by: position)
      let isMerge = commits.isMerge(position)
      keys.forEachUse(position) { use in
        guard !undone.contains(use.key) else { return }
        let work = Work(position: Int32(position), merge: EvidenceTable.Row.noMerge, place: use.place)
        if isMerge { mergeWork.add(work, to: use.key) } else { self.work.add(work, to: use.key) }
      }
      guard let merge = inheritance.merge(for: position) else { continue }
      for key in keys.keys(merge) {
        work.add(Work(position: Int32(position), merge: Int32(merge), place: .mergeBranch), to: key)
      }
    }
  }

  /// The tickets whose work the commit takes back: naming them does not make it their work.
  private mutating func takenBack(by position: Int) -> Set<Int> {
    guard !revertAt.isEmpty, let revert = revertAt[position], let claim = commits.revert(position),
      !isReapplication(revert, claim)
    else { return [] }
    return Set(quotedKeys(claim) + revert.targets.flatMap(keys(at:)) + outsideKeys(revert))
  }

  private mutating func quotedKeys(_ claim: RevertClaim) -> [Int] { claim.quotedKeys.map { presentKey($0) } }

  private mutating func presentKey(_ key: TicketKey) -> Int { keys.number(of: input.aliases[key] ?? key) }

  /// Whether the revert brings back something outside of the range, by undoing a revert of it.
  private func isReapplication(_ revert: RevertResolution.Resolved, _ claim: RevertClaim) -> Bool {
    guard revert.targets.isEmpty else { return false }
    let reverted = revert.outside.compactMap { outside[$0] }
    let depth = reverted.first.map { ($0.reverts.first?.depth ?? 0) + 1 } ?? claim.depth
    return depth.isMultiple(of: 2)
  }

  private mutating func outsideKeys(_ revert: RevertResolution.Resolved) -> [Int] {
    revert.outside.flatMap { id -> [Int] in
      guard let facts = outside[id] else { return [] }
      return (facts.implements.map(\.key) + facts.reverts.flatMap(\.keys)).map { presentKey($0) }
    }
  }

  mutating func addReverts() {
    for revert in resolution.reverts where !(revert.outside.isEmpty && revert.unresolved.isEmpty) {
      guard let claim = commits.revert(revert.revert), !resolution.isUndone[revert.revert] else { continue }
      let inRange = Set(revert.targets.flatMap(keys(at:)))
      let named = Set(outsideKeys(revert) + quotedKeys(claim)).subtracting(inRange)
      for key in named {
        if isReapplication(revert, claim) {
          work.add(Work(position: Int32(revert.revert), merge: EvidenceTable.Row.noMerge, place: .subject), to: key)
        } else {
          removedBy[key, default: []].append(revert.revert)
        }
      }
    }
  }

  mutating func addMentions() {
    for position in commits.indices {
      keys.forEachMention(position) { mentions.add(Int32(position), to: $0) }
    }
  }

  /// What became of each ticket. Takes the work that was added with it.
  mutating func states() -> [TicketKey: NetScope.TicketScope] {
    let count = keys.keys.count
    let (work, mergeWork) = (self.work.byTicket(count), self.mergeWork.byTicket(count))
    let mentions = mentions.byTicket(count)
    (self.work, self.mergeWork, self.mentions) = (WorkTable(), WorkTable(), WorkTable())
    var rows: [EvidenceTable.Row] = []
    rows.reserveCapacity(work.count)
    var ends: [Int32] = []
    ends.reserveCapacity(count)
    for number in 0..<count {
      let own = work[number]
      for work in (own.isEmpty ? mergeWork[number] : own).sorted(by: { $0.position < $1.position }) {
        rows.append(
          .init(
            position: work.position, merge: work.merge, place: work.place, state: state(at: Int(work.position))))
      }
      ends.append(Int32(rows.count))
    }
    let table = EvidenceTable(commits, rows)
    var tickets: [TicketKey: NetScope.TicketScope] = [:]
    tickets.reserveCapacity(count)
    for number in 0..<count {
      var ticket = NetScope.TicketScope(key: keys.keys[number], state: .mentioned)
      ticket.evidence = EvidenceList(table, rows: (number == 0 ? 0 : ends[number - 1])..<ends[number])
      ticket.mentions = mentions[number].map { commits.id(Int($0)) }
      ticket.removedBy = (removedBy[number] ?? []).sorted().map(commits.id)
      guard !ticket.evidence.isEmpty || !ticket.mentions.isEmpty || !ticket.removedBy.isEmpty else { continue }
      ticket.state = Self.state(of: ticket)
      tickets[ticket.key] = ticket
    }
    return tickets
  }

  private static func state(of ticket: NetScope.TicketScope) -> TicketState {
    if ticket.evidence.isEmpty { return ticket.removedBy.isEmpty ? .mentioned : .removed }
    let standing = ticket.evidence.count { $0.state != .undone }
    if standing == 0 { return .reverted }
    if ticket.evidence.allSatisfy({ $0.state != .inEffect }) { return .alreadyOnBase }
    return standing < ticket.evidence.count ? .partlyReverted : .delivered
  }

  /// The commits that a merge brought, without merges.
  private mutating func brought(by merge: Int) -> [Int] {
    merged.brought(by: merge).filter { !commits.isMerge($0) }
  }

  /// Whether a commit is the merge of a branch that only takes work back, whose name says what it takes back.
  private mutating func bringsOnlyReverts(_ position: Int) -> Bool {
    guard !revertAt.isEmpty, commits.isMerge(position) else { return false }
    let brought = brought(by: position)
    return !brought.isEmpty && brought.allSatisfy { revertAt[$0] != nil }
  }

  private mutating func state(at position: Int) -> EvidenceState {
    if resolution.isUndone[position] { return .undone }
    if commits.isMerge(position) {
      let states = Set(brought(by: position).map { stateOfOne($0) })
      if states == [.undone] { return .undone }
      if states == [.onBase] { return .onBase }
    }
    return stateOfOne(position)
  }

  /// What became of a commit itself, whatever it merged.
  private func stateOfOne(_ position: Int) -> EvidenceState {
    if resolution.isUndone[position] { return .undone }
    return isOnBase.contains(position) ? .onBase : .inEffect
  }

  func withoutTicket() -> [ObjectID] {
    commits.indices
      .filter { position in
        guard !commits.isMerge(position), !hasKeys(position), stateOfOne(position) == .inEffect else { return false }
        return revertAt[position].map { !isTracked($0) } ?? true
      }
      .map(commits.id)
  }

  private func isTracked(_ revert: RevertResolution.Resolved) -> Bool {
    if revert.outside.isEmpty, revert.unresolved.isEmpty { return true }
    return !keys.mentions(revert.revert).isEmpty || commits.revert(revert.revert)?.quotedKeys.isEmpty == false
      || revert.targets.contains(where: hasKeys)
      || revert.outside.contains { id in
        outside[id].map { !$0.implements.isEmpty || $0.reverts.contains { !$0.keys.isEmpty } } ?? false
      }
  }

  func revertReports() -> [RevertReport] {
    resolution.reverts.reversed().map { revert in
      RevertReport(
        commit: commits.id(revert.revert), undoes: revert.targets.map(commits.id), outside: revert.outside,
        unresolved: revert.unresolved, by: revert.by, isInEffect: !resolution.isUndone[revert.revert])
    }
  }

  func otherKeys() -> [OtherKey] {
    var found: [TicketKey: [ObjectID]] = [:]
    for position in commits.indices {
      for key in commits.otherKeys(position) { found[key, default: []].append(commits.id(position)) }
    }
    return found.sorted { $0.key < $1.key }.map { OtherKey(key: $0.key, commits: $0.value) }
  }

  func nearMisses() -> [(commit: ObjectID, miss: NearMiss)] {
    commits.indices.flatMap { position in commits.nearMisses(position).map { (commits.id(position), $0) } }
  }
}
