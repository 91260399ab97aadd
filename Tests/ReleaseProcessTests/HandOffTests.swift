import ReleaseProcess
import ReleaseScope
import Testing

@Suite struct HandOffTests {
  private func items(_ handOff: HandOff?, under heading: String) -> [String] {
    guard let blocks = handOff?.blocks, let place = blocks.firstIndex(of: .heading(heading)), place + 1 < blocks.count,
      case .items(let items) = blocks[place + 1]
    else { return [] }
    return items.map {
      [$0.ticket?.description, $0.text, $0.note.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
    }
  }

  private func headings(_ handOff: HandOff?) -> [String] {
    (handOff?.blocks ?? []).compactMap { block in
      if case .heading(let text) = block { text } else { nil }
    }
  }

  /// The finished release with two more tickets, of several types and fates.
  private func release(_ change: (inout ProcessFacts) -> Void = { _ in }) throws -> ProcessFacts {
    var facts = try finishedRelease()
    let types = [
      ("SHOP-1", "Bug", TicketState.delivered), ("SHOP-2", "Story", .alreadyOnBase), ("SHOP-3", "Task", .delivered),
      ("SHOP-4", "Bug", .reverted),
    ]
    facts.manifest?.tickets = try types.map { key, type, _ in
      Ticket(key: try TicketKey(parsing: key), summary: "About \(key)", type: type, status: "Ready for Release")
    }
    facts.report?.tickets = try types.map { key, _, state in
      TicketReport(key: try TicketKey(parsing: key), isPlanned: true, state: state, summary: "About \(key)")
    }
    facts.report?.tickets.append(
      TicketReport(key: try TicketKey(parsing: "SHOP-9"), isPlanned: false, state: .delivered))
    facts.policy.notes.internalTypes = ["task"]
    facts.policy.notes.headings = [("Story", "Added"), ("bug", "Fixed")]
    facts.policy.mail.qa = ["qa@example.com"]
    facts.policy.mail.stakeholders = ["client@example.com", "qa@example.com"]
    change(&facts)
    return facts
  }

  @Test func `names in notes what is merged and in the version, under the policy's headings`() throws {
    let notes = HandOff.notes(try release())
    #expect(headings(notes) == ["Release 2.4.0, 2026-11-25", "Added", "Fixed"])
    #expect(items(notes, under: "Added") == ["SHOP-2 About SHOP-2"])
    #expect(items(notes, under: "Fixed") == ["SHOP-1 About SHOP-1"])
    #expect(notes?.blocks.last == .paragraph("Besides, 1 internal change."))
    #expect(notes?.recipients == ["client@example.com", "qa@example.com"])
    #expect(
      notes?.warnings == [
        "SHOP-4 is of the version and not brought: left out", "SHOP-9 is brought and not of the version: left out",
      ])
  }

  @Test func `groups notes by type where the policy says nothing`() throws {
    let notes = HandOff.notes(
      try release {
        $0.policy.notes = NotesPolicy()
        $0.manifest?.tickets[2].type = nil
      })
    #expect(headings(notes) == ["Release 2.4.0, 2026-11-25", "Bug", "Story", "Other"])
  }

  @Test func `leaves tickets with an internal label out of notes`() throws {
    let notes = HandOff.notes(
      try release {
        $0.policy.notes.internalLabels = ["internal"]
        $0.manifest?.tickets[0].fields["Labels"] = .value("shop, Internal")
      })
    #expect(headings(notes) == ["Release 2.4.0, 2026-11-25", "Added"])
    #expect(notes?.blocks.last == .paragraph("Besides, 2 internal changes."))
  }

  @Test func `warns of notes that come early`() throws {
    let notes = HandOff.notes(try release { $0.merges = [] })
    #expect(notes?.warnings.last == "the release is not merged yet: its scope may still change")
  }

  @Test(arguments: [true, false])
  func `has nothing to hand off without a comparison`(hasManifest: Bool) throws {
    let facts = try release { facts in
      facts.report = nil
      if !hasManifest { facts.manifest = nil }
    }
    #expect(HandOff.notes(facts) == nil)
    #expect(HandOff.scope(facts) == nil)
  }

