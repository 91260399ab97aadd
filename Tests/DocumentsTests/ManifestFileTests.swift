import ReleaseScope
import Testing

@testable import Documents

struct ManifestFileTests {
  static let sample = """
    {
      "schema": "relscope.manifest/1",
      "version": {"name": "2.4.0", "released": false, "archived": false, "startDate": "2026-11-02", "releaseDate": "2026-11-30", "description": "Spring"},
      "projects": ["SHOP", "PAY"],
      "releaseTicket": "SHOP-900",
      "source": {"kind": "jira", "url": "https://jira.example.com", "query": "fixVersion = 2.4.0", "fetchedAt": "2026-11-23T10:00:00Z"},
      "complete": true,
      "note": {"by": "qa", "weight": 1.0},
      "tickets": [
        {"key": "SHOP-101", "summary": "Guest checkout loses the cart", "type": "Bug", "status": "Ready for Release",
         "statusCategory": "indeterminate", "statusSince": "2026-11-20T09:12:00.000+0100", "assignee": "dana", "priority": "High",
         "fixVersions": ["2.4.0"], "parent": "SHOP-90", "formerKeys": ["OLD-7"], "repositories": ["web"],
         "labels": ["a", "b"], "Steps to Reproduce": "", "points": 3.50, "flagged": true, "sprint": null}
      ],
      "others": [{"key": "PAY-3"}],
      "unknown": ["SHOP-404"]
    }
    """

  private func file(_ text: String, _ name: String = "releases/2.4.0.json") throws -> ManifestFile {
    try ManifestFile(parsing: text.bytes, name: name)
  }

  private func manifest(tickets: String) -> String {
    """
    {"schema": "relscope.manifest/1",
     "version": {"name": "2.4.0"},
     "tickets": \(tickets)}
    """
  }

  @Test func `reads every member of a manifest`() throws {
    let result = try file(Self.sample).manifest
    let ticket = Ticket(
      key: try TicketKey(parsing: "SHOP-101"), summary: "Guest checkout loses the cart", type: "Bug",
      status: "Ready for Release", statusCategory: "indeterminate",
      statusSince: Instant(parsing: "2026-11-20T08:12:00Z"), assignee: .value("dana"),
      priority: .value("High"), fixVersions: ["2.4.0"], parent: try TicketKey(parsing: "SHOP-90"),
      formerKeys: [try TicketKey(parsing: "OLD-7")], repositories: ["web"],
      fields: [
        "labels": .value("a, b"), "Steps to Reproduce": .empty, "points": .value("3.50"), "flagged": .value("true"),
        "sprint": .empty,
      ])
    let expected = Manifest(
      version: Manifest.Version(
        name: try VersionName(parsing: "2.4.0"), isReleased: false, isArchived: false, startDate: "2026-11-02",
        releaseDate: "2026-11-30", description: "Spring"),
      projects: [try ProjectKey(parsing: "SHOP"), try ProjectKey(parsing: "PAY")],
      releaseTicket: try TicketKey(parsing: "SHOP-900"),
      source: Manifest.Source(
        kind: "jira", url: "https://jira.example.com", query: "fixVersion = 2.4.0",
        fetchedAt: Instant(parsing: "2026-11-23T10:00:00Z")),
      tickets: [ticket], others: [Ticket(key: try TicketKey(parsing: "PAY-3"))],
      unknown: [try TicketKey(parsing: "SHOP-404")])
    #expect(result == expected)
  }

