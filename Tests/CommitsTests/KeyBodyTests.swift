import Commits
import Testing

/// The places of a body in which a key is work.
struct KeyBodyTests {
  /// `body` below a subject that has a key of its own: only strong places count.
  @Test(arguments: [
    // Lines that keys open.
    ("SHOP-2: first of its paragraph", ["SHOP-2 body-line"], []),
    ("SHOP-2 - first of its paragraph", ["SHOP-2 body-line"], []),
    ("[SHOP-2] first", ["SHOP-2 body-line"], []),
    ("feat(cart): SHOP-2 Add", ["SHOP-2 body-line"], []),
    ("SHOP-2 (part 1) Add", ["SHOP-2 body-line"], []),
    ("Shop-2: in any case", ["SHOP-2 body-line"], []),
    ("SHOP-2 (part 1) adds it", [], ["SHOP-2"]),
    ("SHOP-2 first", [], ["SHOP-2"]),
    ("SHOP-2 first\nSHOP-3 second", ["SHOP-2 body-line", "SHOP-3 body-line"], []),
    ("This has:\nSHOP-2 first", ["SHOP-2 body-line"], []),
    ("A sentence.\nSHOP-2: after it", ["SHOP-2 body-line"], []),
    ("A sentence that goes on with\nSHOP-2: text", [], ["SHOP-2"]),
    ("SHOP-2: one\nSHOP-3: two", ["SHOP-2 body-line", "SHOP-3 body-line"], []),
    ("SHOP-2: one of SHOP-3", ["SHOP-2 body-line"], ["SHOP-3"]),
    ("SHOP-2: not done yet", [], ["SHOP-2"]),
    ("SHOP-2: not-null columns", ["SHOP-2 body-line"], []),
    ("SHOP-2: reverted", [], ["SHOP-2"]),
    ("* SHOP-2 taken out", [], ["SHOP-2"]),
    ("* SHOP-2: Revert button", ["SHOP-2 body-line"], []),
    ("* SHOP-2 Later", ["SHOP-2 body-line"], []),
    ("see SHOP-2", [], ["SHOP-2"]),
    ("+++ b/SHOP-2.txt", [], ["SHOP-2"]),
    ("the shop-2 fork", [], []),
    // Lists.
    ("* SHOP-2 bullet", ["SHOP-2 body-line"], []),
    ("- [SHOP-2] bullet and bracket", ["SHOP-2 body-line"], []),
    ("+ (SHOP-2) more", ["SHOP-2 body-line"], []),
    ("• SHOP-2 more", ["SHOP-2 body-line"], []),
    ("1. SHOP-2 numbered", ["SHOP-2 body-line"], []),
    ("12) SHOP-2 numbered", ["SHOP-2 body-line"], []),
    ("- [ ] SHOP-2 add", [], ["SHOP-2"]),
    ("- [x] SHOP-2 add", ["SHOP-2 body-line"], []),
    ("- [X] SHOP-2 add", ["SHOP-2 body-line"], []),
    ("- [x SHOP-2 add", [], ["SHOP-2"]),
    ("- [ ", [], []),
    ("-\n- SHOP-2 add", ["SHOP-2 body-line"], []),
    ("- https://jira.example.com/browse/SHOP-2", [], ["SHOP-2"]),
    ("- [SHOP-2](https://jira.example.com/browse/SHOP-2): add", ["SHOP-2 body-line"], []),
    ("* add the cart (SHOP-2)", [], ["SHOP-2"]),
    ("- SHOP-2 in CR-SHOP-3", ["SHOP-2 body-line"], ["SHOP-3"]),
    // Headings.
    ("See also:\n- SHOP-2", [], ["SHOP-2"]),
    ("See also:\n\n- SHOP-2 add\n\n- SHOP-3 add\n\nSHOP-4: text", ["SHOP-4 body-line"], ["SHOP-2", "SHOP-3"]),
    ("Follow-ups:\nSHOP-2: text", [], ["SHOP-2"]),
    ("# Known issues\n- SHOP-2", [], ["SHOP-2"]),
    ("Not part of this change, but of the next one:\n* SHOP-2 add", [], ["SHOP-2"]),
    ("Depends on\n* SHOP-2 add", [], ["SHOP-2"]),
    ("Background\n* SHOP-2 add", [], ["SHOP-2"]),
    ("TODO:\n* SHOP-2 add", [], ["SHOP-2"]),
    ("Excluded:\n* SHOP-2 add", [], ["SHOP-2"]),
    ("Postponed to 2.5:\n* SHOP-2 add", [], ["SHOP-2"]),
    ("Open:\n* SHOP-2 add", [], ["SHOP-2"]),
    ("Open source:\n* SHOP-2 add", ["SHOP-2 body-line"], []),
    ("Pending:\n* SHOP-2 add", [], ["SHOP-2"]),
    ("Without:\n* SHOP-2 add", [], ["SHOP-2"]),
    ("Works without scripts:\n* SHOP-2 add", ["SHOP-2 body-line"], []),
    ("Broken by:\n* SHOP-2 add", [], ["SHOP-2"]),
    ("See also:\n- SHOP-2\nDone:\n- SHOP-3", ["SHOP-3 body-line"], ["SHOP-2"]),
    ("Changes\n* SHOP-2 add", ["SHOP-2 body-line"], []),
    ("See the list\n* SHOP-2 add", [], ["SHOP-2"]),
    ("See the whole list\n* SHOP-2 add", ["SHOP-2 body-line"], []),
    ("Known -- issues:\n* SHOP-2 add", [], ["SHOP-2"]),
    ("---:\n* SHOP-2 add", ["SHOP-2 body-line"], []),
    ("See also:\n- SHOP-2\n- what nobody has a ticket for\n- SHOP-3", [], ["SHOP-2", "SHOP-3"]),
    ("See also:\n- SHOP-2\nTicket: SHOP-3", ["SHOP-3 trailer"], ["SHOP-2"]),
    // Text that is shown.
    ("> SHOP-2: quoted", [], ["SHOP-2"]),
    ("```\nSHOP-2: code\n```\nSHOP-3: text", ["SHOP-3 body-line"], ["SHOP-2"]),
    ("~~~\n* SHOP-2 code\n~~~", [], ["SHOP-2"]),
    ("The log:\n\n    SHOP-2: refused", [], ["SHOP-2"]),
    ("* one\n\n      SHOP-2: in a squash", ["SHOP-2 body-line"], []),
    ("The log:\n\n    commit 1234567890\n    SHOP-2: refused", [], ["SHOP-2"]),
    ("commit 1234567890\n\n    Add it\n    SHOP-2 is about that", [], ["SHOP-2"]),
    ("https://git.example.com/SHOP-2", [], ["SHOP-2"]),
    ("https://jira.example.com/browse/SHOP-2", [], ["SHOP-2"]),
    ("<!--\nTicket: SHOP-2\n\n* SHOP-3 add\n-->\nSHOP-4: text", ["SHOP-4 body-line"], ["SHOP-2", "SHOP-3"]),
    ("<!-- Ticket: SHOP-2 -->\nTicket: SHOP-3", ["SHOP-3 trailer"], ["SHOP-2"]),
    ("<!-- one\n```\n-->\nTicket: SHOP-3", ["SHOP-3 trailer"], []),
    ("```\n<!--\n```\nTicket: SHOP-3", ["SHOP-3 trailer"], []),
    // Items below items.
    ("- SHOP-2 add\n    - SHOP-3 cart", ["SHOP-2 body-line", "SHOP-3 body-line"], []),
    ("1. text\n    - text\n\n        - SHOP-3 cart", ["SHOP-3 body-line"], []),
    ("- one\n  that goes on\nand on\n    - SHOP-3 cart", ["SHOP-3 body-line"], []),
    ("- one\n\n        - SHOP-3 refused", [], ["SHOP-3"]),
    ("- one\n\n      SHOP-3: refused", [], ["SHOP-3"]),
    ("The log:\n\n    - SHOP-3: refused", [], ["SHOP-3"]),
    ("- one\n\nThe log:\n\n    - SHOP-3: refused", [], ["SHOP-3"]),
    // Trailers and closing words.
    ("Ticket: SHOP-2", ["SHOP-2 trailer"], []),
    ("jira: SHOP-2, shop-3", ["SHOP-2 trailer", "SHOP-3 trailer"], []),
    ("JIRA Issue: SHOP-2", ["SHOP-2 trailer"], []),
    ("Jira-Key = SHOP-2", ["SHOP-2 trailer"], []),
    ("Issue: https://jira.example.com/browse/SHOP-2", ["SHOP-2 trailer"], []),
    ("Issue: SHOP-2 was hard to find", [], ["SHOP-2"]),
    ("Issue SHOP-2", [], ["SHOP-2"]),
    ("Signed-off-by: Dana <dana@example.com>\nTicket: SHOP-2", ["SHOP-2 trailer"], []),
    ("Ticket: SHOP-2,\n  SHOP-3", ["SHOP-2 trailer", "SHOP-3 trailer"], []),
    ("Ticket: SHOP-2\nSHOP-3", ["SHOP-2 trailer"], ["SHOP-3"]),
    ("Ticket: SHOP-2\n  SHOP-3 was hard", ["SHOP-2 trailer"], ["SHOP-3"]),
    ("Ticket: SHOP-2\n\nThe last paragraph is another", ["SHOP-2 trailer"], []),
    ("* one\n\n  Ticket: SHOP-2\n\n* two", ["SHOP-2 trailer"], []),
    ("Closes SHOP-2 and SHOP-3.", ["SHOP-2 trailer", "SHOP-3 trailer"], []),
    ("- fixes: [SHOP-2]", ["SHOP-2 trailer"], []),
    ("Also resolves https://jira.example.com/browse/SHOP-2", ["SHOP-2 trailer"], []),
    ("Implemented SHOP-2 by asking SHOP-3", ["SHOP-2 trailer"], ["SHOP-3"]),
    ("It closes SHOP-2", [], ["SHOP-2"]),
    ("Does not close SHOP-2", [], ["SHOP-2"]),
    ("Partly fixes SHOP-2", [], ["SHOP-2"]),
    // Several closing words.
    ("Closes SHOP-2, closes SHOP-3", ["SHOP-2 trailer", "SHOP-3 trailer"], []),
    ("Fixes: SHOP-2, fixes: SHOP-3", ["SHOP-2 trailer", "SHOP-3 trailer"], []),
    ("Closes SHOP-2. Closes SHOP-3.", ["SHOP-2 trailer", "SHOP-3 trailer"], []),
    ("* Fixes SHOP-2 and also resolves [SHOP-3]", ["SHOP-2 trailer", "SHOP-3 trailer"], []),
    ("Ticket: SHOP-2; closes SHOP-3, SHOP-4", ["SHOP-2 trailer", "SHOP-3 trailer", "SHOP-4 trailer"], []),
    ("Refs SHOP-2, closes SHOP-3", ["SHOP-3 trailer"], ["SHOP-2"]),
    ("Closes SHOP-2 (fixes SHOP-3), see SHOP-4", ["SHOP-2 trailer", "SHOP-3 trailer"], ["SHOP-4"]),
    ("Closes SHOP-2, which broke SHOP-3", ["SHOP-2 trailer"], ["SHOP-3"]),
    ("Closes SHOP-2, does not close SHOP-3", ["SHOP-2 trailer"], ["SHOP-3"]),
    ("Closes SHOP-2, closes the door of SHOP-3", ["SHOP-2 trailer"], ["SHOP-3"]),
    ("See also:\nCloses SHOP-2, closes SHOP-3", [], ["SHOP-2", "SHOP-3"]),
    // Markdown's emphasis.
    ("**Ticket:** SHOP-2", ["SHOP-2 trailer"], []),
    ("**Ticket**: SHOP-2", ["SHOP-2 trailer"], []),
    ("**Ticket: SHOP-2**", ["SHOP-2 trailer"], []),
    ("**Closes** SHOP-2, **closes** SHOP-3", ["SHOP-2 trailer", "SHOP-3 trailer"], []),
    ("__Fixes:__ SHOP-2", ["SHOP-2 trailer"], []),
    ("__Fixes__: SHOP-2", ["SHOP-2 trailer"], []),
    ("* _Also fixes_ SHOP-2", ["SHOP-2 trailer"], []),
    ("**Ticket** SHOP-2", [], ["SHOP-2"]),
    ("**It closes** SHOP-2", [], ["SHOP-2"]),
    ("**Not part of this change:**\n- SHOP-2 add", [], ["SHOP-2"]),
    ("** SHOP-2", [], ["SHOP-2"]),
    ("Depends-On: SHOP-2", [], ["SHOP-2"]),
    ("Refs: SHOP-2", [], ["SHOP-2"]),
  ])
  func `takes strong places beside the key of the subject`(body: String, uses: [String], mentions: [String]) {
    let found = facts("PAY-9 Subject\n\n\(body)")
    #expect(found.uses == ["PAY-9 subject"] + uses)
    #expect(found.named == mentions)
  }

