import Commits
import Testing

/// Messages that are long, and made so that a reader looks ahead again and again.
struct LongMessageTests {
  @Test func `reads so much of a message as a whole, and says that there is more`() {
    let word = "SHOP-1234 "
    let whole = String(repeating: word, count: MessageReader.longest / word.utf8.count)
    #expect(!facts(whole).isLong)
    #expect(facts(whole + String(repeating: " ", count: 100) + "PAY-1").isLong)
    // No key is cut into another one.
    let cut = facts(String(repeating: word, count: 2 * MessageReader.longest / word.utf8.count))
    #expect(cut.isLong)
    #expect(cut.uses == ["SHOP-1234 subject"])
    let one = facts(String(repeating: "SHOP-1234,", count: MessageReader.longest))
    #expect(one.isLong && one.uses.isEmpty)
  }

  /// Linear work ends at once; anything worse would not end while somebody waits.
  @Test(arguments: [
    "-", "1", "\"", "A-1 ", "SHOP-", "```\n", "Revert \"", "\n\n", "This reverts commit ", "> ", "[", "(", "SHOP-1 (",
    "SHOP-1; ", "* Revert \"x\"\n", "* x\n", "://", "Closes SHOP-1 and ", "revert 'x ", "- SHOP-1: x\n", "SHOP-1: x\n",
    "See also\n", "SHOP-1..", "(#1)", "commit abcdef1\n\n    Revert \"Revert \"\n", "\u{200B}", "SHOP-1/", "SHOP-1, 2",
    ", 12 ",
    "12: SHOP-1\n", "Merge ", " into ", "fix SHOP-1 ", "+ [SHOP-1 ", "SHOP-1\n", "closes SHOP-1, ", "**",
    "the ", "not ", "\u{3000}",
  ])
  func `reads a message that repeats itself without end`(unit: String) {
    let message = String(repeating: unit, count: 30_000 / unit.utf8.count)
    let inBody = facts("Subject\n\n" + message + "\n\nTicket: SHOP-1\n")
    #expect(inBody.names("SHOP-1"))
    let inSubject = facts(message + "SHOP-1 ")
    #expect(inSubject.names("SHOP-1") == (unit != "1"))
    #expect(facts("Merge #1\n\n" + message + "\n\nTicket: SHOP-1", isMerge: true).names("SHOP-1"))
  }

  @Test(arguments: [
    "* SHOP-% x\n* Revert \"SHOP-% x\"\n", "* SHOP-% y%\n* Back out y%\n", "* SHOP-% x (#%)\n* Revert #%\n",
    "* SHOP-% x\n* Revert SHOP-%\n", "* SHOP-% y (#1)\n* Back out y (#1)\n",
    "commit %aaaaaa\n\n    Back out changeset %bbbbbb\n\ncommit %bbbbbb\n\n    SHOP-% x\n\n",
  ])
  func `reads a squash of which every second item takes another one back`(items: String) {
    let all = (100..<1_100).map { items.replacing("%", with: "\($0)") }
    let last = items.hasPrefix("*") ? "* SHOP-12 z" : "commit 12cccccc\n\n    SHOP-12 z"
    #expect(facts("Squash (#12)\n\n" + all.joined() + last).uses == ["SHOP-12 body-line"])
  }

  /// What repeats without end in a message, in pieces that a reader may look ahead from.
  static let pieces = [
    "This reverts commit a1b2c3d \"x ", "this reverts the following ", "Revert \"", "Revert “x ", "Revert^2 ",
    "This reverts commit a1b2c3d (", "\nReverts #12\n", "\n\n* Revert \"x\"", "\n\n* x\n\n* Revert \"x\"",
    "cherry picked from commit ", "a/b/c/", "\"a\" “b” 'c' ", "\"", "'", "(", "backport ", "[2.4] ", " (#12)",
    "\nRefs: a1b2c3d", "back SHOP-12 ", "this also also reverts ", "\n>", "\n```\n", "\nOriginal message:\n",
    "a1b2c3d^..", "https://example.com/pull/", "/pull/pull/", "Merge pull request ", " from (#12", "\n- a1b2c3d x",
    "D1234 ", "undo ", "undo (a ", "<!--\n", "\ncommit a1b2c3d\n", "…", "\u{0}", "\n\n", "SHOP-12, ", "of ",
    "from the ",
    "of SHOP-12 ", "the jira ",
  ]

  @Test(arguments: pieces, ["Revert \"", "SHOP-1 Revert x ", "x\n\nThis reverts the following:\n"])
  func `reads a message of one piece repeated`(piece: String, start: String) {
    let message = Array((start + String(repeating: piece, count: 30_000 / piece.utf8.count)).utf8)
    #expect(Claims.facts(message).reverts.count <= 1_000)
    #expect(TitleText.normalised(message).text.utf8.count <= message.count)
    #expect(RequestNumbers.find(inTitle: message).count <= message.count / 4)
  }
}
