import TestSupport
import Testing

/// Messages as they come: in any encoding, of any length, and hostile.
struct ForeignTextTests {
  struct Message: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    var encoding: String?

    static let all = [
      Message(testDescription: "Latin-1", bytes: Array("SHOP-1 caf".utf8) + [0xE9, 0x0A], encoding: "ISO-8859-1"),
      Message(testDescription: "an unknown encoding", bytes: Array("SHOP-1 x\n".utf8), encoding: "klingon"),
      Message(testDescription: "invalid UTF-8", bytes: Array("SHOP-1 ".utf8) + [0xFF, 0xC3, 0x28, 0x0A]),
      Message(testDescription: "NUL", bytes: Array("SHOP-1 a\u{0}b\n".utf8)),
      Message(testDescription: "CRLF", bytes: Array("Keep the cart\r\n\r\nSHOP-1\r\n".utf8)),
      Message(testDescription: "no line end", bytes: Array("SHOP-1".utf8)),
      Message(testDescription: "blank lines first", bytes: Array("\n\n  \nSHOP-1 Keep the cart\n".utf8)),
      Message(
        testDescription: "nearly as much as is read of a message",
        bytes: Array("Keep the cart\n\n".utf8) + Array(repeating: 0x78, count: 1 << 17)
          + Array("\n\nSHOP-1: at last\n".utf8)),
    ]
  }

  @Test(arguments: Message.all)
  func `finds the key of a message`(_ message: Message) async throws {
    let repository = try await GitRepository.planning(["SHOP-1"])
    try repository.write("cart.js", "1\n")
    try await repository.git("add", "cart.js")
    let tree = try await repository.git("write-tree")
    try await repository.commit(bytes: message.bytes, encoding: message.encoding, tree: tree)
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 0)
    #expect(try outcome.report().states == ["SHOP-1": "delivered"])
    #expect(String(validating: outcome.result.outputBytes, as: UTF8.self) != nil)
  }

  @Test func `reports a commit without a message`() async throws {
    let repository = try await GitRepository.passing()
    let id = try await repository.commit("", files: ["session.js": "60\n"])
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(try outcome.report().untracked == [id])
  }

  @Test(arguments: ["terminal", "markdown", "json"])
  func `lets no control character of a message through`(format: String) async throws {
    let repository = try await GitRepository.passing()
    try await repository.commit(
      "SHOP-9 \u{1B}[2J\u{1B}]0;owned\u{7}red \u{9B}31m \u{202E}gnp.exe\u{2066}", files: ["voucher.js": "two\n"],
      author: Person(name: "Eve \u{1B}[31m", email: "eve@example.com"))
    let result = try await Relscope(for: repository).run([
      "check", "--repo", repository.path, "--base", "main", "--release", "release/2.4.0", "--format", format,
    ])
    #expect(result.status == 1, "\(result)")
    let hostile = result.output.unicodeScalars.filter { scalar in
      let isControl = scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
      return isControl || (format != "json" && ["\u{202E}", "\u{2066}"].contains(scalar))
    }
    #expect(hostile.isEmpty)
  }
}
