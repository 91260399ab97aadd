import ReleaseScope
import Testing

@testable import Documents

struct ManifestDriftTests {
  private func manifest(_ tickets: String) throws -> Manifest {
    let text = #"{"schema": "relscope.manifest/1", "version": {"name": "1"}, "tickets": [\#(tickets)]}"#
    return try ManifestFile(parsing: text.bytes, name: "m.json").manifest
  }

  private func describe(_ older: String, _ newer: String) throws -> String {
    let drift = ManifestDrift(from: try manifest(older), to: try manifest(newer))
    let changes = drift.changes.map { change in
      " \(change.key).\(change.field.rawValue):\(change.before ?? "nobody")>\(change.after ?? "nobody")"
    }
    let text = drift.added.map { " +\($0.key)" } + drift.dropped.map { " -\($0.key)" } + changes
    #expect(drift.isEmpty == text.isEmpty)
    return String(text.joined().dropFirst())
  }

  @Test(arguments: [
    (#"{"key":"A1-1"}"#, #"{"key":"A1-1"}"#, ""),
    (
      #"{"key":"A1-10"},{"key":"A1-2"},{"key":"A1-3"}"#, #"{"key":"A1-3"},{"key":"A1-11"},{"key":"A1-4"}"#,
      "+A1-4 +A1-11 -A1-2 -A1-10"
    ),
    (#"{"key":"A1-1","status":"Done"}"#, #"{"key":"A1-1","status":"Open"}"#, "A1-1.status:Done>Open"),
    (#"{"key":"A1-1","status":"Done"}"#, #"{"key":"A1-1"}"#, ""),
    (#"{"key":"A1-1","assignee":"kim"}"#, #"{"key":"A1-1","assignee":null}"#, "A1-1.assignee:kim>nobody"),
    (#"{"key":"A1-1","assignee":null}"#, #"{"key":"A1-1","assignee":"kim"}"#, "A1-1.assignee:nobody>kim"),
    (#"{"key":"A1-1"}"#, #"{"key":"A1-1","assignee":"kim"}"#, ""),
    (#"{"key":"A1-1","priority":"High"}"#, #"{"key":"A1-1","priority":"Low"}"#, ""),
    (
      #"{"key":"A1-2","summary":"a","status":"x"},{"key":"A1-1","summary":"a"}"#,
      #"{"key":"A1-2","summary":"b","status":"y"},{"key":"A1-1","summary":"b"}"#,
      "A1-1.summary:a>b A1-2.status:x>y A1-2.summary:a>b"
    ),
    (#"{"key":"OLD-7","status":"x"}"#, #"{"key":"A1-1","formerKeys":["OLD-7"],"status":"y"}"#, "A1-1.status:x>y"),
    (#"{"key":"A1-1","formerKeys":["OLD-7"]}"#, #"{"key":"OLD-7"}"#, ""),
    (#"{"key":"A1-1","formerKeys":["OLD-7"]}"#, #"{"key":"B1-1","formerKeys":["OLD-7"]}"#, ""),
    (#"{"key":"OLD-7"},{"key":"A1-1"}"#, #"{"key":"A1-1","formerKeys":["OLD-7"]}"#, ""),
  ])
  func `tells what was added, dropped and changed, and not what was moved`(
    older: String, newer: String, drift: String
  ) throws {
    let result = try describe(older, newer)
    #expect(result == drift)
  }
}
