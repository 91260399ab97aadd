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
    arguments: [("PRIVATE-TOKEN", nil, "hunter2"), ("Authorization", "token", "token hunter2")]
      as [(String, String?, String)])
  func `sends a token in the header that the service wants`(name: String, scheme: String?, value: String) throws {
    let credentials = Credentials.own(header: name, scheme: scheme, try #require(Secret("hunter2")))
    #expect(credentials.header == (name, value))
  }
}
