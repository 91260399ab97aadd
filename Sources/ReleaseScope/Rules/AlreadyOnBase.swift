extension Rule {
  static let alreadyOnBase = Rule(
    .alreadyOnBase, .note,
    finds: "a ticket whose work is all on the base by cherry-pick or squash merge",
    advice: "nothing to do if a hot fix or an earlier release brought it; else check the fix version",
    find: .absence { facts in
      facts.range.scope.tickets.values.filter { $0.state == .alreadyOnBase }.map { ticket in
        Difference(
          ticket: ticket.key, commits: ticket.evidence.map(\.commit),
          message: "the work of \(ticket.key) is on '\(facts.documents.baseName)' already")
      }
    })
}
