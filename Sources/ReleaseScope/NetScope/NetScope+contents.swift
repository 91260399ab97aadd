/// What the files say where messages leave a doubt.
extension NetScope {
  /// The commits whose files are looked at.
  package struct Tips: Equatable, Sendable {
    package let release: ObjectID
    package let base: ObjectID
    package let mergeBases: [ObjectID]
    /// Where several merge bases come from; `nil` for one, or where that is not one commit.
    package let origin: ObjectID?

    package init(release: ObjectID, base: ObjectID, mergeBases: [ObjectID], origin: ObjectID? = nil) {
      self.release = release
      self.base = base
      self.mergeBases = mergeBases
      self.origin = origin
    }

    package var all: Set<ObjectID> { Set([release, base] + mergeBases + [origin].compactMap(\.self)) }
  }

  /// The merges that are evidence for a ticket and brought commits that the base has, too, and the copies of merges, by
  /// what is evidence: what the merges brought has to be known before ``doubtful(_:)``.
  package var openMerges: [ObjectID: ObjectID] {
    let doubtful = commitsInDoubt
    let merges = doubtful.intersection(mergesFromBase).map { ($0, $0) }
    return Dictionary(merges) { first, _ in first }.merging(copiesOfMerges.filter { doubtful.contains($0.key) }) {
      first, _ in first
    }
  }

  /// The evidence of tickets in doubt.
  var commitsInDoubt: Set<ObjectID> {
    Set(ticketsInDoubt.flatMap { $0.evidence.map(\.commit) })
  }

  private var ticketsInDoubt: [TicketScope] { inDoubt.compactMap { tickets[$0] } }

  /// The commits of which it has to be known what is left of them at the tips, before ``settle(_:at:)``.
  ///
  /// - Parameter brought: What the ``openMerges`` brought, merges left out, by what is evidence.
  package mutating func doubtful(_ brought: [ObjectID: [ScopeAnswers.Known]]) -> Set<ObjectID> {
    for (merge, known) in brought { broughtBy[merge] = known.map { Brought($0.id, $0.facts) } }
    var doubtful: Set<ObjectID> = []
    for ticket in ticketsInDoubt {
      for piece in ticket.evidence {
        if let brought = broughtBy[piece.commit] {
          doubtful.formUnion(brought.map(\.commit))
        } else {
          doubtful.insert(piece.commit)
        }
      }
      doubtful.formUnion(ticket.older.map(\.commit))
      doubtful.formUnion(ticket.older.compactMap(\.removedBy))
      doubtful.formUnion(ticket.doubtedBy)
    }
    return doubtful
  }

  func isDoubtful(_ ticket: TicketScope) -> Bool {
    if isMergedBack || !ticket.older.isEmpty || !ticket.doubtedBy.isEmpty { return true }
    return takenBackOnBase.contains(ticket.key) || workOnBase[ticket.key] != nil
      || ticket.evidence.contains {
        $0.state == .undone || touched.contains($0.commit) || copiesOfMerges[$0.commit] != nil
      }
  }

  /// The commits of the base that some work is said to be there as.
  package func counterparts(of work: Set<ObjectID>) -> Set<ObjectID> {
    Set(alreadyOnBase.lazy.filter { !$0.by.isExact && work.contains($0.commit) }.map(\.counterpart))
  }

  /// The commits of the base that may go on from some work, in the place of which something else stands there: what
  /// else it has for the same tickets. Copies tell no more than the work of the range that they are of.
  package func mayGoOn(from replaced: Set<ObjectID>) -> Set<ObjectID> {
    var found: Set<ObjectID> = []
    for (key, work) in workOnBase {
      guard let ticket = tickets[key] else { continue }
      let brought = ticket.evidence.flatMap { broughtBy[$0.commit]?.map(\.commit) ?? [$0.commit] }
      if !replaced.isDisjoint(with: brought + ticket.older.map(\.commit)) { found.formUnion(work) }
    }
    return found.subtracting(alreadyOnBase.lazy.filter(\.by.isExact).map(\.counterpart))
  }

