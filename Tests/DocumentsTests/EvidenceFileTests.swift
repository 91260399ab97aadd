import ReleaseProcess
import ReleaseScope
import Testing

@testable import Documents

struct EvidenceFileTests {
  private static func evidence() throws -> ProcessEvidence {
    let id = try #require(ObjectID(String(repeating: "1", count: 40)))
    let time = try #require(Instant(parsing: "2026-11-20T09:12:00Z"))
    let change = TicketEvidence.Change(value: "Closed", time: time, by: "Quinn", address: "quinn@example.com")
    var evidence = ProcessEvidence(version: try VersionName(parsing: "2.4.0"), fetchedAt: time)
    evidence.versions = [
      VersionEvidence(
        project: try ProjectKey(parsing: "SHOP"), isReleased: true, isArchived: false, startDate: "2026-11-02",
        releaseDate: "2026-11-30", unresolved: 2, url: "https://jira.example.com/v")
    ]
    evidence.tickets = [
      TicketEvidence(
        key: try TicketKey(parsing: "SHOP-1"), status: "Closed", statusCategory: "done", assignee: .empty,
        statuses: [change], entered: change, left: change),
      TicketEvidence(key: try TicketKey(parsing: "SHOP-2"), assignee: .value("dana"), statuses: []),
    ]
    evidence.releaseTicket = TicketEvidence(key: try TicketKey(parsing: "SHOP-900"))
    var request = PullRequestEvidence(
      number: 7, url: "https://git.example.com/7", state: .merged, isDraft: true, head: id)
    request.author = "dana"
    request.createdAt = time
    request.mergedBy = "lea"
    request.mergedAt = time
    request.mergeCommit = id
    request.reviews = [ForgeReview(by: "lea", state: "approved", commit: id, time: time)]
    request.comment = PullRequestEvidence.Comment(
      head: CommitPrefix("\(id)"), time: time, url: "https://git.example.com/7#1")
    evidence.pullRequest = request
    evidence.deployments = [
      DeploymentEvidence(environment: "production", commit: id, hasSucceeded: true, time: time, by: "olga", url: "u")
    ]
    evidence.messages = [
      MessageEvidence(
        kind: .notes, time: time, by: "quinn", reference: "<a@b>", tickets: [try TicketKey(parsing: "SHOP-1")])
    ]
    return evidence
  }

  @Test func `reads what it wrote`() throws {
    let evidence = try Self.evidence()
    let file = try EvidenceFile(parsing: EvidenceFile.text(of: evidence).bytes, name: "e.json")
    #expect(file.evidence == evidence)
    guard case .intact = file.seal else {
      Issue.record("the seal is \(file.seal)")
      return
    }
  }

  /// Of what the sample lacks, nobody sees whether it is written and read.
  @Test func `is tried with every member that evidence has`() throws {
    var isSet: [String: Bool] = [:]
    Self.note(try Self.evidence(), in: &isSet)
    // It is found out anew by each reader, and kept in no file.
    #expect(isSet.filter { !$0.value }.map(\.key) == ["DeploymentEvidence.hasRelease"])
  }

  /// Says of each member of a value, and of the values in it, whether any of them has it.
  private static func note(_ value: Any, in isSet: inout [String: Bool]) {
    let mirror = Mirror(reflecting: value)
    for child in mirror.children {
      let content = Mirror(reflecting: child.value)
      if mirror.displayStyle == .struct, let label = child.label {
        let name = "\(type(of: value)).\(label)"
        let isAbsent = content.displayStyle == .optional && content.children.isEmpty
        isSet[name] = isSet[name] == true || !isAbsent
      }
      note(child.value, in: &isSet)
    }
  }

  @Test func `tells what was not asked from what was answered with nothing`() throws {
    var empty = ProcessEvidence(
      version: try VersionName(parsing: "2.4.0"), fetchedAt: try #require(Instant(parsing: "2026-11-20T09:12:00Z")))
    func read() throws -> ProcessEvidence {
      try EvidenceFile(parsing: EvidenceFile.text(of: empty).bytes, name: "e").evidence
    }
    #expect(try read() == empty)
    empty.hasNoPullRequest = true
    empty.deployments = []
    empty.tickets = []
    #expect(try read() == empty)
  }

  @Test func `refuses evidence that was changed`() throws {
    let text = EvidenceFile.text(of: try Self.evidence())
    let changed = text.replacing("\"released\": true", with: "\"released\": false")
    #expect(changed != text)
    let error = try #require(throws: DocumentError.self) { try EvidenceFile(parsing: changed.bytes, name: "e.json") }
    #expect(error.message == "the seal does not match the evidence: somebody changed it")
  }

  static let head = #""schema": "relscope.evidence/1", "version": "2.4.0", "fetchedAt": "2026-11-20T09:12:00Z""#

  @Test(arguments: [
    ("{}", "no 'schema'"),
    (
      #"{"schema": "relscope.evidence/2"}"#,
      "'relscope.evidence/2' is no evidence that this relscope reads, expected 'relscope.evidence/1'"
    ),
    (#"{"schema": "relscope.evidence/1", "version": "2.4.0"}"#, "no 'fetchedAt'"),
    (
      #"{"schema": "relscope.evidence/1", "version": " ", "fetchedAt": "2026-11-20T09:12:00Z"}"#,
      "a version's name cannot be blank"
    ),
    ("{\(head), \"ticket\": []}", "unknown member 'ticket' of the evidence"),
    (
      #"{\#(head), "versions": [{"project": "shop", "released": true, "archived": false}]}"#,
      "'shop' is not a project key (a capital letter, then capitals, digits or '_')"
    ),
    (#"{\#(head), "versions": [{"project": "SHOP", "released": true}]}"#, "no 'archived'"),
    (
      #"{\#(head), "versions": [{"project": "SHOP", "released": true, "archived": false, "unresolved": -1}]}"#,
      "expected a whole number for 'unresolved', found a number"
    ),
    (
      #"{\#(head), "tickets": [{"key": "SHOP-1", "statuses": [{"value": "a", "time": "now"}]}]}"#,
      "'now' is not a point in time for 'time'"
    ),
    (#"{\#(head), "pullRequest": {"number": 7, "state": "gone"}}"#, "unknown state 'gone'"),
    (#"{\#(head), "pullRequest": {"number": 7, "state": "open", "head": "123"}}"#, "'123' is no object id for 'head'"),
    (#"{\#(head), "messages": [{"kind": "note", "time": "2026-11-20T09:12:00Z"}]}"#, "unknown kind 'note'"),
  ])
  func `says what is wrong with evidence`(text: String, message: String) throws {
    let error = try #require(throws: DocumentError.self) { try EvidenceFile(parsing: text.bytes, name: "e.json") }
    #expect(error.message == message)
    #expect(error.kind == .badData)
  }
}
