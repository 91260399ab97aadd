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
    #expect(credentials.header == header)
    #expect(credentials.helperLines == lines)
  }
}
