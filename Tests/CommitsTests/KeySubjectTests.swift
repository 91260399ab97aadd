import Commits
import Testing

/// Which keys of a subject or title are work.
struct KeySubjectTests {
  @Test(arguments: [
    ("[2.4] SHOP-1 Add SHOP-2", ["SHOP-1"]),
    ("✨ SHOP-1 Add SHOP-2", ["SHOP-1"]),
    ("Merged PR 12: SHOP-1 Add SHOP-2", ["SHOP-1"]),
    ("12: SHOP-1 Add SHOP-2", ["SHOP-1"]),
    ("#12 SHOP-1 Add SHOP-2", ["SHOP-1"]),
    ("Feature/SHOP-1 Add SHOP-2", ["SHOP-1"]),
    ("feat(cart)!: SHOP-1 Add SHOP-2", ["SHOP-1"]),
    ("feat(SHOP-1): Add SHOP-2", ["SHOP-1"]),
    ("Für SHOP-1 und SHOP-2", ["SHOP-1", "SHOP-2"]),
    ("SHOP-1, SHOP-2 and SHOP-3: Add", ["SHOP-1", "SHOP-2", "SHOP-3"]),
    ("[SHOP-1](https://jira.example.com/browse/SHOP-1) [SHOP-2] Add", ["SHOP-1", "SHOP-2"]),
    ("SHOP-1 Add. SHOP-2: Mend", ["SHOP-1", "SHOP-2"]),
    ("SHOP-1 Add. SHOP-2 broke it", ["SHOP-1"]),
    ("SHOP-1 add; SHOP-2 mend", ["SHOP-1", "SHOP-2"]),
    ("SHOP-1 add; SHOP-2 comes later", ["SHOP-1"]),
    ("SHOP-1 Add | SHOP-2 Mend + SHOP-3 Test", ["SHOP-1", "SHOP-2", "SHOP-3"]),
    ("SHOP-1 Backport of SHOP-2", ["SHOP-1", "SHOP-2"]),
    ("SHOP-1 port for SHOP-2", ["SHOP-1", "SHOP-2"]),
    ("SHOP-1 Cherry-pick SHOP-2, SHOP-3 to 2.4", ["SHOP-1", "SHOP-2", "SHOP-3"]),
    ("SHOP-1 Add (fixes SHOP-2)", ["SHOP-1", "SHOP-2"]),
    ("SHOP-1 Add what SHOP-2 resolved", ["SHOP-1"]),
    ("SHOP-1 Fix the bug of SHOP-2", ["SHOP-1"]),
    ("SHOP-1 Add (SHOP-2) (#12)", ["SHOP-1", "SHOP-2"]),
    ("SHOP-1 Add [SHOP-2, SHOP-3]", ["SHOP-1", "SHOP-2", "SHOP-3"]),
    ("SHOP-1 Add (as SHOP-2)", ["SHOP-1"]),
    ("SHOP-1 Add shop-2", ["SHOP-1"]),
    ("SHOP-1 Add\nSHOP-2 Mend", ["SHOP-1", "SHOP-2"]),
    ("SHOP-1 Add\nlike SHOP-2", ["SHOP-1"]),
    ("Add\nfor SHOP-2", ["SHOP-2"]),
    // What takes work back.
    ("Revert \"SHOP-1 Add\"", []),
    ("Revert 'SHOP-1 Add'", []),
    ("[2.4] Revert \"SHOP-1 Add\" (#12)", []),
    ("Revert SHOP-1", []),
    ("Revert [SHOP-1]", []),
    ("Reverting: SHOP-1. Add", []),
    ("Revert 1380931: SHOP-1 Add", []),
    ("Revert changes of SHOP-1", []),
    ("revert: SHOP-1 Add", []),
    ("revert(cart)!: SHOP-1 Add", []),
    ("Back out SHOP-1", []),
    ("Reapply \"SHOP-1 Add\"", []),
    ("SHOP-3: Revert SHOP-1", ["SHOP-3"]),
    ("SHOP-3 Revert \"SHOP-1 Add\"", ["SHOP-3"]),
    ("SHOP-3 Back SHOP-1 out", ["SHOP-3"]),
    ("SHOP-3 Revert the change (SHOP-1)", ["SHOP-3"]),
    ("SHOP-3 Revert it\nSHOP-4 Add", ["SHOP-3", "SHOP-4"]),
    ("Fix the build after the revert of SHOP-1 (SHOP-3)", ["SHOP-3"]),
    ("Revert to the old driver (SHOP-3)", ["SHOP-3"]),
  ])
  func `takes the keys of a subject that state work`(subject: String, keys: [String]) {
    let found = facts(subject).implements.map(\.key.description)
    #expect(found == keys)
  }

