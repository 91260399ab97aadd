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
  }

  /// Every ticket that the range names.
  package private(set) var tickets: [TicketKey: TicketScope]
  /// Commits in effect without a ticket, newest first; exemptions are not taken off yet.
  package let withoutTicket: [ObjectID]
  package let reverts: [RevertReport]
  package let alreadyOnBase: [BaseMatch]
  /// See ``BaseComparison/lacking``.
  package let lackingFromBase: [ObjectID]
  package let otherKeys: [OtherKey]
  /// In the order of the range.
  package let nearMisses: [(commit: ObjectID, miss: NearMiss)]

  /// What the messages of a range say, with everything that only the repository could add.
  package struct Input: Sendable {
    package let range: CommitRange
    /// The commits that reverts name and that both sides have, by the id or prefix in the message.
    package var outside: [String: (id: ObjectID, facts: MessageFacts)] = [:]
    /// See ``RevertResolution``.
    package var samePatchAsReverted: [String: [ObjectID]] = [:]
    /// The answer to ``BaseComparison/question(_:)``.
    package var samePatchOnBase: [ObjectID: [ObjectID]] = [:]
    /// What git notes add, by commit.
    package var notes: [ObjectID: [MessageFacts.KeyUse]] = [:]
    /// The present key of a ticket that was moved, by its former one.
    package var aliases: [TicketKey: TicketKey] = [:]

    package init(range: CommitRange) {
      self.range = range
    }
  }

  /// - Complexity: Linear in the range, but for merges and reverts, which cost the distance that they span.
  package init(_ input: Input) {
    var builder = ScopeBuilder(input)
    builder.addWork()
    builder.addReverts()
    builder.addMentions()
    tickets = builder.states()
    withoutTicket = builder.withoutTicket()
    reverts = builder.revertReports()
    alreadyOnBase = builder.comparison.matches
    lackingFromBase = builder.comparison.lacking
    otherKeys = builder.otherKeys()
    nearMisses = builder.nearMisses()
  }
}

extension NetScope {
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
