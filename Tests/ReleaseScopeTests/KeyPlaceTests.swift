import ReleaseScope
import Testing

/// Where a key stands decides whether the commit is the ticket's work: sections 2.2 and 3.4 of the design.
struct KeyPlaceTests {
  @Test(arguments: [
    ("SHOP-1 Keep the cart", ["SHOP-1 subject"]),
    ("[SHOP-1] Keep the cart", ["SHOP-1 subject"]),
    ("feat(SHOP-1): keep the cart", ["SHOP-1 subject"]),
    ("Keep the cart (SHOP-1, PAY-2)", ["SHOP-1 subject", "PAY-2 subject"]),
    ("SHOP-1/SHOP-2 Keep", ["SHOP-1 subject", "SHOP-2 subject"]),
    ("SHOP-1..SHOP-3 Keep", ["SHOP-1 subject", "SHOP-3 subject"]),
    ("Keep SHOP-1's cart", ["SHOP-1 subject"]),
    ("Keep the cart of SHOP-1.", ["SHOP-1 subject"]),
    ("bugfix-SHOP-1", ["SHOP-1 subject"]),
    ("SHOP-1-2 in a branch name", ["SHOP-1 subject"]),
    ("Keep the cart\nof SHOP-1", ["SHOP-1 subject"]),
    ("\n\nSHOP-1 after blank lines", ["SHOP-1 subject"]),
    ("SHOP-1\r\n\r\nSHOP-2 by Windows\r\n", ["SHOP-1 subject", "SHOP-2 body-line"]),
    ("SHOP-1 one\n\nSHOP-1 again", ["SHOP-1 subject"]),
    ("SHOP-1.2 is a version", []),
    ("SHOP-012 has a zero", []),
    ("SHOP-0 is none", []),
    ("XSHOP-1 is another project", []),
    ("SHOP-1x is a word", []),
    ("a_SHOP-1 is a name", []),
    ("SHOP-99999999999999999999 is no number", []),
    ("shop-1 in lower case", []),
    ("", []),
  ])
  func `finds the key of a subject`(message: String, uses: [String]) {
    let found = facts(message).uses
    #expect(found == uses)
  }

  @Test(arguments: [
    ("SHOP-2 first", ["SHOP-2 body-line"], []),
    ("  SHOP-2 indented, as a squash merge does", ["SHOP-2 body-line"], []),
    ("* SHOP-2 bullet", ["SHOP-2 body-line"], []),
    ("- [SHOP-2] bullet and bracket", ["SHOP-2 body-line"], []),
    ("+ (SHOP-2) more", ["SHOP-2 body-line"], []),
    ("1. SHOP-2 numbered", ["SHOP-2 body-line"], []),
    ("12) SHOP-2 numbered", ["SHOP-2 body-line"], []),
    ("see SHOP-2", [], ["SHOP-2"]),
    ("SHOP-2 and SHOP-3", ["SHOP-2 body-line"], ["SHOP-3"]),
    ("> SHOP-2 quoted", [], ["SHOP-2"]),
    ("```\nSHOP-2 code\n```\nSHOP-3 text", ["SHOP-3 body-line"], ["SHOP-2"]),
    ("https://jira.example.com/browse/SHOP-2", [], ["SHOP-2"]),
    ("+++ b/SHOP-2.txt", [], ["SHOP-2"]),
  ])
  func `takes a key that stands first on a line of the body`(body: String, uses: [String], mentions: [String]) {
    let found = facts("PAY-9 Subject\n\n\(body)")
    #expect(found.uses == ["PAY-9 subject"] + uses)
    #expect(found.named == mentions)
  }

  @Test(arguments: [
    ("Ticket: SHOP-2", ["SHOP-2 trailer"]),
    ("jira: SHOP-2, SHOP-3", ["SHOP-2 trailer", "SHOP-3 trailer"]),
    ("Issue: https://jira.example.com/browse/SHOP-2", ["SHOP-2 trailer"]),
    ("Signed-off-by: Dana <dana@example.com>\nTicket: SHOP-2", ["SHOP-2 trailer"]),
    ("Ticket: SHOP-2,\n  SHOP-3", ["SHOP-2 trailer", "SHOP-3 trailer"]),
    ("Refs: SHOP-2", []),
    ("Ticket: SHOP-2\n\nThe last paragraph is another", []),
  ])
  func `takes the keys of listed trailers in the last paragraph`(end: String, uses: [String]) {
    let found = facts("Subject\n\nBody\n\n\(end)").uses
    #expect(found == uses)
  }

  @Test func `takes no trailer from a message that is only a subject`() {
    #expect(facts("Ticket: SHOP-2").uses == ["SHOP-2 subject"])
  }

