/// What is planned beside what is in the range: several rules ask for it.
struct PlannedScope: Sendable {
  /// The keys of what is planned with what became of them, in the order of the manifest.
  let states: [(key: TicketKey, state: TicketState)]
  /// Tickets in effect, if only in part, that the manifest lacks.
  let unplanned: [TicketKey]

  init(_ documents: DocumentFacts, _ range: RangeFacts) {
    let found = range.scope.tickets
    states = documents.planned.compactMap { ($0.key, found[$0.key]?.state ?? .absent) }
    let known = documents.plannedKeys
    unplanned = found.values.compactMap {
      let isIn = $0.state == .delivered || $0.state == .partlyReverted || !$0.leftInPart.isEmpty
      return isIn && !known.contains($0.key) ? $0.key : nil
    }
  }

  func keys(in states: TicketState...) -> [TicketKey] {
    self.states.filter { states.contains($0.state) }.map(\.key)
  }
}
