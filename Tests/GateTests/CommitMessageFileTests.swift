import Gate
import Testing

/// What of a message file git will record, by configuration and by whether it was edited.
struct CommitMessageFileTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let file: String
    var setting: String?
    var comment: String?
    var editor: String?
    let text: String
  }

  private static let scissors = "# ------------------------ >8 ------------------------"

  private static let cases = [
    Case(testDescription: "given with -m", file: "#SHOP-2 Mend\n", editor: ":", text: "#SHOP-2 Mend\n"),
    Case(testDescription: "edited", file: "#SHOP-2 Mend\nMore\n# On branch main\n", text: "More\n"),
    Case(
      testDescription: "-m and strip", file: "#SHOP-2 Mend\nMore\n", setting: "strip", editor: ":", text: "More\n"),
    Case(testDescription: "whitespace", file: "#SHOP-2\n", setting: "whitespace", text: "#SHOP-2\n"),
    Case(
      testDescription: "verbatim", file: "#SHOP-2\n\(scissors)\nx", setting: "verbatim", text: "#SHOP-2\n\(scissors)\nx"
    ),
    Case(
      testDescription: "scissors", file: "#SHOP-2\n\(scissors)\n# below\ndiff SHOP-9\n", setting: "scissors",
      text: "#SHOP-2"),
    Case(testDescription: "scissors of -v", file: "SHOP-2\n\(scissors)\ndiff SHOP-9\n", text: "SHOP-2"),
    Case(testDescription: "another character", file: "#SHOP-2\n;SHOP-9\n", comment: ";", text: "#SHOP-2\n"),
    Case(testDescription: "a text of two", file: "//SHOP-9\n#SHOP-2\n", comment: "//", text: "#SHOP-2\n"),
    Case(
      testDescription: "a character of git's choice", file: "#SHOP-2\n; On branch SHOP-9\n;\n", comment: "auto",
      text: "#SHOP-2\n"),
    Case(testDescription: "git's choice, and nothing to see of it", file: "#SHOP-2\n", comment: "auto", text: ""),
  ]

  @Test(arguments: cases)
  func `keeps what git records`(_ given: Case) {
    let cleanup = MessageCleanup(setting: given.setting, comment: given.comment, editor: given.editor)
    let file = CommitMessageFile(Array(given.file.utf8), cleanup)
    let text = String(decoding: file.text, as: UTF8.self)
    #expect(text == given.text)
  }

  @Test func `a message of comments only is empty when it was edited, and not when it was given`() {
    let file = Array("# tidy up\n".utf8)
    #expect(CommitMessageFile(file, MessageCleanup()).isEmpty)
    #expect(!CommitMessageFile(file, MessageCleanup(editor: ":")).isEmpty)
  }

  @Test func `a trailer stands above what git takes out`() {
    let file = CommitMessageFile(Array("Mend\n\n# On branch main\n\(Self.scissors)\ndiff\n".utf8), MessageCleanup())
    let text = String(decoding: file.adding(trailer: "Ticket: SHOP-2"), as: UTF8.self)
    #expect(text == "Mend\n\nTicket: SHOP-2\n\n# On branch main\n\(Self.scissors)\ndiff\n")
    let given = CommitMessageFile(Array("# Mend\n".utf8), MessageCleanup(editor: ":"))
    #expect(String(decoding: given.adding(trailer: "Ticket: SHOP-2"), as: UTF8.self) == "# Mend\n\nTicket: SHOP-2\n\n")
  }
}
