import JSON
import ReleaseScope
import Testing

@testable import Documents

struct ReportFileTests {
  private func id(_ digit: String) throws -> ObjectID { try #require(ObjectID(String(repeating: digit, count: 40))) }

  private func minimal() throws -> ScopeReport {
    ScopeReport(
      verdict: .pass, version: nil, stage: .merge,
      range: RangeSummary(
        base: NamedCommit(name: "main", id: try id("1")), release: NamedCommit(name: "HEAD", id: try id("2")),
        commits: 0,
        merges: 0))
  }

  private func text(_ report: ScopeReport) -> String {
    var text = ""
    ReportFile().write(report, to: &text)
    return text
  }

  @Test(arguments: [
    ("", Advice("")), ("ask the lead", "ask the lead"), ("run: git fetch", .run("git fetch")),
    ("it is there already: run: git merge main", Advice("it is there already:", run: "git merge main")),
    ("run: echo run: twice", .run("echo run: twice")), ("prerun: nothing", "prerun: nothing"),
  ])
  func `reads advice as the line that is written`(line: String, advice: Advice) {
    let read = Advice(written: line)
    #expect(read == advice)
    #expect(read.text == line)
  }

  @Test func `writes an empty report with every member`() throws {
    let one = String(repeating: "1", count: 40)
    let two = String(repeating: "2", count: 40)
    let expected = """
      {
        "schema": "relscope.report/1",
        "verdict": "pass",
        "version": null,
        "stage": "merge",
        "range": {
          "base": {
            "name": "main",
            "id": "\(one)"
          },
          "release": {
            "name": "HEAD",
            "id": "\(two)"
          },
          "commits": 0,
          "merges": 0
        },
        "manifest": null,
        "policy": null,
        "counts": {
          "delivered": 0,
          "absent": 0,
          "unplanned": 0,
          "untracked": 0,
          "errors": 0,
          "warnings": 0,
          "waived": 0
        },
        "tickets": [],
        "untracked": [],
        "exempt": [],
        "reverts": [],
        "alreadyOnBase": [],
        "otherKeys": [],
        "findings": [],
        "incomplete": [],
        "remarks": [],
        "commits": []
      }

      """
    let result = text(try minimal())
    #expect(result == expected)
  }

  @Test func `writes every value of a report in its place`() throws {
    var report = try minimal()
    let (a, b, c) = (try id("a"), try id("b"), try id("c"))
    let key = try TicketKey(parsing: "SHOP-12")
    report.verdict = .fail
    report.version = try VersionName(parsing: "2.4.0")
    report.stage = .push
    report.range.merge = c
    report.manifest = DocumentSummary(name: "m.json", from: "main", digest: "sha256:0", isSealed: true, tickets: 55)
    report.policy = DocumentSummary(name: ".relscope.yml", from: "main", digest: "sha256:1")
    report.dates = VersionDates(start: nil, release: "2026-11-30")
    report.counts.waived = 1
    report.tickets = [
      TicketReport(
        key: key, isPlanned: true, state: .partlyReverted, summary: "s", status: "Done", assignee: "dana",
        evidence: [
          Evidence(commit: a, place: .subject, state: .inEffect),
          Evidence(commit: b, place: .mergeBranch, state: .undone, via: c),
        ], mentions: [c])
    ]
    report.untracked = [a]
    report.exempt = [ExemptCommit(commit: b, reason: "bot")]
    report.reverts = [
      RevertReport(
        commit: a, undoes: [b], undoesInPart: [c], outside: [c], unresolved: ["gone"], by: [.id, .patchID],
        isInEffect: true)
    ]
    report.alreadyOnBase = [BaseMatch(commit: a, counterpart: b, by: .tree)]
    report.otherKeys = [OtherKey(key: try TicketKey(parsing: "UTF-8"), commits: [a])]
    report.findings = [
      Finding(
        rule: .unplannedTicket, severity: .error, ticket: key, commits: [a], message: "m", help: "h",
        waiver: Waiver(
          rule: .unplannedTicket, ticket: key, reason: "r", approver: "p",
          expires: try #require(Day(parsing: "2026-12-01")))),
      Finding(rule: .baseAhead, severity: .warning, message: "m", help: "h"),
    ]
    report.incomplete = [Incompleteness(reason: .shallowHistory, message: "m", help: "git fetch --unshallow origin")]
    report.remarks = ["base is origin/main"]
    report.commits = [CommitSummary(id: a, subject: "SHOP-12", author: "Dana", date: Instant(seconds: 0))]

    let result = text(report)
    let document = try DocumentSource(name: "r.json", kind: .badData).json(result.bytes)
    let short = ["a", "b", "c", "1", "2"].reduce(JSONWriter.canonical(document)) { text, digit in
      text.replacing(String(repeating: digit, count: 40), with: "<\(digit)>")
    }
    let members = [
      #""alreadyOnBase":[{"as":"<b>","by":"tree","commit":"<a>"}]"#,
      #""commits":[{"author":"Dana","date":"1970-01-01T00:00:00Z","id":"<a>","subject":"SHOP-12"}]"#,
      #""counts":{"absent":0,"delivered":0,"errors":0,"unplanned":0,"untracked":0,"waived":1,"warnings":0}"#,
      #""dates":{"release":"2026-11-30"}"#, #""exempt":[{"commit":"<b>","reason":"bot"}]"#,
      #""findings":[{"commits":["<a>"],"help":"h","message":"m","rule":"unplanned-ticket","severity":"error","ticket":"SHOP-12","waiver":{"approver":"p","expires":"2026-12-01","reason":"r"}},{"commits":[],"help":"h","message":"m","rule":"base-ahead","severity":"warning","ticket":null,"waiver":null}]"#,
      #""incomplete":[{"help":"git fetch --unshallow origin","message":"m","reason":"shallow-history"}]"#,
      #""manifest":{"digest":"sha256:0","from":"main","name":"m.json","sealed":true,"tickets":55}"#,
      #""otherKeys":[{"commits":["<a>"],"key":"UTF-8"}]"#,
      #""policy":{"digest":"sha256:1","from":"main","name":".relscope.yml"}"#,
      #""range":{"base":{"id":"<1>","name":"main"},"commits":0,"merge":"<c>","merges":0,"release":{"id":"<2>","name":"HEAD"}}"#,
      #""remarks":["base is origin/main"]"#,
      #""reverts":[{"by":["id","patch-id"],"commit":"<a>","inEffect":true,"outside":["<c>"],"undoes":["<b>"],"undoesInPart":["<c>"],"unresolved":["gone"]}]"#,
      #""schema":"relscope.report/1""#, #""stage":"push""#,
      #""tickets":[{"assignee":"dana","evidence":[{"commit":"<a>","place":"subject","state":"in-effect"},{"commit":"<b>","place":"merge-branch","state":"undone","via":"<c>"}],"key":"SHOP-12","mentions":["<c>"],"planned":true,"state":"partly-reverted","status":"Done","summary":"s"}]"#,
      #""untracked":["<a>"]"#, #""verdict":"fail""#, #""version":"2.4.0""#,
    ]
    #expect(short == "{" + members.joined(separator: ",") + "}")
    #expect(JSONWriter.pretty(document).filter { !$0.isWhitespace } == result.filter { !$0.isWhitespace })
  }

  @Test func `writes what a terminal would act on as escapes`() throws {
    var report = try minimal()
    let hostile = "\u{1B}[2J\u{7F}\u{9B}\u{85}\u{0}\u{202E}\u{2066}\u{200F}\u{61C}\u{2028}é🚀\u{200D}"
    report.remarks = [hostile]
    let result = text(report)
    let escaped = #"\u001b[2J\u007f\u009b\u0085\u0000\u202e\u2066\u200f\u061c\u2028é🚀"# + "\u{200D}"
    #expect(result.contains(escaped))
    let document = try DocumentSource(name: "r.json", kind: .badData).json(result.bytes)
    #expect(document["remarks"] == .array([.string(hostile)]))
  }
}
