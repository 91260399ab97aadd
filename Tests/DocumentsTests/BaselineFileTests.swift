import ReleaseScope
import Testing

@testable import Documents

struct BaselineFileTests {
  private func entries() throws -> [Baseline.Entry] {
    let key = try TicketKey(parsing: "SHOP-9")
    let commit = try #require(ObjectID(String(repeating: "1", count: 40)))
    return [
      .init(rule: .unplannedTicket, ticket: key, commits: [commit], message: "it is unplanned", reason: "known"),
      .init(rule: .versionState, about: "archived", message: "it is archived", reason: "known"),
      // As it was written when sentences told such findings apart.
      .init(rule: .versionState, message: "it is released", reason: "known"),
    ]
  }

  @Test func `reads what it wrote, and writes nothing about what says nothing`() throws {
    let baseline = Baseline(version: try VersionName(parsing: "2.4.0"), entries: try entries())
    let text = BaselineFile.text(of: baseline)
    let read = try BaselineFile(parsing: Array(text.utf8), name: "a.json").baseline
    #expect(read == baseline)
    #expect(text.ranges(of: "\"about\"").count == 1)
  }
}
