import JSON
import Testing

struct JSONTests {
  private func parse(_ text: String) throws -> JSONValue { try JSONValue(parsing: Array(text.utf8)[...]) }

  @Test(arguments: [
    (#"{"a": [1, -0.50e+3, "x", true, false, null], "b": {}}"#, #"{"a":[1,-0.50e+3,"x",true,false,null],"b":{}}"#),
    (" [ ] ", "[]"),
    (#""\u00e9\ud83d\ude80\"\\\/\b\f\n\r\t""#, #""é🚀\"\\/\b\f\n\r\t""#),
    (#""\u0000 \u001b""#, #""\u0000 \u001b""#),
    (#"{"b": 1, "a": 2}"#, #"{"a":2,"b":1}"#),
    ("12345678901234567890.10", "12345678901234567890.10"),
  ])
  func `reads what JSON allows and keeps numbers as they are written`(text: String, canonical: String) throws {
    let result = JSONWriter.canonical(try parse(text))
    #expect(result == canonical)
  }

  @Test func `takes the depth that the limit allows`() throws {
    let text = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(JSONWriter.canonical(try parse(text)) == text)
  }

  @Test func `knows the line of each value and name`() throws {
    let document = try parse("{\n\"a\":\n[1,\n{\"b\": 2}]}")
    guard case .object(let members) = document.content, case .array(let elements) = members[0].value.content else {
      Issue.record("not an object with a list")
      return
    }
    let lines = [document.line, members[0].line, members[0].value.line, elements[0].line, elements[1].line]
    #expect(lines == [1, 2, 3, 3, 4])
  }

  @Test func `writes files with two blanks a level, plain lists on one line, and no control character`() throws {
    let text = #"{"b":[1,2],"a":[{"x":"\u001b[31m\u202e é\u2028"}],"e":[],"o":{}}"#
    let pretty = JSONWriter.pretty(try parse(text))
    let expected = """
      {
        "b": [1, 2],
        "a": [
          {
            "x": "\\u001b[31m\\u202e é\\u2028"
          }
        ],
        "e": [],
        "o": {}
      }
      """
    #expect(pretty == expected)
    #expect(try parse(pretty) == parse(text))
  }
}
