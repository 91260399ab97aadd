/// Gathers the pieces of a ``NetScope``.
struct ScopeBuilder {
  private let input: NetScope.Input
  private let commits: [Commit]
  private let graph: RangeGraph
  private let facts: [MessageFacts]
  private let inherited: [Int: BranchInheritance.Inherited]
  private let resolution: RevertResolution
  let comparison: BaseComparison
  private let isOnBase: Set<ObjectID>
  private let revertAt: [Int: RevertResolution.Resolved]

  private struct Work {
    let position: Int
    let place: KeyPlace
    let via: ObjectID?
  }
  private var work: [TicketKey: [Work]] = [:]
  private var mergeWork: [TicketKey: [Work]] = [:]
  private var removedBy: [TicketKey: [Int]] = [:]
  private var mentions: [TicketKey: [Int]] = [:]

  init(_ input: NetScope.Input) {
    self.input = input
    commits = input.range.commits
    let notes = input.notes
    facts = zip(commits, input.facts).map { commit, facts in
      Self.canonical(facts, adding: notes[commit.id] ?? [], aliases: input.aliases)
    }
    graph = RangeGraph(commits)
    inherited = BranchInheritance.resolve(graph, facts: facts)
    resolution = RevertResolution(
      graph, facts: facts, outside: input.outside.mapValues(\.id), samePatch: input.samePatchAsReverted)
    comparison = BaseComparison(
      input.range, facts: facts, baseFacts: input.baseFacts, samePatch: input.samePatchOnBase)
    isOnBase = Set(comparison.matches.map(\.commit))
    revertAt = Dictionary(resolution.reverts.map { ($0.revert, $0) }) { first, _ in first }
  }

  private static func canonical(
    _ facts: MessageFacts, adding notes: [MessageFacts.KeyUse], aliases: [TicketKey: TicketKey]
  ) -> MessageFacts {
    guard !notes.isEmpty || !aliases.isEmpty else { return facts }
    var facts = facts
    var seen: Set<TicketKey> = []
    facts.implements = (facts.implements + notes)
      .map { .init(key: aliases[$0.key] ?? $0.key, place: $0.place) }
      .filter { seen.insert($0.key).inserted }
    facts.mentions = facts.mentions.map { aliases[$0] ?? $0 }.filter { !seen.contains($0) }
    if let quoted = facts.revert?.quotedKeys { facts.revert?.quotedKeys = quoted.map { aliases[$0] ?? $0 } }
    return facts
  }

  private func keys(at position: Int) -> [TicketKey] {
    facts[position].implements.map(\.key) + (inherited[position]?.keys ?? [])
  }

  mutating func addWork() {
    for position in commits.indices where !bringsOnlyReverts(position) {
      let undone = takenBack(by: position)
      for use in facts[position].implements where !undone.contains(use.key) {
        let work = Work(position: position, place: use.place, via: nil)
        if commits[position].isMerge {
          mergeWork[use.key, default: []].append(work)
        } else {
          self.work[use.key, default: []].append(work)
        }
      }
      guard let inherited = inherited[position] else { continue }
      for key in inherited.keys {
        work[key, default: []].append(
          Work(position: position, place: .mergeBranch, via: commits[inherited.merge].id))
      }
    }
  }

  /// The tickets whose work the commit takes back: naming them does not make it their work.
  private func takenBack(by position: Int) -> Set<TicketKey> {
    guard let revert = revertAt[position], let claim = facts[position].revert, !isReapplication(revert, claim)
    else { return [] }
    return Set(claim.quotedKeys + revert.targets.flatMap(keys(at:)) + outsideKeys(revert))
  }

  /// Whether the revert brings back something outside of the range, by undoing a revert of it.
  private func isReapplication(_ revert: RevertResolution.Resolved, _ claim: RevertClaim) -> Bool {
    guard revert.targets.isEmpty else { return false }
    let outside = revert.outside.compactMap { id in input.outside.values.first { $0.id == id } }
    let depth = outside.first.map { ($0.facts.revert?.depth ?? 0) + 1 } ?? claim.depth
    return depth.isMultiple(of: 2)
  }

  private func outsideKeys(_ revert: RevertResolution.Resolved) -> [TicketKey] {
    revert.outside.flatMap { id -> [TicketKey] in
      guard let facts = input.outside.values.first(where: { $0.id == id })?.facts else { return [] }
      let keys = facts.implements.map(\.key) + (facts.revert?.quotedKeys ?? [])
      return keys.map { input.aliases[$0] ?? $0 }
    }
  }

