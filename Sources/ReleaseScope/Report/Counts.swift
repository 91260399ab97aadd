/// The numbers that people ask for first.
package struct Counts: Equatable, Sendable {
  /// Planned tickets whose work is in effect, all or in part.
  package var delivered = 0
  /// Planned tickets without work.
  package var absent = 0
  package var unplanned = 0
  package var untracked = 0
  package var errors = 0
  package var warnings = 0
  package var waived = 0
  /// Findings that the baseline covers.
  package var known = 0

  package init() {}

  package init(_ tickets: [TicketReport], _ findings: [Finding], untracked: Int) {
    for ticket in tickets {
      switch ticket.state {
      case .delivered, .partlyReverted: if ticket.isPlanned { delivered += 1 } else { unplanned += 1 }
      case .absent, .mentioned: if ticket.isPlanned { absent += 1 }
      case .reverted, .removed, .alreadyOnBase: break
      }
    }
    self.untracked = untracked
    for finding in findings {
      if finding.waiver != nil {
        waived += 1
      } else if finding.baselineReason != nil {
        known += 1
      } else {
        switch finding.severity {
        case .error: errors += 1
        case .warning: warnings += 1
        case .note, .off: break
        }
      }
    }
  }
}