  @Test(arguments: [
    ("Merge pull request #12 in SHOP/web from feature/PAY-1 to main\n\nSHOP-1 Add", ["SHOP-1 subject"]),
    ("Merge pull request 'SHOP-1 don't add' (#12) from dana/x into main", ["SHOP-1 subject"]),
    ("Merged in feature/PAY-1 (pull request #12)\n\nSHOP-1 Add", ["SHOP-1 subject"]),
    ("Merged in feature/PAY-1 (pull request #12)\n\nAdd", ["PAY-1 merge-branch"]),
    ("Auto merge of #12 - dana:PAY-1, r=ines\n\nAdd it\n\nmore", ["PAY-1 merge-branch"]),
    ("Auto merge of #12 - dana:x, r=ines\n\nSHOP-1 Add", ["SHOP-1 subject"]),
    ("Rollup merge of #12 - dana:x, r=ines\n\nAdd SHOP-1", ["SHOP-1 subject"]),
    ("Merge #12 #13\n\n12: SHOP-1 Add r=ines a=dana\n\n13: Mend (PAY-1) r=ines", ["SHOP-1 subject", "PAY-1 subject"]),
    ("Pull request #12: Add\n\nMerge in SHOP/web from feature/PAY-1 to main", ["PAY-1 merge-branch"]),
    ("Merge pull request #12 from shop/x\n\n* SHOP-1 Add", ["SHOP-1 body-line"]),
    ("Merge branch 'x' into 'main'\n\nAdd SHOP-1", []),
    ("Merge branch 'x' into 'main'\n\nAdd SHOP-1\n\nSee merge request shop/web!12", ["SHOP-1 subject"]),
    ("Merge remote-tracking branch 'origin/SHOP-1'", ["SHOP-1 merge-branch"]),
    ("Merge feature SHOP-1 into PAY-1", ["SHOP-1 merge-branch"]),
    ("Merge pull request #12 from shop/revert-7-SHOP-1\n\nRevert \"SHOP-1 Add\"", []),
    ("Merge pull request #12 from shop/SHOP-1\n\nRevert \"Add the cart\"", []),
  ])
  func `takes the title of a pull request, or else its branch`(message: String, uses: [String]) {
    for isMerge in [true, false] {
      let found = facts(message, isMerge: isMerge).uses
      #expect(found == uses)
    }
  }

  @Test(arguments: [
    ("Merge branch 'main' into feature/SHOP-1", ["SHOP-1 merge-branch"]),
    ("Merge branch 'PAY-1' into feature/SHOP-1", ["PAY-1 merge-branch"]),
    ("Merge branch 'main' into feature/SHOP-1\n\nTicket: PAY-1", ["PAY-1 trailer"]),
  ])
  func `takes the target of a squash that has no other key`(message: String, uses: [String]) {
    let found = facts(message).uses
    #expect(found == uses)
  }

  @Test func `takes nothing but the branch from git's own subject of a merge`() {
    let found = facts("Merge branch 'SHOP-1' into SHOP-2\nSHOP-3: Add", isMerge: true)
    #expect(found.uses == ["SHOP-1 merge-branch"])
    #expect(found.named == ["SHOP-2", "SHOP-3"])
  }

  @Test(arguments: [
    ("SHOP-1 Add", nil),
    ("Merged PR 12: SHOP-1 Add", nil),
    ("Merge pull request #12 from shop/x\n\nSHOP-1 Add", "SHOP-1 Add"),
    ("Merge pull request 'Add' (#12) from x into main", "Add"),
    ("Merge #12\n\n12: SHOP-1 Add r=ines a=dana", "SHOP-1 Add"),
    ("Merge #12 #13\n\n12: Add r=ines\n13: Mend r=ines", nil),
    ("Merge branch 'x' into 'main'\n\nAdd\n\nSee merge request shop/web!12", "Add"),
    ("Merge branch 'x' into 'main'\n\nSee merge request shop/web!12", nil),
  ])
  func `knows the title of a pull request`(message: String, title: String?) {
    let found = facts(message, isMerge: true).title.map { String(decoding: $0, as: UTF8.self) }
    #expect(found == title)
  }
}