  @Test(arguments: [
    ("Merge branch 'feature/SHOP-1-cart'", ["SHOP-1 subject"]),
    ("Merge branch 'feature_SHOP-1_cart'", ["SHOP-1 subject"]),
    ("Merge branch 'SHOP-1' into release/SHOP-2", ["SHOP-1 subject"]),
    ("Merge branch 'main' into feature/SHOP-1", []),
    ("Merge pull request #3 from org/cart\n\nSHOP-1 Keep the cart", ["SHOP-1 body-line"]),
  ])
  func `reads the branch name of a merge, up to into`(message: String, uses: [String]) {
    let found = facts(message, isMerge: true).uses
    #expect(found == uses)
  }

  @Test func `mentions a key that is in a link of the subject`() {
    let found = facts("Follow https://jira.example.com/browse/SHOP-2")
    #expect(found.uses.isEmpty)
    #expect(found.named == ["SHOP-2"])
  }

  @Test(arguments: [1, 8, 9, 40])
  func `does not only mention what it implements further down, however many that are`(count: Int) {
    let passing = (1...count).map { "see SHOP-\($0) and PAY-\($0) and PAY-\($0)" }
    let work = (1...count).map { "SHOP-\($0) again" }
    let found = facts((["Keep the cart", ""] + passing + work + work).joined(separator: "\n"))
    #expect(found.uses == (1...count).map { "SHOP-\($0) body-line" })
    #expect(found.named == (1...count).map { "PAY-\($0)" })
  }

  @Test func `narrows the places as the policy says, and drops nothing`() {
    var policy = KeyPolicy()
    policy.places = [.trailer]
    let found = facts("SHOP-1 one\n\nSHOP-2 two\n\nTicket: SHOP-3", policy: policy)
    #expect(found.uses == ["SHOP-3 trailer"])
    #expect(found.named == ["SHOP-1", "SHOP-2"])
  }

  @Test func `takes lower case when the policy does`() {
    var policy = KeyPolicy()
    policy.ignoresCase = true
    let found = facts("shop-1 in lower case", policy: policy)
    #expect(found.uses == ["SHOP-1 subject"])
    #expect(found.nearMisses.isEmpty)
  }

  @Test func `lists the keys of other projects apart`() {
    let found = facts("SHOP-1 Follow OPS-7, CVE-2021-44228, UTF-8, SHA-256 and X86-64")
    #expect(found.uses == ["SHOP-1 subject"])
    #expect(found.others.map(\.description) == ["OPS-7"])
  }

  @Test func `takes every key but standards when no project is known`() {
    let found = facts("OPS-7 Follow UTF-8, SHA-256, CVE-2021-44228 and RFC-2822", projects: [])
    #expect(found.uses == ["OPS-7 subject"])
  }

  @Test(arguments: [
    ("SHOP 12 cart", "SHOP 12", "SHOP-12"),
    ("shop-12 cart", "shop-12", "SHOP-12"),
    ("SHOP--12 cart", "SHOP--12", "SHOP-12"),
    ("SHOP_12 cart", "SHOP_12", "SHOP-12"),
    ("SHOP\u{2013}12 cart", "SHOP\u{2013}12", "SHOP-12"),
    ("SHOP-012 cart", "SHOP-012", "SHOP-12"),
    ("SHPO-12 cart", "SHPO-12", "SHOP-12"),
    ("Shop-12 cart", "Shop-12", "SHOP-12"),
  ])
  func `suggests the key that a near miss was meant to be`(subject: String, text: String, key: String) throws {
    let found = facts(subject, planned: ["SHOP-12"])
    let meant = NearMiss(text: text, suggestion: try TicketKey(parsing: key))
    #expect(found.nearMisses == [meant])
    #expect(found.uses.isEmpty)
  }

  @Test(arguments: ["SHOP-12 fixes shop-12", "shop 13 items in the list", "HTTP 404", "OPS-12 elsewhere", "version 12"])
  func `suggests nothing for what is written rightly or is prose`(subject: String) {
    #expect(facts(subject, planned: ["SHOP-12"]).nearMisses.isEmpty)
  }

  /// Linear work ends at once; anything worse would not end while somebody waits.
  @Test(arguments: ["-", "1", "\"", "A-1 ", "SHOP-", "```\n", "Revert \"", "\n\n", "This reverts commit ", "> "])
  func `reads a message that repeats itself without end`(unit: String) {
    let message = String(repeating: unit, count: 60_000 / unit.utf8.count)
    let found = facts("Subject\n\n" + message + "\n\nTicket: SHOP-1")
    #expect(found.uses == ["SHOP-1 trailer"] || found.named == ["SHOP-1"])
    #expect(facts(message + "SHOP-1 ").uses.contains("SHOP-1 subject") == (unit != "1"))
  }

  @Test func `reads bytes that are no text`() {
    let person = Signature(name: "", email: "", time: Instant(seconds: 0))
    let commit = Commit(
      id: Story.id("a"), tree: Story.id("t"), parents: [], author: person, committer: person,
      message: [0xFF, 0xFE] + Array("SHOP-1".utf8) + [0xC3])
    #expect(Story().reader.facts(of: commit).uses == ["SHOP-1 subject"])
  }
}
