import ReleaseScope
import Testing

extension SampleReport {
  /// What the files tell against the messages, and a revert and a copy for each way in which they are found.
  static func evidence() throws -> ScopeReport {
    var builder = try ReportBuilder()
    try builder.ticket("SHOP-201", nil, state: .reverted, commits: ["SHOP-201 sort"], evidence: .undone)
    let kept = try builder.ticket("SHOP-202", nil, commits: ["SHOP-202 filter"])
    let keeping = try builder.commit("Revert \"SHOP-202 filter\"")
    let there = try builder.ticket(
      "SHOP-203", nil, state: .alreadyOnBase, commits: ["SHOP-203 search"], evidence: .onBase)
    try builder.ticket("SHOP-204", nil, state: .removed)
    try builder.find(.removedTicket, about: "SHOP-204", "the release takes it out", help: "drop the revert")
    try builder.ticket("SHOP-205", nil, state: .reverted, commits: ["SHOP-205 log"])
    let older = try ReportBuilder.id(8002)
    let again = try builder.ticket("SHOP-206", nil, commits: ["Revert \"Revert \"Show the stock\"\""])
    try builder.ticket("SHOP-207", nil, commits: ["Merge pull request #7 from shop/cart"])
    let taking = try builder.commit("Revert \"Count the stock\"")
    builder.add(
      TicketReport(
        key: try ReportBuilder.key("SHOP-208"), isPlanned: false, state: .removed,
        mentions: [taking, try builder.commit("Talk about SHOP-208")]))
    try builder.find(
      .removedTicket, about: "SHOP-208", commits: [taking], "the release takes it out", help: "drop the revert")
    let restored = try builder.ticket("SHOP-209", nil, commits: ["SHOP-209 wish"])
    let undoing = try builder.commit("Revert \"SHOP-209 wish\"")
    let restoring = try builder.commit("Reland \"SHOP-209 wish\"")
    var reverts = [
      RevertReport(
        commit: restoring, undoes: [], restores: restored, outside: [], unresolved: [], by: [.request],
        isInEffect: true),
      RevertReport(commit: undoing, undoes: restored, outside: [], unresolved: [], by: [.id], isInEffect: true),
      RevertReport(commit: keeping, undoes: kept, outside: [], unresolved: [], by: [.subject], isInEffect: true),
      RevertReport(commit: again[0], undoes: [], outside: [older], unresolved: [], by: [.id], isInEffect: true),
      RevertReport(commit: taking, undoes: [], outside: [older], unresolved: [], by: [.key], isInEffect: true),
    ]
    for (number, match) in RevertMatch.allCases.enumerated() {
      let work = try builder.ticket("SHOP-30\(number)", nil, state: .reverted, commits: ["work"], evidence: .undone)
      let revert = try builder.commit("Take it back")
      reverts.append(
        RevertReport(commit: revert, undoes: work, outside: [], unresolved: [], by: [match], isInEffect: true))
    }
    let part = try builder.ticket("SHOP-501", nil, state: .reverted, commits: ["a squash"], evidence: .undone)
    let rest = try builder.ticket("SHOP-502", nil, commits: ["another squash"])
    reverts.append(
      RevertReport(
        commit: try builder.commit("Take parts back"), undoes: [], undoesInPart: part + rest, outside: [],
        unresolved: [],
        by: [.subject], isInEffect: true))
    var copies = [BaseMatch(commit: there[0], counterpart: try ReportBuilder.id(9001), by: .contents)]
    for (number, kind) in BaseEvidence.allCases.enumerated() where kind != .contents {
      let work = try builder.ticket(
        "SHOP-40\(number)", nil, state: .alreadyOnBase, commits: ["SHOP-40\(number) work"], evidence: .onBase)
      copies.append(BaseMatch(commit: work[0], counterpart: try ReportBuilder.id(8100 + number), by: kind))
    }
    builder.change {
      $0.reverts = reverts
      $0.alreadyOnBase = copies
    }
    return builder.built()
  }
}
