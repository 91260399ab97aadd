/// What a rule sees that is about what was accepted: waivers, and entries of the baseline.
struct AcceptanceFacts: Sendable {
  /// Waivers that are past their day and would cover a finding, and waivers that cover none.
  let expiredWaivers: [Waiver]
  let unusedWaivers: [Waiver]
  /// Entries of the baseline that cover no finding.
  let unusedEntries: [Baseline.Entry]
  /// Exemptions that cover no commit of the range.
  let unusedExemptions: [UnusedExemption]
}

extension Waiver {
  /// What it covers, in words.
  var subject: String {
    [ticket.map(\.description), commit.map { "commit \($0)" }, path.map { "'\($0)'" }]
      .compactMap(\.self).joined(separator: ", ")
  }
}
