import ReleaseScope
import Testing

@testable import Documents

struct JiraTableTests {
  private func file(_ text: String, _ name: String, version: String? = "2.4.0") throws -> ManifestFile {
    try ManifestFile(parsing: text.bytes, name: name, version: try version.map { try VersionName(parsing: $0) })
  }

  private func keys(_ tickets: [Ticket]) -> [String] { tickets.map(\.key.description) }

  static let table = """
    Issue key,Issue id,Issue Type,Status,Summary,Fix Version/s,Fix Version/s,Assignee
    PAY-11,10101,Bug,Done,"Refund, twice",2.4.0,2.4.1,kim
    PAY-12,10102,Story,In Progress,"Line one
    line two",2.4.0,,
    PAY-13,10103,Story,To Do,other,2.5.0,,Unassigned
    """

  @Test(arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func `reads a table with cells of several lines and repeated columns`(lineEnd: String, mark: String) throws {
    let result = try file(mark + Self.table.replacing("\n", with: lineEnd), "export.csv").manifest
    #expect(keys(result.tickets) == ["PAY-11", "PAY-12"])
    #expect(keys(result.others) == ["PAY-13"])
    #expect(result.tickets.map(\.summary) == ["Refund, twice", "Line one\(lineEnd)line two"])
    #expect(result.tickets.map(\.fixVersions) == [["2.4.0", "2.4.1"], ["2.4.0"]])
    #expect(result.tickets.map(\.assignee) == [.value("kim"), .empty])
    #expect(result.others.map(\.assignee) == [.empty])
    #expect(result.tickets.map(\.priority) == [.absent, .absent])
    #expect(result.projects.map(\.text) == ["PAY"])
    #expect(result.isComplete)
    #expect(result.source == Manifest.Source(kind: "jira-csv"))
  }

  @Test(arguments: [
    "Issue key,Fix Version/s,Issue Type", " ISSUE KEY ,Fix versions,Work type", "Key,Fix Version,Work item type",
    "\"Issue key\",\"Fix Version/s\",\"Issue Type\"", "Issue key;Fix Version/s;Issue Type",
    "Issue key\tFix Version/s\tIssue Type",
  ])
  func `knows the headers of both generations and three delimiters`(header: String) throws {
    let delimiter = header.contains(";") ? ";" : header.contains("\t") ? "\t" : ","
    let row = ["PAY-1", "2.4.0", "Bug"].joined(separator: delimiter)
    for name in ["x.csv", "x"] {
      let result = try file("\(header)\n\(row)\n", name)
      #expect(result.format == .jiraCSV)
      #expect(result.manifest.tickets.first?.type == "Bug")
    }
  }

  @Test func `keeps other columns as fields, and joins repeated ones`() throws {
    let text = """
      Issue key,Priority,Labels,Labels,Labels,Custom field (Steps to Reproduce),Resolution,Parent key,Status Category
      PAY-1,High,a,,b,,Unresolved,PAY-9,In Progress
      PAY-2,,,,,click,Done,12345,Fertig
      """
    let tickets = try file(text, "x.csv").manifest.tickets
    let steps = "Steps to Reproduce"
    #expect(
      tickets.map(\.fields) == [
        ["Labels": .value("a, b"), steps: .empty], ["Labels": .empty, steps: .value("click")],
      ])
    #expect(tickets.map(\.priority) == [.value("High"), .empty])
    #expect(tickets.map(\.parent?.description) == ["PAY-9", nil])
    #expect(tickets.map(\.statusCategory) == ["indeterminate", nil])
  }

  @Test func `takes rows that are wider or shorter than the header, and skips blank ones`() throws {
    let text = "Issue key,Summary,Assignee\nPAY-1,a,kim,extra,=1+1\nPAY-2\n,,\n\n \nPAY-3,c,\n"
    let tickets = try file(text, "x.csv").manifest.tickets
    #expect(keys(tickets) == ["PAY-1", "PAY-2", "PAY-3"])
    #expect(tickets.map(\.assignee) == [.value("kim"), .empty, .empty])
  }

