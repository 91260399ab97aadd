import ReleaseScope

/// How a ticket's plan and its work compare, the groups in which people read tickets.
enum TicketGroup: CaseIterable {
  case planned
  case delivered
  case both
  case undone
  case onBase
  case mentioned

  init(_ ticket: TicketReport) {
    switch ticket.state {
    case .delivered, .partlyReverted: self = ticket.isPlanned ? .both : .delivered
    case .reverted, .removed: self = .undone
    case .alreadyOnBase: self = .onBase
    case .absent: self = .planned
    case .mentioned: self = ticket.isPlanned ? .planned : .mentioned
    }
  }

  /// The sign before a ticket's line, as in a diff.
  var sign: String {
    switch self {
    case .planned: "-"
    case .delivered: "+"
    case .both: "="
    case .undone: "~"
    case .onBase: "^"
    case .mentioned: "?"
    }
  }

  var title: String {
    switch self {
    case .planned: "planned only"
    case .delivered: "delivered only"
    case .both: "both"
    case .undone: "undone"
    case .onBase: "on the base"
    case .mentioned: "only mentioned"
    }
  }

  var ink: Ink {
    switch self {
    case .planned, .delivered, .undone: .error
    case .both: .good
    case .onBase, .mentioned: .faint
    }
  }
}

extension TicketReport {
  /// The commits that count, or where none does, those that were undone or are on the base.
  var shownEvidence: [Evidence] {
    let counting = evidence.filter { $0.state == .inEffect }
    return counting.isEmpty ? evidence : counting
  }
}

extension TicketState {
  /// The state in words for people.
  var phrase: String {
    switch self {
    case .delivered: "delivered"
    case .partlyReverted: "partly reverted"
    case .reverted: "reverted"
    case .removed: "removed"
    case .alreadyOnBase: "on the base already"
    case .absent: "no work"
    case .mentioned: "only mentioned"
    }
  }
}
