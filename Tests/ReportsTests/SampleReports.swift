import ReleaseScope

/// The reports that the golden files are drawn from.
enum SampleReport: String, CaseIterable {
  case pass
  case fail
  case incomplete
  case failIncomplete = "fail-incomplete"
  case empty
  case netScope = "net-scope"
  case everyRule = "every-rule"
  case hostile
  case many

  func report() throws -> ScopeReport {
    switch self {
    case .pass: try Self.pass()
    case .fail: try Self.fail()
    case .incomplete: try Self.incomplete()
    case .failIncomplete: try Self.failIncomplete()
    case .empty: try ReportBuilder().built()
    case .netScope: try Self.netScope()
    case .everyRule: try Self.everyRule()
    case .hostile: try Self.hostile()
    case .many: try Self.many()
    }
  }

  private static func pass() throws -> ScopeReport {
    var builder = try ReportBuilder()
    try addRightTickets(to: &builder)
    try builder.ticket(
      "SHOP-96", "Prices with three decimals", planned: false, state: .alreadyOnBase,
      commits: ["SHOP-96: round prices of hot fix 2.3.1"], evidence: .onBase)
    let bump = try builder.commit("Bump eslint from 9.1.0 to 9.2.0", by: "dependabot[bot]")
    try builder.find(
      .unassigned, .warning, about: "SHOP-102", "SHOP-102 has no assignee", help: "assign it in Jira")
    builder.change {
      $0.exempt = [ExemptCommit(commit: bump, reason: "dependency updates")]
      $0.remarks = ["base is origin/main: the remote's HEAD; the local main is 4 commits behind it"]
    }
    return builder.built()
  }

  static func addRightTickets(to builder: inout ReportBuilder) throws {
    try builder.ticket(
      "SHOP-101", "Guest checkout loses the cart",
      commits: ["SHOP-101: keep the guest's cart over the login", "SHOP-101: test the guest's cart"])
    try builder.ticket("SHOP-102", "Show delivery dates in the cart", commits: ["SHOP-102 show delivery dates"])
    try builder.ticket(
      "SHOP-110", "Search finds discontinued articles and shows them above those that can be ordered",
      commits: ["SHOP-110: rank what can be ordered first"], by: "Fox Mulder")
    try builder.ticket(
      "PAY-7", "Refund twice the same day", commits: ["PAY-7 allow a second refund"], by: "Walter Skinner")
  }

  private static func fail() throws -> ScopeReport {
    var builder = try ReportBuilder()
    try addRightTickets(to: &builder)
    let gift = try builder.ticket(
      "SHOP-131", "Gift cards can be split across orders", planned: false,
      commits: ["SHOP-131: split gift cards across orders", "SHOP-131: migrate the old gift cards"])
    let export = try builder.ticket("SHOP-140", nil, planned: false, commits: ["SHOP-140 export orders as CSV"])
    try builder.find(
      .unplannedTicket, .error, about: "SHOP-131", commits: gift,
      "SHOP-131 is in the release and not in the manifest",
      help: "give the ticket this fix version and refresh the manifest, or take its commits out of the release")
    try builder.find(
      .unplannedTicket, .error, about: "SHOP-140", commits: export,
      "SHOP-140 is in the release and not in the manifest",
      help: "did you mean SHOP-104? it is planned and has no work here")
    let search = try builder.ticket(
      "SHOP-141", "Search by colour", planned: false, commits: ["SHOP-141: search by colour"])
    try builder.find(
      .unplannedTicket, .error, about: "SHOP-141", commits: search,
      "SHOP-141 is in the release and not in the manifest",
      help: "give the ticket this fix version and refresh the manifest, or take its commits out of the release")
    try builder.ticket("SHOP-104", "Newsletter: new footer", state: .absent)
    try builder.ticket("SHOP-120", "Pay by bank transfer", state: .absent)
    try builder.ticket("PAY-12", "Rounding of partial refunds", state: .absent)
    try builder.find(
      .missingTicket, .error, about: "PAY-12", "PAY-12 is planned and no commit of the release implements it",
      help: "merge its work into the release, or move the ticket to another version and refresh the manifest")
    try builder.find(
      .unmergedWork, .error, about: "SHOP-120",
      "SHOP-120 is planned and its work is only on 'origin/feature/SHOP-120-bank-transfer' (3 commits)",
      help: "run: git switch release/2.4.0 && git merge origin/feature/SHOP-120-bank-transfer")
    let waiver = Waiver(
      rule: .missingTicket, ticket: try ReportBuilder.key("SHOP-104"), reason: "changed in the admin panel",
      approver: "lead@example.com", expires: Day(number: 20_788))
    try builder.find(
      .missingTicket, .error, about: "SHOP-104", "SHOP-104 is planned and no commit of the release implements it",
      help: "merge its work into the release, or move the ticket to another version and refresh the manifest",
      waiver: waiver)
    let typo = try builder.commit("Fix the typo on the landing page", by: "Monica Reyes")
    try builder.find(
      .untrackedCommit, .error, commits: [typo], "the commit names no ticket",
      help: "attribute each: git notes --ref=tickets add -m SHOP-12 <commit>; or exempt it in the policy")
    try builder.find(
      .staleApproval, .warning, about: "SHOP-110",
      "SHOP-110 is ready since 2026-11-17T09:12:00Z, and has later work",
      help: "have the ticket tested again: its work changed after it was found ready")
    let tidy = try builder.commit("Tidy up", by: "John Doggett")
    try builder.find(
      .untrackedCommit, .error, commits: [tidy], "the commit names no ticket",
      help: "attribute each: git notes --ref=tickets add -m SHOP-12 <commit>; or exempt it in the policy")
    builder.change {
      $0.untracked = [typo, tidy]
      $0.range.merges = 1
    }
    return builder.built()
  }

  private static func incomplete() throws -> ScopeReport {
    var builder = try ReportBuilder()
    try builder.ticket(
      "SHOP-101", "Guest checkout loses the cart", planned: false,
      commits: ["SHOP-101: keep the guest's cart over the login"])
    builder.change {
      $0.manifest = nil
      $0.policy = nil
      $0.incomplete = [
        Incompleteness(
          reason: .noManifest, message: "there is no releases/2.4.0.json on origin/main",
          help: .run("relscope manifest fetch 2.4.0"))
      ]
    }
    return builder.built()
  }

  private static func failIncomplete() throws -> ScopeReport {
    var builder = try ReportBuilder(stage: .push)
    try addRightTickets(to: &builder)
    let key = try builder.ticket("SHOP-131", "Gift cards", planned: false, commits: ["SHOP-131: split gift cards"])
    try builder.find(
      .unplannedTicket, .error, about: "SHOP-131", commits: key,
      "SHOP-131 is in the release and not in the manifest",
      help: "give it the fix version 2.4.0, or revert its commits")
    builder.change {
      $0.incomplete = [
        Incompleteness(
          reason: .shallowHistory, message: "the history is cut off after 50 commits",
          help: .run("git fetch --unshallow origin"))
      ]
    }
    return builder.built()
  }
}
