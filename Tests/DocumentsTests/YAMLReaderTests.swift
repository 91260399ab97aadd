import JSON
import ReleaseScope
import Testing

@testable import Documents

struct YAMLReaderTests {
  private func parse(_ text: String) throws -> JSONValue {
    try YAMLReader.parse(text.bytes, source: DocumentSource(name: "a.yml", kind: .badData))
  }

  @Test(arguments: [
    ("a: no\nb: off\nc: yes\nd: 'true'\ne: true", #"{"a":"no","b":"off","c":"yes","d":"true","e":true}"#),
    (
      "a: 2026-12-01\nb: 2.40\nc: 0x1F\nd: 1_000\ne: 07",
      #"{"a":"2026-12-01","b":2.40,"c":"0x1F","d":"1_000","e":"07"}"#
    ),
    ("a:\nb: ~\nc: null\nd: ''", #"{"a":null,"b":null,"c":null,"d":""}"#),
    ("a: !!str 12\nb: ! x\nc: !!int 3", #"{"a":"12","b":"x","c":3}"#),
    ("a: &x [1, 2]\nb: *x", #"{"a":[1,2],"b":[1,2]}"#),
    ("&x 1: a\nb: *x", #"{"1":"a","b":1}"#),
    ("a: &x k\n*x : b", #"{"a":"k","k":"b"}"#),
    ("a: &x 1\nb: &x 2\nc: *x", #"{"a":1,"b":2,"c":2}"#),
    ("a: !!map {b: !!seq [!!str 1]}", #"{"a":{"b":["1"]}}"#),
    ("\u{FEFF}a: |\n  one\n  two\n", #"{"a":"one\ntwo\n"}"#),
    ("1: a\ntrue: b", #"{"1":"a","true":"b"}"#),
    ("", "null"),
    ("# nothing\n", "null"),
    ("{a: [b, {c: d}]}", #"{"a":["b",{"c":"d"}]}"#),
  ])
  func `reads plain scalars without the traps of YAML 1.1`(text: String, canonical: String) throws {
    let result = JSONWriter.canonical(try parse(text))
    #expect(result == canonical)
  }

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3", "a.yml:3: duplicate key 'a' (first on line 1)"),
    ("1: a\n\"1\": b", "a.yml:2: duplicate key '1' (first on line 1)"),
    ("a: 1\n---\nb: 2", "a.yml:2: a second document ('---')"),
    ("a: 1\n? [x]\n: 2", "a.yml:2: a key that is not text"),
    ("a: &x {b: 1}\n<<: *x", "a.yml:2: merge keys ('<<') are not supported"),
    ("a: *nobody", "a.yml:1: this is not YAML: found undefined alias"),
    ("a: !custom 1", "a.yml:1: unknown tag '!custom'"),
    ("a: 1\nb: !custom {}", "a.yml:2: unknown tag '!custom'"),
    ("a: &x [*x]", "a.yml:1: this is not YAML: found undefined alias"),
    ("a: [1,\nb: 2", "a.yml:2: this is not YAML: did not find expected ',' or ']'"),
    ("a:\n\t- b", "a.yml:2: this is not YAML: found character that cannot start any token"),
    ("a: \u{1}", "a.yml:1: this is not YAML: control characters are not allowed"),
  ])
  func `says where a text is not what YAML allows here`(text: String, message: String) {
    let result = failure { try parse(text) }
    #expect(result == message)
  }

  @Test func `refuses depth before the stack ends`() {
    let deep = failure { try parse(String(repeating: "[", count: 500) + String(repeating: "]", count: 500)) }
    #expect(deep == "a.yml:1: lists and maps are more than 100 deep in each other")
    let deeper = failure { try parse(String(repeating: "[", count: 1_000_000)) }
    #expect(deeper == deep)
    let links = (1...120).map { "l\($0): &l\($0) [*l\($0 - 1)]" }.joined(separator: "\n")
    let linked = failure { try parse("l0: &l0 []\n" + links) }
    #expect(linked == "a.yml:100: lists and maps are more than 100 deep in each other")
  }

  @Test func `refuses aliases of aliases`() {
    let levels = (1...9).map { level in
      "l\(level): &l\(level) [" + Array(repeating: "*l\(level - 1)", count: 9).joined(separator: ", ") + "]"
    }
    let bomb = failure { try parse("l0: &l0 [x, x]\n" + levels.joined(separator: "\n")) }
    #expect(bomb == "a.yml:5: aliases make the file too large")
  }

  @Test func `refuses few aliases of much`() {
    let long = (0..<20_000).map { _ in "x" }.joined(separator: ",")
    let result = failure { try parse("a: &a [\(long)]\nb: [*a, *a, *a, *a]") }
    #expect(result == "a.yml:2: aliases make the file too large")
  }

  @Test func `refuses aliases of long texts`() {
    let text = String(repeating: "x", count: 10_000)
    let result = failure { try parse("a: &a '\(text)'\nb:\n" + String(repeating: "- *a\n", count: 1_000)) }
    #expect(result == "a.yml:9: aliases make the file too large")
  }

  @Test func `takes stars and ampersands for text`() throws {
    let lines = (0..<40).map { "k\($0): R&D \($0) *note*, AT&T" }.joined(separator: "\n")
    let globs = (0..<40).map { "- \"*[bot]\($0)\"" }.joined(separator: "\n")
    let document = try parse(lines + "\nglobs:\n" + globs)
    #expect(document["k0"]?.content == .string("R&D 0 *note*, AT&T"))
  }
}
