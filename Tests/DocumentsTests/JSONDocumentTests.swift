import JSON
import ReleaseScope
import Testing

@testable import Documents

struct JSONDocumentTests {
  private let source = DocumentSource(name: "a.json", kind: .badData)

  private func parse(_ text: String) throws -> JSONValue { try source.json(text.bytes) }

  @Test(arguments: [
    ("", "a.json:1: expected a value, found the end of the file"),
    ("{\n\"a\": 1,\n}", "a.json:3: expected a name in double quotes, found '}'"),
    ("[1,\n 2\n 3]", "a.json:3: expected ',' or ']', found '3'"),
    ("[1] x", "a.json:1: expected the end of the file, found 'x'"),
    ("{\"a\": 1,\n\n\"a\": 2}", "a.json:3: duplicate member 'a' (first on line 1)"),
    ("[01]", "a.json:1: expected a number, found '0'"),
    ("[1.]", "a.json:1: expected a number, found '1'"),
    ("[+1]", "a.json:1: expected a value, found '+'"),
    ("[.5]", "a.json:1: expected a value, found '.'"),
    ("[NaN]", "a.json:1: expected a value, found 'N'"),
    ("[nul]", "a.json:1: expected a value, found 'n'"),
    ("{'a': 1}", "a.json:1: expected a name in double quotes, found '''"),
    ("[1] // x", "a.json:1: expected the end of the file, found '/'"),
    ("{\"a\" 1}", "a.json:1: expected ':', found '1'"),
    ("[\"a\nb\"]", "a.json:1: a line end, tab or other control character stands in a string"),
    ("[\"a", "a.json:1: a string has no end"),
    ("[\"\\", "a.json:1: a string has no end"),
    (#"["\x"]"#, "a.json:1: expected an escape such as \\n, found 'x'"),
    (#"["\u12G4"]"#, "a.json:1: expected four hexadecimal digits, found 'G'"),
    (#"["\ud83d"]"#, "a.json:1: half of a surrogate pair in an escape"),
    (#"["\ud83dA"]"#, "a.json:1: half of a surrogate pair in an escape"),
    (#"["\ude80"]"#, "a.json:1: half of a surrogate pair in an escape"),
    (#"["\ud83dx"]"#, "a.json:1: half of a surrogate pair in an escape"),
  ])
  func `says where a text is not JSON`(text: String, message: String) {
    let result = failure { try parse(text) }
    #expect(result == message)
  }

  @Test(arguments: [
    ([0x5B, 0x0A, 0x22, 0xFF, 0x22, 0x5D], "a.json:2: bytes that are not UTF-8"),
    ([0x22, 0xC0, 0xAF, 0x22], "a.json:1: bytes that are not UTF-8"),
    ([0x22, 0xED, 0xA0, 0x80, 0x22], "a.json:1: bytes that are not UTF-8"),
    ([0xFF, 0xFE, 0x7B, 0x00], "a.json:1: the file is UTF-16"),
  ])
  func `refuses bytes that are not UTF-8`(bytes: [UInt8], message: String) {
    let result = failure { try source.json(bytes) }
    #expect(result == message)
  }

  @Test(arguments: ["[", "{\"a\":"])
  func `refuses depth before the stack ends`(opening: String) {
    let result = failure { try parse(String(repeating: opening, count: 1_000_000)) }
    #expect(result == "a.json:1: lists and objects are more than 100 deep in each other")
  }

  @Test func `finds a duplicate among many members`() {
    let members = (0..<100_000).map { "\"m\($0)\": 0" }.joined(separator: ",\n")
    let result = failure { try parse("{\(members),\n\"m7\": 1}") }
    #expect(result == "a.json:100001: duplicate member 'm7' (first on line 8)")
  }
}
