import Commits
import Testing

struct ValueTests {
  @Test func `orders tickets by meaning`() throws {
    let keys = try ["SHOP-10", "SHOP-2", "PAY-30"].map { text throws in try TicketKey(parsing: text) }
    #expect(keys.sorted().map(\.description) == ["PAY-30", "SHOP-2", "SHOP-10"])
  }

  @Test(arguments: [
    "SHOP", "shop-1", "SHOP-", "SHOP-01", "S-1", "1SHOP-1", "SHOP-1x", "SHOP--1", "SHOP-99999999999999999999",
  ])
  func `refuses what is no ticket key`(text: String) {
    #expect(throws: TicketKeyError.key(text)) { try TicketKey(parsing: text) }
  }

  @Test(arguments: [
    ("2026-11-23T10:00:00Z", "2026-11-23T10:00:00Z"), ("2026-11-23T10:00:00.123+0100", "2026-11-23T09:00:00Z"),
    ("2024-02-29T23:59:59-05:30", "2024-03-01T05:29:59Z"), ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
  ])
  func `reads a time in any zone`(text: String, utc: String) throws {
    let instant = try #require(Instant(parsing: text))
    #expect(instant.description == utc)
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-00-01", "26-01-01", "2026-1-1", "today", ""])
  func `refuses a day that there is not`(text: String) {
    #expect(Day(parsing: text) == nil)
  }

  @Test(arguments: [
    ("CHANGES.txt", true), ("docs/release-notes.md", true), ("changelog/12.md", true), ("a/WHATS_NEW/b.c", true),
    ("History", true), ("News.2024.old", true), ("exchanges.txt", false), ("src/change/Log.java", true),
    ("CHANGES2.txt", false), (".changes", false), ("docs/notes.md", false), ("a/-_-.md", false), ("", false),
    ("CHANGÉS", false),
  ])
  func `tells a change log by its path`(path: String, isChangeLog: Bool) {
    #expect(ChangeLog.isPath(path) == isChangeLog)
  }

  @Test func `writes and reads an id`() throws {
    let text = "0123456789abcdef0123456789abcdef01234567"
    let id = try #require(ObjectID(text))
    #expect(id.description == text)
    #expect(ObjectID(bytes: id.bytes[...]) == id)
    #expect(ObjectID(text.uppercased()) == id)
    #expect(ObjectID(String(text.dropLast())) == nil)
    #expect(id.hasPrefix("0123456"))
  }
}
