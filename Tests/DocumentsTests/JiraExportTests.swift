import ReleaseScope
import Testing

@testable import Documents

struct JiraExportTests {
  private func file(_ text: String, _ name: String, version: String? = "2.4.0") throws -> ManifestFile {
    try ManifestFile(parsing: text.bytes, name: name, version: try version.map { try VersionName(parsing: $0) })
  }

  private func keys(_ tickets: [Ticket]) -> [String] { tickets.map(\.key.description) }

  // MARK: CSV

  static let table = """
    Issue key,Issue id,Issue Type,Status,Summary,Fix Version/s,Fix Version/s,Assignee
    PAY-11,10101,Bug,Done,"Refund, twice",2.4.0,2.4.1,kim
    PAY-12,10102,Story,In Progress,"Line one
    line two",2.4.0,,
    PAY-13,10103,Story,To Do,other,2.5.0,,Unassigned
    """

  @Test(arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
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
    let steps = "Custom field (Steps to Reproduce)"
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

  @Test(arguments: [
    ("Issue key,Summary\nPAY-1,a\nPAY-2,\"b\nPAY-3,c\n", "x.csv:3: a quotation mark without its pair"),
    ("Issue key,Summary\n\"PAY-1", "x.csv:2: a quotation mark without its pair"),
    ("Issue key,Summary\nPAY-1,\"a\nb\"\nPAY-2,5\" disk\n", "x.csv:4: a quotation mark in the wrong place"),
    ("Issue key,Summary\nPAY-1,\"a\nb\"\npay-2,c\n", "x.csv:4: 'pay-2' is not a ticket key (such as SHOP-12)"),
    ("Issue key,Summary\nPAY-1,a\nPAY-2,\"b\n\n\"\nPAY-1,c\n", "x.csv:6: duplicate ticket 'PAY-1' (first on line 2)"),
    ("Issue key,Summary\n\n\nPAY-1,a\n,b\n", "x.csv:5: a row without an issue key"),
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
    let text = "Issue key\n" + (1...rows).map { "PAY-\($0)\n" }.joined()
    #expect(try file(text, "x.csv").manifest.isComplete == isComplete)
  }

  // MARK: XML

  private func feed(_ items: String, total: Int = 1) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- RSS generated by JIRA (9.12.0#1) at Mon Nov 23 10:00:00 UTC 2026 -->
    <rss version="0.92"><channel><title>Jira</title><link>https://jira.example.com</link>
    <issue start="0" end="\(total)" total="\(total)"/><build-info><version>9.12.0</version></build-info>
    \(items)</channel></rss>
    """
  }

  private let item = """
    <item><title>[PAY-11] Refund twice</title><link>https://jira.example.com/browse/PAY-11</link><project id="10000" key="PAY">Pay</project>
    <key id="10101">PAY-11</key><summary>Refund &lt;b&gt; &amp; twice</summary><type id="1" iconUrl="x">Bug</type>
    <status id="5" iconUrl="x" description="">Done</status><statusCategory id="3" key="done" colorName="green"/>
    <priority id="3">High</priority><resolution id="-1">Unresolved</resolution><assignee username="-1">Niemand</assignee>
    <labels><label>x</label><label>y</label></labels><parent id="1">PAY-2</parent>
    <fixVersion>2.4.0</fixVersion><fixVersion>2.4.1</fixVersion><component>API</component><component>Web</component><due></due>
    <description><![CDATA[a <!DOCTYPE b]]></description>
    <customfields><customfield id="customfield_10014" key="k"><customfieldname>Epic Link</customfieldname><customfieldvalues><customfieldvalue>PAY-2</customfieldvalue><customfieldvalue>PAY-3</customfieldvalue></customfieldvalues></customfield></customfields>
    <comments><comment id="1" author="x">hello</comment></comments></item>
    """

  @Test func `reads an item of the feed`() throws {
    let result = try file(feed(item), "x.xml")
    let ticket = try #require(result.manifest.tickets.first)
    let fields: [String: Ticket.Field] = [
      "labels": .value("x, y"), "component": .value("API, Web"), "due": .empty, "description": .value("a <!DOCTYPE b"),
      "Epic Link": .value("PAY-2, PAY-3"), "comments": .empty,
    ]
    let expected = Ticket(
      key: try TicketKey(parsing: "PAY-11"), summary: "Refund <b> & twice", type: "Bug", status: "Done",
      statusCategory: "done", assignee: .empty, priority: .value("High"), fixVersions: ["2.4.0", "2.4.1"],
      parent: try TicketKey(parsing: "PAY-2"), fields: fields)
    #expect(ticket == expected)
    #expect(result.manifest.isComplete)
    #expect(result.format == .jiraXML)
  }

  @Test(arguments: [
    (#"<assignee username="dana">Dana</assignee>"#, Ticket.Field.value("Dana")),
    (#"<assignee accountid="-1">Unassigned</assignee>"#, .empty),
    (#"<assignee accountid="5b10">Kim</assignee>"#, .value("Kim")), ("", .absent),
  ])
  func `reads who is assigned on Data Center and on Cloud`(element: String, assignee: Ticket.Field) throws {
    let text = feed("<item><key>PAY-1</key>\(element)<fixVersion>2.4.0</fixVersion></item>")
    #expect(try file(text, "x").manifest.tickets.map(\.assignee) == [assignee])
  }

  @Test func `is not complete when the search found more`() throws {
    #expect(try !file(feed(item, total: 1001), "x.xml").manifest.isComplete)
  }

  @Test(arguments: [
    (
      "<!DOCTYPE rss [<!ENTITY a \"b\">]>\n<rss/>",
      "x.xml:1: the file has a document type, which an export of Jira never has"
    ),
    (
      "<?xml version=\"1.0\"?>\n<!-- x -->\n<!DOCTYPE rss>",
      "x.xml:3: the file has a document type, which an export of Jira never has"
    ),
    ("<html></html>", "x.xml:1: this is not an export of Jira: no 'rss' element"),
    ("\n\n<rss><channel>\n<item></channel></rss>", "x.xml:4: this is not XML as Jira exports it"),
    ("<rss><channel>\n<item>&undefined;</item></channel></rss>", "x.xml:2: this is not XML as Jira exports it"),
    ("<rss><channel>\n<item><summary>a</summary></item></channel></rss>", "x.xml:2: an item without 'key'"),
    (
      "<rss><channel>\n\n<item>\n<key>pay</key></item></channel></rss>",
      "x.xml:4: 'pay' is not a ticket key (such as SHOP-12)"
    ),
    (
      "<rss><channel>\n<item><key>A1-1</key></item>\n<item><key>A1-1</key></item></channel></rss>",
      "x.xml:3: duplicate ticket 'A1-1' (first on line 2)"
    ),
    ("<rss><channel></channel></rss>", "x.xml: the export holds no issue"),
    ("<rss", "x.xml:1: this is not XML as Jira exports it"),
  ])
  func `says what is wrong with a feed`(text: String, message: String) {
    let result = failure { try file(text, "x.xml") }
    #expect(result == message)
  }

  @Test func `refuses a feed that is cut off anywhere`() throws {
    let whole = feed(item + item.replacing("PAY-11", with: "PAY-12"))
    #expect(try file(whole, "x.xml").manifest.tickets.count == 2)
    for length in stride(from: 1, to: whole.count, by: 7) {
      let result = failure { try file(String(whole.prefix(length)), "x.xml") }
      #expect(result?.hasSuffix("this is not XML as Jira exports it") == true, "\(length)")
    }
  }

  @Test func `refuses elements that are too deep`() {
    let result = failure { try file("<rss>" + String(repeating: "<a>", count: 100_000), "x.xml") }
    #expect(result == "x.xml:1: this is not XML as Jira exports it")
  }

  // MARK: JSON

  private let issue = #"""
    {"id":"10101","key":"PAY-11","self":"https://jira/rest/api/3/issue/10101","fields":{
     "summary":"Refund twice","issuetype":{"id":"10004","name":"Bug","subtask":false},
     "status":{"id":"3","name":"In Review","statusCategory":{"id":4,"key":"indeterminate","name":"In Arbeit"}},
     "resolution":null,"assignee":{"accountId":"5b10","displayName":"Kim","active":true},"priority":null,
     "fixVersions":[{"id":"10200","name":"2.4.0","archived":false,"released":true,"releaseDate":"2026-03-01"}],
     "parent":{"id":"10050","key":"PAY-2"},"labels":["a","b"],"components":[{"id":"10","name":"API"}],
     "description":{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"Click"},{"type":"text","text":"twice"}]}]},
     "customfield_10014":null,"customfield_10020":{"value":"S1"}}}
    """#

  @Test func `reads an issue of a search page`() throws {
    let text = #"{"names":{"customfield_10014":"Steps to Reproduce"},"issues":[\#(issue)],"isLast":true}"#
    let result = try file(text, "x.json")
    let fields: [String: Ticket.Field] = [
      "labels": .value("a, b"), "components": .value("API"), "description": .value("Click twice"),
      "Steps to Reproduce": .empty, "customfield_10020": .value("S1"),
    ]
    let expected = Ticket(
      key: try TicketKey(parsing: "PAY-11"), summary: "Refund twice", type: "Bug", status: "In Review",
      statusCategory: "indeterminate", assignee: .value("Kim"), priority: .empty, fixVersions: ["2.4.0"],
      parent: try TicketKey(parsing: "PAY-2"), fields: fields)
    #expect(result.manifest.tickets == [expected])
    #expect(result.format == .jiraJSON)
    #expect(result.manifest.version.isReleased == true)
    #expect(result.manifest.version.releaseDate == "2026-03-01")
  }

  @Test(arguments: [
    (#""startAt":0,"maxResults":50,"total":1"#, true), (#""startAt":0,"maxResults":50,"total":2"#, false),
    (#""startAt":1,"maxResults":50,"total":1"#, false), (#""isLast":true"#, true), (#""isLast":false"#, false),
    (#""nextPageToken":"CAEaAggD""#, false), (#""nextPageToken":"","isLast":true"#, true),
    (#""nextPageToken":null,"isLast":true"#, true), (#""maxResults":1"#, false), (#""maxResults":50"#, true),
    (#""expand":"schema,names""#, true),
  ])
  func `knows whether a page is the whole answer`(marks: String, isComplete: Bool) throws {
    let result = try file(#"{\#(marks),"issues":[\#(issue)]}"#, "x.json").manifest
    #expect(result.isComplete == isComplete)
  }

  @Test(arguments: [
    (#"{"issues":[],"isLast":true}"#, "x.json: the export holds no issue"),
    (#"{"issues":{}}"#, "x.json:1: expected a list for 'issues', found an object"),
    ("{\"issues\":[\n{\"id\":\"1\"}]}", "x.json:2: an issue without 'key'"),
    (
      "{\"issues\":[\n{\"key\":\"PAY-1\"},\n{\"key\":\"PAY-1\"}]}",
      "x.json:3: duplicate ticket 'PAY-1' (first on line 2)"
    ),
  ])
  func `says what is wrong with a page`(text: String, message: String) {
    let result = failure { try file(text, "x.json") }
    #expect(result == message)
  }

  @Test func `does not take an issue whose versions are hidden for one of the version`() throws {
    let text =
      #"{"issues":[\#(issue),{"key":"PAY-12","fields":{"summary":"x"}},{"key":"PAY-13","fields":{"fixVersions":[]}}]}"#
    let result = try file(text, "x.json").manifest
    #expect(keys(result.others) == ["PAY-12", "PAY-13"])
    #expect(result.others.map(\.fixVersions) == [nil, []])
  }

  // MARK: Import

  @Test func `becomes a manifest that says the same`() throws {
    let page = #"{"issues":[\#(issue),{"key":"PAY-12","fields":{"assignee":null}}],"isLast":false}"#
    for (text, name) in [(Self.table, "x.csv"), (feed(item), "x.xml"), (page, "x.json")] {
      let export = try file(text, name)
      let imported = try file(ManifestFile.text(of: export.sealed()), "releases/2.4.0.json", version: nil)
      #expect(imported.manifest == export.manifest)
      #expect(imported.format == .json)
      #expect(imported.seal == .intact(Seal.digest(of: export.document)))
      #expect(export.seal == .none)
    }
  }
}
