import FoundationEssentials
import ReleaseProcess
import ReleaseScope
import Testing

@testable import Jira

struct TicketHistoryTests {
  private func history(_ json: String) throws -> TicketHistory {
    TicketHistory(try JSONDecoder().decode([Change].self, from: Data(json.utf8)), versions: ["10"])
  }

  private func change(_ value: String, _ time: String, by: String? = nil, address: String? = nil) throws
    -> TicketEvidence.Change
  {
    TicketEvidence.Change(value: value, time: try #require(Instant(parsing: time)), by: by, address: address)
  }

  @Test func `tells who set each status, oldest first`() throws {
    let found = try history(
      """
      [{"created": "2026-11-20T10:00:00.000+0100", "author": {"displayName": "Quinn", "emailAddress": "quinn@example.com"},
        "items": [{"field": "status", "fieldId": "status", "from": "1", "fromString": "Testing", "to": "2", "toString": "Ready for Release"}]},
       {"created": "2026-11-18T10:00:00.000+0000", "author": {"name": "dana"},
        "items": [{"field": "assignee", "toString": "dana"}, {"field": "status", "fromString": "Open", "toString": "Testing"}]},
       {"created": "some day", "items": [{"field": "status", "toString": "Lost"}]}]
      """)
    #expect(
      found.statuses == [
        try change("Testing", "2026-11-18T10:00:00Z", by: "dana"),
        try change("Ready for Release", "2026-11-20T09:00:00Z", by: "Quinn", address: "quinn@example.com"),
      ])
    #expect(found.entered == nil)
    #expect(found.left == nil)
  }

  @Test(arguments: [#""fieldId": "fixVersions","#, ""])
  func `tells when a ticket came into the version and left it, and no other`(id: String) throws {
    let found = try history(
      """
      [{"created": "2026-11-10T00:00:00Z", "items": [{"field": "Fix Version", \(id) "to": "10", "toString": "2.4.0"}]},
       {"created": "2026-11-11T00:00:00Z", "items": [{"field": "Fix Version", \(id) "from": "10", "fromString": "2.4.0"}]},
       {"created": "2026-11-12T00:00:00Z", "items": [{"field": "Fix Version", \(id) "to": "11", "toString": "2.5.0"}]}]
      """)
    #expect(found.entered == (try change("2.4.0", "2026-11-10T00:00:00Z")))
    #expect(found.left == (try change("2.4.0", "2026-11-11T00:00:00Z")))
  }
}
