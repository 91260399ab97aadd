extension Rule {
  static let unassigned = Rule(
    .unassigned, .warning, finds: "a ticket without an assignee",
    advice: "assign the ticket in Jira",
    find: .documents { facts in
      facts.planned.compactMap {
        $0.assignee == .empty ? Difference(ticket: $0.key, message: "\($0.key) has no assignee") : nil
      }
    })
}
