import Documents
import ReleaseScope
import Testing

/// Puts a report together from few words; ids come from a number, so they are the same in each run.
struct ReportBuilder {
  private(set) var report: ScopeReport
  private var nextCommit = 1
  private var subjects: [CommitSummary] = []

  init(version: String? = "2.4.0", release: String = "release/2.4.0", stage: Stage = .merge) throws {
    let range = RangeSummary(
      base: NamedCommit(name: "origin/main", id: try Self.id(9001)),
      release: NamedCommit(name: release, id: try Self.id(9002)), commits: 0, merges: 0)
    report = ScopeReport(
      verdict: .pass, version: try version.map { try VersionName(parsing: $0) }, stage: stage, range: range,
      manifest: DocumentSummary(
        name: "releases/2.4.0.json", from: "origin/main", digest: "sha256:00", isSealed: true, tickets: 0),
      policy: DocumentSummary(name: ".relscope.yml", from: "origin/main", digest: "sha256:01"))
  }

  /// A made-up id that looks like one.
  static func id(_ number: Int) throws -> ObjectID {
    var state = UInt64(number) &* 0x9E37_79B9_7F4A_7C15
    let bytes = (0..<20).map { _ -> UInt8 in
      state = (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
      return UInt8(truncatingIfNeeded: state >> 40)
    }
    return try #require(ObjectID(bytes: bytes[...]))
  }

  static func key(_ text: String) throws -> TicketKey { try TicketKey(parsing: text) }

  /// Adds a commit of the range.
  mutating func commit(_ subject: String, by author: String = "Dana Scully") throws -> ObjectID {
    let id = try Self.id(nextCommit)
    subjects.append(
      CommitSummary(id: id, subject: subject, author: author, date: Instant(seconds: 1_795_000_000 + Int64(nextCommit)))
    )
    nextCommit += 1
    report.range.commits += 1
    return id
  }

  /// Adds a ticket with one commit for each subject.
  @discardableResult
  mutating func ticket(
    _ key: String, _ summary: String?, planned: Bool = true, state: TicketState = .delivered,
    commits: [String] = [], by author: String = "Dana Scully", place: KeyPlace = .subject,
    evidence: EvidenceState = .inEffect
  ) throws -> [ObjectID] {
    let ids = try commits.map { try commit($0, by: author) }
    let pieces = ids.map { Evidence(commit: $0, place: place, state: evidence) }
    add(
      TicketReport(
        key: try Self.key(key), isPlanned: planned, state: state, summary: summary, status: "Ready for Release",
        assignee: "dana", evidence: EvidenceList(pieces)))
    return ids
  }

  mutating func add(_ ticket: TicketReport) { report.tickets.append(ticket) }

  mutating func find(
    _ rule: RuleID, _ severity: Severity = .error, about key: String? = nil, commits: [ObjectID] = [],
    _ message: String, help: String, waiver: Waiver? = nil
  ) throws {
    report.findings.append(
      Finding(
        rule: rule, severity: severity, ticket: try key.map { try Self.key($0) }, commits: commits, message: message,
        help: Advice(written: help), waiver: waiver))
  }

  /// Changes what has no function of its own.
  mutating func change(_ change: (inout ScopeReport) -> Void) { change(&report) }

  /// The report, sorted and counted as the check does it.
  func built() -> ScopeReport {
    var report = report
    report.tickets.sort { $0.key < $1.key }
    report.commits = CommitSummaries((subjects + report.commits).sorted { $0.id < $1.id })
    report.findings.sort { ($0.severity, $0.rule) < ($1.severity, $1.rule) }
    report.counts = Counts(report.tickets, report.findings, untracked: report.untracked.count)
    report.manifest?.tickets = report.tickets.count { $0.isPlanned }
    report.verdict = Verdict(report.findings, unseen: report.incomplete)
    return report
  }
}
