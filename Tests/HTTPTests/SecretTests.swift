import HTTP
import Testing

struct SecretTests {
  @Test func `shows itself to nobody`() throws {
    let secret = try #require(Secret("hunter2"))
    var dumped = ""
    dump(Credentials.basic(user: "dana", token: secret), to: &dumped)
    let texts = ["\(secret)", String(reflecting: secret), String(describing: [secret]), dumped]
    for text in texts { #expect(!text.contains("hunter2") && text.contains("<secret>"), "\(text)") }
    #expect(Mirror(reflecting: secret).children.isEmpty)
  }

  @Test(arguments: ["", " ", "two words", "line\nend", "tab\t", "nul\u{0}", "Übung", "\u{7F}"])
  func `refuses what no header can carry`(text: String) {
    #expect(Secret(text) == nil)
  }
}
