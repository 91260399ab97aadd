/// What the files say where messages leave a doubt.
extension NetScope {
  /// The commits whose files are looked at.
  package struct Tips: Equatable, Sendable {
    package let release: ObjectID
    package let base: ObjectID
    package let mergeBases: [ObjectID]

    package init(release: ObjectID, base: ObjectID, mergeBases: [ObjectID]) {
      self.release = release
      self.base = base
      self.mergeBases = mergeBases
    }
  }

  /// The merges that are evidence for a ticket and brought commits that the base has, too: what they brought has to be
  /// known before ``doubtful(_:)``.
  package var openMerges: Set<ObjectID> {
    Set(tickets.values.lazy.filter(isDoubtful).flatMap(\.evidence).map(\.commit)).intersection(mergesFromBase)
  }

  /// The commits of which it has to be known what is left of them at the tips, before ``settle(_:at:)``.
  ///
  /// - Parameter brought: What the ``openMerges`` brought, merges left out.
  package mutating func doubtful(_ brought: [ObjectID: [ScopeAnswers.Known]]) -> Set<ObjectID> {
    for (merge, known) in brought { broughtBy[merge] = known.map { Brought(commit: $0.id, keys: $0.facts.keys) } }
    var doubtful: Set<ObjectID> = []
    for ticket in tickets.values where isDoubtful(ticket) {
      for piece in ticket.evidence {
        if let brought = broughtBy[piece.commit] {
          doubtful.formUnion(brought.map(\.commit))
        } else {
          doubtful.insert(piece.commit)
        }
      }
      doubtful.formUnion(ticket.older.map(\.commit))
    }
    return doubtful
  }

  private func isDoubtful(_ ticket: TicketScope) -> Bool {
    if isMergedBack || !ticket.older.isEmpty || !ticket.doubtedBy.isEmpty { return true }
    return takenBackOnBase.contains(ticket.key) || onBothSides.contains(ticket.key)
      || ticket.evidence.contains { $0.state == .undone || mergesFromBase.contains($0.commit) }
  }

  /// Corrects what messages say of tickets in doubt by what the files have.
  ///
  /// - Parameter remains: Of the doubtful commits at the tips.
  package mutating func settle(_ remains: [ScopeAnswers.Place: Remains], at tips: Tips) {
    let left = RemainsAtTips(remains, tips)
    let emptyMerges = Set(alreadyOnBase.lazy.filter { $0.by == .ancestry }.map(\.commit))
    var found: Set<ObjectID> = []
    for ticket in tickets.values where isDoubtful(ticket) {
      let settled = SettledTicket(
        ticket, left, broughtBy: broughtBy, emptyMerges: emptyMerges, mergesFromBase: mergesFromBase,
        isTakenBackOnBase: takenBackOnBase.contains(ticket.key))
      found.formUnion(settled.ticket.evidence.lazy.filter { $0.state == .onBase }.map(\.commit))
      tickets[ticket.key] = settled.ticket
    }
    found.subtract(alreadyOnBase.map(\.commit))
    alreadyOnBase += found.sorted().map { BaseMatch(commit: $0, counterpart: tips.base, by: .contents) }
  }

  /// A commit that a merge brought.
  struct Brought: Hashable, Sendable {
    let commit: ObjectID
    /// The tickets that its message names as its own.
    let keys: Set<TicketKey>
  }
}

extension MessageFacts {
  var keys: Set<TicketKey> { Set(implements.map(\.key)) }
}

/// What is left of commits at the tips of both sides, and where both come from.
struct RemainsAtTips {
  private let remains: [ScopeAnswers.Place: Remains]
  private let tips: NetScope.Tips

  init(_ remains: [ScopeAnswers.Place: Remains], _ tips: NetScope.Tips) {
    self.remains = remains
    self.tips = tips
  }

  func inRelease(_ commit: ObjectID) -> Remains? { remains[ScopeAnswers.Place(of: commit, in: tips.release)] }

  func onBase(_ commit: ObjectID) -> Remains? { remains[ScopeAnswers.Place(of: commit, in: tips.base)] }

  /// - Returns: `nil` where several merge bases differ, too.
  func atMergeBase(_ commit: ObjectID) -> Remains? {
    let found = Set(tips.mergeBases.map { remains[ScopeAnswers.Place(of: commit, in: $0)] })
    return found.count == 1 ? found.first ?? nil : nil
  }
}
