import HTTP
import Testing

struct CredentialsTests {
  @Test(
    arguments: [
      ("dana@example.com", "Basic ZGFuYUBleGFtcGxlLmNvbTpodW50ZXIy", "username=dana@example.com\npassword=hunter2\n"),
      ("bearer", "Bearer hunter2", "username=bearer\npassword=hunter2\n"),
      ("Bearer", "Bearer hunter2", "username=bearer\npassword=hunter2\n"),
      ("", "Bearer hunter2", "username=bearer\npassword=hunter2\n"),
      (nil, "Bearer hunter2", "username=bearer\npassword=hunter2\n"),
    ] as [(String?, String, String)])
  func `sends a token with its user, or for its user`(user: String?, header: String, lines: String) throws {
    let credentials = Credentials(user: user, token: try #require(Secret("hunter2")))
    #expect(credentials.header == ("Authorization", header))
    #expect(credentials.helperLines == lines)
  }

  @Test(
    arguments: [
      (400, "bad header: Authorization: Bearer hunter2", "bad header: Authorization: Bearer <secret>"),
      (500, "hunter2", "<secret>"), (302, "log in", "log in"),
      (200, "a ticket about hunter2", "a ticket about hunter2"),
    ])
  func `is not repeated by a refusal that repeats the request`(status: Int, body: String, shown: String) throws {
    let credentials = Credentials(user: nil, token: try #require(Secret("hunter2")))
    let reply = Reply(status: status, headers: ["Location": "/\(body)"], body: Array(body.utf8))
    let covered = credentials.covering(reply)
    #expect(String(decoding: covered.body, as: UTF8.self) == shown)
    #expect(covered.headers == ["location": "/\(shown)"])
    #expect(covered.status == status)
  }

  @Test func `covers a token that was sent with its user`() throws {
    let credentials = Credentials(user: "dana@example.com", token: try #require(Secret("hunter2")))
    let echo = "no: Basic ZGFuYUBleGFtcGxlLmNvbTpodW50ZXIy, or hunter2"
    let reply = credentials.covering(Reply(status: 403, body: Array(echo.utf8)))
    #expect(String(decoding: reply.body, as: UTF8.self) == "no: Basic <secret>, or <secret>")
  }

  @Test(
    arguments: [("PRIVATE-TOKEN", nil, "hunter2"), ("Authorization", "token", "token hunter2")]
      as [(String, String?, String)])
  func `sends a token in the header that the service wants`(name: String, scheme: String?, value: String) throws {
    let credentials = Credentials.own(header: name, scheme: scheme, try #require(Secret("hunter2")))
    #expect(credentials.header == (name, value))
  }
}