  @Test(arguments: [
    ("Refs: SHOP-2", ["SHOP-2 trailer"]),
    ("Related to SHOP-2", ["SHOP-2 trailer"]),
    ("Part of SHOP-2", ["SHOP-2 trailer"]),
    ("**Refs:** SHOP-2", ["SHOP-2 trailer"]),
    ("Bug: SHOP-2", ["SHOP-2 trailer"]),
    ("SHOP-2", ["SHOP-2 body-line"]),
    ("SHOP-2, SHOP-3", ["SHOP-2 body-line", "SHOP-3 body-line"]),
    ("* add the cart (SHOP-2)", ["SHOP-2 body-line"]),
    ("* add the cart SHOP-2 (#12)", ["SHOP-2 body-line"]),
    ("* add the cart of SHOP-2 to it", []),
    ("* add the cart of SHOP-3 to SHOP-2", ["SHOP-2 body-line"]),
    ("* add the cart (SHOP-2, SHOP-3)", ["SHOP-2 body-line", "SHOP-3 body-line"]),
    ("* add the cart SHOP-2 (#)", []),
    ("* add the cart SHOP-2 (!12)", []),
    ("* add the cart SHOP-2 [#12)", []),
    ("* add the cart CR-SHOP-2", []),
    ("* add https://git.example.com/SHOP-2", []),
    ("- add the cart (SHOP-2)", []),
    ("https://jira.example.com/browse/SHOP-2", ["SHOP-2 body-line"]),
    ("- https://jira.example.com/browse/SHOP-2?focus=1", ["SHOP-2 body-line"]),
    ("https://git.example.com/SHOP-2", []),
    ("See https://jira.example.com/browse/SHOP-2", []),
    ("Refs: SHOP-2\nTicket: SHOP-3", ["SHOP-3 trailer"]),
    ("left to\nSHOP-2.", []),
  ])
  func `takes weak places where nothing else has a key`(body: String, uses: [String]) {
    let found = facts("Subject\n\nText of the body.\n\(body)").uses
    #expect(found == uses)
  }

