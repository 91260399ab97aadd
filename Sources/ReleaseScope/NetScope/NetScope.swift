/// What a range brings in the end, by ticket.
package struct NetScope: Sendable {
  package struct TicketScope: Sendable {
    package let key: TicketKey
    package var state: TicketState
    /// The ticket's work, newest first.
    package var evidence: EvidenceList = []
    package var mentions: [ObjectID] = []
    /// The reverts in effect that take older work of the ticket out.
    package var removedBy: [ObjectID] = []
    /// The reverts in effect that name the ticket, and of which nobody can tell what they take back.
    package var doubtedBy: [ObjectID] = []
    /// Its work of which a part is undone that is work for others.
    package var lackingOthers: Set<ObjectID> = []
    /// What both sides have of it and reverts of the range are about.
    var older: [OlderWork] = []
    /// The work that was taken back and done again, with the commits that did so if the revert may have come after
    /// them: then the files tell.
    var doneAgain: [ObjectID: Set<ObjectID>] = [:]
    /// The work that was taken back and of which some files are left as it made them.
    var leftInPart: [ObjectID] = []
    /// The squashes of which some of the commits were taken back.
    var undoneInPart: Set<ObjectID> = []
    /// The commits of its evidence that say which commits they are made of: the base may have some of these.
    var squashes: Set<ObjectID> = []
    /// Whether work in effect came after all that took older work out.
    var isDoneAgain = false
    /// Whether the newest of its work in effect, of several, says to remove something.
    var endsInRemoval = false
  }

  /// Every ticket that the range names.
  package internal(set) var tickets: [TicketKey: TicketScope]
  /// Commits in effect without a ticket, newest first; exemptions are not taken off yet.
  package let withoutTicket: [ObjectID]
  package internal(set) var reverts: [RevertReport]
  package internal(set) var alreadyOnBase: [BaseMatch]
  /// See ``BaseComparison/lacking``.
  package let lackingFromBase: [ObjectID]
  package let otherKeys: [OtherKey]
  /// In the order of the range.
  package let nearMisses: [(commit: ObjectID, miss: NearMiss)]
  /// Whether one side was merged into the other: then a commit may be on the base as another that both sides have.
  let isMergedBack: Bool
  /// The tickets that the base's own reverts are about.
  let takenBackOnBase: Set<TicketKey>
  /// The tickets that the base's own reverts name, whether or not it was found what they take back, or are about.
  let namedByRevertsOnBase: Set<TicketKey>
  /// By ticket that commits of the base alone are for, too, those of them that take nothing back; merges left out.
  let workOnBase: [TicketKey: [ObjectID]]
  /// The commits that reverts of the range are about, whatever came of them.
  let touched: Set<ObjectID>
  /// The commits that take something back and do no work for the tickets that it is of.
  let onlyReverts: Set<ObjectID>
  /// Those of them that take no revert back.
  package let removers: Set<ObjectID>
  /// The tickets of which the files are asked.
  private(set) var inDoubt: [TicketKey] = []
  /// What the merges with a ticket in doubt brought, merges left out.
  var broughtBy: [ObjectID: [Brought]]
  /// Those that brought commits which the base has, too.
  let mergesFromBase: Set<ObjectID>
  /// The copies of merges of the base that name several tickets, with those merges: what they have of each ticket, what
  /// the merge brought tells.
  let copiesOfMerges: [ObjectID: ObjectID]

  /// - Parameter draft: Without questions.
  package init(_ draft: Draft) {
    var builder = ScopeBuilder(draft)
    builder.addWork()
    builder.addReverts()
    builder.addMentions()
    tickets = builder.states()
    withoutTicket = builder.withoutTicket()
    reverts = builder.revertReports()
    alreadyOnBase = draft.comparison.matches
    lackingFromBase = draft.comparison.lacking
    otherKeys = draft.range.commits.otherKeys
    nearMisses = draft.range.commits.nearMisses
    isMergedBack = draft.isMergedBack
    takenBackOnBase = draft.takenBackOnBase.union(builder.takenBackOnBoth())
    namedByRevertsOnBase = draft.range.baseOnly.namedByReverts(draft.aliases).union(draft.takenBackOnBase)
    workOnBase = draft.range.baseOnly.work(draft.aliases).filter { [tickets] key, _ in tickets[key] != nil }
    let touched = draft.reverts.reverts.flatMap { $0.targets + $0.restored + $0.parts.keys + $0.listed.keys }
    self.touched = Set(touched.map(draft.range.commits.id))
    let onlyReverts = draft.reverts.reverts.filter(\.isOnlyRevert)
    self.onlyReverts = Set(onlyReverts.map { draft.range.commits.id($0.revert) })
    let reverts = Set(draft.reverts.reverts.map(\.revert))
    removers = Set(
      onlyReverts.lazy.filter { revert in
        !revert.outside.contains(where: \.takesBack) && reverts.isDisjoint(with: revert.targets)
      }.map { draft.range.commits.id($0.revert) })
    mergesFromBase = builder.mergesFromBase()
    copiesOfMerges = builder.copiesOfMerges()
    broughtBy = [:]
    for ticket in tickets.values where isDoubtful(ticket) { inDoubt.append(ticket.key) }
    broughtBy = builder.brought(by: commitsInDoubt)
  }
}

