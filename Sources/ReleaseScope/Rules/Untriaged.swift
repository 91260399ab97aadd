extension Rule {
  static let untriaged = Rule(
    .untriaged, .note,
    finds: "a ticket without a field that it needs (priority; steps to reproduce on a bug)",
    advice: "fill the fields in Jira, so that a developer has what the work needs",
    find: .documents { facts in
      let triage = facts.policy.triage.sorted { $0.key < $1.key }
      return facts.planned.compactMap { ticket in
        let needed =
          triage
          .filter { type, _ in type == "*" || ticket.type?.caseInsensitivelyEquals(type) == true }.flatMap(\.value)
        let empty = needed.filter { facts.field($0, of: ticket) == .empty }
        guard !empty.isEmpty else { return nil }
        return Difference(ticket: ticket.key, message: "\(ticket.key) lacks \(empty.joined(separator: ", "))")
      }
    })
}