  @Test(arguments: [
    ("Story: SHOP-2", ["SHOP-2 trailer"]), ("story SHOP-2", ["SHOP-2 trailer"]),
    ("Story SHOP-2 was hard", []), ("Story: SHOP-2 was hard", []), ("Ticket: SHOP-2", ["SHOP-2 trailer"]),
  ])
  func `takes the policy's trailers besides, without a colon too`(body: String, uses: [String]) {
    var policy = KeyPolicy()
    policy.trailers = ["Story"]
    let found = facts("Subject\n\n\(body)", policy: policy).uses
    #expect(found == uses)
  }

  @Test func `narrows closing words with trailers`() {
    var policy = KeyPolicy()
    policy.places = [.subject]
    let found = facts("PAY-9 Subject\n\nCloses SHOP-2", policy: policy)
    #expect(found.uses == ["PAY-9 subject"])
    #expect(found.named == ["SHOP-2"])
  }

  @Test(arguments: [
    ("Cart\n\n* SHOP-1 a\n* SHOP-2 b\n* Revert \"SHOP-2 b\"", ["SHOP-1 body-line"]),
    ("Cart\n\n- SHOP-1 a\n- SHOP-2 b\n- Revert \"SHOP-2 b\"", ["SHOP-1 body-line"]),
    ("Cart\n\n+ SHOP-1 a\n+ SHOP-2 b\n\n+ Revert \"SHOP-2 b\"", ["SHOP-1 body-line"]),
    ("Cart\n\n• SHOP-1 a\n• SHOP-2 b\n• Revert \"SHOP-2 b\"", ["SHOP-1 body-line"]),
    ("Cart\n\n9. SHOP-1 a\n10. SHOP-2 b\n11. Revert \"SHOP-2 b\"", ["SHOP-1 body-line"]),
    ("Cart\n\n1) SHOP-1 a\n2) SHOP-2 b\n3) Revert \"SHOP-2 b\"", ["SHOP-1 body-line"]),
    ("Cart\n\n- SHOP-1 a\n  - SHOP-2 b\n- Revert \"SHOP-1 a\"", []),
    ("Cart\n\n* SHOP-1 a\n  - SHOP-2 b\n  - Revert \"SHOP-2 b\"", ["SHOP-1 body-line", "SHOP-2 body-line"]),
    ("SHOP-1 SHOP-2 Cart\n\n* SHOP-1 a\n* SHOP-2 b\n* Revert \"SHOP-2 b\"", ["SHOP-1 subject"]),
    ("Cart\n\n* SHOP-2 b (#12)\n* Revert \"SHOP-2 b\" (#13)", []),
    ("Cart\n\n* SHOP-2 b\n* SHOP-2 c\n* Revert \"SHOP-2 b\"", ["SHOP-2 body-line"]),
    ("Cart\n\n* SHOP-2 b\n* Revert \"SHOP-2 b\"\n* SHOP-2 b", ["SHOP-2 body-line"]),
    ("Cart\n\n* SHOP-2 b\n* Revert \"SHOP-2 b\"\n* Revert \"Revert \"SHOP-2 b\"\"", ["SHOP-2 body-line"]),
    ("Cart\n\n* SHOP-2 b\n* Revert \"SHOP-2 b\"\n* Reapply \"SHOP-2 b\"", ["SHOP-2 body-line"]),
    ("Cart\n\n* Revert \"SHOP-2 b\"\n* SHOP-1 a", ["SHOP-1 body-line"]),
    (
      "Squashed commit of the following:\n\ncommit 2123456\n\n    Revert \"SHOP-2 b\"\n\ncommit 1123456\n\n    SHOP-2 b\n\n"
        + "commit 0123456\n\n    SHOP-1 a", ["SHOP-1 body-line"]
    ),
    (
      "Squashed commit of the following:\n\ncommit 1123456\n\n    SHOP-2 b\n\ncommit 2123456\n\n    Revert \"SHOP-2 b\"",
      []
    ),
  ])
  func `takes nothing from messages of a squash that it takes back itself`(message: String, uses: [String]) {
    let found = facts(message).uses
    #expect(found == uses)
  }

