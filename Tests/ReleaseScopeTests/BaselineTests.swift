import ReleaseScope
import Testing

/// What a baseline accepts, and what is new to it.
struct BaselineTests {
  private static func id(_ digit: Character) throws -> ObjectID {
    try #require(ObjectID(String(repeating: digit, count: 40)))
  }

  private static func finding(
    _ rule: RuleID, _ ticket: String? = nil, commits: String = "", about: String? = nil, message: String = "m",
    severity: Severity = .error
  ) throws -> Finding {
    Finding(
      rule: rule, severity: severity, ticket: try ticket.map { try TicketKey(parsing: $0) },
      commits: try commits.map { try id($0) }, about: about, message: message, help: "h")
  }

  private static func report(_ findings: [Finding], version: String? = "2.4.0") throws -> ScopeReport {
    ScopeReport(
      verdict: .fail, version: try version.map { try VersionName(parsing: $0) }, stage: .merge,
      range: RangeSummary(
        base: NamedCommit(name: "main", id: try id("1")), release: NamedCommit(name: "r", id: try id("2")), commits: 0,
        merges: 0), findings: findings)
  }

  /// Whether a baseline made of one finding keeps its reason for another, which it does when the entry covers it.
  private func covers(_ known: Finding, _ later: Finding) throws -> Bool {
    let first = try #require(Baseline(of: try Self.report([known]), keeping: nil, reason: "known"))
    let second = try #require(Baseline(of: try Self.report([later]), keeping: first, reason: "new"))
    return second.entries.map(\.reason) == ["known"]
  }

  @Test func `covers the same finding, in other words too`() throws {
    let known = try Self.finding(.unplannedTicket, "SHOP-9", commits: "ab")
    #expect(try covers(known, known))
    #expect(try covers(known, Self.finding(.unplannedTicket, "SHOP-9", commits: "ba", message: "other")))
    #expect(try covers(known, Self.finding(.unplannedTicket, "SHOP-9", commits: "a")))
    #expect(try covers(known, Self.finding(.unplannedTicket, "SHOP-9")))
  }

  @Test func `does not cover more work, another ticket, another rule`() throws {
    let known = try Self.finding(.unplannedTicket, "SHOP-9", commits: "ab")
    #expect(try !covers(known, Self.finding(.unplannedTicket, "SHOP-9", commits: "abc")))
    #expect(try !covers(known, Self.finding(.unplannedTicket, "SHOP-9", commits: "c")))
    #expect(try !covers(known, Self.finding(.unplannedTicket, "SHOP-10", commits: "ab")))
    #expect(try !covers(known, Self.finding(.wrongVersion, "SHOP-9", commits: "ab")))
  }

  @Test(arguments: [RuleID.missingTicket, .unmergedWork])
  func `covers what is missing wherever it is mentioned`(rule: RuleID) throws {
    #expect(try covers(Self.finding(rule, "SHOP-4"), Self.finding(rule, "SHOP-4", commits: "ab")))
    #expect(try covers(Self.finding(rule, "SHOP-4", commits: "a"), Self.finding(rule, "SHOP-4", commits: "b")))
    #expect(try covers(Self.finding(rule), Self.finding(rule, commits: "a")))
    let report = try Self.report([Self.finding(rule, "SHOP-4", commits: "a")])
    #expect(Baseline(of: report, keeping: nil, reason: "r")?.entries.map(\.commits) == [[]])
  }

  @Test func `tells findings about no ticket by their commits`() throws {
    let commit = try Self.finding(.untrackedCommit, commits: "a")
    #expect(try covers(commit, commit))
    #expect(try !covers(commit, Self.finding(.untrackedCommit, commits: "b")))
  }

  /// Of findings about neither ticket nor commit: what they are about, and their words.
  @Test(arguments: [
    ("archived", "is archived", "archived", "is archived", true),
    ("archived", "is archived", "archived", "was archived", true),
    ("archived", "is archived", "released", "is archived", false),
    (nil, "changes nothing in main", nil, "changes nothing in origin/main", true),
    // An entry that was written when there were only words.
    (nil, "is archived", "archived", "is archived", true), (nil, "is archived", "archived", "was archived", false),
  ])
  func `tells other findings by what they are about, whatever the words`(
    known: String?, knownWords: String, about: String?, words: String, isCovered: Bool
  ) throws {
    let later = try Self.finding(.versionState, about: about, message: words)
    #expect(try covers(Self.finding(.versionState, about: known, message: knownWords), later) == isCovered)
  }

  /// Or else one entry would accept them both.
  @Test(arguments: RuleID.allCases.filter(\.canBeInBaseline))
  func `tells all findings of a rule from each other`(rule: RuleID) {
    let found = RuleStory.examples[rule]?.judged().filter { $0.rule == rule } ?? []
    let things = Set(found.map { "\($0.ticket.map { "\($0)" } ?? "") \($0.commits) \($0.about ?? "")" })
    #expect(things.count == found.count)
  }

  @Test func `takes errors that nobody has waived, sorted, and never what says that a check cannot be relied on`()
    throws
  {
    var waived = try Self.finding(.missingTicket, "SHOP-5")
    waived.waiver = Waiver(rule: .missingTicket, reason: "r", approver: "a", expires: Day(number: 1))
    let findings = try [
      Self.finding(.untrackedCommit, commits: "b"), Self.finding(.untrackedCommit, commits: "a"),
      Self.finding(.missingTicket, "SHOP-10"), Self.finding(.missingTicket, "SHOP-2"),
      Self.finding(.unplannedTicket, "SHOP-1"), waived, Self.finding(.unassigned, "SHOP-3", severity: .warning),
      Self.finding(.untrustedPolicy), Self.finding(.brokenSeal), Self.finding(.waiverExpired),
    ]
    let baseline = try #require(Baseline(of: try Self.report(findings), keeping: nil, reason: "r"))
    let written = baseline.entries.map { "\($0.rule.rawValue) \($0.ticket.map(\.description) ?? "")" }
    #expect(
      written == [
        "unplanned-ticket SHOP-1", "missing-ticket SHOP-2", "missing-ticket SHOP-10", "untracked-commit ",
        "untracked-commit ",
      ])
    #expect(baseline.entries.suffix(2).map(\.commits) == [[try Self.id("a")], [try Self.id("b")]])
    let turned = try #require(Baseline(of: try Self.report(findings.reversed()), keeping: nil, reason: "r"))
    #expect(turned == baseline)
  }

  @Test func `is for one version`() throws {
    #expect(Baseline(of: try Self.report([], version: nil), keeping: nil, reason: "r") == nil)
    let known = try Self.finding(.missingTicket, "SHOP-4")
    let first = try #require(Baseline(of: try Self.report([known]), keeping: nil, reason: "old"))
    let other = try #require(Baseline(of: try Self.report([known], version: "2.5.0"), keeping: first, reason: "new"))
    #expect(other.entries.map(\.reason) == ["new"])
  }
}
