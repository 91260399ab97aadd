import ReleaseScope
import Testing

@testable import Documents

struct JiraPageTests {
  private func file(_ text: String, _ name: String, version: String? = "2.4.0") throws -> ManifestFile {
    try ManifestFile(parsing: text.bytes, name: name, version: try version.map { try VersionName(parsing: $0) })
  }

  private func keys(_ tickets: [Ticket]) -> [String] { tickets.map(\.key.description) }

  static let issue = #"""
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
    let text = #"{"names":{"customfield_10014":"Steps to Reproduce"},"issues":[\#(Self.issue)],"isLast":true}"#
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
    let result = try file(#"{\#(marks),"issues":[\#(Self.issue)]}"#, "x.json").manifest
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
      #"{"issues":[\#(Self.issue),{"key":"PAY-12","fields":{"summary":"x"}},{"key":"PAY-13","fields":{"fixVersions":[]}}]}"#
    let result = try file(text, "x.json").manifest
    #expect(keys(result.others) == ["PAY-12", "PAY-13"])
    #expect(result.others.map(\.fixVersions) == [nil, []])
    #expect(!result.isComplete)
  }

  @Test(arguments: [
    #"{"issues":[{"key":"PAY-11","fields":{"summary":"a"}},{"key":"PAY-12"}]}"#,
    #"[{"key":"PAY-11","fields":{"status":null}},{"key":"PAY-12"}]"#,
    #"{"issues":[{"key":"PAY-11","fields":{"FixVersions":["2.4.0"]}},{"key":"PAY-12"}],"isLast":true}"#,
  ])
  func `is not complete where no issue tells its versions`(text: String) throws {
    let result = try file(text, "x.json")
    #expect(keys(result.manifest.tickets) == ["PAY-11", "PAY-12"])
    #expect(result.gaps == [.noFixVersions(issues: 2)])
    #expect(!result.manifest.isComplete)
  }

  @Test func `is not complete where a version has no name`() throws {
    let text = #"{"issues":[\#(Self.issue),{"key":"PAY-12","fields":{"fixVersions":[{"id":"7"}]}}],"isLast":true}"#
    let result = try file(text, "x.json")
    let line = 1 + text.count { $0 == "\n" }
    #expect(keys(result.manifest.others) == ["PAY-12"])
    #expect(result.gaps == [.unclear([.init(key: try TicketKey(parsing: "PAY-12"), line: line)])])
  }

  @Test(arguments: [
    "[\(issue)]",
    #"[{"key":"PAY-11","id":"1","self":"x","summary":"Refund twice","status":"In Review","fixVersions":["2.4.0"]}]"#,
  ])
  func `reads a list of issues without their page`(text: String) throws {
    let result = try file(text, "x.json")
    #expect(result.manifest.tickets.map(\.summary) == ["Refund twice"])
    #expect(result.manifest.tickets.map(\.status) == ["In Review"])
    #expect(result.gaps.isEmpty)
  }

  @Test(arguments: [(49, true), (50, false), (99, true), (100, false), (1000, false)])
  func `does not trust a list of exactly as many issues as a page has`(issues: Int, isComplete: Bool) throws {
    let list = (1...issues).map { #"{"key":"PAY-\#($0)","fields":{"fixVersions":[{"name":"2.4.0"}]}}"# }
    #expect(try file("[" + list.joined(separator: ",") + "]", "x.json").manifest.isComplete == isComplete)
  }
}