  mutating func addReverts() {
    for revert in resolution.reverts where !(revert.outside.isEmpty && revert.unresolved.isEmpty) {
      guard let claim = facts[revert.revert].revert, !resolution.isUndone[revert.revert] else { continue }
      let inRange = Set(revert.targets.flatMap(keys(at:)))
      let named = Set(outsideKeys(revert) + claim.quotedKeys).subtracting(inRange)
      for key in named {
        if isReapplication(revert, claim) {
          work[key, default: []].append(Work(position: revert.revert, place: .subject, via: nil))
        } else {
          removedBy[key, default: []].append(revert.revert)
        }
      }
    }
  }

  mutating func addMentions() {
    for (position, facts) in facts.enumerated() {
      for key in facts.mentions { mentions[key, default: []].append(position) }
    }
  }

  func states() -> [TicketKey: NetScope.TicketScope] {
    var tickets: [TicketKey: NetScope.TicketScope] = [:]
    for key in Set(work.keys).union(mergeWork.keys).union(removedBy.keys).union(mentions.keys) {
      var ticket = NetScope.TicketScope(key: key, state: .mentioned)
      let work = (self.work[key] ?? mergeWork[key] ?? []).sorted { $0.position < $1.position }
      ticket.evidence = work.map {
        Evidence(commit: commits[$0.position].id, place: $0.place, state: state(at: $0.position), via: $0.via)
      }
      ticket.mentions = (mentions[key] ?? []).map { commits[$0].id }
      ticket.removedBy = (removedBy[key] ?? []).sorted().map { commits[$0].id }
      ticket.state = Self.state(of: ticket)
      tickets[key] = ticket
    }
    return tickets
  }

  private static func state(of ticket: NetScope.TicketScope) -> TicketState {
    if ticket.evidence.isEmpty { return ticket.removedBy.isEmpty ? .mentioned : .removed }
    let standing = ticket.evidence.filter { $0.state != .undone }
    if standing.isEmpty { return .reverted }
    if standing.allSatisfy({ $0.state == .onBase }) { return .alreadyOnBase }
    return standing.count < ticket.evidence.count ? .partlyReverted : .delivered
  }

  /// The commits that a merge brought, without merges.
  private func brought(by merge: Int) -> [Int] { graph.brought(by: merge).filter { !commits[$0].isMerge } }

  /// Whether a commit is the merge of a branch that only takes work back, whose name says what it takes back.
  private func bringsOnlyReverts(_ position: Int) -> Bool {
    guard commits[position].isMerge else { return false }
    let brought = brought(by: position)
    return !brought.isEmpty && brought.allSatisfy { revertAt[$0] != nil }
  }

  private func state(at position: Int) -> EvidenceState {
    if resolution.isUndone[position] { return .undone }
    if commits[position].isMerge {
      let states = Set(brought(by: position).map(state(at:)))
      if states == [.undone] { return .undone }
      if states == [.onBase] { return .onBase }
    }
    return isOnBase.contains(commits[position].id) ? .onBase : .inEffect
  }

  func withoutTicket() -> [ObjectID] {
    commits.indices
      .filter { position in
        guard !commits[position].isMerge, keys(at: position).isEmpty, state(at: position) == .inEffect
        else { return false }
        return revertAt[position].map { !isTracked($0) } ?? true
      }
      .map { commits[$0].id }
  }

  private func isTracked(_ revert: RevertResolution.Resolved) -> Bool {
    if revert.outside.isEmpty, revert.unresolved.isEmpty { return true }
    let facts = facts[revert.revert]
    return !facts.mentions.isEmpty || facts.revert?.quotedKeys.isEmpty == false
      || revert.targets.contains { !keys(at: $0).isEmpty } || !outsideKeys(revert).isEmpty
  }

  func revertReports() -> [RevertReport] {
    resolution.reverts.reversed().map { revert in
      RevertReport(
        commit: commits[revert.revert].id, undoes: revert.targets.map { commits[$0].id }, outside: revert.outside,
        unresolved: revert.unresolved, by: revert.by, isInEffect: !resolution.isUndone[revert.revert])
    }
  }

  func otherKeys() -> [OtherKey] {
    var found: [TicketKey: [ObjectID]] = [:]
    for (commit, facts) in zip(commits, facts) {
      for key in facts.others { found[key, default: []].append(commit.id) }
    }
    return found.sorted { $0.key < $1.key }.map { OtherKey(key: $0.key, commits: $0.value) }
  }
}