  @Test func `tells QA what to test and what differs`() throws {
    let scope = HandOff.scope(
      try release {
        $0.report?.verdict = .fail
        $0.report?.counts.errors = 1
        $0.report?.findings = [
          Finding(rule: .revertedTicket, severity: .error, message: "SHOP-4 is reverted", help: "bring it back"),
          Finding(rule: .unassigned, severity: .warning, message: "SHOP-1 has no assignee", help: ""),
        ]
      })
    #expect(headings(scope) == ["Release 2.4.0: 1 thing differs", "To test (3)", "What differs (1)"])
    #expect(
      items(scope, under: "To test (3)") == [
        "SHOP-1 About SHOP-1 (Ready for Release)", "SHOP-3 About SHOP-3 (Ready for Release)",
        "SHOP-9  (not of this version)",
      ])
    #expect(items(scope, under: "What differs (1)") == ["SHOP-4 is reverted (bring it back)"])
    #expect(scope?.recipients == ["qa@example.com"])
  }

  @Test func `names the commit of what names no ticket`() throws {
    let scope = HandOff.scope(
      try release {
        $0.report?.verdict = .fail
        $0.report?.findings = [
          Finding(
            rule: .untrackedCommit, severity: .error, commits: [id(7)], message: "the commit names no ticket", help: "")
        ]
      })
    #expect(items(scope, under: "What differs (1)") == ["7777777777: the commit names no ticket"])
  }

  @Test func `tells QA what changed since they were told`() throws {
    let facts = try release()
    var told = try #require(facts.report)
    #expect(
      HandOff.scope(facts, since: told)?.blocks[2] == .paragraph("Nothing to test has changed since you were told."))
    told.tickets[0].state = .absent
    told.tickets[3].state = .delivered
    told.tickets[4].evidence = [Evidence(commit: id(8), place: .subject, state: .inEffect)]
    #expect(
      items(HandOff.scope(facts, since: told), under: "Changed since you were told") == [
        "SHOP-1 About SHOP-1 (new)", "SHOP-4 About SHOP-4 (no longer in it)", "SHOP-9  (other commits than before)",
      ])
  }

  static let outcomes: [(String, @Sendable (inout ProcessFacts) -> Void)] = [
    ("done", { _ in }),
    ("done with remarks", { $0.evidence?.tickets?[0].statusCategory = "new" }),
    ("done with remarks", { $0.approvals?[0].state = .missing }),
    ("not on production yet", { $0.production = .absent("tag v2.4.0") }),
    ("production not known", { $0.production = .notNamed }),
    (
      "rolled back",
      {
        $0.production = .environment("production")
        $0.evidence?.deployments = [
          DeploymentEvidence(
            environment: "production", commit: id(3), hasSucceeded: true, time: time("2026-11-25"), hasRelease: true),
          DeploymentEvidence(
            environment: "production", commit: id(1), hasSucceeded: true, time: time("2026-11-26"), hasRelease: false),
        ]
      }
    ),
  ]

  @Test(arguments: outcomes.indices)
  func `says in the subject of the results how it went`(place: Int) throws {
    let (outcome, change) = Self.outcomes[place]
    var facts = try finishedRelease()
    change(&facts)
    #expect(HandOff.results(facts).subject == "Release 2.4.0: \(outcome)")
  }

  @Test func `lists what is open with whom, and where it goes`() throws {
    var facts = try finishedRelease()
    facts.evidence?.tickets?[1].status = "Testing"
    facts.evidence?.tickets?[1].statusCategory = "indeterminate"
    let results = HandOff.results(facts, followUp: try VersionName(parsing: "2.4.1"))
    #expect(items(results, under: "Open (1)") == ["SHOP-2 Cart (Testing, dana)"])
    #expect(results.blocks.contains(.paragraph("1 of 2 tickets tested and closed.")))
    #expect(results.blocks.contains(.paragraph("What is open goes into 2.4.1.")))
  }
}
