import ReleaseProcess
import ReleaseScope
import Testing

@Suite struct ReleasePlanTests {
  private let today = Day(number: 20_419)  // 2025-11-27

  private func release(
    _ version: String, _ keys: [String] = [], from start: String? = nil, to end: String? = nil,
    isReleased: Bool = false, _ change: (inout ProcessFacts) -> Void = { _ in }
  ) throws -> PlannedRelease {
    var facts = ProcessFacts(version: try VersionName(parsing: version), policy: Policy())
    facts.manifest = Manifest(
      version: Manifest.Version(
        name: facts.version, isReleased: isReleased, startDate: start, releaseDate: end),
      tickets: try keys.map { Ticket(key: try TicketKey(parsing: $0), type: "Story") })
    change(&facts)
    return PlannedRelease(facts)
  }

  @Test func `puts the next release first, and those without a date last by their numbers`() throws {
    let releases = try [
      release("2.10.0"), release("2.6.0", to: "2025-12-20"), release("2.9.0"), release("Spring"),
      release("2.5.0", to: "2025-12-01"), release("2.4.9", to: "2025-12-01"),
    ]
    let plan = ReleasePlan(releases, on: today)
    #expect(plan.releases.map(\.version.text) == ["2.4.9", "2.5.0", "2.6.0", "2.9.0", "2.10.0", "Spring"])
  }

  @Test(
    arguments: [("2025-11-27", 0), ("2025-11-30", 3), ("2025-11-25", -2), ("soon", nil), (nil, nil)]
      as [(String?, Int?)])
  func `counts the days that are left`(day: String?, left: Int?) throws {
    #expect(try release("2.4.0", to: day).daysLeft(on: today) == left)
  }

  @Test func `finds tickets that two open versions plan`() throws {
    let releases = try [
      release("2.4.0", ["SHOP-1", "SHOP-2"]), release("2.5.0", ["SHOP-2", "SHOP-3"]),
      release("2.3.0", ["SHOP-1", "SHOP-3"], isReleased: true),
    ]
    let shared = ReleasePlan(releases, on: today).shared
    #expect(shared.map(\.key.description) == ["SHOP-2"])
    #expect(shared.first?.versions.map(\.text) == ["2.4.0", "2.5.0"])
  }

  @Test(
    arguments: [
      ("2025-11-01", "2025-11-20", "2025-11-20", "2025-12-01", "2025-11-20 2025-11-20"),
      ("2025-11-01", "2025-11-20", "2025-11-21", "2025-12-01", nil),
      ("2025-11-01", "2025-12-20", "2025-11-10", "2025-11-12", "2025-11-10 2025-11-12"),
      (nil, "2025-12-20", "2025-11-10", "2025-11-12", nil), ("2025-12-20", "2025-11-01", "2025-11-10", nil, nil),
    ] as [(String?, String?, String?, String?, String?)])
  func `finds versions that are under way at once`(
    start: String?, end: String?, otherStart: String?, otherEnd: String?, expected: String?
  ) throws {
    let releases = try [
      release("2.4.0", from: start, to: end), release("2.5.0", from: otherStart, to: otherEnd),
    ]
    let overlaps = ReleasePlan(releases, on: today).overlaps
    #expect(overlaps.map { "\($0.days.lowerBound) \($0.days.upperBound)" } == [expected].compactMap(\.self))
  }

  @Test func `leaves internal tickets out of what people outside read`() throws {
    let release = try release("2.4.0", ["SHOP-1", "SHOP-2"]) { facts in
      facts.policy.notes.internalTypes = ["task"]
      facts.manifest?.tickets[1].type = "Task"
    }
    #expect(release.sections.flatMap(\.tickets).map(\.key.description) == ["SHOP-1"])
    #expect(release.internalTickets.map(\.description) == ["SHOP-2"])
    #expect(release.tickets?.count == 2)
  }

  @Test(
    arguments: [
      ("release/2.4.1", nil, false), ("hotfix/2.4.1", nil, true), ("origin/hotfix/2.4.1", nil, true),
      (nil, "2.4.0", false),
    ] as [(String?, String?, Bool)])
  func `knows a hot fix and what it follows`(branch: String?, follows: String?, isHotfix: Bool) throws {
    let release = try release("2.4.1") { facts in
      facts.branch = branch.map { BranchFact(name: $0, head: id(2), ahead: 1) }
      facts.manifest?.follows = follows.flatMap { try? VersionName(parsing: $0) }
    }
    #expect(release.isHotfix == isHotfix)
    #expect(release.follows?.text == follows)
  }

  @Test func `says what keeps a version from being known`() throws {
    let release = try release("2.4.0") { facts in
      facts.manifest = nil
      facts.gaps = ["there is no 'releases/2.4.0.json' in 'main'"]
    }
    #expect(release.tickets == nil)
    #expect(release.gap == "there is no 'releases/2.4.0.json' in 'main'")
  }
}

@Suite struct TriageListTests {
  private func list(_ tickets: [Ticket]) throws -> TriageList {
    var policy = Policy()
    policy.triage = ["*": ["priority"], "Bug": ["Steps to Reproduce", "Priority"]]
    let manifest = Manifest(
      version: Manifest.Version(name: try VersionName(parsing: "2.4.0")),
      releaseTicket: try TicketKey(parsing: "SHOP-9"),
      tickets: tickets)
    return TriageList([(manifest, policy)])
  }

  private func ticket(
    _ key: String, _ type: String = "Story", since day: String? = nil, priority: Ticket.Field = .empty,
    who: Ticket.Field = .empty, fields: [String: Ticket.Field] = [:], category: String = "new"
  ) throws -> Ticket {
    Ticket(
      key: try TicketKey(parsing: key), type: type, statusCategory: category,
      statusSince: day.map { time($0) }, assignee: who, priority: priority, fields: fields)
  }

  @Test func `lists the oldest first, and whose they are`() throws {
    let list = try list([
      ticket("SHOP-1"), ticket("SHOP-2", since: "2025-11-20"),
      ticket("SHOP-3", since: "2025-11-10", who: .value("Dana Weber")),
    ])
    #expect(list.entries.map(\.key.description) == ["SHOP-3", "SHOP-2", "SHOP-1"])
    #expect(list.entries.map(\.who) == ["Dana Weber", nil, nil])
    #expect(list.entries.map(\.missing) == [["priority"], ["priority"], ["priority"]])
  }

  @Test func `asks of each type what the policy asks, each field once`() throws {
    let list = try list([
      ticket("SHOP-1", "bug", fields: ["steps to reproduce": .empty]),
      ticket("SHOP-2", "Bug", priority: .value("High"), fields: ["Steps to Reproduce": .value("1. Open")]),
      ticket("SHOP-3", priority: .value("Low")),
    ])
    #expect(list.entries.map(\.missing) == [["priority", "Steps to Reproduce"]])
    #expect(list.unasked.isEmpty)
  }

  @Test func `leaves closed tickets and the release ticket out, and tells what nobody asked for`() throws {
    let list = try list([
      ticket("SHOP-1", category: "done"), ticket("SHOP-9"), ticket("SHOP-2", priority: .absent),
      ticket("SHOP-3", "Bug", priority: .value("High")),
    ])
    #expect(list.entries.isEmpty)
    #expect(list.unasked.map(\.field) == ["Steps to Reproduce", "priority"])
    #expect(list.unasked.map { $0.tickets.map(\.description) } == [["SHOP-3"], ["SHOP-2"]])
  }
}
