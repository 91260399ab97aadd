import HTTP
import Jira
import ReleaseScope
import ScriptedTransport
import Testing

/// What each failure is told as.
struct ErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let end: String
    let reply: Reply
    let kind: Problem.Kind
    let texts: [String]

    var testDescription: String { name }
  }

  private static let html = Array("<!DOCTYPE html><html>Log in</html>".utf8)
  private static let denied = "CAPTCHA_CHALLENGE; login-url=https://jira.example.com/login.jsp"

  static let cases: [Case] = [
    Case(
      name: "expired token", end: "myself",
      reply: Reply(status: 401, headers: ["Content-Type": "text/html"], body: html),
      kind: .forbidden, texts: ["does not accept the token", "RELSCOPE_JIRA_USER"]),
    Case(
      name: "anonymous success", end: "myself",
      reply: .json(#"{"accountId": "1"}"#, headers: ["X-Seraph-LoginReason": "AUTHENTICATED_FAILED"]),
      kind: .forbidden, texts: ["does not accept the token"]),
    Case(name: "nobody", end: "myself", reply: .json("{}"), kind: .forbidden, texts: ["does not accept the token"]),
    Case(
      name: "missing scope", end: "myself",
      reply: .json(#"{"code": 401, "message": "Unauthorized; scope does not match"}"#, status: 401),
      kind: .forbidden, texts: ["lacks a scope", "scope does not match", "read:jira-work"]),
    Case(
      name: "CAPTCHA", end: "myself", reply: Reply(status: 403, headers: ["X-Authentication-Denied-Reason": denied]),
      kind: .forbidden, texts: ["CAPTCHA", "at https://jira.example.com/login.jsp,"]),
    Case(
      name: "forbidden", end: "versions", reply: .json(#"{"errorMessages": ["no browse"]}"#, status: 403),
      kind: .forbidden, texts: ["refuses the request: no browse"]),
    Case(
      name: "rate limit", end: "versions", reply: Reply(status: 429, headers: ["Retry-After": "3600"]),
      kind: .unavailable, texts: ["rate limit", "3600 seconds"]),
    Case(
      name: "login page", end: "versions",
      reply: Reply(status: 302, headers: ["Location": "https://sso.example.com/login?SAMLRequest=abc"]),
      kind: .forbidden, texts: ["login page 'https://sso.example.com/login'"]),
    Case(
      name: "moved address", end: "serverInfo",
      reply: Reply(status: 301, headers: ["Location": "https://tickets.example.com/rest/api/2/serverInfo"]),
      kind: .badConfiguration, texts: ["'https://tickets.example.com/rest/api/2/serverInfo'", "RELSCOPE_JIRA_URL"]),
    Case(
      name: "web page", end: "search/jql",
      reply: Reply(status: 200, headers: ["Content-Type": "text/html"], body: html),
      kind: .unavailable, texts: ["'rest/api/3/search/jql'", "web page"]),
    Case(
      name: "web page that says it is JSON", end: "versions", reply: Reply(status: 200, body: html), kind: .unavailable,
      texts: ["web page"]),
    Case(
      name: "broken body", end: "search/jql", reply: .json(#"{"issues": ["#), kind: .unavailable,
      texts: ["data that is broken", "not JSON"]),
    Case(
      name: "another shape", end: "search/jql", reply: .json(#"{"issues": [{"id": "1"}], "isLast": true}"#),
      kind: .unavailable, texts: ["data that is broken", "no 'key' in 'issues"]),
    Case(
      name: "a key that is none", end: "search/jql",
      reply: .json(#"{"issues": [{"id": "1", "key": "shop 1", "changelog": {"histories": [], "total": 0}}]}"#),
      kind: .unavailable, texts: ["'shop 1' is not a ticket key"]),
    Case(name: "no Jira", end: "serverInfo", reply: Reply(status: 404), kind: .badConfiguration, texts: ["no Jira at"]),
    Case(
      name: "unknown project", end: "versions",
      reply: .json(#"{"errorMessages": ["No project could be found with key 'SHOP'."], "errors": {}}"#, status: 404),
      kind: .missing, texts: ["no project 'SHOP'", "may not see it"]),
    Case(
      name: "unknown value", end: "search/jql",
      reply: .json(
        #"{"errorMessages": ["The value '2.4.0' does not exist for the field 'fixVersion'."], "errors": {}}"#,
        status: 400),
      kind: .badConfiguration, texts: ["does not take the query 'project in", "does not exist for the field"]),
    Case(
      name: "removed", end: "search/jql",
      reply: .json(#"{"errorMessages": ["The requested API has been removed."]}"#, status: 410), kind: .unavailable,
      texts: ["status 410: The requested API has been removed."]),
    Case(
      name: "server error", end: "search/jql", reply: Reply(status: 500, body: Array("oops\n\u{1B}[31m".utf8)),
      kind: .unavailable, texts: ["status 500: oops"]),
  ]

  @Test(arguments: cases)
  func `tells each failure by what can be done about it`(example: Case) async throws {
    let transport = ScriptedTransport(FetchTests.table(FetchTests.cloud, [example.end: [example.reply]]))
    let error = try #require(
      await #expect(throws: JiraError.self) { _ = try await FetchTests().fetch(transport) }, "\(example.name)")
    let problem = error.problem
    #expect(problem.kind == example.kind, "\(problem)")
    let text = "\(problem.message)\n\(problem.help ?? "")"
    for part in example.texts { #expect(text.contains(part), "\(text)") }
  }

  @Test func `shortens what a server has to say`() async throws {
    let message = String(repeating: "no ", count: 1_000_000)
    let reply = Reply.json(#"{"errorMessages": ["\#(message)"]}"#, status: 500)
    let transport = ScriptedTransport(FetchTests.table(FetchTests.cloud, ["myself": [reply]]))
    let error = try #require(await #expect(throws: JiraError.self) { _ = try await FetchTests().fetch(transport) })
    #expect(error.problem.message.count < 600)
  }

  @Test(arguments: [
    (TransportError.timedOut(seconds: 30), "within 30 seconds"),
    (.untrusted("self-signed certificate"), "self-signed certificate"),
    (.unreachable("connection refused"), "connection refused"),
    (.interrupted("reset by peer"), "reset by peer"),
    (.tooLong(megabytes: 64), "64 MB"),
  ])
  func `is unavailable when no reply comes`(error: TransportError, text: String) async throws {
    let transport = ScriptedTransport { (_, _) throws(TransportError) -> Reply in throw error }
    let thrown = try #require(await #expect(throws: JiraError.self) { _ = try await FetchTests().fetch(transport) })
    #expect(thrown.problem.kind == .unavailable)
    #expect(thrown.problem.message.contains(text))
  }
}
