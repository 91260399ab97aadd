/// What became of a ticket in a range.
package enum TicketState: String, Sendable, CaseIterable {
  case delivered
  case partlyReverted = "partly-reverted"
  case reverted
  /// The range takes work of an earlier release out.
  case removed
  case alreadyOnBase = "already-on-base"
  /// Planned, and no work in the range.
  case absent
  /// Only named in passing.
  case mentioned
}

/// What became of a commit that implements a ticket.
package enum EvidenceState: String, Sendable, CaseIterable {
  case inEffect = "in-effect"
  case undone
  case onBase = "on-base"
}
