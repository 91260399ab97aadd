import ReleaseScope

/// How a ticket's plan and its work compare, the groups in which people read tickets.
enum TicketGroup: CaseIterable {
  case both
  case planned
  case delivered
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
    case .both: "in both"
    case .undone: "undone"
    case .onBase: "on the base"
    case .mentioned: "only mentioned"
    }
  }

  /// Whether the plan and the work differ.
  var differs: Bool {
    switch self {
    case .planned, .delivered, .undone: true
    case .both, .onBase, .mentioned: false
    }
  }

  /// The word beside the sign in a legend.
  var word: String {
    switch self {
    case .planned: "planned"
    case .delivered: "delivered"
    case .both: "both"
    case .undone: "undone"
    case .onBase: "on base"
    case .mentioned: "mentioned"
    }
  }

  /// The word for tickets of the group that no finding is about.
  var quietWord: String {
    switch self {
    case .planned: "absent"
    case .delivered: "unplanned"
    case .both: "in part"
    case .undone: "undone"
    case .onBase: "on base"
    case .mentioned: "mentioned"
    }
  }
}

extension TicketReport {
  /// The summary, unless it is blank.
  var knownSummary: String? {
    guard let summary, summary.contains(where: { !$0.isWhitespace }) else { return nil }
    return summary
  }

  /// The commits that count, or where none does, those that were undone or are on the base.
  var shownEvidence: [Evidence] {
    let counting = evidence.filter { $0.state == .inEffect }
    return counting.isEmpty ? Array(evidence) : counting
  }
}