  /// Corrects what messages say of tickets in doubt by what the files have.
  ///
  /// - Parameters:
  ///   - remains: Of the doubtful commits at the tips, by path, in the same order for each tip.
  ///   - alike: Those at whose paths release and base are the same.
  ///   - overwritten: By doubtful commit, the others whose lines it took away, to put others there or as a remover.
  ///   - new: The tickets of which nothing but the range has work.
  package mutating func settle(
    _ remains: [ScopeAnswers.CommitInTree: [Remains?]], alike: Set<ObjectID>, overwritten: [ObjectID: Set<ObjectID>],
    at tips: Tips, new: Set<TicketKey> = []
  ) {
    let takingBack = takingBack
    let taken = Dictionary(reverts.map { ($0.commit, Set($0.undoes + $0.outside)) }) { first, _ in first }
    // What takes something back, whatever else it does, goes on from nothing.
    var (goneOn, takenAway): ([ObjectID: Set<ObjectID>], [ObjectID: Set<ObjectID>]) = ([:], [:])
    for (commit, others) in overwritten.mapValues({ $0.subtracting(takingBack) }) {
      if !takingBack.contains(commit), taken[commit] == nil { goneOn[commit] = others }
      if removers.contains(commit) { takenAway[commit] = others.intersection(taken[commit] ?? []) }
    }
    let left = RemainsAtTips(remains, alike: alike, overwritten: goneOn, takenAway: takenAway, tips)
    let exactMatches = Set(
      alreadyOnBase.filter { $0.by.isExact || left.onBase($0.counterpart) == Remains.none }.map(\.commit))
    let untouchedCopies = Set(copiesOfMerges.keys).subtracting(touched)
    let emptyMerges = Set(alreadyOnBase.lazy.filter { $0.by == .ancestry }.map(\.commit))
    var (found, explained): (Set<ObjectID>, Set<ObjectID>) = ([], [])
    for older in ticketsInDoubt.flatMap(\.older) where left.atMergeBase(older.commit) != Remains.none {
      if let remover = older.removedBy { explained.insert(remover) }
    }
    for ticket in ticketsInDoubt {
      let settled = SettledTicket(
        ticket, left, broughtBy: broughtBy, emptyMerges: emptyMerges, mergesFromBase: mergesFromBase,
        isTakenBackOnBase: takenBackOnBase.contains(ticket.key), explained: explained,
        isNamedByRevertsOnBase: namedByRevertsOnBase.contains(ticket.key),
        taken: taken, exactMatches: exactMatches, untouchedCopies: untouchedCopies, isNew: new.contains(ticket.key))
      found.formUnion(settled.ticket.evidence.lazy.filter { $0.state == .onBase }.map(\.commit))
      tickets[ticket.key] = settled.ticket
    }
    found.subtract(alreadyOnBase.map(\.commit))
    alreadyOnBase += found.sorted().map { BaseMatch(commit: $0, counterpart: tips.base, by: .contents) }
  }

  /// The tickets that the files alone say to be removed, or to be on the base all the same, by work of the range: its
  /// lines may have been there before as others' work. What else there is of the ticket has to be known then.
  ///
  /// - Parameters:
  ///   - told: The scope as messages tell it.
  ///   - older: The commits all of which was there where the range sets out.
  package func restingOnOlderWork(since told: NetScope, allOf older: Set<ObjectID>) -> Set<TicketKey> {
    var resting: Set<TicketKey> = []
    for ticket in tickets.values where ticket.older.isEmpty && workOnBase[ticket.key] == nil {
      guard ticket.state == .removed || ticket.evidence.contains(where: { $0.state == .onBase }),
        let before = told.tickets[ticket.key]
      else { continue }
      let told = Dictionary(before.evidence.map { ($0.commit, $0.state) }) { first, _ in first }
      let isBack = ticket.evidence.contains { piece in
        guard piece.state == .onBase, let state = told[piece.commit] else { return false }
        return state == .undone || state == .inEffect && older.contains(piece.commit)
      }
      if isBack || ticket.state == .removed && before.state != .removed { resting.insert(ticket.key) }
    }
    return resting
  }

  /// What takes work back, and goes on from nothing.
  private var takingBack: Set<ObjectID> {
    var reverts = onlyReverts.union(broughtBy.values.flatMap { $0.filter(\.isRevert) }.map(\.commit))
    for ticket in ticketsInDoubt {
      reverts.formUnion(ticket.doubtedBy)
      reverts.formUnion(ticket.older.filter(\.isTakenBack).map(\.commit))
    }
    return reverts
  }

  /// Those of the range that take back some of `commits`, besides these.
  package func reverts(of commits: Set<ObjectID>) -> Set<ObjectID> {
    let found = reverts.lazy.filter { removers.contains($0.commit) && !commits.isDisjoint(with: $0.undoes) }
    return Set(found.map(\.commit)).subtracting(commits)
  }

  /// A commit that a merge brought.
  struct Brought: Hashable, Sendable {
    let commit: ObjectID
    /// The tickets that its message names as its own.
    let keys: Set<TicketKey>
    let isRevert: Bool
    /// Whether it takes work back, and does not bring it back.
    let takesBack: Bool

    init(_ commit: ObjectID, _ facts: MessageFacts) {
      self.commit = commit
      keys = facts.keys
      isRevert = !facts.reverts.isEmpty
      takesBack = facts.takesBack(revert: nil)
    }
  }
}

extension BaseEvidence {
  /// Whether the base has, or had, the same change, and no copy that may have been fitted in.
  var isExact: Bool {
    switch self {
    case .patchID, .tree, .squash: true
    case .trailer, .request, .changeID, .ancestry, .contents, .authorship: false
    }
  }
}

extension MessageFacts {
  var keys: Set<TicketKey> { Set(implements.map(\.key)) }
}
