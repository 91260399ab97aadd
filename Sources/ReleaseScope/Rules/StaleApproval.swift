extension Rule {
  static let staleApproval = Rule(
    .staleApproval, .warning, finds: "a ticket whose last commit is newer than its ready status",
    advice: "have the ticket tested again: its work changed after it was found ready",
    find: .presence { facts in
      facts.documents.planned.compactMap { ticket in
        guard let since = ticket.statusSince, facts.documents.isReady(ticket) else { return nil }
        let newer = facts.range.standingWork(for: ticket.key)
          // A merge into the release brings what was found ready; only work itself is new.
          .filter { facts.range.commits[$0].map { !$0.isMerge && $0.author.time > since } ?? false }
        guard !newer.isEmpty else { return nil }
        return Difference(
          ticket: ticket.key, commits: newer,
          message: "\(ticket.key) is ready since \(since), and has later work")
      }
    })
}