  @Test func `takes back the item before the revert, and not the one that does it again`() {
    let found = facts("Cart\n\n* b\n\nTicket: SHOP-2\n\n* Revert \"b\"\n\n* b\n\nTicket: SHOP-3")
    #expect(found.implements.map(\.key.description) == ["SHOP-3"])
  }

  /// What takes an item back that has no quotation of its title.
  @Test(arguments: [
    ("* SHOP-2: Add vouchers (#7)", "* Back out vouchers (#7)", true),
    ("- SHOP-2: Add vouchers (#7)", "- Back out vouchers (#7)", true),
    ("• SHOP-2: Add vouchers (#7)", "• Revert the vouchers (#7)", true),
    ("1. SHOP-2: Add vouchers (!7)", "2. Undo the vouchers (!7)", true),
    ("* SHOP-2: Add vouchers (#7)", "* SHOP-3: Take out vouchers (#7)", true),
    ("* SHOP-2: Add vouchers (#7)", "* Revert #7", true),
    ("* SHOP-2: Add vouchers (#7)", "* Reverts !7 (#8)", true),
    ("* SHOP-2: Vouchers", "* Roll back vouchers", true),
    ("* feat: SHOP-2 Add vouchers (#7)", "* Back out vouchers (#7)", true),
    // Another number, other words, or nothing that tells.
    ("* SHOP-2: Add vouchers (#7)", "* Back out vouchers (#8)", false),
    ("* SHOP-2: Add vouchers (#7)", "* Back out totals (#7)", false),
    ("* SHOP-2: Add vouchers (#7)", "* Back out vouch (#7)", false),
    ("* SHOP-2: Add vouchers", "* Back out vouchers", false),
    ("* SHOP-2: Add vouchers (#7)", "* Revert #8", false),
    ("* SHOP-2: Add vouchers (#7)", "* Reland vouchers (#7)", false),
    ("* SHOP-2: Add vouchers (#7)", "* Reland vouchers (#7)\n* Revert totals", false),
    ("* SHOP-2: Vouchers", "* Revert \"Revert \"Vouchers\"\"", false),
    ("* SHOP-2: Vouchers", "* Revert^2 \"Vouchers\"", false),
    ("* SHOP-2: Undo vouchers (#7)", "* Back out vouchers (#7)", false),
    // What is taken back itself takes nothing back.
    ("* SHOP-2: Add vouchers (#7)", "* Back out vouchers (#7)\n* Revert \"Back out vouchers (#7)\"", false),
    ("* SHOP-2: Add vouchers", "* Revert SHOP-2\n* Revert \"Revert SHOP-2\"", false),
    ("* Revert \"SHOP-2 b\"\n* Revert \"Revert \"SHOP-2 b\"\"", "* SHOP-2 b", false),
  ])
  func `knows the item that another one takes back by its number or plain words`(
    item: String, revert: String, isTakenBack: Bool
  ) {
    let uses = facts("Cart (#9)\n\n\(item)\n\(revert)").implements.map(\.key.description)
    #expect(uses.contains("SHOP-2") == !isTakenBack)
  }
}
