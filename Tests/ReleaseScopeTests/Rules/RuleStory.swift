import ReleaseScope

/// A release as the rules see it: a story, the manifest of 2.4.0, a policy, and what a check gathers besides.
struct RuleStory: Sendable {
  var story = Story()
  /// `nil` when none could be had.
  var manifest: Manifest?
  var policy = Policy()
  /// What else the rules look at.
  var gather: @Sendable (inout RuleFacts) -> Void = { _ in }
  /// What commits change, for waivers by path.
  var paths: [String: [String]] = [:]

  /// The day on which the release is judged.
  static let today = day("2026-11-23")

  /// A finding, with commits by name.
  struct Found: Equatable, CustomStringConvertible {
    var severity: Severity
    var ticket: String?
    var commits: [String]
    var message: String
    var help: String

    var description: String { "\(severity): \(ticket ?? "-") \(commits): \(message) | \(help)" }
  }

  /// Plans tickets that lack nothing.
  init(planned: String...) {
    manifest = Manifest(
      version: .init(name: Self.version("2.4.0")), releaseTicket: Self.key("SHOP-900"),
      tickets: planned.map { Self.ticket($0) })
  }

  static func key(_ text: String) -> TicketKey {
    guard let key = try? TicketKey(parsing: text) else { preconditionFailure("\(text) is no key") }
    return key
  }

  static func version(_ text: String) -> VersionName {
    guard let name = try? VersionName(parsing: text) else { preconditionFailure("the name is blank") }
    return name
  }

  static func day(_ text: String) -> Day {
    guard let day = Day(parsing: text) else { preconditionFailure("\(text) is no day") }
    return day
  }

  static func ticket(_ text: String, _ change: (inout Ticket) -> Void = { _ in }) -> Ticket {
    var ticket = Ticket(
      key: key(text), status: "Ready for Release", assignee: .value("dana"), priority: .value("High"))
    change(&ticket)
    return ticket
  }

  /// A waiver that holds today.
  static func waiver(_ rule: RuleID, _ change: (inout Waiver) -> Void = { _ in }) -> Waiver {
    var waiver = Waiver(rule: rule, reason: "agreed", approver: "lead@example.com", expires: today)
    change(&waiver)
    return waiver
  }

  mutating func commit(_ name: String, _ message: String, on parents: [String]? = nil) {
    story.commit(name, message, on: parents)
  }

  mutating func change(_ ticket: String, _ change: (inout Ticket) -> Void) {
    guard let place = manifest?.tickets.firstIndex(where: { $0.key == Self.key(ticket) }) else {
      preconditionFailure("\(ticket) is not planned")
    }
    manifest?.tickets[place] = Self.ticket(ticket, change)
  }

  func judged(at stage: Stage = .merge) -> [Finding] {
    let scope = story.scope
    var facts = RuleFacts(
      documents: DocumentFacts(
        policy: policy, releaseName: "release/2.4.0", baseName: "main",
        now: Instant(seconds: Int64(Self.today.number) * 86_400 + 43_200)),
      range: RangeFacts(scope: scope, commits: story.range.commits))
    facts.documents.manifest = manifest
    facts.documents.seal = .intact(String(repeating: "0", count: 64))
    facts.range.untracked = scope.withoutTicket
    gather(&facts)
    return Judgement(facts, stage: stage) { paths[Story.name($0)] ?? [] }.findings
  }

  /// What a rule finds.
  func found(by rule: RuleID, at stage: Stage = .merge) -> [Found] {
    judged(at: stage).filter { $0.rule == rule }.map {
      Found(
        severity: $0.severity, ticket: $0.ticket?.description, commits: $0.commits.map(Story.name),
        message: $0.message, help: $0.help.text)
    }
  }

  /// The tickets that a rule finds.
  func tickets(_ rule: RuleID) -> [String] { found(by: rule).map { $0.ticket ?? "-" } }

  /// The one sentence that goes with every finding of a rule, unless the finding has its own.
  static func advice(_ rule: RuleID) -> String { Rule.all.first { $0.id == rule }?.advice.text ?? "" }

  /// The first digits of a commit's id, as help has them.
  static func short(_ name: String) -> String { Story.id(name).abbreviated }
}
