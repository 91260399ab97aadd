/// Finds the entry of a baseline that covers a finding without a look at every entry.
struct BaselineIndex {
  private struct Key: Hashable {
    let rule: RuleID
    let ticket: TicketKey?
    /// Tells apart what is about no ticket.
    let commit: ObjectID?
  }

  private let entries: [Baseline.Entry]
  private var places: [Key: [Int]] = [:]

  init(_ entries: [Baseline.Entry]) {
    self.entries = entries
    for (place, entry) in entries.enumerated() {
      let commits: [ObjectID?] = entry.ticket != nil || entry.commits.isEmpty ? [nil] : entry.commits
      for commit in commits {
        places[Key(rule: entry.rule, ticket: entry.ticket, commit: commit), default: []].append(place)
      }
    }
  }

  /// The place of the first entry that covers a finding; `nil` if none does.
  func place(covering finding: Finding) -> Int? {
    let commit = finding.ticket == nil && finding.rule.countsCommits ? finding.commits.first : nil
    return places[Key(rule: finding.rule, ticket: finding.ticket, commit: commit)]?
      .first { entries[$0].covers(finding) }
  }
}
