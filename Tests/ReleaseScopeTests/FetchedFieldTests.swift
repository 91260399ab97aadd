import ReleaseScope
import Testing

/// The rules that look at what Jira says, with the fields that a fetched manifest has.
struct FetchedFieldTests {
  private static func ticket(_ key: String, _ change: (inout Ticket) -> Void = { _ in }) throws -> Ticket {
    var ticket = Ticket(
      key: try TicketKey(parsing: key), type: "Bug", status: "Ready for Release",
      statusSince: Instant(seconds: 5_000), assignee: .value("Dana"), priority: .value("High"), fixVersions: ["2.4.0"])
    change(&ticket)
    return ticket
  }

  private static func manifest(_ tickets: [Ticket] = []) throws -> Manifest {
    var manifest = Manifest(
      version: Manifest.Version(name: try VersionName(parsing: "2.4.0")),
      releaseTicket: try TicketKey(parsing: "SHOP-900"), tickets: tickets)
    manifest.source = Manifest.Source(kind: "jira")
    manifest.others = [try ticket("SHOP-900") { $0.fixVersions = [] }]
    return manifest
  }

  /// `rule ticket: message`, of the rules that the test is about.
  private func findings(
    _ manifest: Manifest, _ story: Story = Story(), of rules: RuleID...,
    changing change: (inout RuleFacts) -> Void = { _ in }
  ) -> [String] {
    var facts = RuleFacts(
      documents: DocumentFacts(
        policy: Policy(), releaseName: "release/2.4.0", baseName: "main", now: Instant(seconds: 10_000)),
      range: RangeFacts(scope: story.scope, commits: story.range.commits))
    facts.documents.manifest = manifest
    change(&facts)
    return Judgement(facts, stage: .merge) { _ in [] }.findings.filter { rules.contains($0.rule) }.map { finding in
      "\(finding.rule.rawValue) \(finding.ticket.map { "\($0)" } ?? "-"): \(finding.message)"
    }
  }

  @Test func `takes the release ticket for no work, and work on it for planned`() throws {
    var manifest = try Self.manifest([try Self.ticket("SHOP-1"), try Self.ticket("SHOP-900") { $0.status = "Open" }])
    manifest.others = []
    var story = Story()
    story.commit("one", "SHOP-1 Keep the cart")
    #expect(findings(manifest, story, of: .missingTicket, .unplannedTicket, .notReady, .wrongVersion).isEmpty)
    story.commit("two", "SHOP-900 Raise the version")
    #expect(findings(manifest, story, of: .missingTicket, .unplannedTicket, .notReady, .wrongVersion).isEmpty)
  }

  @Test func `tells a wrong version from a key that nobody knows and from one that nobody asked for`() throws {
    var manifest = try Self.manifest()
    manifest.others += [
      try Self.ticket("SHOP-2") { $0.fixVersions = ["2.5.0", "3.0"] },
      try Self.ticket("SHOP-3") { $0.fixVersions = [] },
      try Self.ticket("PAY-4"),
    ]
    manifest.unknown = [try TicketKey(parsing: "SHOP-5")]
    var story = Story()
    for key in ["SHOP-2", "SHOP-3", "PAY-4", "SHOP-5", "SHOP-6"] { story.commit(key, "\(key) Work") }
    #expect(
      findings(manifest, story, of: .wrongVersion, .unplannedTicket) == [
        "unplanned-ticket SHOP-5: SHOP-5 is in the release and Jira knows no such ticket, or does not show it",
        "unplanned-ticket SHOP-6: SHOP-6 is in the release and not in the manifest",
        "wrong-version PAY-4: PAY-4 has '2.4.0' of project 'PAY', which the manifest leaves out",
        "wrong-version SHOP-2: SHOP-2 has the fix version '2.5.0', '3.0', not '2.4.0'",
        "wrong-version SHOP-3: SHOP-3 has no fix version, not '2.4.0'",
      ])
  }

  @Test(arguments: [
    (false, false, false, []),
    (true, false, false, ["version-state -: version '2.4.0' is already released, on 2026-11-12"]),
    (true, false, true, []),
    (false, true, true, ["version-state -: version '2.4.0' is archived"]),
  ])
  func `judges the state of the version`(
    isReleased: Bool, isArchived: Bool, isMerged: Bool, expected: [String]
  ) throws {
    var manifest = try Self.manifest()
    manifest.version.isReleased = isReleased
    manifest.version.isArchived = isArchived
    manifest.version.releaseDate = "2026-11-12"
    #expect(findings(manifest, of: .versionState) { $0.documents.isMerged = isMerged } == expected)
  }

  @Test func `wants a release ticket with somebody assigned`() throws {
    var manifest = try Self.manifest()
    #expect(findings(manifest, of: .releaseTicket).isEmpty)
    manifest.others[0].assignee = .empty
    #expect(
      findings(manifest, of: .releaseTicket) == [
        "release-ticket SHOP-900: the release ticket SHOP-900 has no assignee"
      ])
    manifest.releaseTicket = nil
    #expect(findings(manifest, of: .releaseTicket) == ["release-ticket -: version '2.4.0' has no release ticket"])
  }

  /// The commits of a story are 1,000 seconds after 1970 and later.
  @Test(arguments: [(1_000, false), (999, true), (2_000, false)] as [(Int64, Bool)])
  func `finds work that is newer than the ready status`(since: Int64, isStale: Bool) throws {
    let ticket = try Self.ticket("SHOP-1") { $0.statusSince = Instant(seconds: since) }
    var story = Story()
    story.commit("one", "SHOP-1 Keep the cart")
    #expect(findings(try Self.manifest([ticket]), story, of: .staleApproval).isEmpty == !isStale)
  }

  @Test func `takes the merge of what was found ready for no new work`() throws {
    let ticket = try Self.ticket("SHOP-1") { $0.statusSince = Instant(seconds: 1_001) }
    var story = Story()
    story.commit("one", "SHOP-1 Keep the cart")
    story.commit("two", "Merge branch 'feature/SHOP-1'", on: ["base", "one"])
    #expect(findings(try Self.manifest([ticket]), story, of: .staleApproval).isEmpty)
    let notReady = try Self.ticket("SHOP-1") {
      $0.statusSince = Instant(seconds: 1)
      $0.status = "In Review"
    }
    #expect(findings(try Self.manifest([notReady]), story, of: .staleApproval).isEmpty)
  }

  @Test func `asks for the fields of a type whatever the case of its name`() throws {
    let bug = try Self.ticket("SHOP-1") {
      $0.type = "bug"
      $0.fields = ["Steps to Reproduce": .empty, "labels": .value("x")]
      $0.priority = .empty
    }
    let story = try Self.ticket("SHOP-2") { $0.type = "Story" }
    let found = findings(try Self.manifest([bug, story]), of: .untriaged) {
      $0.documents.policy.triage = ["*": ["Priority", "Labels"], "Bug": ["steps to reproduce", "Environment"]]
    }
    #expect(found == ["untriaged SHOP-1: SHOP-1 lacks Priority, steps to reproduce"])
  }
}
