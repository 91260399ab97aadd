import HTTP
import Jira
import ReleaseScope
import ScriptedTransport
import Testing

/// A fetch over replies that were written by hand, of both kinds of Jira.
struct FetchTests {
  static let cloud = Reply.json(#"{"deploymentType": "Cloud"}"#)
  static let dataCenter = Reply.json(#"{"deploymentType": "Server"}"#)
  static let versions = Reply.json(
    #"[{"id": "10", "name": "2.4.0", "released": false, "archived": false, "releaseDate": "2026-11-30"},"#
      + #"{"id": "11", "name": "2.4.0-rc1"}]"#)

  static func issue(_ key: String, id: Int, versions: String = #"[{"id": "10", "name": "2.4.0"}]"#) -> String {
    #"{"id": "\#(id)", "key": "\#(key)", "fields": {"summary": "Work", "fixVersions": \#(versions)},"#
      + #" "changelog": {"total": 0, "histories": []}}"#
  }

  static func table(_ server: Reply, _ changes: [String: [Reply]]) -> [String: [Reply]] {
    let table: [String: [Reply]] = [
      "serverInfo": [server], "myself": [.json(#"{"accountId": "5b10", "name": "dana"}"#)], "field": [.json("[]")],
      "versions": [versions], "relatedIssueCounts": [.json(#"{"issuesFixedCount": 0}"#)],
      "search/jql": [.json(#"{"issues": [], "isLast": true}"#)], "search": [.json(#"{"issues": [], "total": 0}"#)],
    ]
    return table.merging(changes) { _, change in change }
  }

  func fetch(_ transport: ScriptedTransport, keys: [String] = []) async throws -> FetchedManifest {
    let question = ManifestQuestion(
      version: try VersionName(parsing: "2.4.0"), projects: [try ProjectKey(parsing: "SHOP")],
      keys: try keys.map { try TicketKey(parsing: $0) }, now: Instant(seconds: 0))
    return try await ManifestFetch.run(
      question, over: transport, at: try JiraAddress(parsing: "https://jira.example.com"))
  }

  @Test func `follows Cloud's tokens, whatever the page's length`() async throws {
    let transport = ScriptedTransport(
      Self.table(
        Self.cloud,
        [
          "search/jql": [
            .json(#"{"issues": [\#(Self.issue("SHOP-10", id: 1))], "nextPageToken": "one", "isLast": false}"#),
            .json(#"{"issues": [], "nextPageToken": "two"}"#),
            .json(#"{"issues": [\#(Self.issue("SHOP-9", id: 2))], "isLast": true}"#),
          ]
        ]))
    let fetched = try await fetch(transport)
    #expect(fetched.gaps.isEmpty)
    #expect(fetched.manifest.isComplete)
    #expect(fetched.manifest.tickets.map(\.key.description) == ["SHOP-9", "SHOP-10"])
    let bodies = transport.bodies("search/jql")
    #expect(bodies.map { $0["nextPageToken"] as? String } == [nil, "one", "two"])
    // Members that Cloud does not know make it refuse the question.
    let names = Set(bodies.flatMap(\.keys))
    #expect(names == ["jql", "fields", "maxResults", "expand", "nextPageToken"])
  }

  @Test(arguments: [
    [
      #"{"issues": [ISSUE], "nextPageToken": "one"}"#, #"{"issues": [ISSUE], "nextPageToken": "one"}"#,
    ],
    [#"{"issues": [ISSUE], "isLast": false}"#],
    [#"{"issues": [ISSUE], "nextPageToken": "", "isLast": false}"#],
  ])
  func `is incomplete when Cloud's pages do not come to an end`(pages: [String]) async throws {
    let replies = pages.map { Reply.json($0.replacing("ISSUE", with: Self.issue("SHOP-1", id: 1))) }
    let fetched = try await fetch(ScriptedTransport(Self.table(Self.cloud, ["search/jql": replies])))
    #expect(fetched.gaps.count == 1)
    #expect(!fetched.manifest.isComplete)
    #expect(fetched.manifest.tickets.count == 1)
  }

  @Test func `gives up on a server that always has another token`() async throws {
    let transport = ScriptedTransport { (request, count) throws(TransportError) -> Reply in
      if request.path.hasSuffix("search/jql") { return .json(#"{"issues": [], "nextPageToken": "\#(count)"}"#) }
      let table = Self.table(Self.cloud, [:])
      return table.first { request.path.hasSuffix($0.key) }?.value.first ?? Reply(status: 404)
    }
    let fetched = try await fetch(transport)
    #expect(fetched.gaps.count == 1)
    #expect(transport.requests.count < 1_100)
  }

  @Test(arguments: [
    (#"{"issues": [ISSUE], "total": 1, "maxResults": 1}"#, true),
    (#"{"issues": [ISSUE], "total": 0}"#, false),
    (#"{"issues": [ISSUE, ISSUE], "total": 2}"#, false),
    (#"{"issues": [ISSUE], "total": -1}"#, false),
    (#"{"issues": [], "total": 3}"#, false),
  ])
  func `is incomplete when Data Center's count does not add up`(page: String, isComplete: Bool) async throws {
    let reply = Reply.json(page.replacing("ISSUE", with: Self.issue("SHOP-1", id: 1)))
    let fetched = try await fetch(ScriptedTransport(Self.table(Self.dataCenter, ["search": [reply]])))
    #expect(fetched.gaps.isEmpty == isComplete, "\(fetched.gaps)")
    #expect(fetched.manifest.isComplete == isComplete)
  }

  @Test func `goes on from what Data Center gave, not from what was asked for`() async throws {
    let pages = (1...3).map { Reply.json(#"{"issues": [\#(Self.issue("SHOP-\($0)", id: $0))], "total": 3}"#) }
    let transport = ScriptedTransport(Self.table(Self.dataCenter, ["search": pages]))
    let fetched = try await fetch(transport)
    #expect(fetched.gaps.isEmpty)
    #expect(fetched.manifest.tickets.count == 3)
    #expect(transport.bodies("search").map { $0["startAt"] as? Int } == [0, 1, 2])
  }

  @Test func `is incomplete when the version has tickets that the token may not see`() async throws {
    let transport = ScriptedTransport(
      Self.table(
        Self.dataCenter,
        [
          "search": [.json(#"{"issues": [\#(Self.issue("SHOP-1", id: 1))], "total": 1}"#)],
          "relatedIssueCounts": [.json(#"{"issuesFixedCount": 3}"#)],
        ]))
    let fetched = try await fetch(transport)
    #expect(fetched.gaps == ["version '2.4.0' of 'SHOP' has 3 tickets, of which the token may see 1"])
  }

  @Test func `takes what the index still lists and the issue no longer says for another version's`() async throws {
    let stray = Self.issue("SHOP-2", id: 2, versions: #"[{"id": "12", "name": "2.5.0"}]"#)
    let page = #"{"issues": [\#(Self.issue("SHOP-1", id: 1)), \#(stray)], "isLast": true}"#
    let fetched = try await fetch(ScriptedTransport(Self.table(Self.cloud, ["search/jql": [.json(page)]])))
    #expect(fetched.manifest.tickets.map(\.key.description) == ["SHOP-1"])
    #expect(fetched.manifest.others.map(\.key.description) == ["SHOP-2"])
  }

  @Test func `is incomplete when two tickets have one key`() async throws {
    let page = #"{"issues": [\#(Self.issue("SHOP-1", id: 1)), \#(Self.issue("SHOP-1", id: 2))], "total": 2}"#
    let fetched = try await fetch(ScriptedTransport(Self.table(Self.dataCenter, ["search": [.json(page)]])))
    #expect(fetched.gaps == ["Jira gave 2 tickets with only 1 keys"])
  }

  @Test func `tells a version that is missing from one that has no ticket`() async throws {
    let other = Reply.json(#"[{"id": "1", "name": "2.4"}, {"id": "2", "name": "2.4.1"}, {"id": "3", "name": "9"}]"#)
    let transport = ScriptedTransport(Self.table(Self.cloud, ["versions": [other]]))
    let error = try #require(await #expect(throws: JiraError.self) { _ = try await fetch(transport) })
    #expect(error.problem.kind == .missing)
    #expect(error.problem.help == "did you mean '2.4' or '2.4.1'?")
    let empty = try await fetch(ScriptedTransport(Self.table(Self.cloud, [:])))
    #expect(empty.manifest.tickets.isEmpty && empty.manifest.isComplete)
  }

  @Test func `reads the keys that a moved ticket had from its changelog`() async throws {
    let change = #"{"created": "2026-11-01T00:00:00.000+0000", "items": [{"field": "Key", "fromString": "OLD-7"}]}"#
    let moved =
      #"{"id": "1", "key": "SHOP-1", "fields": {"fixVersions": [{"id": "10", "name": "2.4.0"}]}, "#
      + #""changelog": {"total": 1, "histories": [\#(change)]}}"#
    let page = Reply.json(#"{"issues": [\#(moved)], "isLast": true}"#)
    let transport = ScriptedTransport(
      Self.table(
        Self.cloud, ["search/jql": [page], "changelog": [.json(#"{"values": [\#(change)], "isLast": true}"#)]]))
    let fetched = try await fetch(transport, keys: ["OLD-7"])
    #expect(fetched.manifest.tickets.first?.formerKeys.map(\.description) == ["OLD-7"])
    #expect(!transport.requests.contains { $0.path.contains("bulkfetch") })
  }

  @Test func `reads on when the newest changes that Cloud shows are not of the status`() async throws {
    let newest = #"{"created": "2026-11-09T00:00:00.000+0000", "items": [{"field": "summary"}]}"#
    let status = #"{"created": "2026-11-05T00:00:00.000+0000", "items": [{"field": "status"}]}"#
    let issue =
      #"{"id": "1", "key": "SHOP-1", "fields": {"fixVersions": [{"id": "10", "name": "2.4.0"}]}, "#
      + #""changelog": {"total": 1, "histories": [\#(newest)]}}"#
    let transport = ScriptedTransport(
      Self.table(
        Self.cloud,
        [
          "search/jql": [.json(#"{"issues": [\#(issue)], "isLast": true}"#)],
          "changelog": [
            .json(#"{"values": [\#(status)], "total": 2, "isLast": false}"#),
            .json(#"{"values": [\#(newest)], "total": 2, "isLast": true}"#),
          ],
        ]))
    let fetched = try await fetch(transport)
    #expect(fetched.manifest.tickets.first?.statusSince?.description == "2026-11-05T00:00:00Z")
    #expect(
      transport.requests.filter { $0.path.hasSuffix("changelog") }.map(\.query).last == "startAt=1&maxResults=100")
  }
}
