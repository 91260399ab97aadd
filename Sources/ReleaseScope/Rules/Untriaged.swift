extension Rule {
  static let untriaged = Rule(
    .untriaged, .note,
    finds: "a ticket without a field that it needs (priority; steps to reproduce on a bug)",
    advice: "fill the fields in Jira, so that a developer has what the work needs",
    find: .documents { facts in
      facts.planned.compactMap { ticket in
        let empty = facts.policy.neededFields(of: ticket).filter { facts.field($0, of: ticket) == .empty }
        guard !empty.isEmpty else { return nil }
        return Difference(ticket: ticket.key, message: "\(ticket.key) lacks \(empty.joined(separator: ", "))")
      }
    })
}