  @Test(arguments: ["\u{301}x", "é", "\u{600}", "\u{200D}👍", "ä\"\"ö"])
  func `keeps cells apart whatever they begin and end with`(summary: String) throws {
    let text =
      "Issue key,Summary,Fix Version/s\nPAY-1,\"\(summary)\",2.4.0\nPAY-2,\(summary.replacing("\"", with: "")),2.4.0\n"
    let tickets = try file(text, "x.csv").manifest.tickets
    #expect(tickets.map(\.summary) == [summary.replacing("\"\"", with: "\""), summary.replacing("\"", with: "")])
    #expect(tickets.map(\.fixVersions) == [["2.4.0"], ["2.4.0"]])
  }

  @Test func `takes no more for a row than the row is long`() throws {
    let header = "Issue key," + (0..<50_000).map { "f\($0)" }.joined(separator: ",")
    let rows = (1...5000).map { "PAY-\($0),x\n" }.joined()
    let tickets = try file("\(header)\n\(rows)", "x.csv").manifest.tickets
    #expect(tickets.count == 5000)
    #expect(tickets.last?.fields == ["f0": .value("x")])
  }

  @Test(arguments: [
    ("Issue key,Summary\nPAY-1,a\nPAY-2,\"b\nPAY-3,c\n", "x.csv:3: a quotation mark without its pair"),
    ("Issue key,Summary\n\"PAY-1", "x.csv:2: a quotation mark without its pair"),
    ("Issue key,Summary\nPAY-1,\"a\nb\"\nPAY-2,5\" disk\n", "x.csv:4: a quotation mark in the wrong place"),
    ("Issue key,Summary\nPAY-1,\"a\nb\"\npay-2,c\n", "x.csv:4: 'pay-2' is not a ticket key (such as SHOP-12)"),
    ("Issue key,Summary\nPAY-1,a\nPAY-2,\"b\n\n\"\nPAY-1,c\n", "x.csv:6: duplicate ticket 'PAY-1' (first on line 2)"),
    ("Issue key,Summary\n\n\nPAY-1,a\n,b\n", "x.csv:5: a row without an issue key"),
    ("Issue key,Summary\r\rPAY-1,\"a\r\"\r,b\r", "x.csv:5: a row without an issue key"),
    ("Issue key,Summary\r\n\r\nPAY-1,\"a\r\n\"\r\n,b", "x.csv:5: a row without an issue key"),
    ("Issue key,Summary\nPAY-1,\"a\"b\n", "x.csv:2: a quotation mark in the wrong place"),
    ("Issue key,Summary\nPAY-1, \"a\"\n", "x.csv:2: a quotation mark in the wrong place"),
    ("Vorgangsschlüssel,Status\nPAY-1,a\n", "x.csv:1: no column 'Issue key'"),
    ("", "x.csv:1: no column 'Issue key'"),
    ("Issue key,Summary\n", "x.csv: the export holds no issue"),
    ("Issue key,Fix Version/s\nPAY-1,2.5.0\n", "x.csv: no issue of the export has the fix version '2.4.0'"),
  ])
  func `says what is wrong with a table, and on which line`(text: String, message: String) {
    let result = failure { try file(text, "x.csv") }
    #expect(result == message)
  }

  @Test(arguments: [
    ("Fix Version/s,Fix Version/s\nPAY-1,2.4.0,2.5.0\nPAY-2,2.4.0,\n", "2.4.0"),
    ("Fix Version/s\nPAY-1,XSS Protection API 1.0.4\n", "XSS Protection API 1.0.4"),
  ])
  func `takes the one version that all issues share`(text: String, version: String) throws {
    let result = try file("Issue key," + text, "x.csv", version: nil).manifest
    #expect(result.version.name.text == version)
  }

  @Test(arguments: [
    "Fix Version/s\nPAY-1,2.4.0\nPAY-2,2.5.0\n", "Fix Version/s\nPAY-1,2.4.0\nPAY-2,\n", "Summary\nPAY-1,a\n",
    "Fix Version/s,Fix Version/s\nPAY-1,2.4.0,2.5.0\n",
  ])
  func `asks for the version when the issues do not share one`(text: String) throws {
    let error = try #require(throws: DocumentError.self) { try file("Issue key," + text, "x.csv", version: nil) }
    #expect(error.message == "the issues of the export do not share exactly one fix version")
    #expect(error.help == "say which version is meant: --version NAME")
  }

  @Test(arguments: [(999, true), (1000, false), (1001, true), (9_999, true), (10_000, false)])
  func `does not trust a table of exactly as many rows as exporters cut at`(rows: Int, isComplete: Bool) throws {
    let text = "Issue key,Fix versions\n" + (1...rows).map { "PAY-\($0),2.4.0\n" }.joined()
    let result = try file(text, "x.csv")
    #expect(result.manifest.isComplete == isComplete)
    #expect(result.gaps == (isComplete ? [] : [.usualLimit(issues: rows)]))
  }

  @Test(arguments: [
    "Fix Version/s", "Fix versions", "fixVersions", "fixVersion", "Fix Version(s)", "FIX VERSION", "fix_versions",
    "Fixed in version", "Fix-Versionen", "Lösungsversion(en)", "Lo\u{308}sungsversion/en", "Versions corrigées",
    "Version(s) corrigée(s)", "Versiones correctoras", "Versões corrigidas", "Oplossingsversie(s)",
    "Исправить в версиях",
    "修正バージョン", "修复版本", "수정 버전",
  ])
  func `knows the column of fix versions in any spelling`(header: String) throws {
    let result = try file("Issue key,\(header)\nPAY-1,2.4.0\nPAY-7,2.5.0\n", "x.csv")
    #expect(keys(result.manifest.tickets) == ["PAY-1"])
    #expect(keys(result.manifest.others) == ["PAY-7"])
    #expect(result.gaps.isEmpty)
  }

  @Test(arguments: ["Summary", "Affects Version/s", "Target version", "Version", "Custom field (Fix Version)", ""])
  func `is not complete without a column of fix versions`(header: String) throws {
    let result = try file("Issue key,\(header)\nPAY-1,2.4.0\nPAY-7,2.5.0\n", "x.csv")
    #expect(keys(result.manifest.tickets) == ["PAY-1", "PAY-7"])
    #expect(!result.manifest.isComplete)
    #expect(result.gaps == [.noFixVersions(issues: 2)])
  }

  @Test(arguments: [
    "2.4.0, 2.5.0", "2.3.9; 2.4.0", "2.3.9|2.4.0", "2.3.9\n2.4.0", "2.3.9,2.4.0,", "[2.3.9, 2.4.0]", "['2.4.0']",
    "[\"\"2.3.9\"\", \"\"2.4.0\"\"]", "{2.4.0,2.5.0}", "=\"\"2.4.0\"\"", "v2.3, 2.4.0",
  ])
  func `takes all versions that an exporter puts into one cell`(cell: String) throws {
    let result = try file("Issue key,Fix versions\nPAY-1,2.4.0\nPAY-2,\"\(cell)\"\n", "x.csv")
    #expect(keys(result.manifest.tickets) == ["PAY-1", "PAY-2"])
    #expect(result.gaps.isEmpty)
  }

  @Test(arguments: ["2.5.0, 2.6.0", "2.4.0.1", "22.4.0; 2.4", "2.4.0 final", ""])
  func `does not take another version for the one that is asked for`(cell: String) throws {
    let result = try file("Issue key,Fix versions\nPAY-1,2.4.0\nPAY-2,\"\(cell)\"\n", "x.csv")
    #expect(keys(result.manifest.tickets) == ["PAY-1"])
    #expect(result.gaps.isEmpty)
  }

  @Test(arguments: [
    // A name with a comma, or a list with a name that has no number.
    "Fix versions\nPAY-1,2.4.0\nPAY-2,\"2.4.0, final\"\n",
    // Jira's own form, in which a cell is one version.
    "Fix versions,Fix versions\nPAY-1,2.4.0,\nPAY-2,\"2.4.0, 2.5.0\",\n",
    // Commas without quotation marks have moved the cells.
    "Fix versions\nPAY-1,2.4.0\nPAY-2,a title, with commas,2.4.0\n",
  ])
  func `is not complete where nobody can tell the version of a row`(text: String) throws {
    let result = try file("Issue key,\(text)", "x.csv")
    #expect(keys(result.manifest.tickets) == ["PAY-1"])
    #expect(result.gaps == [.unclear([.init(key: try TicketKey(parsing: "PAY-2"), line: 3)])])
    #expect(!result.manifest.isComplete)
  }

  @Test func `takes a version whose name has commas by its whole name`() throws {
    let text = "Issue key,Fix versions\nPAY-1,\"2.4.0, 2.5.0\"\nPAY-2,2.4.0\n"
    let result = try file(text, "x.csv", version: "2.4.0, 2.5.0")
    #expect(keys(result.manifest.tickets) == ["PAY-1"])
    #expect(result.gaps.isEmpty)
  }

  @Test(arguments: [
    ("Issue key,Fix versions,Status\nPAY-1,2.4.0,Done\nPAY-2,2.4.0,Done", true),
    ("Issue key,Fix versions,Status\nPAY-1,2.4.0,Done\nPAY-2,2.4.0\n", true),
    ("Issue key,Fix versions,Status\nPAY-1,2.4.0,Done\nPAY-2,2.4", false),
    ("Issue key,Fix versions,Status\nPAY-1,2.4.0,Done\nPAY-2", false),
  ])
  func `is not complete when the file ends within a row`(text: String, isComplete: Bool) throws {
    let result = try file(text, "x.csv")
    #expect(result.manifest.isComplete == isComplete)
    #expect(result.gaps.contains(.cutOff) == !isComplete)
  }

  @Test(arguments: ["sep=;\r\n", "SEP=;\n", "\"sep=;\"\n", "\u{FEFF}sep=;\n"])
  func `reads a table below a line that names its delimiter`(line: String) throws {
    for name in ["x.csv", "x"] {
      let result = try file(line + "Issue key;Summary;Fix versions\nPAY-1;a, b;2.4.0\nPAY-2;c;2.5.0\n", name)
      #expect(keys(result.manifest.tickets) == ["PAY-1"])
      #expect(result.manifest.tickets.first?.summary == "a, b")
    }
    let message = failure { try file(line + "Issue key;Fix versions\npay;2.4.0\n", "x.csv") }
    #expect(message == "x.csv:3: 'pay' is not a ticket key (such as SHOP-12)")
  }

  @Test func `reads a table that is lined up with tabs, and refuses one that has lost a cell`() throws {
    let header = "TYPE\tKEY\t\tSUMMARY\t\tFIX VERSIONS\n"
    let result = try file(header + "Bug\tPAY-1\t\ta long title\t2.4.0\nStory\tPAY-10\tb\t\t\t2.5.0\n", "x.csv")
    #expect(keys(result.manifest.tickets) == ["PAY-1"])
    #expect(result.manifest.tickets.map(\.type) == ["Bug"])
    let message = failure { try file(header + "Bug\tPAY-1\t\t\t\t2.4.0\n", "x.csv") }
    #expect(message == "x.csv:2: 3 cells below 4 columns, in a table that is lined up with tabs")
  }
}