extension CommitList {
  /// By ticket that commits are for, these without merges and without what takes something back.
  fileprivate func work(_ aliases: [TicketKey: TicketKey]) -> [TicketKey: [ObjectID]] {
    var work: [TicketKey: [ObjectID]] = [:]
    for position in indices {
      let isWork = !isMerge(position) && reverts(position).isEmpty
      kept(position) { columns, row in
        for use in columns.uses(row) where use.place != nil {
          let key = columns.keys[use.key]
          work[aliases[key] ?? key, default: []] += isWork ? [id(position)] : []
        }
      }
    }
    return work
  }

  /// The tickets that commits which take something back name.
  fileprivate func namedByReverts(_ aliases: [TicketKey: TicketKey]) -> Set<TicketKey> {
    var keys: Set<TicketKey> = []
    for position in indices {
      let claims = reverts(position)
      guard !claims.isEmpty else { continue }
      keys.formUnion(claims.flatMap(\.keys))
      kept(position) { columns, row in
        for use in columns.uses(row) where use.place != nil { keys.insert(columns.keys[use.key]) }
      }
    }
    return Set(keys.map { aliases[$0] ?? $0 })
  }

  fileprivate var otherKeys: [OtherKey] {
    var found: [TicketKey: [ObjectID]] = [:]
    for position in indices {
      for key in otherKeys(position) { found[key, default: []].append(id(position)) }
    }
    return found.sorted { $0.key < $1.key }.map { OtherKey(key: $0.key, commits: $0.value) }
  }

  fileprivate var nearMisses: [(commit: ObjectID, miss: NearMiss)] {
    indices.flatMap { position in nearMisses(position).map { (id(position), $0) } }
  }
}

extension NetScope {
  /// Those of the tickets that are wanted, by key.
  func tickets(where isWanted: (TicketScope) -> Bool) -> [TicketScope] {
    var keys: [TicketKey] = []
    for ticket in tickets.values where isWanted(ticket) { keys.append(ticket.key) }
    return keys.sorted().compactMap { tickets[$0] }
  }

  /// Says of a ticket without work in the range that the base has it.
  ///
  /// - Parameter work: Outside of the range, newest first.
  package mutating func addOnBase(_ key: TicketKey, _ work: [Evidence]) {
    var ticket = tickets[key] ?? TicketScope(key: key, state: .absent)
    ticket.state = .alreadyOnBase
    ticket.evidence = EvidenceList(
      work.map { Evidence(commit: $0.commit, place: $0.place, state: .onBase, via: $0.via) })
    tickets[key] = ticket
  }
}
