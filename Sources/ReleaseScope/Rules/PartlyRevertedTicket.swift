extension Rule {
  static let partlyRevertedTicket = Rule(
    .partlyRevertedTicket, .warning, finds: "a ticket of which some commits are undone",
    advice: "check that what is left of the ticket is what should be released",
    find: .absence { facts in
      let undoers = facts.range.undoers
      return facts.range.scope.tickets.values.filter { $0.state == .partlyReverted }.map { ticket in
        let undone = ticket.evidence.count { $0.state == .undone }
        return Difference(
          ticket: ticket.key, commits: undoers(ticket.key),
          message:
            "\(undone) of \(ticket.evidence.count) commits of \(ticket.key) \(undone == 1 ? "is" : "are") reverted")
      }
    })
}
