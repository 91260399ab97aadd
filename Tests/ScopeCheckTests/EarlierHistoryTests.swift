import ReleaseScope
import Testing

@testable import ScopeCheck

/// What is told by what both sides had before.
struct EarlierHistoryTests {
  /// A release that was merged after it had taken older work back, and whose last commit there has the work's message.
  @Test(arguments: [("two", TicketState.alreadyOnBase), ("one", .absent)])
  func `counts no commit of an earlier merge that changes nothing`(file: String, state: TicketState) throws {
    var history = DrawnHistory()
    let start = history.commit("Start\n", ["cart": "one"], on: [])
    let work = history.commit("SHOP-1 Cart\n", ["cart": "two"], on: [start])
    let revert = history.commit(
      "Revert \"SHOP-1 Cart\"\n\nThis reverts commit \(work).\n", ["cart": "one"], on: [work])
    let again = history.commit("SHOP-1 Cart\n", ["cart": file], on: [revert])
    let merge = history.commit("Merge branch 'release/2.4.0'\n", ["cart": file], on: [work, again])
    let release = history.commit("Bump\n", ["cart": file, "version": "2.4.0"], on: [again])
    #expect(try history.states(["SHOP-1"], base: merge, release: release) == [state])
  }

  /// What takes a revert back that both sides have, and that names the merge by its number, by the number of another
  /// one, or by its title.
  @Test(arguments: [
    (
      "Revert \"Merge branch 'feature/SHOP-1'\"\n\nThis reverts merge request !11\n",
      [TicketState.delivered, .delivered]
    ),
    ("Revert \"SHOP-1 Vouchers\"\n", [.delivered, .delivered]),
    ("Revert \"SHOP-1 Another title\"\n\nThis reverts merge request !12\n", [.delivered, .absent]),
  ])
  func `knows the merge whose revert is taken back by the number of its request`(
    revert: String, states: [TicketState]
  ) throws {
    var history = DrawnHistory()
    let none = ["totals": "old", "vouchers": "old"]
    let both = ["totals": "new", "vouchers": "new"]
    let start = history.commit("Start\n", none, on: [])
    let totals = history.commit("SHOP-2 Totals\n", ["totals": "new", "vouchers": "old"], on: [start])
    let topic = history.commit("SHOP-1 Voucher\n", both, on: [totals])
    let merge = history.commit(
      "Merge branch 'feature/SHOP-1' into 'release/2.4.0'\n\nSHOP-1 Vouchers\n\nSee merge request shop/web!11\n", both,
      on: [start, topic])
    let reverted = history.commit(revert, none, on: [merge])
    let base = history.commit("Merge branch 'release/2.4.0'\n", none, on: [totals, reverted])
    let release = history.commit("Reapply it\n\nThis reverts commit \(reverted).\n", both, on: [reverted])
    #expect(try history.states(["SHOP-1", "SHOP-2"], base: base, release: release) == states)
  }

  /// A release that is asked about after it was merged: twice, with a revert between; by a merge that kept nothing; and
  /// after the base took its copy of the work back.
  @Test(arguments: ["between", "dropped", "copy", "kept"])
  func `is taken back where the base has nothing of it after all merges`(story: String) throws {
    var history = DrawnHistory()
    let none = ["cart": "old", "search": "old"]
    let start = history.commit("Start\n", none, on: [])
    var main = history.commit("SHOP-9 Prices\n", none.merging(["prices": ""]) { $1 }, on: [start])
    let cart = history.commit("SHOP-1 Cart\n", ["cart": "new", "search": "old"], on: [start])
    let (all, old) = (["cart": "new", "search": "old", "prices": ""], none.merging(["prices": ""]) { $1 })
    if story == "copy" {
      main = history.commit("SHOP-1 Cart\n\n(cherry picked from commit \(cart))\n", all, on: [main])
    }
    let pick = main
    main = history.commit("Merge branch 'release/2.4.0'\n", story == "dropped" ? old : all, on: [main, cart])
    var release = cart
    if story == "between" || story == "copy" {
      let target = story == "copy" ? pick : main
      main = history.commit("Revert it\n\nThis reverts commit \(target).\n", old, on: [main])
    }
    if story == "between" {
      release = history.commit("SHOP-2 Search\n", ["cart": "new", "search": "new"], on: [cart])
      main = history.commit(
        "Merge branch 'release/2.4.0'\n", old.merging(["search": "new"]) { $1 }, on: [main, release])
    }
    let state = story == "kept" ? TicketState.delivered : .reverted
    #expect(try history.states(["SHOP-1"], base: main, release: release) == [state])
  }

