extension Rule {
  static let removedTicket = Rule(
    .removedTicket, .error, judgesPush: true,
    finds: "work of an earlier release that the range takes out",
    advice: "make sure that the removal is meant: plan the ticket for this version, or drop the revert",
    find: .absence { facts in
      let undoers = facts.range.undoers
      return facts.range.scope.tickets.values.filter { $0.state == .removed }.map { ticket in
        let removers = [ticket.removedBy, undoers(ticket.key), ticket.doubtedBy].first { !$0.isEmpty }
        return Difference(
          ticket: ticket.key, commits: removers ?? [],
          message: "the release takes earlier work of \(ticket.key) out of the product")
      }
    })
}
