import ReleaseScope

/// The answer for people who do not know the program: `Release 2.4.0: 3 tickets missing, 1 too many, 1 taken back`.
struct PlainSentence {
  let text: String

  init(_ report: ScopeReport) {
    let name = report.version.map { "Release \($0)" } ?? report.range.release.shownName
    let unseen = quantity(report.incomplete.count, "thing")
    let differences = Self.differences(report)
    switch report.verdict {
    case .pass: text = "\(name): \(Self.agreement(report, differences))"
    case .fail:
      let more = report.incomplete.isEmpty ? "" : "; \(unseen) not seen"
      text = "\(name): \(differences.isEmpty ? "not as planned" : differences.joined(separator: ", "))\(more)"
    case .incomplete:
      let found = differences.isEmpty ? "" : "; so far \(differences.joined(separator: ", "))"
      text = "\(name): nobody can tell yet, \(unseen) not seen\(found)"
    }
  }

  /// What the release is, where no finding says otherwise.
  private static func agreement(_ report: ScopeReport, _ differences: [String]) -> String {
    guard differences.isEmpty else { return "passes, with \(differences.joined(separator: ", "))" }
    let planned = report.tickets.count(where: \.isPlanned)
    switch planned {
    case 0: return report.range.commits == 0 ? "nothing planned, and nothing in it" : "no tickets"
    case 1: return "the 1 planned ticket is in, and nothing else"
    default: return "all \(planned) planned tickets are in, and nothing else"
    }
  }

  /// What differs from the plan, the worst first; what somebody has accepted is counted, and said to be accepted.
  private static func differences(_ report: ScopeReport) -> [String] {
    let isPlanKnown = report.manifest != nil
    var counts: [TicketOutcome: Int] = [:]
    for ticket in report.tickets { counts[TicketOutcome(ticket), default: 0] += 1 }
    let order: [TicketOutcome] = [.missing, .tooMany, .takenOut, .takenBack, .inPart]
    let accepted = acceptedTickets(report)
    var parts: [String] = []
    for outcome in order {
      guard let count = counts[outcome] else { continue }
      let noun = parts.isEmpty ? quantity(count, "ticket") : "\(count)"
      let known = accepted[outcome].map { count == $0 ? " (accepted)" : " (\($0) of them accepted)" } ?? ""
      parts.append("\(noun) \(outcome.word(isPlanKnown: isPlanKnown))\(known)")
    }
    if report.counts.untracked > 0 { parts.append(quantity(report.counts.untracked, "commit without a ticket")) }
    let others = report.findings.count { $0.isOpen && $0.severity == .error && !told.contains($0.rule) }
    if others > 0 { parts.append(parts.isEmpty ? quantity(others, "error") : quantity(others, "other error")) }
    return parts
  }

  private static func acceptedTickets(_ report: ScopeReport) -> [TicketOutcome: Int] {
    let keys = Set(report.findings.filter { !$0.isOpen && told.contains($0.rule) }.compactMap(\.ticket))
    guard !keys.isEmpty else { return [:] }
    var counts: [TicketOutcome: Int] = [:]
    for ticket in report.tickets where keys.contains(ticket.key) { counts[TicketOutcome(ticket), default: 0] += 1 }
    return counts
  }

  /// The rules whose findings the numbers of tickets and commits say already.
  private static let told: Set<RuleID> = [
    .unplannedTicket, .missingTicket, .unmergedWork, .revertedTicket, .partlyRevertedTicket, .removedTicket,
    .untrackedCommit,
  ]
}
