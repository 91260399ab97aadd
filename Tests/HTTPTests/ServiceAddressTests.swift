import HTTP
import Testing

struct ServiceAddressTests {
  @Test(arguments: [
    ("https://jira.example.com", "https://jira.example.com"),
    ("https://jira.example.com/", "https://jira.example.com"),
    ("HTTPS://Jira.Example.com:8443/jira//", "https://jira.example.com:8443/jira"),
    ("https://jira.example.com/jira/rest/api/2/", "https://jira.example.com/jira"),
    ("http://127.0.0.1:8080/jira", "http://127.0.0.1:8080/jira"),
    ("https://api.atlassian.com/ex/jira/11-22", "https://api.atlassian.com/ex/jira/11-22"),
  ])
  func `reads an address`(text: String, expected: String) throws {
    let address = try ServiceAddress(parsing: text, without: ["/rest/api/2", "/rest"])
    #expect(address.description == expected)
    let url = address.url(of: Request(.get, ["rest", "api", "2", "a/b ?"], query: ["jql": "x = \"1\"&2"]))
    #expect(url == expected + "/rest/api/2/a%2Fb%20%3F?jql=x%20%3D%20%221%22%262")
  }

  @Test(arguments: [
    ("", ServiceAddressError.malformed),
    ("jira.example.com", .malformed),
    ("https://", .malformed),
    ("ftp://jira.example.com", .malformed),
    ("https:///jira", .malformed),
    ("https://jira.example.com:99999", .malformed),
    ("https://jira.example.com:x", .malformed),
    ("https://jira.example.com/a b", .malformed),
    ("https://jira.example.com\nhost=evil.example", .malformed),
    ("https://jira.example.com/a\r\nX-Evil: 1", .malformed),
    ("https://jïra.example.com", .malformed),
    ("https://dana:hunter2@jira.example.com", .credentials),
    ("https://jira.example.com?token=hunter2", .query),
    ("https://jira.example.com/#hunter2", .query),
    ("http://jira.example.com", .unprotected(host: "jira.example.com")),
    ("http://localhost:8080", .unprotected(host: "localhost")),
    ("http://127.0.0.1.example.com", .unprotected(host: "127.0.0.1.example.com")),
    ("http://127.0.0.1@evil.example", .credentials),
  ])
  func `refuses what is no address, or would show the token`(text: String, error: ServiceAddressError) {
    #expect(throws: error) { try ServiceAddress(parsing: text, without: ["/rest/api/2", "/rest"]) }
    #expect(!"\(error)".contains("hunter2"))
  }

  @Test func `takes no step up in a path`() {
    let request = Request(.get, ["project", "..", "versions"])
    #expect(request.path == "project/%2E%2E/versions")
  }

  @Test func `asks for JSON unless it is told otherwise`() {
    let question = Request(.get, ["x"])
    #expect(question.headers == ["Accept": "application/json"])
    let patch = Request(.get, ["x"], headers: ["Accept": "text/plain"])
    #expect(patch.headers == ["Accept": "text/plain"])
    let comment = Request(.post, ["x"], body: [])
    #expect(comment.headers == ["Accept": "application/json", "Content-Type": "application/json"])
  }
}
