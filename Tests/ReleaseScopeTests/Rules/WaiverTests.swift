import ReleaseScope
import Testing

/// What waivers cover and until when, and what `waiver-expired` and `waiver-unused` find.
struct WaiverTests {
  /// SHOP-1 is missing, `a` and `b` have no ticket.
  private static func release(_ waivers: Waiver...) -> RuleStory {
    var release = RuleStory(planned: "SHOP-1")
    release.commit("a", "Tidy up")
    release.commit("b", "Tidy up more")
    release.policy.waivers = waivers
    release.paths = ["a": ["docs/a.md", "docs/b/c.md"], "b": ["docs/a.md", "Cart.swift"]]
    return release
  }

  /// The commits, else the tickets, of what is waived.
  private static func waived(_ release: RuleStory) -> [String] {
    release.judged().filter { $0.waiver != nil }
      .map { $0.commits.first.map(Story.name) ?? $0.ticket?.description ?? "-" }
  }

  @Test(arguments: [("2026-11-24", true), ("2026-11-23", true), ("2026-11-22", false)])
  func `holds on its last day, and not on the day after`(day: String, holds: Bool) {
    let waiver = RuleStory.waiver(.missingTicket) {
      $0.ticket = RuleStory.key("SHOP-1")
      $0.expires = RuleStory.day(day)
    }
    let release = Self.release(waiver)
    #expect(Self.waived(release) == (holds ? ["SHOP-1"] : []))
    #expect(release.found(by: .missingTicket).map(\.severity) == [.error])
    let message = "the waiver of missing-ticket for SHOP-1 expired on \(day)"
    let expired = RuleStory.Found(
      severity: .error, ticket: "SHOP-1", commits: [], message: message, help: RuleStory.advice(.waiverExpired))
    #expect(release.found(by: .waiverExpired) == (holds ? [] : [expired]))
    #expect(release.found(by: .waiverUnused).isEmpty)
  }

  @Test func `is unused when nothing is left of what it covered, whatever its day`() {
    let used = RuleStory.waiver(.missingTicket) { $0.ticket = RuleStory.key("SHOP-1") }
    let unused = RuleStory.waiver(.missingTicket) { $0.ticket = RuleStory.key("SHOP-2") }
    let old = RuleStory.waiver(.notReady) {
      $0.commit = "abcdef1"
      $0.path = "docs/**"
      $0.expires = RuleStory.day("2026-01-01")
    }
    let found = Self.release(used, unused, old).found(by: .waiverUnused)
    #expect(
      found == [
        .init(
          severity: .warning, ticket: nil, commits: [],
          message: "the waiver of not-ready for commit abcdef1, 'docs/**' matches nothing",
          help: RuleStory.advice(.waiverUnused)),
        .init(
          severity: .warning, ticket: "SHOP-2", commits: [],
          message: "the waiver of missing-ticket for SHOP-2 matches nothing", help: RuleStory.advice(.waiverUnused)),
      ])
    #expect(Self.release(used, unused, old).found(by: .waiverExpired).isEmpty)
  }

  @Test(arguments: [
    (RuleID.missingTicket, "SHOP-1", true), (.missingTicket, "SHOP-2", false), (.notReady, "SHOP-1", false),
  ])
  func `covers a rule's finding by ticket`(rule: RuleID, ticket: String, covers: Bool) {
    let release = Self.release(RuleStory.waiver(rule) { $0.ticket = RuleStory.key(ticket) })
    #expect(Self.waived(release) == (covers ? ["SHOP-1"] : []))
  }

  @Test func `covers a finding by the commit that it names`() {
    let commit = String(Story.id("b").description.prefix(7))
    #expect(Self.waived(Self.release(RuleStory.waiver(.untrackedCommit) { $0.commit = commit })) == ["b"])
    // What names no commit is not about one.
    #expect(Self.waived(Self.release(RuleStory.waiver(.missingTicket) { $0.commit = commit })).isEmpty)
  }

  @Test(arguments: ["c", "d"])
  func `covers no finding of which it leaves out a commit`(name: String) {
    var release = Self.release(
      RuleStory.waiver(.unplannedTicket) { $0.commit = String(Story.id(name).description.prefix(9)) })
    var other = release
    release.commit(name, "SHOP-2 Search")
    #expect(Self.waived(release) == [name])
    for each in ["c", "d"] { other.commit(each, "SHOP-2 Search, \(each)") }
    #expect(Self.waived(other).isEmpty)
  }

  @Test(arguments: [("SHOP-2", "c", true), ("SHOP-3", "c", false), ("SHOP-2", "a", false)])
  func `covers a finding only if ticket, commit and path are its own`(ticket: String, commit: String, covers: Bool) {
    var release = Self.release(
      RuleStory.waiver(.unplannedTicket) {
        $0.ticket = RuleStory.key(ticket)
        $0.commit = String(Story.id(commit).description.prefix(7))
        $0.path = "*.swift"
      })
    release.commit("c", "SHOP-2 Search")
    release.paths["c"] = ["Search.swift"]
    #expect(Self.waived(release) == (covers ? ["c"] : []))
    release.paths["c"] = ["Search.swift", "docs/search.md"]
    #expect(Self.waived(release).isEmpty)
  }

  @Test(arguments: [("docs/**", ["a"]), ("docs/*", []), ("**", ["a", "b"]), ("Cart.swift", [])])
  func `covers a finding by a glob that every changed path fits`(path: String, commits: [String]) {
    #expect(Set(Self.waived(Self.release(RuleStory.waiver(.untrackedCommit) { $0.path = path }))) == Set(commits))
  }

  @Test func `covers by path nothing of which the paths are not known, and nothing without commits`() {
    var release = Self.release(RuleStory.waiver(.untrackedCommit) { $0.path = "**" })
    release.paths = ["a": []]
    #expect(Self.waived(release).isEmpty)
    #expect(Self.waived(Self.release(RuleStory.waiver(.missingTicket) { $0.path = "**" })).isEmpty)
  }

  @Test func `leaves a finding to the first of several that hold, and uses them all`() {
    let key = RuleStory.key("SHOP-1")
    let waivers = ["old", "first", "second"].map { reason in
      RuleStory.waiver(.missingTicket) {
        $0.ticket = key
        $0.reason = reason
        if reason == "old" { $0.expires = RuleStory.day("2026-11-01") }
      }
    }
    let release = Self.release(waivers[0], waivers[1], waivers[2])
    #expect(release.judged().compactMap { $0.waiver?.reason } == ["first"])
    #expect(release.found(by: .waiverUnused).isEmpty)
    #expect(release.found(by: .waiverExpired).count == 1)
  }
}