  /// Commits of a branch that take away again what an earlier one had added, as both sides had it before.
  @Test(arguments: [("SHOP-1 Old cart\n", TicketState.removed), ("SHOP-8 Old cart\n", .reverted)])
  func `is removed by the files only where there is older work of the ticket`(
    older: String, state: TicketState
  ) throws {
    var history = DrawnHistory()
    let start = history.commit("Start\n", ["cart": "old"], on: [])
    let work = history.commit(older, ["cart": "new"], on: [start])
    let base = history.commit("SHOP-9 Prices\n", ["cart": "new", "prices": ""], on: [work])
    let undo = history.commit("SHOP-3 Another way\n", ["cart": "other"], on: [work])
    let again = history.commit("SHOP-1 Cart\n", ["cart": "new"], on: [undo])
    let revert = history.commit("Revert it\n\nThis reverts commit \(again).\n", ["cart": "other"], on: [again])
    #expect(try history.states(["SHOP-1"], base: base, release: revert) == [state])
  }

  @Test func `is removed where one of three merge bases has the work`() throws {
    var history = DrawnHistory()
    var files = ["one": "old", "two": "old", "cart": "old"]
    let start = history.commit("Start\n", files, on: [])
    let one = history.commit("SHOP-3 One\n", files.merging(["one": "new"]) { $1 }, on: [start])
    let two = history.commit("SHOP-4 Two\n", files.merging(["two": "new"]) { $1 }, on: [start])
    let cart = history.commit("SHOP-1 Cart\n", files.merging(["cart": "new"]) { $1 }, on: [start])
    files["one"] = "new"
    let copy = history.commit("SHOP-1 Cart\n", files.merging(["cart": "new"]) { $1 }, on: [one])
    let both = history.commit("Merge it\n", files.merging(["two": "new"]) { $1 }, on: [one, two])
    files["two"] = "new"
    let all = files.merging(["cart": "new"]) { $1 }
    let base = history.commit("Merge the cart\n", all, on: [both, cart])
    let merged = history.commit("Merge two\n", all, on: [copy, two])
    let release = history.commit("Merge the cart, too\n", all, on: [merged, cart])
    let revert = history.commit("Revert \"SHOP-1 Cart\"\n\nThis reverts commit \(copy).\n", files, on: [release])
    #expect(try history.states(["SHOP-1"], base: base, release: revert) == [.removed])
  }

  /// A merge that is taken back and that brought again what was there before, or what was not.
  @Test(arguments: [(true, [RuleID]()), (false, [.unplannedTicket, .partlyRevertedTicket])])
  func `leaves nothing in the release that was there before it`(isThere: Bool, rules: [RuleID]) throws {
    var history = DrawnHistory()
    let cart = isThere ? "new" : "old"
    let start = history.commit("Start\n", ["cart": "old", "totals": "old"], on: [])
    let work = history.commit("SHOP-1 Cart\n", ["cart": cart, "totals": "old", "docs": ""], on: [start])
    let totals = history.commit("SHOP-1 Totals\n", ["cart": "old", "totals": "new"], on: [start])
    let copy = history.commit("SHOP-1 Cart\n", ["cart": "new", "totals": "new"], on: [totals])
    let merge = history.commit(
      "Merge branch 'cart'\n", ["cart": "new", "totals": "new", "docs": ""], on: [work, copy])
    let revert = history.commit(
      "Revert \"Merge branch 'cart'\"\n\nThis reverts commit \(merge).\n",
      ["cart": "new", "totals": "old", "docs": ""], on: [merge])
    let base = history.commit(
      "Revert \"SHOP-1 Cart\"\n\nThis reverts commit \(work).\n", ["cart": "old", "totals": "old"], on: [work])
    let report = try history.report(planned: [], base: base, release: revert)
    #expect(report.findings.filter { $0.ticket?.description == "SHOP-1" }.map(\.rule) == rules)
  }

