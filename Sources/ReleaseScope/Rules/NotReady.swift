extension Rule {
  static let notReady = Rule(
    .notReady, .error, finds: "a ticket whose status is not one of the ready statuses",
    advice: "finish the ticket, move it to another version, or name its status under 'statuses: ready' in the policy",
    find: .documents { facts in
      facts.planned.compactMap { ticket in
        guard let status = ticket.status, !facts.isReady(ticket) else { return nil }
        return Difference(
          ticket: ticket.key, commits: [],
          message: "\(ticket.key) is '\(status)', not '\(facts.policy.readyStatuses.joined(separator: "' or '"))'")
      }
    })
}
