import ReleaseScope
import Testing

extension SampleReport {
  /// Each state of a ticket, with reverts, a restored revert, and matches on the base.
  static func netScope() throws -> ScopeReport {
    var builder = try ReportBuilder()
    try addRightTickets(to: &builder)
    try addReverts(to: &builder)
    let ported = try builder.ticket(
      "SHOP-96", "Prices with three decimals", state: .alreadyOnBase, commits: ["SHOP-96: round prices"],
      evidence: .onBase)
    try builder.ticket("SHOP-104", "Newsletter: new footer", state: .absent)
    let export = try builder.ticket(
      "SHOP-140", nil, planned: false, commits: ["SHOP-140 export orders as CSV"], place: .trailer)
    let merge = try builder.commit("Merge branch 'feature/SHOP-150-invoices' into release/2.4.0")
    let inherited = try builder.commit("Number the invoices", by: "Fox Mulder")
    builder.add(
      TicketReport(
        key: try ReportBuilder.key("SHOP-150"), isPlanned: true, state: .delivered, summary: "Invoices have numbers",
        evidence: [Evidence(commit: inherited, place: .mergeBranch, state: .inEffect, via: merge)]))
    builder.add(
      TicketReport(
        key: try ReportBuilder.key("SHOP-160"), isPlanned: false, state: .mentioned, mentions: [inherited]))
    let loose = try builder.commit("Fix the typo on the landing page", by: "Monica Reyes")
    let docs = try builder.commit("Explain the invoices", by: "Monica Reyes")
    try builder.find(
      .unplannedTicket, .error, about: "SHOP-140", commits: export,
      "SHOP-140 is in the release and not in the manifest", help: "plan it, or revert its commits")
    try builder.find(
      .untrackedCommit, .error, commits: [loose], "the commit names no ticket",
      help: "attribute it: git notes --ref=tickets add -m SHOP-nnn \(loose.abbreviated)")
    let counterpart = try ReportBuilder.id(8001)
    let on = try #require(ported.first)
    let other = OtherKey(key: try ReportBuilder.key("ABC-1"), commits: [docs])
    builder.change {
      $0.untracked = [loose]
      $0.exempt = [ExemptCommit(commit: docs, reason: "documentation only")]
      $0.otherKeys = [other]
      $0.alreadyOnBase = [BaseMatch(commit: on, counterpart: counterpart, by: .patchID)]
    }
    return builder.built()
  }

  private static func addReverts(to builder: inout ReportBuilder) throws {
    let work = try ["SHOP-115: count the stock", "SHOP-115: show the stock", "SHOP-115: colour the stock"].map {
      try builder.commit($0)
    }
    let revert = try builder.commit("Revert \"SHOP-115: colour the stock\"")
    let pieces = work.enumerated().map { position, id in
      Evidence(commit: id, place: .subject, state: position == 2 ? .undone : .inEffect)
    }
    builder.add(
      TicketReport(
        key: try ReportBuilder.key("SHOP-115"), isPlanned: true, state: .partlyReverted,
        summary: "Stock of each article",
        status: "Ready for Release", evidence: EvidenceList(pieces)))
    try builder.find(
      .partlyRevertedTicket, .warning, about: "SHOP-115", commits: [work[2]],
      "1 of 3 commits of SHOP-115 are reverted", help: "see: relscope why SHOP-115")
    let undone = try builder.ticket(
      "PAY-20", "Pay later", state: .reverted, commits: ["PAY-20 pay later"], evidence: .undone)
    let undoing = try builder.commit("Revert \"PAY-20 pay later\"", by: "Walter Skinner")
    try builder.find(
      .revertedTicket, .error, about: "PAY-20", commits: undone,
      "PAY-20 is planned and all of its work in the release is reverted",
      help: "take it out of 2.4.0, or restore it: git revert \(undoing.abbreviated)")
    let restored = try builder.ticket(
      "SHOP-117", "Wish lists", commits: ["SHOP-117: wish lists"], by: "Fox Mulder", place: .bodyLine)
    let first = try builder.commit("Revert \"SHOP-117: wish lists\"")
    let second = try builder.commit("Reapply \"SHOP-117: wish lists\"")
    let taking = try builder.commit("Revert \"SHOP-55: old search\"")
    builder.add(
      TicketReport(key: try ReportBuilder.key("SHOP-55"), isPlanned: false, state: .removed, summary: "Old search"))
    try builder.find(
      .removedTicket, .error, about: "SHOP-55", commits: [taking],
      "the release takes earlier work of SHOP-55 out of the product", help: "plan its removal, or revert the revert")
    let outside = try ReportBuilder.id(8002)
    builder.change {
      $0.reverts = [
        RevertReport(commit: revert, undoes: [work[2]], outside: [], unresolved: [], by: [.id], isInEffect: true),
        RevertReport(commit: undoing, undoes: undone, outside: [], unresolved: [], by: [.patchID], isInEffect: true),
        RevertReport(commit: first, undoes: restored, outside: [], unresolved: [], by: [.id], isInEffect: false),
        RevertReport(commit: second, undoes: [first], outside: [], unresolved: [], by: [.subject], isInEffect: true),
        RevertReport(
          commit: taking, undoes: [], outside: [outside], unresolved: ["a lost commit"], by: [.id], isInEffect: true),
      ]
    }
  }
}
