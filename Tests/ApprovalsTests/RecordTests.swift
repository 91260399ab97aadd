import Approvals
import ReleaseScope
import Testing

struct RecordTests {
  static func payload(_ change: (inout ApprovalPayload) -> Void = { _ in }) -> ApprovalPayload {
    let id = ObjectID(high: 1, middle: 2, low: 3)
    var payload = ApprovalPayload(
      .approve, by: "lead@example.com", as: "tech-lead", repository: "web", version: "2.4.0", head: id, tree: id,
      base: id, mergeBase: id, mergeTree: nil, scope: "sha256:aa", manifest: "sha256:bb", policy: "sha256:cc",
      time: Instant(seconds: 1_795_600_000), until: Day(number: 20_800))
    change(&payload)
    return payload
  }

  @Test func `signs one line of JSON with its members in order`() {
    let text = String(decoding: Self.payload().bytes, as: UTF8.self)
    #expect(
      text == """
        {"approver":"lead@example.com","base":"0000000000000001000000000000000200000003","decision":"approve",\
        "head":"0000000000000001000000000000000200000003","manifest":"sha256:bb",\
        "mergeBase":"0000000000000001000000000000000200000003","mergeTree":"","policy":"sha256:cc","repository":"web",\
        "role":"tech-lead","schema":"relscope.approval/1","scope":"sha256:aa","time":"2026-11-25T09:46:40Z",\
        "tree":"0000000000000001000000000000000200000003","until":"2026-12-13","version":"2.4.0"}
        """)
  }

  @Test func `reads what it signs, whatever the reason says`() throws {
    let payload = Self.payload {
      $0.despite = "QA said \"go\"\n\u{1B}[31m \u{1F680} \\ \u{E4}"
      $0.mergeTree = $0.tree
    }
    let read = try ApprovalPayload(parsing: payload.bytes)
    #expect(read == payload)
    let record = try ApprovalRecord(parsing: ApprovalRecord(payload, signature: [1, 2, 3]).line.utf8)
    #expect(record.payload == payload)
    #expect(record.payloadBytes == payload.bytes)
    #expect(record.signature == [1, 2, 3])
  }

  @Test(
    arguments: [
      ("\"version\":\"2.4.0\"", "\"version\":\"\"", .member("version")),
      ("\"role\":\"tech-lead\",", "", .member("role")),
      ("relscope.approval/1", "relscope.approval/2", .schema("relscope.approval/2")),
      ("\"decision\":\"approve\"", "\"decision\":\"maybe\"", .member("decision")),
      ("2026-11-25T09:46:40Z", "2026-11-25T09:46:40+00:00", .member("time")),
      ("2026-12-13", "2026-12-32", .member("until")),
      ("\"head\":\"0000", "\"head\":\"000", .member("head")),
      ("\"head\":\"0", "\"head\":\"A", .member("head")),
      ("{\"approver\"", "{ \"approver\"", .payload),
      ("lead@example.com", "l\\u0065ad@example.com", .payload),
      ("\"repository\":\"web\"", "\"repository\":\"web\",\"repository\":\"shop\"", .payload),
      ("\"base\"", "\"zbase\"", .payload), ("\"}", "\"}\n", .payload), ("\"}", "\"", .payload),
      ("\"web\"", "1", .payload),
    ] as [(String, String, RecordError)])
  func `reads a payload in one form alone`(part: String, other: String, error: RecordError) throws {
    let text = String(decoding: Self.payload().bytes, as: UTF8.self)
    let changed = text.replacing(part, with: other)
    #expect(changed != text)
    #expect(throws: error) { try ApprovalPayload(parsing: Array(changed.utf8)) }
  }

  @Test(arguments: ["", "{}", "{\"payload\":\"e30=\"}", "approved", "{\"payload\":\"e30=\",\"sshsig\":\"!\"}", "[]"])
  func `takes a line that is no approval for none`(_ line: String) {
    #expect(throws: RecordError.line) { try ApprovalRecord(parsing: line.utf8) }
  }

  @Test func `reads the notes of a commit together, and each line once`() {
    let line = ApprovalRecord(Self.payload(), signature: [1]).line
    let other = ApprovalRecord(Self.payload { $0.role = "qa" }, signature: [1]).line
    let note = ApprovalNote(["\(line)\n\n\(line)\nhello\nhello\n", "\(other)\n\(line)"].map { Array($0.utf8) })
    #expect(note.records.map(\.payload.role) == ["tech-lead", "qa"])
    #expect(note.unread == [.line])
    #expect(note.excess == nil)
  }

  @Test(
    arguments: [
      (String(repeating: "x\n", count: 201), .lines), (String(repeating: "x", count: 4097), .line),
      (String(repeating: String(repeating: "x", count: 999) + "\n", count: 66), .bytes),
      (String(repeating: "x\n", count: 200), nil),
    ] as [(String, ApprovalNote.Excess?)])
  func `looks at a bounded part of a note, and says so`(text: String, excess: ApprovalNote.Excess?) {
    let line = ApprovalRecord(Self.payload(), signature: [1]).line
    let found = ApprovalNote([Array(text.utf8), Array(line.utf8)])
    #expect(found.excess == excess)
    #expect(found.records.count == 1)
  }
}
