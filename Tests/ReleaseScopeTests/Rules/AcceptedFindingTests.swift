import ReleaseScope
import Testing

/// What a baseline accepts of a release, and what `baseline-unused` finds.
struct AcceptedFindingTests {
  private static func release(_ entries: Baseline.Entry...) -> RuleStory {
    var release = RuleStory(planned: "SHOP-1")
    release.commit("a", "Tidy up")
    release.gather = { $0.baseline = Baseline(version: RuleStory.version("2.4.0"), entries: entries) }
    return release
  }

  private static func entry(
    _ rule: RuleID, _ ticket: String? = nil, commits: [String] = [], message: String = "m"
  ) -> Baseline.Entry {
    .init(
      rule: rule, ticket: ticket.map(RuleStory.key), commits: commits.map(Story.id), message: message, reason: "known")
  }

  @Test func `marks what the baseline covers, and finds nothing unused`() {
    let release = Self.release(
      Self.entry(.missingTicket, "SHOP-1"), Self.entry(.untrackedCommit, commits: ["a"]))
    let accepted = release.judged().filter { $0.baselineReason == "known" }.map(\.rule)
    #expect(accepted == [.missingTicket, .untrackedCommit])
    #expect(release.found(by: .baselineUnused).isEmpty)
  }

  @Test func `finds entries of which nothing is left`() {
    let release = Self.release(
      Self.entry(.missingTicket, "SHOP-2"), Self.entry(.untrackedCommit, commits: ["b"]),
      Self.entry(.untrackedCommit, commits: ["c", "d"]), Self.entry(.versionState, message: "archived"))
    #expect(
      release.found(by: .baselineUnused) == [
        .init(
          severity: .warning, ticket: nil, commits: [],
          message: "the baseline's version-state for 'archived' matches nothing any more",
          help: RuleStory.advice(.baselineUnused)),
        .init(
          severity: .warning, ticket: nil, commits: ["b"],
          message: "the baseline's untracked-commit for commit \(RuleStory.short("b")) matches nothing any more",
          help: RuleStory.advice(.baselineUnused)),
        .init(
          severity: .warning, ticket: nil, commits: ["c", "d"],
          message: "the baseline's untracked-commit for 2 commits matches nothing any more",
          help: RuleStory.advice(.baselineUnused)),
        .init(
          severity: .warning, ticket: "SHOP-2", commits: [],
          message: "the baseline's missing-ticket for SHOP-2 matches nothing any more",
          help: RuleStory.advice(.baselineUnused)),
      ])
  }

  @Test func `leaves to a waiver what both cover, and counts the entry as used`() {
    var release = Self.release(Self.entry(.missingTicket, "SHOP-1"))
    release.policy.waivers = [RuleStory.waiver(.missingTicket) { $0.ticket = RuleStory.key("SHOP-1") }]
    let found = release.judged().filter { $0.rule == .missingTicket }
    #expect(found.map(\.baselineReason) == [nil])
    #expect(found.allSatisfy { $0.waiver != nil })
    #expect(release.found(by: .baselineUnused).isEmpty)
  }

  @Test func `finds nothing without a baseline`() {
    #expect(RuleStory().found(by: .baselineUnused).isEmpty)
  }
}
