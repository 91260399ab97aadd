import HTTP
import Testing

struct RequestTests {
  @Test(
    arguments: [
      ("https://api.example.com/v3/repositories/1000/issues?page=2", "repositories/1000/issues", "page=2"),
      ("https://API.example.com/v3/a%2Fb", "a%2Fb", ""), ("/v3/user?x=1#part", "user", "x=1"),
    ])
  func `goes where a page of the same service points`(link: String, path: String, query: String) throws {
    let service = try ServiceAddress(parsing: "https://api.example.com/v3")
    let first = Request(.post, ["x"], headers: ["A": "b"], body: [1], isRepeatable: true)
    let next = try #require(first.following(link, at: service))
    #expect(next.path == path && next.query == query)
    #expect(next.method == .post && next.body == [1] && next.isRepeatable && next.headers == first.headers)
  }

  @Test(arguments: [
    "https://other.example.com/v3/x", "http://api.example.com/v3/x", "https://api.example.com.evil.com/v3/x",
    "https://api.example.com:8443/v3/x", "https://me@api.example.com/v3/x", "https://api.example.com/v4/x",
    "https://api.example.com/v3", "//other.example.com/v3/x", "/v3/../admin", "/v3/a b", "/v3/ü", "", "x",
  ])
  func `goes nowhere else`(link: String) throws {
    let service = try ServiceAddress(parsing: "https://api.example.com/v3")
    #expect(Request(.get, ["x"]).following(link, at: service) == nil)
  }

  @Test(
    arguments: [
      (429, ["Retry-After": "7"], "", 7), (403, ["Retry-After": "7"], "", 7),
      (403, ["X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "1060"], "", 60),
      (429, ["RateLimit-Remaining": "0", "RateLimit-Reset": "1030"], "", 30),
      (403, ["X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "900"], "", 1),
      (403, [:], "{\"message\":\"You have exceeded a secondary rate limit.\"}", 60), (403, [:], "{}", nil),
      (403, ["X-RateLimit-Remaining": "12", "X-RateLimit-Reset": "1060"], "{}", nil),
    ] as [(Int, [String: String], String, Int?)])
  func `reads how long a service wants to be left alone`(
    status: Int, headers: [String: String], body: String, wait: Int?
  ) {
    let reply = Reply(status: status, headers: headers, body: Array(body.utf8))
    #expect(reply.wait(at: 1_000) == wait)
    #expect(reply.isOverLimit == (wait != nil))
  }

  @Test(
    arguments: [
      ("dana", "dana"), ("Dana+%C3%96%2Bci%40corp", "Dana Ö+ci@corp"), ("%zz", nil), ("%4", nil), ("%+1", nil),
      ("%FF", nil),
      ("", ""),
    ] as [(String, String?)])
  func `reads a text out of an address`(text: String, decoded: String?) {
    #expect(PercentEncoding.decoded(text) == decoded)
  }
}