  @Test func `leaves in the release what a revert did not take`() throws {
    var history = DrawnHistory()
    let start = history.commit("Start\n", ["cart": "old", "totals": "old"], on: [])
    let work = history.commit("SHOP-1 Cart\n", ["cart": "new", "totals": "new"], on: [start])
    let revert = history.commit(
      "Revert \"SHOP-1 Cart\"\n\nThis reverts commit \(work).\n", ["cart": "new", "totals": "old"], on: [work])
    let report = try history.report(planned: [], base: start, release: revert)
    #expect(report.findings.filter { $0.ticket?.description == "SHOP-1" }.map(\.rule) == [.unplannedTicket])
  }

  /// A release that took work back which both have, and a base that went on from it, or put something else there.
  @Test(arguments: [("SHOP-1 Cart, more of it\n", TicketState.removed), ("SHOP-2 Search\n", .reverted)])
  func `asks what the base made of work that is not there as it was`(message: String, state: TicketState) throws {
    var history = DrawnHistory()
    let start = history.commit("Start\n", ["cart": "old"], on: [])
    let work = history.commit("SHOP-1 Cart\n", ["cart": "new"], on: [start])
    let merge = history.commit("Merge branch 'feature/SHOP-1'\n", ["cart": "new"], on: [start, work])
    let copy = history.commit("SHOP-1 Cart\n", ["cart": "new"], on: [start])
    let revert = history.commit(
      "Revert \"SHOP-1 Cart\"\n\nThis reverts commit \(copy).\n", ["cart": "old"], on: [copy])
    let again = history.commit("Merge branch 'feature/SHOP-1'\n", ["cart": "new"], on: [revert, work])
    let base = history.commit(message, ["cart": "newer"], on: [again])
    let release = history.commit(
      "Revert \"SHOP-1 Cart\"\n\nThis reverts commit \(copy).\n\n(cherry picked from commit \(revert))\n",
      ["cart": "old"], on: [merge])
    #expect(try history.states(["SHOP-1"], base: base, release: release) == [state])
  }

  /// A copy that the base lost when a branch with an older revert was merged, or that was fitted in.
  @Test(arguments: [("old", TicketState.partlyReverted), ("newer", .alreadyOnBase)])
  func `asks whether the copy of work is there that is not`(file: String, state: TicketState) throws {
    var history = DrawnHistory()
    let start = history.commit("Start\n", ["cart": "old", "docs": "old"], on: [])
    let work = history.commit("SHOP-1 Cart\n", ["cart": "new", "docs": "old"], on: [start])
    let copied = file == "old" ? "new" : file
    let copy = history.commit(
      "SHOP-1 Cart\n\n(cherry picked from commit \(work))\n", ["cart": copied, "docs": "old"], on: [start])
    let base = history.commit("Tidy up\n", ["cart": file, "docs": "new"], on: [copy])
    let more = history.commit("SHOP-1 Totals\n", ["cart": "new", "docs": "old", "totals": "new"], on: [work])
    let revert = history.commit(
      "Revert \"SHOP-1 Totals\"\n\nThis reverts commit \(more).\n", ["cart": "new", "docs": "old"], on: [more])
    #expect(try history.states(["SHOP-1"], base: base, release: revert) == [state])
  }
}
