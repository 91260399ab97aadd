extension Rule {
  /// What Jira says of the planned tickets.
  static let readinessRules: [Rule] = [
    Rule(
      .notReady, .error, from: .documents, finds: "a ticket whose status is not one of the ready statuses",
      advice: "finish the ticket, move it to another version, or name its status under 'statuses: ready' in the policy"
    ) { input in
      input.planned.compactMap { ticket in
        guard let status = ticket.status, !input.isReady(ticket) else { return nil }
        return Difference(
          ticket: ticket.key, commits: [],
          message: "\(ticket.key) is '\(status)', not '\(input.policy.readyStatuses.joined(separator: "' or '"))'")
      }
    },
    Rule(
      .staleApproval, .warning, from: .documents, finds: "a ticket whose last commit is newer than its ready status",
      advice: "have the ticket tested again: its work changed after it was found ready"
    ) { input in
      input.planned.compactMap { ticket in
        guard let since = ticket.statusSince, input.isReady(ticket) else { return nil }
        let newer = input.standingWork(for: ticket.key)
          // A merge into the release brings what was found ready; only work itself is new.
          .filter { input.commits[$0].map { !$0.isMerge && $0.author.time > since } ?? false }
        guard !newer.isEmpty else { return nil }
        return Difference(
          ticket: ticket.key, commits: newer,
          message: "\(ticket.key) is ready since \(since), and has later work")
      }
    },
    Rule(
      .unassigned, .warning, from: .documents, finds: "a ticket without an assignee",
      advice: "assign the ticket in Jira"
    ) { input in
      input.planned.compactMap {
        $0.assignee == .empty ? Difference(ticket: $0.key, message: "\($0.key) has no assignee") : nil
      }
    },
    Rule(
      .untriaged, .note, from: .documents,
      finds: "a ticket without a field that it needs (priority; steps to reproduce on a bug)",
      advice: "fill the fields in Jira, so that a developer has what the work needs"
    ) { input in
      let triage = input.policy.triage.sorted { $0.key < $1.key }
      return input.planned.compactMap { ticket in
        let needed =
          triage
          .filter { type, _ in type == "*" || ticket.type?.caseInsensitivelyEquals(type) == true }.flatMap(\.value)
        let empty = needed.filter { input.field($0, of: ticket) == .empty }
        guard !empty.isEmpty else { return nil }
        return Difference(ticket: ticket.key, message: "\(ticket.key) lacks \(empty.joined(separator: ", "))")
      }
    },
  ]
}

extension RuleInput {
  func isReady(_ ticket: Ticket) -> Bool {
    guard let status = ticket.status else { return false }
    return policy.readyStatuses.contains { $0.caseInsensitivelyEquals(status) }
  }

  /// A field by the name that people give it, without regard to case.
  func field(_ name: String, of ticket: Ticket) -> Ticket.Field {
    if name.caseInsensitivelyEquals("priority") { return ticket.priority }
    if name.caseInsensitivelyEquals("assignee") { return ticket.assignee }
    return ticket.fields.first { $0.key.caseInsensitivelyEquals(name) }?.value ?? .absent
  }
}
