import Commits
import Testing

/// Where a key stands decides whether the commit is the ticket's work.
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
    ("SHOP-1\r\n\r\nSHOP-2: by Windows\r\n", ["SHOP-1 subject", "SHOP-2 body-line"]),
    ("SHOP-1 one\n\nSHOP-1 again", ["SHOP-1 subject"]),
    ("SHOP-1.2 is a version", []),
    ("SHOP-012 has a zero", []),
    ("SHOP-0 is none", []),
    ("XSHOP-1 is another project", []),
    ("SHOP-1x is a word", []),
    ("SHOP-1_x is a name", []),
    ("SHOP-1é2 ends with the number", ["SHOP-1 subject"]),
    ("SHOP-1\u{200B} and what nobody sees", ["SHOP-1 subject"]),
    ("SHOP-1\u{200B}", ["SHOP-1 subject"]),
    ("a_SHOP-1 is a name", []),
    ("SHOP-99999999999999999999 is no number", []),
    ("shop-1 in lower case", ["SHOP-1 subject"]),
    ("[Shop-1] opens", ["SHOP-1 subject"]),
    ("Keep the cart of shop-1", []),
    ("Reviewed as CR-SHOP-1", []),
    ("Keep the cart of SHOP-1…", []),
    ("Keep the cart of SHOP-1..", []),
    ("", []),
  ])
  func `finds the key of a subject`(message: String, uses: [String]) {
    let found = facts(message).uses
    #expect(found == uses)
  }

  @Test func `takes no trailer from a message that is only a subject`() {
    #expect(facts("Ticket: SHOP-2").uses == ["SHOP-2 subject"])
  }

  @Test(arguments: [
    ("Merge branch 'feature/SHOP-1-cart'", ["SHOP-1 merge-branch"]),
    ("Merge branch 'feature_SHOP-1_cart'", ["SHOP-1 merge-branch"]),
    ("Merge branch 'feature/shop-1-cart'", ["SHOP-1 merge-branch"]),
    ("Merge branches 'SHOP-1' and 'SHOP-2'", ["SHOP-1 merge-branch", "SHOP-2 merge-branch"]),
    ("Merge branch 'SHOP-1' into release/SHOP-2", ["SHOP-1 merge-branch"]),
    ("Merge branch 'SHOP-1' of https://git.example.com/dana/shop-2", ["SHOP-1 merge-branch"]),
    ("Merge branch 'main' into feature/SHOP-1", []),
    ("Merge branch 'revert-SHOP-1' into main", []),
    ("Merge branch 'dana/revert/SHOP-1' into main", []),
    ("Merge branch 'revert_SHOP-1'", []),
    ("Merge branch 'reverting-SHOP-1'", ["SHOP-1 merge-branch"]),
    ("Merge branch 'SHOP-1-revert-button'", ["SHOP-1 merge-branch"]),
    ("Merge branch 'SHOP-1/revert'", ["SHOP-1 merge-branch"]),
    ("Merge pull request #3 from org/cart\n\nSHOP-1 Keep the cart", ["SHOP-1 subject"]),
    ("Merge pull request #3 from org/SHOP-1-cart\n\nKeep the cart", ["SHOP-1 merge-branch"]),
  ])
  func `reads the branch name of a merge, up to into`(message: String, uses: [String]) {
    let found = facts(message, isMerge: true).uses
    #expect(found == uses)
  }

  @Test(arguments: [1, 8, 9, 40])
  func `does not only mention what it implements further down, however many that are`(count: Int) {
    let passing = (1...count).map { "see SHOP-\($0) and PAY-\($0) and PAY-\($0)" }
    let work = (1...count).map { "* SHOP-\($0) again" }
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

  @Test func `takes no lower case when the policy does not`() {
    var policy = KeyPolicy()
    policy.ignoresCase = false
    let found = facts("shop-1 in lower case\n\nTicket: shop-1", planned: ["SHOP-1"], policy: policy)
    #expect(found.uses.isEmpty)
    #expect(found.nearMisses.map(\.text) == ["shop-1"])
  }

  @Test func `lists the keys of other projects apart`() {
    let found = facts("SHOP-1 Follow OPS-7, CVE-2021-44228, UTF-8, SHA-256 and X86-64")
    #expect(found.uses == ["SHOP-1 subject"])
    #expect(found.others.map(\.description) == ["OPS-7"])
  }

  @Test func `takes every key but standards when no project is known`() {
    let found = facts("OPS-7 Follow UTF-8, SHA-256, CVE-2021-44228 and RFC-2822", projects: [])
    #expect(found.uses == ["OPS-7 subject"])
    #expect(facts("Follow 1OPS-7, Ops-8, ops-9, O-10 and _OPS-11", projects: []).uses.isEmpty)
  }

  @Test(arguments: [
    ("SHOP 12 cart", "SHOP 12", "SHOP-12"),
    ("The shop-12 cart", "shop-12", "SHOP-12"),
    ("SHOP -12 cart", "SHOP -12", "SHOP-12"),
    ("SHOP- 12 cart", "SHOP- 12", "SHOP-12"),
    ("SHOP - 12 cart", "SHOP - 12", "SHOP-12"),
    ("[SHOP -12] cart", "SHOP -12", "SHOP-12"),
    ("SHOP\u{2212}12 cart", "SHOP\u{2212}12", "SHOP-12"),
    ("SHOP\u{2010}12 cart", "SHOP\u{2010}12", "SHOP-12"),
    ("SHOP\u{00A0}12 cart", "SHOP\u{00A0}12", "SHOP-12"),
    ("Ｓ\u{FF28}OP-12 cart", "Ｓ\u{FF28}OP-12", "SHOP-12"),
    ("SH\u{041E}P-12 cart", "SH\u{041E}P-12", "SHOP-12"),
    ("SH\u{039F}P-12 cart", "SH\u{039F}P-12", "SHOP-12"),
    ("SHOP-\u{200B}12 cart", "SHOP-\u{200B}12", "SHOP-12"),
    ("SH\u{00AD}OP-12 cart", "SH\u{00AD}OP-12", "SHOP-12"),
    ("SHOP\u{2060}-12 cart", "SHOP\u{2060}-12", "SHOP-12"),
    ("SHOP-1\u{FEFF}2 cart", "SHOP-1\u{FEFF}2", "SHOP-12"),
    ("SHOP-12_cart", "SHOP-12_", "SHOP-12"),
    ("feature_SHOP-12_cart", "_SHOP-12_", "SHOP-12"),
    ("Feature/shop 12 cart (#1)", "shop 12", "SHOP-12"),
    ("SHOP--12 cart", "SHOP--12", "SHOP-12"),
    ("SHOP_12 cart", "SHOP_12", "SHOP-12"),
    ("SHOP\u{2013}12 cart", "SHOP\u{2013}12", "SHOP-12"),
    ("SHOP-012 cart", "SHOP-012", "SHOP-12"),
    ("SHPO-12 cart", "SHPO-12", "SHOP-12"),
    ("The Shop-12 cart", "Shop-12", "SHOP-12"),
  ])
  func `suggests the key that a near miss was meant to be`(subject: String, text: String, key: String) throws {
    let found = facts(subject, planned: ["SHOP-12"])
    let meant = NearMiss(text: text, suggestion: try TicketKey(parsing: key))
    #expect(found.nearMisses == [meant])
    #expect(found.uses.isEmpty)
  }

  @Test(arguments: [
    ("SHOP-11/12 carts", "SHOP-11/12"), ("SHOP-11,12: carts", "SHOP-11,12"), ("SHOP-11 & 12 carts", "SHOP-11 & 12"),
    ("SHOP-11, 7 and 12: carts", "SHOP-11, 7 and 12"),
  ])
  func `suggests the planned ticket of a number after a key`(subject: String, text: String) throws {
    let found = facts(subject, planned: ["SHOP-11", "SHOP-12"])
    #expect(found.nearMisses == [NearMiss(text: text, suggestion: try TicketKey(parsing: "SHOP-12"))])
    #expect(found.uses == ["SHOP-11 subject"])
  }

  @Test(arguments: [
    ("SHOP-12/99 carts", "SHOP-12/99", "SHOP-99"), ("SHOP-12, 99 carts", "SHOP-12, 99", "SHOP-99"),
    ("SHOP-12,99", "SHOP-12,99", "SHOP-99"), ("SHOP-12 & 99 carts", "SHOP-12 & 99", "SHOP-99"),
    ("Carts [SHOP-12/99]", "SHOP-12/99", "SHOP-99"), ("SHOP-12 and Shop 99", "SHOP-12 and Shop 99", "SHOP-99"),
    ("SHOP-12, pay 7: carts", "SHOP-12, pay 7", "PAY-7"),
  ])
  func `notices a second ticket that the manifest lacks`(subject: String, text: String, key: String) throws {
    let found = facts(subject, planned: ["SHOP-12"])
    #expect(found.nearMisses == [NearMiss(text: text, suggestion: try TicketKey(parsing: key))])
    #expect(found.uses == ["SHOP-12 subject"])
  }

  @Test(arguments: [
    "SHOP-12 fixes shop-12", "See https://git.example.com/dana/shop-12/pull/4", "Fetch dana/shop-12/cart",
    "Keep the cart of SHOP-12...", "SHOP-12/3 carts", "SHOP-12, 3 carts", "SHOP-12, 404 pages", "SHOP-12 and 13 pages",
    "SHOP-12/1300", "SHOP-12, 13th cart", "SHOP-12 and shoppers 13", "SHOP-12/13-14", "SHOP-12/0",
    "shop 13 items in the list", "HTTP 404", "OPS-12 elsewhere",
    "version 12",
  ])
  func `suggests nothing for what is written rightly or is prose`(subject: String) {
    #expect(facts(subject, planned: ["SHOP-12"]).nearMisses.isEmpty)
  }

  @Test func `reads bytes that are no text`() {
    let person = Signature(name: "", email: "", time: Instant(seconds: 0))
    let commit = Commit(
      id: ObjectID.named("a"), tree: ObjectID.named("t"), parents: [], author: person, committer: person,
      message: [0xFF, 0xFE] + Array("SHOP-1".utf8) + [0xC3])
    #expect(MessageReader.made().facts(of: commit).uses == ["SHOP-1 subject"])
  }
}
