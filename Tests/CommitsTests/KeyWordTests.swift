import Commits
import Testing

/// The words that decide on keys, one by one.
struct KeyWordTests {
  @Test(arguments: [
    "See", "See SHOP's list", "cf. the list", "Compare", "What to see", "For more see also", "Related", "Related work",
    "Depends", "Dependencies", "Dependent on this", "Blocks", "Blocked by", "Requires", "Follow-up", "Follow-ups",
    "Follow up", "Not part of this change", "Not a part of this", "Not included", "Not done", "Not fixed here",
    "Not addressed", "Not in scope", "Not yet", "Out of scope", "To do", "TODO", "In the future", "Later", "Remaining",
    "Known issues", "Known problems", "Introduced by", "Caused by", "Conflict", "Conflicts", "Previous", "Previously",
    "Background", "Based on", "On top of", "Revert", "Reverts", "Reverted", "Left out", "Left for 2.5", "Open issues",
    "Next steps",
  ])
  func `takes nothing below a heading that says it is other work`(heading: String) {
    for mark in ["\(heading):", "# \(heading)"] {
      let found = facts("PAY-9 Subject\n\n\(mark)\n* SHOP-2 add")
      #expect(found.uses == ["PAY-9 subject"])
      #expect(found.named == ["SHOP-2"])
    }
  }

  @Test(arguments: [
    "Changes", "Also seen", "Sees", "Comparing", "Unrelated", "Independent", "Noted", "Partly", "Late",
    "Reversal", "This release has",
  ])
  func `takes what stands below any other heading`(heading: String) {
    #expect(facts("PAY-9 Subject\n\n\(heading):\n* SHOP-2 add").uses == ["PAY-9 subject", "SHOP-2 body-line"])
  }

  @Test(arguments: [
    "Ticket", "Tickets", "Ticket-ID", "Jira", "Jira-ID", "Jira-Issue", "Jira-Ticket", "Jira-Key", "Issue", "Issues",
    "Issue-ID", "Implements",
  ])
  func `takes the keys of a trailer that names the ticket, whatever its case and mark`(name: String) {
    let spaced = String(name.map { $0 == "-" ? " " : $0 })
    for line in ["\(name): SHOP-2", "\(name.lowercased()) = SHOP-2", "\(spaced.uppercased()):SHOP-2"] {
      #expect(facts("PAY-9 Subject\n\nText.\n\n\(line)").uses == ["PAY-9 subject", "SHOP-2 trailer"])
    }
    #expect(facts("PAY-9 Subject\n\nMy-\(name): SHOP-2").uses == ["PAY-9 subject"])
    #expect(facts("PAY-9 Subject\n\n\(name)s-of: SHOP-2").uses == ["PAY-9 subject"])
  }

  @Test(arguments: [
    "Close", "Closes", "Closed", "Fix", "Fixes", "Fixed", "Resolve", "Resolves", "Resolved", "Implement", "Implements",
    "Implemented", "Address", "Addresses", "Addressed",
  ])
  func `takes the keys behind a closing word that begins a line or an item`(word: String) {
    for line in [
      "\(word) SHOP-2", "\(word.lowercased()): SHOP-2", "Also \(word.lowercased()) SHOP-2", "* \(word) SHOP-2",
    ] {
      #expect(facts("PAY-9 Subject\n\n\(line)").uses == ["PAY-9 subject", "SHOP-2 trailer"])
    }
    #expect(facts("PAY-9 Subject\n\nThis \(word.lowercased()) SHOP-2").uses == ["PAY-9 subject"])
  }

  @Test(arguments: [
    "Ref", "Refs", "Reference", "References", "Related", "Related to", "Relates to", "Bug", "Bugs", "Part of",
    "Related-to", "Relates-to", "Part-of",
  ])
  func `takes the keys of a reference where no other is named`(word: String) {
    for line in ["\(word): SHOP-2", "\(word.lowercased()) SHOP-2"] {
      #expect(facts("Subject\n\nText of the body.\n\n\(line)").uses == ["SHOP-2 trailer"])
      #expect(facts("PAY-9 Subject\n\n\(line)").uses == ["PAY-9 subject"])
    }
  }

  @Test(arguments: [
    "Backport", "Backports of", "Backported", "Backporting of", "Forward-port", "Forward-ports", "Cherry-pick",
    "Cherry-picked", "Port of", "port for", "Port from", "fix", "Fixes", "fixed", "close", "Closes", "closed",
    "resolve",
    "Resolves", "Resolved", "address", "Addresses", "addressed",
  ])
  func `takes the key behind a word of copying or closing in a subject that another key opens`(words: String) {
    #expect(facts("SHOP-1 \(words) SHOP-2").uses == ["SHOP-1 subject", "SHOP-2 subject"])
    #expect(facts("SHOP-1 Do it, \(words) what SHOP-2 has").uses == ["SHOP-1 subject"])
  }

  @Test(arguments: [
    "does not fix", "will not fix", "doesn't fix", "won’t fix", "did not yet fully resolve", "never closes",
    "cannot fix", "prepare to fix", "Preparing to backport",
    "Prepare for backport of", "Undo backport of", "Undoes the cherry-pick of", "Drop the backport of",
    "Remove the cherry-pick of", "Roll back the port of", "Do not backport", "no longer fixes",
  ])
  func `takes no key behind such a word that is denied or taken back`(words: String) {
    for subject in ["SHOP-1: Totals, \(words) SHOP-2", "SHOP-1 \(words) SHOP-2", "SHOP-1 Totals (\(words) SHOP-2)"] {
      let found = facts(subject)
      #expect(found.uses == ["SHOP-1 subject"], "\(subject)")
      #expect(found.named == ["SHOP-2"], "\(subject)")
    }
  }

  @Test(arguments: [
    "not only fixes", "Totals are not shown, fix", "Drop totals, fix", "Do not wait and fix", "Remove the cart to fix",
    "Undo, fixes", "Drop: fixes", "The knot fixes", "partly fixes", "Restore the dropped backport of",
    "What was removed fixes", "Add undo fixes",
  ])
  func `takes the key behind such a word that is not what is denied`(words: String) {
    #expect(facts("SHOP-1 \(words) SHOP-2").uses == ["SHOP-1 subject", "SHOP-2 subject"])
  }

  @Test(arguments: ["Revert", "reverts", "Reverting", "Reapply", "Re-apply", "Reland", "Re-land", "Back out"])
  func `takes no second key of a subject that has a word of taking back or doing again`(word: String) {
    #expect(facts("SHOP-1 \(word) the cart; SHOP-2: mend").uses == ["SHOP-1 subject"])
    #expect(facts("SHOP-1 \(word) the cart\nSHOP-2: mend").uses == ["SHOP-1 subject", "SHOP-2 subject"])
  }
}