  @Test(arguments: [
    (#"{"key": "A1-1"}"#, Ticket.Field.absent), (#"{"key": "A1-1", "assignee": null}"#, .empty),
    (#"{"key": "A1-1", "assignee": ""}"#, .empty), (#"{"key": "A1-1", "assignee": " "}"#, .empty),
    (#"{"key": "A1-1", "assignee": "kim"}"#, .value("kim")),
  ])
  func `tells an absent assignee from nobody`(ticket: String, assignee: Ticket.Field) throws {
    let result = try file(manifest(tickets: "[\(ticket)]")).manifest.tickets[0].assignee
    #expect(result == assignee)
  }

  @Test(arguments: [
    ("[]", "m.json:1: expected an object for 'manifest', found a list"),
    ("{}", "m.json:1: no 'schema': this is not a manifest"),
    (
      "{\n\"schema\": \"relscope.manifest/2\"}",
      "m.json:2: 'relscope.manifest/2' is a manifest of another version, expected 'relscope.manifest/1'"
    ),
    (#"{"schema": "relscope.manifest/1"}"#, "m.json:1: no 'version'"),
    (#"{"schema": "relscope.manifest/1", "version": {"name": "1"}}"#, "m.json:1: no 'tickets'"),
    (#"{"schema": "relscope.manifest/1", "version": {}, "tickets": []}"#, "m.json:1: a version without 'name'"),
    (
      #"{"schema": "relscope.manifest/1", "version": "1", "tickets": []}"#,
      "m.json:1: expected an object for 'version', found a string"
    ),
    (
      #"{"schema": "relscope.manifest/1", "version": {"name": 2.4}, "tickets": []}"#,
      "m.json:1: expected a string for 'name', found a number"
    ),
    (
      #"{"schema": "relscope.manifest/1", "version": {"name": " "}, "tickets": []}"#,
      "m.json:1: a version's name cannot be blank"
    ),
  ])
  func `says what a manifest lacks`(text: String, message: String) {
    let result = failure { try file(text, "m.json") }
    #expect(result == message)
  }

  @Test(arguments: [
    ("[{\"key\": \"SHOP-12\"},\n\n{\"key\": \"SHOP-12\"}]", "5: duplicate ticket 'SHOP-12' (first on line 3)"),
    (
      "[{\"key\": \"SHOP-12\"}], \"others\": [\n{\"key\": \"SHOP-12\"}]",
      "4: duplicate ticket 'SHOP-12' (first on line 3)"
    ),
    ("[{\n\"key\": \"shop-12\"}]", "4: 'shop-12' is not a ticket key (such as SHOP-12)"),
    ("[{\"key\": \"SHOP-012\"}]", "3: 'SHOP-012' is not a ticket key (such as SHOP-12)"),
    ("[{\"key\": 12}]", "3: expected a string for 'key', found a number"),
    ("[{\"key\": null}]", "3: expected a string for 'key', found null"),
    ("[{\"summary\": \"x\"}]", "3: a ticket without 'key'"),
    ("[\"SHOP-12\"]", "3: expected an object for 'ticket', found a string"),
    ("{}", "3: expected a list for 'tickets', found an object"),
    ("null", "3: expected a list for 'tickets', found null"),
    ("[{\"key\": \"SHOP-1\",\n\"fixVersions\": \"2.4.0\"}]", "4: expected a list for 'fixVersions', found a string"),
    ("[{\"key\": \"SHOP-1\",\n\"summary\": [1]}]", "4: expected a string for 'summary', found a list"),
    (
      "[{\"key\": \"SHOP-1\",\n\"assignee\": {\"name\": \"x\"}}]",
      "4: expected a string for 'assignee', found an object"
    ),
    ("[{\"key\": \"SHOP-1\",\n\"parent\": \"none\"}]", "4: 'none' is not a ticket key (such as SHOP-12)"),
    (
      "[{\"key\": \"SHOP-1\",\n\"statusSince\": \"yesterday\"}]",
      "4: 'yesterday' is not a point in time for 'statusSince'"
    ),
    (
      "[{\"key\": \"SHOP-1\", \"formerKeys\": [\"OLD-7\"]},\n{\"key\": \"OLD-7\"}]",
      "3: former key 'OLD-7' of 'SHOP-1' is the key of another ticket (line 4)"
    ),
    (
      "[{\"key\": \"SHOP-1\", \"formerKeys\": [\"OLD-7\"]},\n{\"key\": \"SHOP-2\", \"formerKeys\": [\"OLD-7\"]}]",
      "4: former key 'OLD-7' of 'SHOP-2' is also one of 'SHOP-1' (line 3)"
    ),
    ("[{\"key\": \"SHOP-1\", \"formerKeys\": [\"SHOP-1\"]}]", "3: former key 'SHOP-1' is the ticket's own key"),
    ("[], \"complete\": \"yes\"", "3: expected true or false for 'complete', found a string"),
    (
      "[], \"projects\": [\"shop\"]",
      "3: 'shop' is not a project key (a capital letter, then capitals, digits or '_')"
    ),
    (
      "[], \"source\": {\n\"fetchedAt\": \"2026-02-30T10:00:00Z\"}",
      "4: '2026-02-30T10:00:00Z' is not a point in time for 'fetchedAt'"
    ),
  ])
  func `names the line of what is wrong`(tickets: String, message: String) {
    let result = failure { try file(manifest(tickets: tickets)) }
    #expect(result == "releases/2.4.0.json:\(message)")
  }

  /// Members of each object of a manifest.
  private static let members: [String: [String]] = [
    "manifest": ["projects", "releaseTicket", "complete", "others", "unknown", "seal"],
    "version": ["released", "archived", "startDate", "releaseDate", "description"],
    "source": ["kind", "query", "fetchedAt"],
    "ticket": [
      "summary", "type", "status", "statusCategory", "statusSince", "assignee", "priority", "fixVersions", "parent",
      "formerKeys", "repositories",
    ],
  ]

  @Test(arguments: ["manifest", "version", "source", "ticket"])
  func `proposes the member that a misspelt one was meant to be`(place: String) throws {
    for name in try #require(Self.members[place]) {
      let capital = String(name.prefix(1)).uppercased() + String(name.dropFirst())
      for slip in [capital, name.uppercased(), String(name.dropLast()), "\(name)x", "_\(name)"] {
        var objects = ["manifest": "", "version": "", "source": "", "ticket": ""]
        objects[place] = ",\n\"\(slip)\": null"
        let text = """
          {"schema": "relscope.manifest/1", "version": {"name": "1"\(objects["version"] ?? "")}, \
          "source": {"url": "x"\(objects["source"] ?? "")}, \
          "tickets": [{"key": "A1-1"\(objects["ticket"] ?? "")}]\(objects["manifest"] ?? "")}
          """
        let error = try #require(throws: DocumentError.self, "\(slip)") { try file(text, "m.json") }
        #expect(error.problem.message == "m.json:2: unknown member '\(slip)' of '\(place)'")
        #expect(error.help == "did you mean '\(name)'?")
      }
    }
  }

  @Test func `keeps a member that is like one that is there`() throws {
    let result = try file(manifest(tickets: ##"[{"key": "A1-1", "status": "Done", "Status": "x", "stat": 1}]"##))
    #expect(result.manifest.tickets.first?.fields == ["Status": .value("x"), "stat": .value("1")])
  }

  @Test func `is bad data, and says what to do`() throws {
    let error = try #require(throws: DocumentError.self) { try file(manifest(tickets: #"[{"key": "x"}]"#)) }
    #expect(error.problem == Problem(.badData, error.problem.message, help: "correct the key"))
  }

  @Test func `reads a manifest written by hand in YAML`() throws {
    let text = """
      schema: relscope.manifest/1
      version: {name: 2.40}   # a number to YAML
      complete: false
      tickets:
        - key: SHOP-1
          assignee:
          fixVersions: [2.40]
          Severity: no
        - {key: SHOP-2, statusSince: 2026-11-20T09:12:00Z}
      """
    for name in ["2.4.0.yml", "2.4.0.yaml", "2.4.0", "2.4.0.txt"] {
      let result = try file(text, name)
      #expect(result.format == .yaml)
      #expect(result.manifest.version.name.text == "2.40")
      #expect(!result.manifest.isComplete)
      #expect(result.manifest.tickets.map(\.assignee) == [.empty, .absent])
      #expect(result.manifest.tickets[0].fixVersions == ["2.40"])
      #expect(result.manifest.tickets[0].fields == ["Severity": .value("no")])
    }
  }

  @Test func `is the same document in YAML and in JSON`() throws {
    let text = """
      schema: relscope.manifest/1
      version: {name: 2.40, released: false}
      tickets: [{key: A1-1, summary: 12, fixVersions: [2.40], points: 3.50, flag: true}]
      """
    let json = ManifestFile.text(of: try file(text, "m.yml").sealed())
    #expect(try file(json).manifest == file(text, "m.yml").manifest)
    #expect(json.contains(#""points": 3.50"#))
    #expect(json.contains(#""name": "2.40""#))
    guard case .intact = try file(json).seal else {
      Issue.record("not intact")
      return
    }
  }

  @Test func `names the line of a duplicate in YAML`() {
    let text = "schema: relscope.manifest/1\nversion: {name: x}\ntickets:\n- key: A1-1\n- key: A1-2\n- key: A1-1\n"
    let result = failure { try file(text, "m.yml") }
    #expect(result == "m.yml:6: duplicate ticket 'A1-1' (first on line 4)")
  }

  @Test func `gives the digest of the bytes`() throws {
    let text = #"{"schema":"relscope.manifest/1","version":{"name":"1"},"tickets":[]}"#
    let digest = try file(text).digest
    #expect(digest == "sha256:78b60fd48fad22c5474e7500a3021d2099d240f48128b930d434bbe7a7e73373")
    #expect(try file(text + "\n").digest != digest)
  }

  @Test func `reads 100,000 tickets`() throws {
    let tickets = (1...100_000).map { #"{"key": "SHOP-\#($0)", "summary": "ticket \#($0)", "assignee": null}"# }
    let result = try file(manifest(tickets: "[" + tickets.joined(separator: ",\n") + "]"))
    #expect(result.manifest.tickets.count == 100_000)
    let doubled = failure {
      try file(manifest(tickets: "[" + (tickets + tickets.prefix(1)).joined(separator: ",\n") + "]"))
    }
    #expect(doubled == "releases/2.4.0.json:100003: duplicate ticket 'SHOP-1' (first on line 3)")
  }
}
